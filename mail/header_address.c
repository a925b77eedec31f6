#include "mail/header_address.h"

#include <errno.h>

#include "lib/mem.h"
#include "mail/address.h"

enum group { GROUP_NEVER, GROUP_OPEN, GROUP_CLOSED };

/* A walk over the tokens of a field, writing as it goes. */
struct walk {
	struct header_rewriter *r;
	struct header_writer w;
	struct buf *out, *addresses;
	size_t end;		/* tokens of the field: v[0..end) */
	size_t out_start, addresses_start;
	enum group group;
	bool owes_comma;	/* another address needs a comma first */
};

void
header_rewriter_free(struct header_rewriter *r)
{
	header_tokens_free(&r->tokens);
	mem_free(r->address);
	r->address = NULL;
	r->len = r->cap = 0;
}

static bool
is_type(struct header_token t, enum header_token_type type)
{
	return t.type == (unsigned)type;
}

static enum header_result
parse(struct header_tokens *t, struct view s, enum header_result if_bad)
{
	if (header_tokens_add(t, s) == 0)
		return HEADER_OK;
	return errno == EMSGSIZE ? HEADER_TOO_LONG : if_bad;
}

/* ---- one address: r->address[0..r->len), without comments ---- */

static void
add(struct header_rewriter *r, struct header_token token)
{
	if (r->len == r->cap) {
		r->cap = r->cap == 0 ? 64 : r->cap * 2;
		r->address = mem_grow(r->address, r->cap, sizeof(*r->address));
	}
	r->address[r->len++] = token;
}

static void
add_mark(struct header_rewriter *r, enum header_token_type mark)
{
	struct header_token token = { .pos = 0 };

	token.type = mark & 0xfu;
	add(r, token);
}

/* Add the mark and then a default, parsed once for each field. */
static enum header_result
add_default(struct header_rewriter *r, enum header_token_type mark,
    enum header_default which)
{
	size_t from = r->defaults[which].from;

	if (from == 0) {		/* 0: not yet; see reset() */
		enum header_result result;
		from = r->tokens.len;
		result = parse(&r->tokens, r->default_of(r->arg, which),
		    HEADER_BAD_DEFAULT);
		if (result != HEADER_OK)
			return result;
		r->defaults[which].from = from;
		r->defaults[which].len = r->tokens.len - from;
	}
	add_mark(r, mark);
	for (size_t i = 0; i < r->defaults[which].len; i++)
		add(r, r->tokens.v[from + i]);
	return HEADER_OK;
}

static struct header_token
last(const struct header_rewriter *r)
{
	return r->address[r->len - 1];
}

/* `<>` and `x@[]` mean what they say. */
static bool
is_special(const struct header_rewriter *r)
{
	if (r->len == 0)
		return true;
	return r->len >= 2 && is_type(last(r), TOKEN_LITERAL) &&
	    last(r).len == 0 && is_type(r->address[r->len - 2], TOKEN_AT);
}

/* `@a,@b:user@host`: only what follows the last colon counts. */
static void
strip_route(struct header_rewriter *r)
{
	size_t from = 0;

	if (!is_type(r->address[0], TOKEN_AT))
		return;
	for (size_t i = 0; i < r->len; i++)
		if (is_type(r->address[i], TOKEN_COLON))
			from = i + 1;
	for (size_t i = from; i < r->len; i++)
		r->address[i - from] = r->address[i];
	r->len -= from;
}

static void
strip_last(struct header_rewriter *r, enum header_token_type type)
{
	if (r->len > 0 && is_type(last(r), type))
		r->len--;
}

static bool
has_word(const struct header_rewriter *r)
{
	for (size_t i = 0; i < r->len; i++)
		if (header_token_is_word(r->address[i]))
			return true;
	return false;
}

static bool
has_at(const struct header_rewriter *r)
{
	for (size_t i = 0; i < r->len; i++)
		if (is_type(r->address[i], TOKEN_AT))
			return true;
	return false;
}

static bool
has_plus(const struct header_rewriter *r)
{
	struct view text = header_token_text(&r->tokens, last(r));

	return is_type(last(r), TOKEN_ATOM) &&
	    view_has_suffix(text, VIEW_LIT("+"));
}

/* The domain has a dot, or is a literal. */
static bool
has_domain(const struct header_rewriter *r)
{
	for (size_t i = r->len; i > 0; i--) {
		struct header_token t = r->address[i - 1];
		if (is_type(t, TOKEN_DOT) || is_type(t, TOKEN_LITERAL))
			return true;
		if (is_type(t, TOKEN_AT))
			return false;
	}
	return false;
}

static enum header_result
complete(struct header_rewriter *r)
{
	enum header_result result = HEADER_OK;

	if (is_special(r))
		return HEADER_OK;
	strip_route(r);
	strip_last(r, TOKEN_DOT);
	strip_last(r, TOKEN_AT);
	if (!has_word(r)) {	/* `@..` is nobody, as `@.` is */
		r->len = 0;
		return HEADER_OK;
	}
	if (!has_at(r))
		result = add_default(r, TOKEN_AT, HEADER_DEFAULT_HOST);
	if (result == HEADER_OK && has_plus(r)) {
		r->address[r->len - 1].len--;
		result = add_default(r, TOKEN_DOT, HEADER_PLUS_DOMAIN);
	}
	if (result == HEADER_OK && !has_domain(r))
		result = add_default(r, TOKEN_DOT, HEADER_DEFAULT_DOMAIN);
	return result;
}

static void
put_token(const struct header_rewriter *r, struct header_token t,
    struct buf *b)
{
	static const char marks[] = {
		[TOKEN_DOT] = '.', [TOKEN_COMMA] = ',', [TOKEN_AT] = '@',
		[TOKEN_LEFT] = '<', [TOKEN_RIGHT] = '>', [TOKEN_COLON] = ':',
		[TOKEN_SEMI] = ';'
	};
	bool is_literal = is_type(t, TOKEN_LITERAL);

	if (!header_token_is_word(t)) {
		buf_putc(b, marks[t.type]);
		return;
	}
	if (is_literal)
		buf_putc(b, '[');
	buf_putv(b, header_token_text(&r->tokens, t));
	if (is_literal)
		buf_putc(b, ']');
}

/* The address as envelopes have it, added to b.  A NUL would end it there. */
static enum header_result
put_raw(const struct header_rewriter *r, struct buf *b)
{
	size_t start = b->len;

	for (size_t i = 0; i < r->len; i++)
		put_token(r, r->address[i], b);
	return view_has_byte(view_from(buf_view(b), start), '\0') ?
	    HEADER_SYNTAX : HEADER_OK;
}

/* ---- a field ---- */

static struct header_token
at(const struct walk *k, size_t i)
{
	return k->r->tokens.v[i];
}

static bool
is_comment(const struct walk *k, size_t i)
{
	return is_type(at(k, i), TOKEN_COMMENT);
}

static void
put(struct walk *k, size_t i)
{
	header_write(&k->w, &k->r->tokens, at(k, i));
}

static void
put_comma_if_owed(struct walk *k)
{
	if (k->owes_comma)
		header_write_mark(&k->w, TOKEN_COMMA);
	k->owes_comma = false;
}

/* Comments at *i belong to what is before them. */
static void
put_leading_comments(struct walk *k, size_t *i, size_t end)
{
	while (k->owes_comma && *i < end && is_comment(k, *i))
		put(k, (*i)++);
}

/*
 * v[i..end) is one address with comments, which come behind it.  Marks of
 * which nothing is left are an address only where brackets say so.
 */
static enum header_result
put_address(struct walk *k, size_t i, size_t end, bool is_bare)
{
	struct header_rewriter *r = k->r;
	enum header_result result;

	r->len = 0;
	for (size_t n = i; n < end; n++)
		if (!is_comment(k, n))
			add(r, at(k, n));
	result = complete(r);
	if (result == HEADER_OK)
		result = put_raw(r, k->addresses);
	if (result != HEADER_OK)
		return result;
	if (r->len > 0 || !is_bare)
		buf_putc(k->addresses, '\0');
	for (size_t n = 0; n < r->len; n++)
		header_write(&k->w, &r->tokens, r->address[n]);
	for (size_t n = i; n < end; n++)
		if (is_comment(k, n))
			put(k, n);
	if (k->out->len - k->out_start > HEADER_TEXT_MAX ||
	    k->addresses->len - k->addresses_start > HEADER_TEXT_MAX)
		return HEADER_TOO_LONG;
	return HEADER_OK;
}

/* The next place where a word follows a word: a comma is missing there. */
static size_t
end_of_bare(const struct walk *k, size_t i, size_t end, bool *is_empty)
{
	bool after_word = false;

	*is_empty = true;
	for (; i < end; i++) {
		bool is_word = header_token_is_word(at(k, i));
		if (is_comment(k, i))
			continue;
		if (is_word && after_word)
			break;
		after_word = is_word;
		*is_empty = false;
	}
	return i;
}

/* Addresses without brackets: v[i..end). */
static enum header_result
put_bare(struct walk *k, size_t i, size_t end)
{
	enum header_result result = HEADER_OK;
	bool is_empty;

	while (i < end && result == HEADER_OK) {
		size_t next;
		put_leading_comments(k, &i, end);
		next = end_of_bare(k, i, end, &is_empty);
		if (!is_empty) {
			put_comma_if_owed(k);
			result = put_address(k, i, next, true);
			k->owes_comma = true;
		} else
			for (; i < next; i++)
				put(k, i);
		i = next;
	}
	return result;
}

/* The words before a `<` or `:`, as they are. */
static void
put_phrase(struct walk *k, size_t i, size_t end)
{
	put_leading_comments(k, &i, end);
	put_comma_if_owed(k);
	for (; i < end; i++)
		put(k, i);
}

/*
 * v[*i] is `<`.  Without a `>` before the next `<` the address ends at the
 * next comma or semicolon.
 */
static enum header_result
put_bracketed(struct walk *k, size_t *i)
{
	size_t start = *i + 1, end, stop = k->end;
	enum header_result result;

	for (end = start; end < k->end; end++) {
		struct header_token t = at(k, end);
		if (is_type(t, TOKEN_RIGHT) || is_type(t, TOKEN_LEFT))
			break;
		if (stop == k->end && (is_type(t, TOKEN_COMMA) ||
		    is_type(t, TOKEN_SEMI)))
			stop = end;
	}
	if (end < k->end && is_type(at(k, end), TOKEN_RIGHT))
		*i = end + 1;
	else
		*i = end = stop < end ? stop : end;
	put(k, start - 1);
	result = put_address(k, start, end, false);
	header_write_mark(&k->w, TOKEN_RIGHT);
	k->owes_comma = true;
	return result;
}

/* A group opens with `:` and closes with `;`; a first `;` alone may be. */
static enum header_result
put_group_mark(struct walk *k, size_t *i, bool opens)
{
	if (opens ? k->group == GROUP_OPEN : k->group == GROUP_CLOSED)
		return HEADER_SYNTAX;
	k->group = opens ? GROUP_OPEN : GROUP_CLOSED;
	put(k, (*i)++);
	k->owes_comma = !opens;
	return HEADER_OK;
}

static bool
ends_slot(struct header_token t)
{
	return is_type(t, TOKEN_COMMA) || is_type(t, TOKEN_LEFT) ||
	    is_type(t, TOKEN_RIGHT) || is_type(t, TOKEN_COLON) ||
	    is_type(t, TOKEN_SEMI);
}

/* From v[*i] to the next mark, and that mark. */
static enum header_result
put_slot(struct walk *k, size_t *i)
{
	enum header_result result;
	size_t start = *i;

	while (*i < k->end && !ends_slot(at(k, *i)))
		(*i)++;
	if (*i < k->end && is_type(at(k, *i), TOKEN_RIGHT))
		return HEADER_SYNTAX;
	if (*i < k->end && is_type(at(k, *i), TOKEN_LEFT)) {
		put_phrase(k, start, *i);
		return put_bracketed(k, i);
	}
	if (*i < k->end && is_type(at(k, *i), TOKEN_COLON)) {
		put_phrase(k, start, *i);
		return put_group_mark(k, i, true);
	}
	result = put_bare(k, start, *i);
	if (result != HEADER_OK || *i == k->end)
		return result;
	if (is_type(at(k, *i), TOKEN_SEMI))
		return put_group_mark(k, i, false);
	put(k, (*i)++);
	k->owes_comma = false;
	return HEADER_OK;
}

static void
reset(struct header_rewriter *r)
{
	header_tokens_clear(&r->tokens);
	for (size_t i = 0; i < HEADER_DEFAULTS; i++)
		r->defaults[i].from = 0;
}

static enum header_result
walk_field(struct walk *k)
{
	enum header_result result = HEADER_OK;
	size_t i = 0;

	while (i < k->end && result == HEADER_OK)
		result = put_slot(k, &i);
	if (result == HEADER_OK && k->group == GROUP_OPEN)
		result = HEADER_SYNTAX;
	return result;
}

enum header_result
header_rewrite(struct header_rewriter *r, struct view field, struct buf *out,
    struct buf *addresses)
{
	size_t colon = view_chr(field, ':');
	struct walk k = { .r = r, .out = out, .addresses = addresses,
	    .out_start = out->len, .addresses_start = addresses->len };
	enum header_result result;

	reset(r);
	header_write_begin(&k.w, out);
	buf_putv(out, view_trim_end(view_upto(field, colon)));
	header_write_mark(&k.w, TOKEN_COLON);
	result = parse(&r->tokens, view_from(field, colon + 1), HEADER_SYNTAX);
	k.end = r->tokens.len;
	if (result == HEADER_OK)
		result = walk_field(&k);
	header_write_end(&k.w);
	if (result != HEADER_OK) {
		buf_cut(out, k.out_start);
		buf_cut(addresses, k.addresses_start);
	}
	return result;
}

/* ---- one raw address ---- */

/* Words, dots and @, and no word beside a word. */
static bool
is_one_address(const struct header_tokens *t)
{
	bool after_word = false;

	for (size_t i = 0; i < t->len; i++) {
		bool is_word = header_token_is_word(t->v[i]);
		if (is_word ? after_word : !is_type(t->v[i], TOKEN_DOT) &&
		    !is_type(t->v[i], TOKEN_AT))
			return false;
		after_word = is_word;
	}
	return true;
}

enum header_result
header_rewrite_raw(struct header_rewriter *r, struct view raw, struct buf *out)
{
	struct buf quoted = BUF_INIT;
	enum header_result result;

	if (view_has_prefix(raw, VIEW_LIT("<")) &&
	    view_has_suffix(raw, VIEW_LIT(">")))
		raw = view_make(raw.p + 1, raw.len - 2);
	buf_clear(out);
	if (address_has_control(raw))	/* a line end would vanish unseen */
		return HEADER_SYNTAX;
	address_quote(raw, &quoted);
	reset(r);
	result = parse(&r->tokens, buf_view(&quoted), HEADER_SYNTAX);
	buf_free(&quoted);
	if (result == HEADER_OK && !is_one_address(&r->tokens))
		result = HEADER_SYNTAX;
	r->len = 0;
	for (size_t i = 0; result == HEADER_OK && i < r->tokens.len; i++)
		add(r, r->tokens.v[i]);
	if (result == HEADER_OK)
		result = complete(r);
	return result == HEADER_OK ? put_raw(r, out) : result;
}
