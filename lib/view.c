#include "lib/view.h"

#include "lib/ascii.h"

bool
view_is(struct view v, const char *s)
{
	return view_is_eq(v, view_of(s));
}

bool
view_is_eq(struct view a, struct view b)
{
	return a.len == b.len && memcmp(a.p, b.p, a.len) == 0;
}

bool
view_is_ieq(struct view a, struct view b)
{
	return a.len == b.len && view_has_iprefix(a, b);
}

bool
view_has_prefix(struct view v, struct view prefix)
{
	return v.len >= prefix.len && memcmp(v.p, prefix.p, prefix.len) == 0;
}

bool
view_has_iprefix(struct view v, struct view prefix)
{
	if (v.len < prefix.len)
		return false;
	for (size_t i = 0; i < prefix.len; i++)
		if (ascii_tolower(v.p[i]) != ascii_tolower(prefix.p[i]))
			return false;
	return true;
}

bool
view_has_suffix(struct view v, struct view suffix)
{
	return v.len >= suffix.len &&
	    view_is_eq(view_from(v, v.len - suffix.len), suffix);
}

bool
view_has_isuffix(struct view v, struct view suffix)
{
	return v.len >= suffix.len &&
	    view_is_ieq(view_from(v, v.len - suffix.len), suffix);
}

bool
view_has_byte(struct view v, char c)
{
	return view_chr(v, c) < v.len;
}

size_t
view_chr(struct view v, char c)
{
	const char *found;

	if (v.len == 0)
		return 0;
	found = memchr(v.p, c, v.len);
	return found == NULL ? v.len : (size_t)(found - v.p);
}

size_t
view_rchr(struct view v, char c)
{
	for (size_t i = v.len; i > 0; i--)
		if (v.p[i - 1] == c)
			return i - 1;
	return v.len;
}

struct view
view_from(struct view v, size_t pos)
{
	if (pos > v.len)
		pos = v.len;
	return view_make(v.p + pos, v.len - pos);
}

struct view
view_upto(struct view v, size_t pos)
{
	return view_make(v.p, pos < v.len ? pos : v.len);
}

struct view
view_trim_end(struct view v)
{
	while (v.len > 0 && (ascii_is_blank(v.p[v.len - 1]) ||
	    v.p[v.len - 1] == '\n'))
		v.len--;
	return v;
}

struct view
view_trim_start(struct view v)
{
	while (v.len > 0 && ascii_is_blank(v.p[0]))
		v = view_from(v, 1);
	return v;
}

bool
view_cut(struct view *rest, char sep, struct view *piece)
{
	size_t end;

	if (rest->len == 0)
		return false;
	end = view_chr(*rest, sep);
	*piece = view_upto(*rest, end);
	*rest = view_from(*rest, end + 1);
	return true;
}
