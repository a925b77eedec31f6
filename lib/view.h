/*
 * view.h: bytes that belong to somebody else.  May contain NUL; never ends in
 * one on purpose.  Valid only as long as the owner keeps the bytes.
 * Positions are byte offsets; "not found" is the length.
 */
#ifndef LIB_VIEW_H
#define LIB_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct view {
	const char *p;		/* never NULL */
	size_t len;
};

#define VIEW_EMPTY ((struct view){ .p = "", .len = 0 })
#define VIEW_LIT(s) ((struct view){ .p = "" s, .len = sizeof(s) - 1 })

static inline struct view
view_make(const char *p, size_t len)
{
	return (struct view){ .p = p, .len = len };
}

static inline struct view
view_of(const char *s)
{
	return view_make(s, strlen(s));
}

bool view_is(struct view v, const char *s);	/* the same bytes */
bool view_is_eq(struct view a, struct view b);
bool view_is_ieq(struct view a, struct view b);	/* but for ASCII case */
bool view_has_prefix(struct view v, struct view prefix);
bool view_has_iprefix(struct view v, struct view prefix);	/* any case */
bool view_has_suffix(struct view v, struct view suffix);
bool view_has_isuffix(struct view v, struct view suffix);	/* any case */
bool view_has_byte(struct view v, char c);

size_t view_chr(struct view v, char c);		/* first c, or v.len */
size_t view_rchr(struct view v, char c);	/* last c, or v.len */

/* From pos on, and the first pos bytes; pos is clipped to the length. */
struct view view_from(struct view v, size_t pos);
struct view view_upto(struct view v, size_t pos);
/* Without trailing spaces, TABs and LFs (control.md 1: CR stays). */
struct view view_trim_end(struct view v);
/* Without leading spaces and TABs. */
struct view view_trim_start(struct view v);

/*
 * Take the next piece of *rest that ends in sep (or at the end), without sep.
 * False when nothing is left: *rest is empty and ended without a sep.
 *	while (view_cut(&rest, '\n', &line)) ...
 * An input "a\n" gives one piece; "a" gives one; "" gives none.
 */
bool view_cut(struct view *rest, char sep, struct view *piece);

#endif
