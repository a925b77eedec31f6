#include "mail/maildir_list.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/sys.h"
#include "mail/maildir_sizes.h"

#define TIME_MAX ((uint64_t)INT64_MAX)
#define SIZE_BYTES_MAX ((uint64_t)INT64_MAX)
#define SETTLED_S 2		/* then a time stamp has surely ticked on */

enum { CUR, NEW, FOLDERS };	/* is_new as a number */
static const char *const folders[FOLDERS] = { "cur", "new" };

/* ---- names ---- */

bool
maildir_scan_name(const char *name, int64_t *time, uint64_t *size)
{
	struct view rest = view_of(name), part;
	uint64_t n, s;
	size_t digits;

	rest = view_upto(rest, view_chr(rest, ':'));
	digits = num_scan_prefix(rest, TIME_MAX, &n);
	if (digits == 0 || digits == rest.len || rest.p[digits] != '.')
		return false;
	while (view_cut(&rest, ',', &part))
		if (view_has_prefix(part, VIEW_LIT("S=")) &&
		    num_scan(view_from(part, 2), SIZE_BYTES_MAX, &s) == 0) {
			*time = (int64_t)n;
			*size = s;
			return true;
		}
	return false;
}

/* b = dir/tail, or tail alone in the current directory. */
static void
set_path(struct buf *b, const char *dir, const char *tail)
{
	buf_sets(b, dir);
	while (b->len > 1 && b->p[b->len - 1] == '/')
		buf_cut(b, b->len - 1);
	if (view_is(buf_view(b), "."))
		buf_clear(b);
	else
		buf_putc(b, '/');
	buf_puts(b, tail);
}

const char *
maildir_name(const struct maildir_list *l, size_t i)
{
	return l->names.p + l->v[i].name;
}

const char *
maildir_path(struct maildir_list *l, size_t i)
{
	set_path(&l->path, l->dir, folders[l->v[i].is_new]);
	buf_cat(&l->path, "/", maildir_name(l, i));
	return l->path.p;
}

static struct view
unique_of(const char *name)
{
	struct view v = view_of(name);

	return view_upto(v, view_chr(v, ':'));
}

struct view
maildir_unique(const struct maildir_list *l, size_t i)
{
	return unique_of(maildir_name(l, i));
}

/* 0, or -1 (EOVERFLOW): offsets have 32 bits. */
static int
keep_name(struct maildir_list *l, struct maildir_entry *e, const char *name)
{
	if (l->names.len > UINT32_MAX) {
		errno = EOVERFLOW;
		return -1;
	}
	e->name = (uint32_t)l->names.len;
	buf_puts0(&l->names, name);
	return 0;
}

/* ---- folders ---- */

/* The next name of d that is a message's: 1, 0 at the end, -1 with errno. */
static int
next_name(DIR *d, const struct dirent **e)
{
	do {
		errno = 0;
		*e = readdir(d);
		if (*e == NULL)
			return errno == 0 ? 0 : -1;
	} while ((*e)->d_name[0] == '.');
	return 1;
}

/* Close d, keeping the errno of what was done with it. */
static void
close_dir(DIR *d)
{
	int saved = errno;

	(void)closedir(d);	/* only read: nothing to lose */
	errno = saved;
}

static DIR *
open_folder(struct maildir_list *l, int folder)
{
	set_path(&l->path, l->dir, folders[folder]);
	return opendir(l->path.p);
}

/* ---- listing ---- */

struct scan {
	struct maildir_list *l;
	size_t max;
	struct maildir_sizes *known;	/* NULL: nothing is remembered */
	size_t asked;			/* files of cur looked at */
};

/* Whether the name tells all, or somebody remembers. */
static bool
is_known(struct scan *s, const char *name, struct maildir_entry *m)
{
	if (maildir_scan_name(name, &m->time, &m->size))
		return true;
	if (m->is_new || s->known == NULL)
		return false;
	return maildir_sizes_find(s->known, unique_of(name), &m->time,
	    &m->size);
}

/* What e is, in m: 1; 0 when it is no message; -1 with errno. */
static int
examine(struct scan *s, DIR *d, const struct dirent *e,
    struct maildir_entry *m)
{
	struct stat st;

	if (e->d_type == DT_REG && is_known(s, e->d_name, m))
		return 1;
	if (e->d_type != DT_REG && e->d_type != DT_LNK &&
	    e->d_type != DT_UNKNOWN)
		return 0;
	if (fstatat(dirfd(d), e->d_name, &st, 0) < 0)
		return err_is_temp(errno) ? -1 : 0;	/* 0: gone meanwhile */
	if (!S_ISREG(st.st_mode))
		return 0;
	m->time = st.st_mtim.tv_sec;
	m->size = (uint64_t)st.st_size;
	s->asked += m->is_new ? 0 : 1;
	return 1;
}

static int
append(struct maildir_list *l, const struct maildir_entry *m,
    const char *name, size_t max)
{
	if (l->len == max) {
		errno = EOVERFLOW;
		return -1;
	}
	if (l->len == l->cap) {
		l->cap = l->cap == 0 ? 64 : l->cap * 2;
		l->v = mem_grow(l->v, l->cap, sizeof(*l->v));
	}
	l->v[l->len] = *m;
	return keep_name(l, &l->v[l->len++], name);
}

static int
scan_folder(struct scan *s, int folder)
{
	struct maildir_entry m = { .is_new = folder == NEW };
	const struct dirent *e;
	DIR *d = open_folder(s->l, folder);
	int r = 1;

	if (d == NULL)
		return -1;
	while (r >= 0 && (r = next_name(d, &e)) > 0) {
		r = examine(s, d, e, &m);
		if (r > 0)
			r = append(s->l, &m, e->d_name, s->max);
	}
	close_dir(d);
	return r;
}

static bool
is_before(const struct maildir_list *l, const struct maildir_entry *a,
    const struct maildir_entry *b)
{
	if (a->time != b->time)
		return a->time < b->time;
	return strcmp(l->names.p + a->name, l->names.p + b->name) < 0;
}

/* Let e sink into the heap of len entries, whose place i is free. */
static void
sink(struct maildir_list *l, struct maildir_entry e, size_t i, size_t len)
{
	size_t child;

	while ((child = 2 * i + 1) < len) {
		if (child + 1 < len && is_before(l, &l->v[child],
		    &l->v[child + 1]))
			child++;
		if (!is_before(l, &e, &l->v[child]))
			break;
		l->v[i] = l->v[child];
		i = child;
	}
	l->v[i] = e;
}

/*
 * Heapsort: in place, as qsort(3) is not, and never slower than n log n.
 */
static void
sort(struct maildir_list *l)
{
	for (size_t i = l->len / 2; i > 0; i--)
		sink(l, l->v[i - 1], i - 1, l->len);
	for (size_t end = l->len; end > 1; end--) {
		struct maildir_entry last = l->v[end - 1];
		l->v[end - 1] = l->v[0];
		sink(l, last, 0, end - 1);
	}
}

/* The time of each folder's last change: before it is read. */
static int
note_times(struct maildir_list *l, struct timespec changed[FOLDERS])
{
	struct stat st;

	for (int i = 0; i < FOLDERS; i++) {
		set_path(&l->path, l->dir, folders[i]);
		if (stat(l->path.p, &st) < 0)
			return -1;
		changed[i] = st.st_mtim;
	}
	return 0;
}

static int
start_looking(struct maildir_list *l)
{
	if (clock_gettime(CLOCK_REALTIME, &l->looked) < 0)
		return -1;
	return note_times(l, l->changed);
}

/* Before the order of the folder is lost by sorting. */
static void
remember(const struct maildir_list *l)
{
	struct maildir_sizes_out *o = maildir_sizes_create(l->dir);
	uint64_t size;
	int64_t time;

	for (size_t i = 0; i < l->len; i++)
		if (!l->v[i].is_new &&
		    !maildir_scan_name(maildir_name(l, i), &time, &size))
			maildir_sizes_put(o, maildir_unique(l, i),
			    l->v[i].time, l->v[i].size);
	maildir_sizes_publish(o);
}

static int
scan_folders(struct scan *s)
{
	if (start_looking(s->l) < 0 || scan_folder(s, NEW) < 0)
		return -1;
	return scan_folder(s, CUR);
}

int
maildir_scan(struct maildir_list *l, const char *dir, size_t max)
{
	struct maildir_sizes known;
	struct scan s = { .l = l, .max = max };
	int r;

	l->len = 0;
	l->dir = dir;
	buf_clear(&l->names);
	if (l->remembers) {
		maildir_sizes_open(&known, dir);
		s.known = &known;
	}
	r = scan_folders(&s);
	if (l->remembers)
		maildir_sizes_close(&known);
	if (r < 0)
		return -1;
	if (l->remembers && s.asked >= MAILDIR_SIZES_MIN)
		remember(l);
	sort(l);
	return 0;
}

void
maildir_list_free(struct maildir_list *l)
{
	mem_free(l->v);
	buf_free(&l->names);
	buf_free(&l->path);
	*l = (struct maildir_list)MAILDIR_LIST_INIT;
}

/* ---- following renames ---- */

/* The entries by their unique names: open addressing, index + 1, 0 is free. */
struct index {
	uint32_t *v;
	size_t mask;
};

static size_t
hash(struct view v)
{
	size_t h = 5381;

	for (size_t i = 0; i < v.len; i++)
		h = h * 33 ^ (unsigned char)v.p[i];
	return h ^ h >> 16;
}

static void
make_index(const struct maildir_list *l, struct index *x)
{
	size_t slots = 64;

	while (slots / 2 < l->len)
		slots *= 2;
	x->v = mem_array(slots, sizeof(*x->v));
	x->mask = slots - 1;
	for (size_t i = 0; i < l->len; i++) {
		size_t at = hash(maildir_unique(l, i));
		while (x->v[at & x->mask] != 0)
			at++;
		x->v[at & x->mask] = (uint32_t)i + 1;
	}
}

/* An entry with this very name there: NULL when there is none. */
static struct maildir_entry *
find_exact(const struct maildir_list *l, const struct index *x,
    const char *name, int folder)
{
	size_t at = hash(unique_of(name));
	uint32_t i;

	for (; (i = x->v[at & x->mask]) != 0; at++)
		if (l->v[i - 1].is_new == (folder == NEW) &&
		    strcmp(maildir_name(l, i - 1), name) == 0)
			return &l->v[i - 1];
	return NULL;
}

/* An entry of this unique name whose file was not seen: or NULL. */
static struct maildir_entry *
find_lost(const struct maildir_list *l, const struct index *x,
    const char *name)
{
	struct view unique = unique_of(name);
	size_t at = hash(unique);
	uint32_t i;

	for (; (i = x->v[at & x->mask]) != 0; at++)
		if (!l->v[i - 1].is_there &&
		    view_is_eq(maildir_unique(l, i - 1), unique))
			return &l->v[i - 1];
	return NULL;
}

static int
see(struct maildir_list *l, const struct index *x, const char *name, int folder)
{
	struct maildir_entry *e = find_exact(l, x, name, folder);

	if (e != NULL)
		e->is_there = true;
	return 0;
}

static int
adopt(struct maildir_list *l, const struct index *x, const char *name,
    int folder)
{
	struct maildir_entry *e;

	if (find_exact(l, x, name, folder) != NULL)
		return 0;
	e = find_lost(l, x, name);
	if (e == NULL)
		return 0;	/* came after we listed */
	e->is_there = true;
	e->is_new = folder == NEW;
	return keep_name(l, e, name);
}

static int
for_each_name(struct maildir_list *l, const struct index *x,
    int (*what)(struct maildir_list *l, const struct index *x,
    const char *name, int folder))
{
	const struct dirent *e;
	int r = 0;

	for (int folder = 0; folder < FOLDERS && r >= 0; folder++) {
		DIR *d = open_folder(l, folder);
		if (d == NULL)
			return -1;
		while (r >= 0 && (r = next_name(d, &e)) > 0)
			r = what(l, x, e->d_name, folder);
		close_dir(d);
	}
	return r;
}

/* False only when the folders are surely as they were at the last look. */
static bool
may_have_changed(struct maildir_list *l)
{
	struct timespec now[FOLDERS];

	if (note_times(l, now) < 0)
		return true;
	for (int i = 0; i < FOLDERS; i++)
		if (now[i].tv_sec != l->changed[i].tv_sec ||
		    now[i].tv_nsec != l->changed[i].tv_nsec ||
		    l->looked.tv_sec - now[i].tv_sec < SETTLED_S)
			return true;
	return false;
}

int
maildir_follow(struct maildir_list *l)
{
	struct index x;
	int r = -1;

	if (!may_have_changed(l))
		return 0;
	if (start_looking(l) < 0)
		return -1;
	for (size_t i = 0; i < l->len; i++)
		l->v[i].is_there = false;
	make_index(l, &x);
	if (for_each_name(l, &x, see) == 0 && for_each_name(l, &x, adopt) == 0)
		r = 1;
	mem_free(x.v);
	return r;
}

/* ---- tmp ---- */

static int
clean_open(DIR *d, struct buf *path, int64_t now)
{
	size_t base = path->len;
	const struct dirent *e;
	struct stat st;
	int r;

	while ((r = next_name(d, &e)) > 0) {
		if (fstatat(dirfd(d), e->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0)
			continue;	/* gone meanwhile */
		if (now - st.st_atime <= MAILDIR_STALE_S)
			continue;
		buf_cut(path, base);
		buf_puts(path, e->d_name);
		if (sys_unlink(path->p) < 0)
			continue;	/* the next reader tries again */
	}
	return r;
}

int
maildir_clean(const char *dir, int64_t now)
{
	struct buf path = BUF_INIT;
	DIR *d;
	int r = -1;

	set_path(&path, dir, "tmp");
	d = opendir(path.p);
	if (d != NULL) {
		buf_putc(&path, '/');
		r = clean_open(d, &path, now);
		close_dir(d);
	}
	buf_free(&path);
	return r;
}
