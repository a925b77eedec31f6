#include "mail/qfix.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/err.h"
#include "lib/io.h"
#include "lib/log.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/sys.h"

/* ---- saying and asking ---- */

static void
say(const char *const *words, const char *end)
{
	char space[1024];
	struct out out = OUT_INIT(1, space);

	for (; *words != NULL; words++)
		for (const char *s = *words; *s != '\0'; s++)
			out_putc(&out, ascii_is_print(*s) ? *s : '?');
	out_puts(&out, end);
	if (out_flush(&out) < 0)
		log_warning("unable to write: ", err_str(errno));
}

static bool
is_yes(void)
{
	char c, first = '\0';
	ssize_t r;

	/* byte by byte: what follows the line is the next answer */
	while ((r = read(0, &c, 1)) > 0 && c != '\n')
		if (first == '\0')
			first = c;
	return r > 0 && first == 'y';
}

bool
qfix_act_words(struct qfix *f, const char *const *words)
{
	if (!f->quiet || f->mode == QFIX_ASK)
		say(words, f->mode == QFIX_ASK ? " (y/n) " : "\n");
	if (f->mode == QFIX_REPAIR || (f->mode == QFIX_ASK && is_yes()))
		return true;
	f->errors++;
	return false;
}

void
qfix_report_words(struct qfix *f, bool is_error, const char *const *words)
{
	if (is_error)
		f->errors++;
	if (is_error || !f->quiet)
		say(words, "\n");
}

void
qfix_failed(struct qfix *f, const char *what, const char *path)
{
	log_warning("unable to ", what, " ", path, ": ", err_str(errno));
	f->errors++;
}

/* ---- files ---- */

const char *
qfix_wanted(const struct qfix *f, enum qdir dir, uint64_t id, char *p)
{
	return qpath(&f->target, dir, id, p);
}

size_t
qfix_find(const struct qfix *f, uint64_t id)
{
	size_t low = 0, high = f->len, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (f->v[mid].id < id)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

size_t
qfix_group_end(const struct qfix *f, size_t i)
{
	uint64_t id = f->v[i].id;

	while (i < f->len && f->v[i].id == id)
		i++;
	return i;
}

static void
add_item(struct qfix *f, enum qdir dir, const char *path, uint64_t id,
    const struct stat *st)
{
	struct qfix_item *item;

	if (f->len == f->cap) {
		f->cap = f->cap == 0 ? 256 : f->cap * 2;
		f->v = mem_grow(f->v, f->cap, sizeof(*f->v));
	}
	item = &f->v[f->len++];
	*item = (struct qfix_item){
		.dir = dir, .id = id, .ino = st->st_ino,
		.size = st->st_size, .mtime = st->st_mtime,
		.uid = st->st_uid, .gid = st->st_gid,
		.mode = st->st_mode, .nlink = st->st_nlink
	};
	memcpy(item->path, path, strlen(path) + 1);
}

static bool
is_busy(const struct qfix *f, uint64_t id)
{
	for (size_t i = 0; i < f->nbusy; i++)
		if (f->busy[i] == id)
			return true;
	return false;
}

typedef void stray_fn(struct qfix *f, const char *dir, const char *name);

static int
join(char *path, const char *dir, const char *name)
{
	size_t a = strlen(dir), b = strlen(name);

	if (a + 1 + b + 1 > QPATH_MAX)
		return -1;
	memcpy(path, dir, a);
	path[a] = '/';
	memcpy(path + a + 1, name, b + 1);
	return 0;
}

static int scan_dir(struct qfix *f, enum qdir dir, const char *path,
    stray_fn *stray);

/* May directories with numbers for names be in here? */
static bool
has_subdirs(enum qdir dir, const char *path)
{
	return dir != QDIR_BOUNCE &&
	    strcmp(path, qpath_dir_name(dir)) == 0;
}

static int
scan_name(struct qfix *f, enum qdir dir, const char *parent,
    const char *name, stray_fn *stray)
{
	char path[QPATH_MAX];
	struct stat st;
	uint64_t n;

	if (name[0] == '.' && (name[1] == '\0' ||
	    (name[1] == '.' && name[2] == '\0')))
		return 0;
	if (join(path, parent, name) < 0 || lstat(path, &st) < 0 ||
	    (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))) {
		stray(f, parent, name);
		return 0;
	}
	if (S_ISDIR(st.st_mode)) {
		bool is_subdir = has_subdirs(dir, parent) &&
		    num_scan(view_of(name), QPATH_SPLIT_MAX, &n) == 0;
		/* 05 is none, but there may be messages in it */
		if (!is_subdir || (name[0] == '0' && name[1] != '\0'))
			stray(f, parent, name);
		return is_subdir ? scan_dir(f, dir, path, stray) : 0;
	}
	if (qpath_scan_id(view_of(name), &n) < 0)
		stray(f, parent, name);
	else if (!is_busy(f, n))
		add_item(f, dir, path, n, &st);
	return 0;
}

static int
scan_dir(struct qfix *f, enum qdir dir, const char *path, stray_fn *stray)
{
	DIR *d = opendir(path);
	struct dirent *entry;
	int r = 0;

	if (d == NULL && errno == ENOENT)
		return 0;	/* -N: it would have been made */
	if (d == NULL) {
		qfix_failed(f, "read", path);
		return -1;
	}
	errno = 0;
	while (r == 0 && (entry = readdir(d)) != NULL) {
		r = scan_name(f, dir, path, entry->d_name, stray);
		errno = 0;
	}
	if (r == 0 && errno != 0) {
		qfix_failed(f, "read", path);
		r = -1;
	}
	(void)closedir(d);	/* was only read */
	return r;
}

static int
compare(const void *a, const void *b)
{
	const struct qfix_item *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->dir != y->dir)
		return x->dir < y->dir ? -1 : 1;
	return strcmp(x->path, y->path);
}

static int
scan_all(struct qfix *f, stray_fn *stray)
{
	f->len = 0;
	for (int dir = QDIR_MESS; dir < QDIRS; dir++)
		if (scan_dir(f, (enum qdir)dir,
		    qpath_dir_name((enum qdir)dir), stray) < 0)
			return -1;
	if (f->len > 0)
		qsort(f->v, f->len, sizeof(*f->v), compare);
	return 0;
}

static void
ignore_stray(struct qfix *f, const char *dir, const char *name)
{
	(void)f;
	(void)dir;
	(void)name;
}

static void
report_stray(struct qfix *f, const char *dir, const char *name)
{
	qfix_report(f, "Found files in ", dir,
	    " that should not be there: ", name);
}

int
qfix_scan(struct qfix *f)
{
	return scan_all(f, ignore_stray);
}

int
qfix_rescan(struct qfix *f)
{
	size_t left = 0;

	if (f->mode != QFIX_SHOW)
		return qfix_scan(f);
	for (size_t i = 0; i < f->len; i++)
		if (!f->v[i].is_gone)
			f->v[left++] = f->v[i];
	f->len = left;
	if (f->len > 0)
		qsort(f->v, f->len, sizeof(*f->v), compare);
	return 0;
}

bool
qfix_is_gone(const struct qfix *f, const char *path, uint64_t id)
{
	struct stat st;

	if (f->mode != QFIX_SHOW || is_busy(f, id) ||
	    lstat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return false;
	for (size_t i = qfix_find(f, id); i < f->len && f->v[i].id == id; i++)
		if (strcmp(f->v[i].path, path) == 0)
			return false;
	return true;
}

void
qfix_report_strays(struct qfix *f)
{
	if (scan_all(f, report_stray) < 0)
		return;		/* reported */
}

/* ---- out of the queue ---- */

static int
make_parents(struct buf *path, size_t from)
{
	for (size_t i = from; i < path->len; i++) {
		if (path->p[i] != '/')
			continue;
		path->p[i] = '\0';
		if (sys_mkdir(path->p, 0700) < 0 && errno != EEXIST)
			return -1;
		path->p[i] = '/';
	}
	return 0;
}

void
qfix_set_aside(struct qfix *f, const char *path)
{
	struct buf to = BUF_INIT;

	buf_cat(&to, f->lost, "/", path);
	/* rename(2) only: nothing is copied, so nothing can be half copied */
	if (make_parents(&to, strlen(f->lost)) < 0 ||
	    (sys_rename(path, to.p) < 0 && errno != ENOENT))
		qfix_failed(f, "move aside", path);
	buf_free(&to);
}

void
qfix_set_item_aside(struct qfix *f, struct qfix_item *item)
{
	if (f->mode == QFIX_SHOW)
		item->is_gone = true;
	else
		qfix_set_aside(f, item->path);
}
