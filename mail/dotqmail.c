#include "mail/dotqmail.h"

#include <sys/stat.h>

#include <errno.h>

#include "lib/ascii.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"

static const struct view word_default = { .p = "default", .len = 7 };

void
dotqmail_safe_ext(const char *ext, struct buf *b)
{
	for (; *ext != '\0'; ext++)
		buf_putc(b, *ext == '.' ? ':' : ascii_tolower(*ext));
}

bool
dotqmail_names_next(struct dotqmail_names *n, struct buf *b)
{
	if (n->ended)
		return false;
	buf_sets(b, ".qmail");
	buf_puts(b, n->dash);
	if (!n->began) {
		n->began = true;
		n->cut = n->ext.len + 1;
		buf_putv(b, n->ext);
		return true;
	}
	do
		n->cut--;
	while (n->cut > 0 && n->ext.p[n->cut - 1] != '-');
	n->ended = n->cut == 0;
	buf_putv(b, view_upto(n->ext, n->cut));
	buf_putv(b, word_default);
	return true;
}

/* What says that there is no such file, for certain. */
static bool
is_absent(int error)
{
	return error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG ||
	    error == ELOOP || error == ENXIO || error == ENODEV;
}

static enum dotqmail_found
read_text(struct dotqmail *q, int fd, off_t size)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(fd, space);
	struct view v;
	int r = 1;

	buf_clear(&q->text);
	if (size > DOTQMAIL_FILE_MAX) {
		errno = EFBIG;
		return DOTQMAIL_CANNOT_READ;
	}
	/* as long as it was when it was looked at: no read to see the end */
	while ((off_t)q->text.len < size && (r = in_peek(&in, &v)) > 0) {
		buf_putv(&q->text, v);
		in_skip(&in, v.len);
	}
	return r < 0 ? DOTQMAIL_CANNOT_READ : DOTQMAIL_FOUND;
}

static enum dotqmail_found
look_at(struct dotqmail *q, int fd)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return DOTQMAIL_CANNOT_OPEN;
	if (!S_ISREG(st.st_mode))
		return DOTQMAIL_NONE;
	q->mode = st.st_mode;
	return read_text(q, fd, st.st_size);
}

static enum dotqmail_found
try_name(struct dotqmail *q)
{
	enum dotqmail_found found;
	int fd = file_open_read(q->name.p);

	if (fd < 0)
		return is_absent(errno) ? DOTQMAIL_NONE : DOTQMAIL_CANNOT_OPEN;
	found = look_at(q, fd);
	fd_close(&fd);
	return found;
}

/* DEFAULT: what a default file stands for, or the word itself in ext. */
static void
note_default(struct dotqmail *q, const struct dotqmail_names *n)
{
	q->has_default = true;
	if (n->cut <= n->ext.len)
		q->default_at = n->cut;
	else if (view_has_suffix(n->ext, word_default))
		q->default_at = n->ext.len - word_default.len;
	else
		q->has_default = false;
}

enum dotqmail_found
dotqmail_find(struct dotqmail *q, const char *dash, struct view safe)
{
	struct dotqmail_names n = DOTQMAIL_NAMES(dash, safe);
	enum dotqmail_found found = DOTQMAIL_NONE;

	q->mode = 0;
	q->has_default = false;
	buf_clear(&q->text);
	while (found == DOTQMAIL_NONE && dotqmail_names_next(&n, &q->name))
		found = try_name(q);
	if (found == DOTQMAIL_FOUND)
		note_default(q, &n);
	return found;
}

void
dotqmail_copy(struct dotqmail *to, const struct dotqmail *from)
{
	struct buf name = to->name, text = to->text;

	buf_set(&name, buf_view(&from->name));
	buf_set(&text, buf_view(&from->text));
	*to = *from;
	to->name = name;
	to->text = text;
}

void
dotqmail_free(struct dotqmail *q)
{
	buf_free(&q->name);
	buf_free(&q->text);
}

int
dotqmail_exists(const char *name)
{
	struct stat st;

	if (stat(name, &st) == 0)
		return 1;
	return is_absent(errno) ? 0 : -1;
}

/* ---- lines ---- */

static enum dotqmail_kind
kind_of(struct view v)
{
	if (v.len == 0)
		return DOTQMAIL_BLANK;
	if (v.p[0] == '#')
		return DOTQMAIL_COMMENT;
	if (view_has_byte(v, '\0'))
		return DOTQMAIL_DAMAGED;
	switch (v.p[0]) {
	case '.':
	case '/':
		return v.p[v.len - 1] == '/' ? DOTQMAIL_MAILDIR : DOTQMAIL_MBOX;
	case '|':
		return DOTQMAIL_PROGRAM;
	case '+':
		return view_is(v, "+list") ? DOTQMAIL_LIST : DOTQMAIL_UNKNOWN;
	default:
		return DOTQMAIL_FORWARD;
	}
}

bool
dotqmail_next(struct view *rest, struct dotqmail_line *line)
{
	struct view v;

	if (!view_cut(rest, '\n', &v))
		return false;
	v = view_trim_end(v);
	line->kind = kind_of(v);
	if (line->kind == DOTQMAIL_PROGRAM ||
	    (line->kind == DOTQMAIL_FORWARD && v.p[0] == '&'))
		v = view_from(v, 1);
	line->arg = v;
	return true;
}
