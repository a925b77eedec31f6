#include "mail/header_token.h"

#include <errno.h>
#include <string.h>

#include "lib/ascii.h"
#include "lib/mem.h"

#define DEL 127

static const struct {
	char open, close;	/* 0: a word without marks around it */
	char mark;		/* 0: a word */
} shapes[] = {
	[TOKEN_NONE] = { 0, 0, 0 },
	[TOKEN_ATOM] = { 0, 0, 0 },
	[TOKEN_QUOTED] = { '"', '"', 0 },
	[TOKEN_LITERAL] = { '[', ']', 0 },
	[TOKEN_COMMENT] = { '(', ')', 0 },
	[TOKEN_DOT] = { 0, 0, '.' },
	[TOKEN_COMMA] = { 0, 0, ',' },
	[TOKEN_AT] = { 0, 0, '@' },
	[TOKEN_LEFT] = { 0, 0, '<' },
	[TOKEN_RIGHT] = { 0, 0, '>' },
	[TOKEN_COLON] = { 0, 0, ':' },
	[TOKEN_SEMI] = { 0, 0, ';' },
};
static_assert(NELEM(shapes) == TOKEN_SEMI + 1, "one shape per type");

void
header_tokens_free(struct header_tokens *t)
{
	mem_free(t->v);
	buf_free(&t->text);
	*t = (struct header_tokens)HEADER_TOKENS_INIT;
}

void
header_tokens_clear(struct header_tokens *t)
{
	t->len = 0;
	buf_clear(&t->text);
}

struct view
header_token_text(const struct header_tokens *t, struct header_token token)
{
	return view_make(t->text.p + token.pos, token.len);
}

bool
header_token_is_word(struct header_token token)
{
	return token.type == TOKEN_ATOM || token.type == TOKEN_QUOTED ||
	    token.type == TOKEN_LITERAL;
}

/* ---- reading ---- */

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static enum header_token_type
mark_of(char c)
{
	for (size_t i = 0; i < NELEM(shapes); i++)
		if (c != 0 && shapes[i].mark == c)
			return (enum header_token_type)i;
	return TOKEN_NONE;
}

/* An atom goes on until one of these; `)` and `]` do not end it. */
static bool
ends_atom(char c)
{
	return is_space(c) || view_has_byte(VIEW_LIT("([\"<>;:@,."), c);
}

/* May be in an atom that is written without quotes. */
static bool
is_plain(char c)
{
	return ascii_is_print(c) && !ends_atom(c) &&
	    !view_has_byte(VIEW_LIT(")]\\"), c);
}

static bool
is_plain_text(struct view text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!is_plain(text.p[i]))
			return false;
	return text.len > 0;
}

static void
append(struct header_tokens *t, enum header_token_type type, size_t pos)
{
	struct header_token token = { .pos = (uint32_t)pos };

	token.type = type & 0xfu;
	token.len = (t->text.len - pos) & 0xfffffffu;
	if (t->len == t->cap) {
		t->cap = t->cap == 0 ? 64 : t->cap * 2;
		t->v = mem_grow(t->v, t->cap, sizeof(*t->v));
	}
	t->v[t->len++] = token;
}

/*
 * The byte at s->p[0], or the one behind a backslash, goes to the text.  A
 * line end is folding: it vanishes, with its CR.
 */
static void
take(struct header_tokens *t, struct view *s)
{
	if (s->p[0] == '\\') {
		*s = view_from(*s, 1);
		if (s->len == 0)
			return;
	}
	if (s->p[0] != '\n' &&
	    !(s->p[0] == '\r' && s->len > 1 && s->p[1] == '\n'))
		buf_putc(&t->text, s->p[0]);
	*s = view_from(*s, 1);
}

static void
take_atom(struct header_tokens *t, struct view *s)
{
	size_t pos = t->text.len;
	struct view text;

	do
		take(t, s);
	while (s->len > 0 && !ends_atom(s->p[0]));
	text = view_from(buf_view(&t->text), pos);
	append(t, is_plain_text(text) ? TOKEN_ATOM : TOKEN_QUOTED, pos);
}

/* A word from its opening mark to its closing one.  false: none comes. */
static bool
take_enclosed(struct header_tokens *t, enum header_token_type type,
    struct view *s)
{
	size_t pos = t->text.len, depth = 0;
	char open = shapes[type].open, close = shapes[type].close;

	*s = view_from(*s, 1);
	while (s->len > 0 && (s->p[0] != close || depth > 0)) {
		if (type == TOKEN_COMMENT && s->p[0] == open)
			depth++;
		else if (type == TOKEN_COMMENT && s->p[0] == close)
			depth--;
		take(t, s);
	}
	if (s->len == 0)
		return false;
	*s = view_from(*s, 1);
	append(t, type, pos);
	return true;
}

/* One token, or a blank, from the front of s.  false: a syntax error. */
static bool
take_token(struct header_tokens *t, struct view *s)
{
	char c = s->p[0];
	enum header_token_type mark = mark_of(c);

	if (mark != TOKEN_NONE) {
		append(t, mark, t->text.len);
		*s = view_from(*s, 1);
	} else if (is_space(c))
		*s = view_from(*s, 1);
	else if (c == '(')
		return take_enclosed(t, TOKEN_COMMENT, s);
	else if (c == '"')
		return take_enclosed(t, TOKEN_QUOTED, s);
	else if (c == '[')
		return take_enclosed(t, TOKEN_LITERAL, s);
	else if (c == ')' || c == ']')
		return false;
	else
		take_atom(t, s);
	return true;
}

int
header_tokens_add(struct header_tokens *t, struct view s)
{
	size_t len = t->len, text_len = t->text.len;

	if (s.len > HEADER_TEXT_MAX - text_len) {
		errno = EMSGSIZE;
		return -1;
	}
	while (s.len > 0) {
		if (take_token(t, &s))
			continue;
		t->len = len;
		buf_cut(&t->text, text_len);
		errno = EINVAL;
		return -1;
	}
	return 0;
}

/* ---- writing ---- */

static bool
is_text(enum header_token_type type)
{
	return type == TOKEN_ATOM || type == TOKEN_QUOTED ||
	    type == TOKEN_LITERAL || type == TOKEN_COMMENT;
}

static bool
needs_space(enum header_token_type left, enum header_token_type right)
{
	if (left == TOKEN_NONE)
		return false;
	if (left == TOKEN_COLON || left == TOKEN_COMMA || right == TOKEN_LEFT)
		return true;
	return is_text(left) && is_text(right);
}

/* The piece that ends here begins a new line when this one got too long. */
static void
fold(struct header_writer *w)
{
	static const char fold_text[2] = "\n ";
	struct buf *out = w->out;

	if (out->len - w->line > HEADER_LINE_MAX && w->piece > w->line) {
		buf_put(out, fold_text, sizeof(fold_text));
		memmove(out->p + w->piece + sizeof(fold_text),
		    out->p + w->piece,
		    out->len - sizeof(fold_text) - w->piece);
		memcpy(out->p + w->piece, fold_text, sizeof(fold_text));
		w->line = w->piece + 1;
	}
	w->piece = out->len;
}

static void
write_text(struct header_writer *w, enum header_token_type type,
    struct view text)
{
	if (shapes[type].open != 0)
		buf_putc(w->out, shapes[type].open);
	for (size_t i = 0; i < text.len; i++) {
		if (view_has_byte(VIEW_LIT("\"[]()\\\r\n"), text.p[i]))
			buf_putc(w->out, '\\');
		buf_putc(w->out, text.p[i]);
	}
	if (shapes[type].close != 0)
		buf_putc(w->out, shapes[type].close);
}

void
header_write_begin(struct header_writer *w, struct buf *out)
{
	*w = (struct header_writer){ .out = out, .line = out->len,
	    .piece = out->len, .last = TOKEN_NONE };
}

void
header_write_mark(struct header_writer *w, enum header_token_type mark)
{
	if (needs_space(w->last, mark))
		buf_putc(w->out, ' ');
	w->last = mark;
	buf_putc(w->out, shapes[mark].mark);
	if (mark == TOKEN_COMMA)
		fold(w);
}

void
header_write(struct header_writer *w, const struct header_tokens *t,
    struct header_token token)
{
	enum header_token_type type = (enum header_token_type)token.type;

	if (!is_text(type)) {
		header_write_mark(w, type);
		return;
	}
	if (needs_space(w->last, type))
		buf_putc(w->out, ' ');
	w->last = type;
	write_text(w, type, header_token_text(t, token));
}

void
header_write_end(struct header_writer *w)
{
	fold(w);
	buf_putc(w->out, '\n');
}
