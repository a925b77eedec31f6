#include "mail/control.h"

#include <errno.h>

#include "lib/ascii.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/mem.h"
#include "lib/num.h"

#define HEADS_MIN 8		/* hash chains of the smallest list */
#define HASH_START 5381

static void
put_path(struct buf *path, const char *name)
{
	buf_cat(path, "control/", name);
}

/* What counts of a line: up to a NUL, without blanks behind. */
static struct view
visible(struct view line)
{
	return view_trim_end(view_upto(line, view_chr(line, '\0')));
}

/* ---- one line ---- */

static int
read_line(const char *path, struct buf *line)
{
	char space[1024];	/* these files are short */
	struct in in = IN_INIT(file_open_read(path), space);
	int r;

	if (in.fd < 0)
		return errno == ENOENT ? 0 : -1;
	r = in_line(&in, line, CONTROL_FILE_MAX);
	fd_close(&in.fd);
	if (r >= 0 || errno == EPIPE)	/* the LF may be missing */
		return 1;
	if (errno == EMSGSIZE)
		errno = EFBIG;
	return -1;
}

int
control_line(const char *name, struct buf *b)
{
	struct buf path = BUF_INIT, line = BUF_INIT;
	int r, saved;

	put_path(&path, name);
	r = read_line(path.p, &line);
	saved = errno;
	if (r > 0)
		buf_set(b, visible(buf_view(&line)));
	buf_free(&line);
	buf_free(&path);
	errno = saved;
	return r;
}

int
control_line_or_me(const char *name, const char *word, struct buf *b)
{
	int r = control_line(name, b);

	if (r == 0)
		r = control_line("me", b);
	if (r == 0 && word != NULL) {
		buf_sets(b, word);
		return 1;
	}
	return r;
}

int
control_int(const char *name, uint64_t max, uint64_t *n)
{
	struct buf line = BUF_INIT;
	int r = control_line(name, &line);

	if (r > 0 && num_scan_prefix(buf_view(&line), max, n) == 0)
		r = 0;
	buf_free(&line);
	return r;
}

/* ---- lists and maps ---- */

/*
 * The hash takes a key's bytes from its end to its front, so that one pass
 * over a domain gives the hash of every suffix (control_find_domain).
 */
static size_t
hash_add(size_t h, char c)
{
	return (h * 33) ^ (unsigned char)ascii_tolower(c);
}

static size_t
hash_of(struct view key)
{
	size_t h = HASH_START;

	for (size_t i = key.len; i > 0; i--)
		h = hash_add(h, key.p[i - 1]);
	return h;
}

static size_t *
head_of(const struct control_list *l, size_t hash)
{
	/* the low bits of a product of 33 are poor: fold the high ones in */
	return &l->heads[(hash ^ hash >> 15) & (l->nheads - 1)];
}

static void
add_entry(struct control_list *l, struct view key, struct view value)
{
	if (l->len == l->cap) {
		l->cap = l->cap == 0 ? HEADS_MIN : l->cap * 2;
		l->v = mem_grow(l->v, l->cap, sizeof(*l->v));
	}
	l->v[l->len++] = (struct control_entry){ .key = key, .value = value };
}

static void
split_text(struct control_list *l, bool is_map)
{
	struct view rest = buf_view(&l->text), line;
	size_t colon;

	while (view_cut(&rest, '\n', &line)) {
		line = visible(line);
		if (line.len == 0 || line.p[0] == '#')
			continue;
		colon = view_chr(line, ':');
		if (!is_map)
			add_entry(l, line, VIEW_EMPTY);
		else if (colon < line.len)
			add_entry(l, view_upto(line, colon),
			    view_from(line, colon + 1));
	}
}

/* Later entries come first in their chain, so the last duplicate wins. */
static void
build_hash(struct control_list *l)
{
	size_t *head;

	l->nheads = HEADS_MIN;
	while (l->nheads < l->len)
		l->nheads *= 2;
	l->heads = mem_array(l->nheads, sizeof(*l->heads));
	for (size_t i = 0; i < l->len; i++) {
		head = head_of(l, hash_of(l->v[i].key));
		l->v[i].next = *head;
		*head = i + 1;
	}
}

static int
read_list(const char *path, bool is_map, struct control_list *l)
{
	struct buf text = BUF_INIT;
	int r = file_read(path, &text, CONTROL_FILE_MAX), saved = errno;

	if (r < 0) {
		buf_free(&text);
		errno = saved;
		return -1;
	}
	control_list_free(l);
	l->text = text;
	split_text(l, is_map);
	build_hash(l);
	return r;
}

int
control_list_path(const char *path, struct control_list *l)
{
	return read_list(path, false, l);
}

int
control_map_path(const char *path, struct control_list *l)
{
	return read_list(path, true, l);
}

static int
read_named(const char *name, bool is_map, struct control_list *l)
{
	struct buf path = BUF_INIT;
	int r, saved;

	put_path(&path, name);
	r = read_list(path.p, is_map, l);
	saved = errno;
	buf_free(&path);
	errno = saved;
	return r;
}

int
control_list(const char *name, struct control_list *l)
{
	return read_named(name, false, l);
}

int
control_map(const char *name, struct control_list *l)
{
	return read_named(name, true, l);
}

void
control_list_free(struct control_list *l)
{
	buf_free(&l->text);
	mem_free(l->v);
	mem_free(l->heads);
	*l = (struct control_list)CONTROL_LIST_INIT;
}

static bool
find_hashed(const struct control_list *l, size_t hash, struct view key,
    struct view *value)
{
	size_t i;

	if (l->nheads == 0)
		return false;
	for (i = *head_of(l, hash); i != 0; i = l->v[i - 1].next)
		if (view_is_ieq(l->v[i - 1].key, key)) {
			*value = l->v[i - 1].value;
			return true;
		}
	return false;
}

bool
control_find(const struct control_list *l, struct view key,
    struct view *value)
{
	return find_hashed(l, hash_of(key), key, value);
}

bool
control_has(const struct control_list *l, struct view key)
{
	struct view value;

	return control_find(l, key, &value);
}

bool
control_find_domain(const struct control_list *l, struct view domain,
    bool with_empty, struct view *value)
{
	size_t h = HASH_START;
	bool found = false;

	if (with_empty)
		found = control_find(l, VIEW_EMPTY, value);
	/* from the shortest suffix to the whole: the last hit is the longest */
	for (size_t i = domain.len; i > 0; i--) {
		h = hash_add(h, domain.p[i - 1]);
		if (i == 1 || domain.p[i - 1] == '.')
			found |= find_hashed(l, h, view_from(domain, i - 1),
			    value);
	}
	return found;
}

bool
control_has_cr(struct view text)
{
	struct view line;

	while (view_cut(&text, '\n', &line))
		if (visible(line).len > 0 && view_has_suffix(visible(line),
		    VIEW_LIT("\r")))
			return true;
	return false;
}
