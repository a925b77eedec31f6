#include "mail/users.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "lib/ascii.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/num.h"

#define ID_MAX (UINT32_MAX - 1)	/* (uid_t)-1 is nobody's */
#define KEY_MARK '!'		/* before every key of a local part */

static int
bad(void)
{
	errno = EINVAL;
	return -1;
}

/* The next piece of *rest, which has to be closed by a colon. */
static bool
take_field(struct view *rest, struct view *field)
{
	size_t colon = view_chr(*rest, ':');

	if (colon == rest->len)
		return false;
	*field = view_upto(*rest, colon);
	*rest = view_from(*rest, colon + 1);
	return true;
}

int
users_scan_line(struct view line, struct users_line *l)
{
	struct view rest = line;

	if (line.len > 0 && line.p[0] == '.')
		return 0;
	if (view_has_byte(line, '\0') || !take_field(&rest, &l->local) ||
	    l->local.len == 0)
		return bad();
	/* any first byte but + counts as = */
	l->is_prefix = l->local.p[0] == '+';
	l->local = view_from(l->local, 1);
	for (size_t i = 0; i < USERS_FIELDS; i++)
		if (!take_field(&rest, &l->field[i]))
			return bad();
	return 1;
}

/* `!` and the local part in lower case; a NUL behind makes it exact. */
static void
make_key(struct buf *key, struct view local, bool is_prefix)
{
	buf_clear(key);
	buf_putc(key, KEY_MARK);
	buf_putv(key, local);
	ascii_lower(key->p, key->len);
	if (!is_prefix)
		buf_putc(key, '\0');
}

static void
add_line(struct users_compile *c, const struct users_line *l)
{
	make_key(&c->key, l->local, l->is_prefix);
	buf_clear(&c->data);
	for (size_t i = 0; i < USERS_FIELDS; i++) {
		if (i > 0)
			buf_putc(&c->data, '\0');
		buf_putv(&c->data, l->field[i]);
	}
	cdb_make_add(c->m, buf_view(&c->key), buf_view(&c->data));
	if (l->is_prefix && l->local.len > 0 &&
	    !view_has_byte(buf_view(&c->ends), l->local.p[l->local.len - 1]))
		buf_putc(&c->ends, l->local.p[l->local.len - 1]);
}

void
users_compile_start(struct users_compile *c, struct cdb_make *m)
{
	*c = (struct users_compile){
		.m = m, .key = BUF_INIT, .data = BUF_INIT, .ends = BUF_INIT
	};
}

int
users_compile_file(struct users_compile *c, struct in *assign, size_t *lineno)
{
	struct buf line = BUF_INIT;
	struct users_line l;
	int r, kind = 1;

	*lineno = 0;
	while (kind > 0 && (r = in_line(assign, &line, USERS_LINE_MAX)) > 0) {
		++*lineno;
		kind = users_scan_line(buf_view(&line), &l);
		if (kind > 0)
			add_line(c, &l);
	}
	/*
	 * The end of the file may not come before the line that says so; that
	 * line may be the last one without its LF.
	 */
	if (kind > 0 && r < 0 && errno == EPIPE) {
		++*lineno;
		kind = line.p[0] == '.' ? 0 : bad();
	} else if (kind > 0) {
		++*lineno;	/* what is wrong is behind the last good one */
		if (r == 0 || errno == EMSGSIZE)
			errno = EINVAL;
		kind = -1;
	}
	buf_free(&line);
	return kind;
}

void
users_compile_finish(struct users_compile *c)
{
	cdb_make_add(c->m, VIEW_EMPTY, buf_view(&c->ends));
	buf_free(&c->key);
	buf_free(&c->data);
	buf_free(&c->ends);
}

int
users_compile(struct in *assign, struct cdb_make *m, size_t *lineno)
{
	struct users_compile c;
	int r;

	users_compile_start(&c, m);
	r = users_compile_file(&c, assign, lineno);
	users_compile_finish(&c);
	return r;
}

/* A field that has to be a user or group number. */
static int
scan_id(struct view v, uint64_t *id)
{
	return num_scan(v, ID_MAX, id) < 0 ? bad() : 0;
}

int
users_parse(struct users_entry *e)
{
	struct view rest = buf_view(&e->data), field[USERS_FIELDS];
	uint64_t uid, gid;

	for (size_t i = 0; i < USERS_FIELDS; i++) {
		size_t end = view_chr(rest, '\0');
		if (end == rest.len)
			return bad();
		field[i] = view_upto(rest, end);
		rest = view_from(rest, end + 1);
	}
	if (scan_id(field[1], &uid) < 0 || scan_id(field[2], &gid) < 0)
		return -1;
	e->user = field[0].p;
	e->uid = (uid_t)uid;
	e->gid = (gid_t)gid;
	e->home = field[3].p;
	e->dash = field[4].p;
	e->ext = field[5].p;
	return 0;
}

/*
 * The exact key, then ever shorter prefixes.  1 with the data and how many
 * bytes of local it stands for.
 */
static int
search(struct cdb *c, struct buf *key, struct buf *data, size_t *used)
{
	struct buf ends = BUF_INIT;
	size_t len = key->len - 1;	/* without the NUL of the exact key */
	int r;

	r = cdb_find(c, VIEW_EMPTY, &ends, USERS_DATA_MAX);
	if (r == 0) {
		errno = EPROTO;		/* qmail-newu always writes it */
		r = -1;
	}
	if (r > 0)
		r = cdb_find(c, buf_view(key), data, USERS_DATA_MAX);
	*used = len - 1;
	for (; r == 0 && len > 0; len--) {
		if (len > 1 && !view_has_byte(buf_view(&ends), key->p[len - 1]))
			continue;
		r = cdb_find(c, view_make(key->p, len), data, USERS_DATA_MAX);
		*used = len - 1;
	}
	buf_free(&ends);
	return r;
}

static int
find_in(struct cdb *c, struct view local, struct users_entry *e)
{
	struct buf key = BUF_INIT;
	size_t used;
	int r;

	make_key(&key, local, false);
	r = search(c, &key, &e->data, &used);
	buf_free(&key);
	if (r <= 0)
		return r;
	buf_putv(&e->data, view_from(local, used));
	buf_putc(&e->data, '\0');
	return users_parse(e) < 0 ? -1 : 1;
}

int
users_find(int fd, struct view local, struct users_entry *e)
{
	struct cdb c;

	return cdb_open(&c, fd) < 0 ? -1 : find_in(&c, local, e);
}

/* ---- a file that stays open ---- */

static bool
is_same(const struct users_file *f, const struct stat *st)
{
	const struct stat *old = &f->st;

	return f->fd >= 0 && !deadline_is_past(&f->until) &&
	    old->st_dev == st->st_dev && old->st_ino == st->st_ino &&
	    old->st_size == st->st_size &&
	    old->st_mtim.tv_sec == st->st_mtim.tv_sec &&
	    old->st_mtim.tv_nsec == st->st_mtim.tv_nsec &&
	    old->st_ctim.tv_sec == st->st_ctim.tv_sec &&
	    old->st_ctim.tv_nsec == st->st_ctim.tv_nsec;
}

/* All of the open file, if it is small. */
static int
read_image(struct users_file *f)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(f->fd, space);

	buf_clear(&f->image);
	if (!S_ISREG(f->st.st_mode) || f->st.st_size > USERS_IMAGE_MAX)
		return 0;
	buf_reserve(&f->image, (size_t)f->st.st_size);
	return in_all(&in, &f->image, USERS_IMAGE_MAX);
}

/* 1, 0 there is none, -1. */
static int
open_file(struct users_file *f)
{
	fd_close(&f->fd);
	f->fd = file_open_read(f->path);
	if (f->fd < 0)
		return errno == ENOENT ? 0 : -1;
	if (fstat(f->fd, &f->st) < 0 || read_image(f) < 0) {
		fd_close(&f->fd);
		return -1;
	}
	f->until = deadline_in_s(USERS_FILE_S);
	return 1;
}

/* 1 the file that is there now is open, 0 there is none, -1. */
static int
look(struct users_file *f)
{
	struct stat st;
	int r = 1;

	if (f->is_known)
		return f->fd >= 0;
	if (stat(f->path, &st) < 0) {
		fd_close(&f->fd);
		r = errno == ENOENT ? 0 : -1;
	} else if (!is_same(f, &st)) {
		r = open_file(f);
	}
	f->is_known = r >= 0;
	return r;
}

int
users_file_find(struct users_file *f, struct view local,
    struct users_entry *e)
{
	struct cdb c;
	int r = look(f);

	if (r <= 0)
		return r;
	if (f->image.len == 0)
		return users_find(f->fd, local, e);
	if (cdb_open_image(&c, buf_view(&f->image)) < 0)
		return -1;
	return find_in(&c, local, e);
}

void
users_entry_free(struct users_entry *e)
{
	buf_free(&e->data);
	*e = (struct users_entry)USERS_ENTRY_INIT;
}
