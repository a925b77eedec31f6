#include "mail/address.h"

#include "lib/ascii.h"

#define DEL 127

bool
address_split(struct view a, struct view *local, struct view *domain)
{
	size_t at = view_rchr(a, '@');

	*local = view_upto(a, at);
	*domain = view_from(a, at + 1);
	return at < a.len;
}

static bool
is_control(char c)
{
	return (c >= 0 && c < ' ') || c == DEL;
}

static bool
is_high(char c)
{
	return ((unsigned char)c & 0x80) != 0;
}

static bool
is_special(char c)
{
	return view_has_byte(VIEW_LIT(" \"(),:;<>@[\\]"), c);
}

static bool
needs_quotes(struct view local, bool utf8)
{
	if (local.len == 0 || local.p[0] == '.' ||
	    local.p[local.len - 1] == '.')
		return true;
	for (size_t i = 0; i < local.len; i++) {
		char c = local.p[i];
		if (is_control(c) || is_special(c) || (is_high(c) && !utf8))
			return true;
		if (c == '.' && local.p[i - 1] == '.')
			return true;
	}
	return false;
}

static void
put_quoted(struct view local, struct buf *out)
{
	buf_putc(out, '"');
	for (size_t i = 0; i < local.len; i++) {
		if (view_has_byte(VIEW_LIT("\r\n\"\\"), local.p[i]))
			buf_putc(out, '\\');
		buf_putc(out, local.p[i]);
	}
	buf_putc(out, '"');
}

static void
quote(struct view a, bool utf8, struct buf *out)
{
	struct view local, domain;

	if (a.len == 0)
		return;
	(void)address_split(a, &local, &domain);  /* without @ all is local */
	if (needs_quotes(local, utf8))
		put_quoted(local, out);
	else
		buf_putv(out, local);
	buf_putv(out, view_from(a, local.len));
}

void
address_quote(struct view a, struct buf *out)
{
	quote(a, false, out);
}

void
address_quote_utf8(struct view a, struct buf *out)
{
	quote(a, true, out);
}

/* Where the first byte end outside quotes is, or a.len. */
static size_t
find_unquoted(struct view a, char end)
{
	bool quoted = false;

	for (size_t i = 0; i < a.len; i++) {
		if (a.p[i] == '\\')
			i++;
		else if (a.p[i] == '"')
			quoted = !quoted;
		else if (a.p[i] == end && !quoted)
			return i;
	}
	return a.len;
}

/* a without `@a,@b:`; colons in a literal ([IPv6:...]) do not end it. */
static struct view
skip_route(struct view a)
{
	bool in_literal = false;

	if (a.len == 0 || a.p[0] != '@')
		return a;
	for (size_t i = 0; i < a.len; i++) {
		if (a.p[i] == '[')
			in_literal = true;
		else if (a.p[i] == ']')
			in_literal = false;
		else if (a.p[i] == ':' && !in_literal)
			return view_from(a, i + 1);
	}
	return a;
}

static bool
unquote(struct view a, size_t max, struct buf *out)
{
	for (size_t i = 0; i < a.len; i++) {
		if (a.p[i] == '"')
			continue;
		if (a.p[i] == '\\' && ++i == a.len)
			break;
		if (out->len == max)
			return false;
		buf_putc(out, a.p[i]);
	}
	return true;
}

bool
address_path(struct view arg, size_t max, struct buf *out, struct view *rest)
{
	size_t open = view_chr(arg, '<'), end;
	struct view a;

	buf_clear(out);
	if (open < arg.len) {
		a = view_from(arg, open + 1);
		end = find_unquoted(a, '>');
	} else {
		a = view_from(arg, view_chr(arg, ':') + 1);
		while (a.len > 0 && a.p[0] == ' ')
			a = view_from(a, 1);
		end = find_unquoted(a, ' ');
	}
	*rest = view_from(a, end + 1);
	return unquote(skip_route(view_upto(a, end)), max, out);
}

bool
address_has_control(struct view a)
{
	for (size_t i = 0; i < a.len; i++)
		if (is_control(a.p[i]))
			return true;
	return false;
}
