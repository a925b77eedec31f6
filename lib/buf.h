/*
 * buf.h: a run of bytes that grows.  p is never NULL and p[len] is always 0,
 * so p may be used as a string wherever NUL bytes were refused before.
 * Bytes may include NUL.  Memory: lib/mem.h, so adding never fails; whoever
 * adds outside data keeps a limit first (buf_room() helps).
 * A struct buf starts as BUF_INIT and is given back by buf_free(), after which
 * it is BUF_INIT again.
 */
#ifndef LIB_BUF_H
#define LIB_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

struct buf {
	char *p;
	size_t len;		/* bytes in use, without the NUL behind */
	size_t cap;		/* bytes allocated; 0 = p is buf_nothing */
};

extern char buf_nothing[1];	/* "" of every empty buf; never written */

#define BUF_INIT { .p = buf_nothing, .len = 0, .cap = 0 }

void buf_free(struct buf *b);
void buf_wipe(struct buf *b);		/* overwrite, then free: secrets */
void buf_clear(struct buf *b);		/* length 0, memory kept */
void buf_cut(struct buf *b, size_t len);	/* shorten to len */
void buf_reserve(struct buf *b, size_t more);	/* room for more bytes */
void buf_drop(struct buf *b, size_t n);	/* remove the first n bytes */

void buf_put(struct buf *b, const void *p, size_t len);
void buf_putc(struct buf *b, char c);
void buf_puts(struct buf *b, const char *s);	/* without its NUL */
void buf_puts0(struct buf *b, const char *s);	/* with its NUL */
void buf_putv(struct buf *b, struct view v);
void buf_put_u64(struct buf *b, uint64_t n);	/* decimal */
/* Several strings at once: buf_cat(&b, "a", name, "\n"). */
#define buf_cat(b, ...) \
	buf_put_strings((b), (const char *const[]){ __VA_ARGS__, NULL })
void buf_put_strings(struct buf *b, const char *const *s);

void buf_set(struct buf *b, struct view v);	/* replace; v not inside b */
void buf_sets(struct buf *b, const char *s);

static inline struct view
buf_view(const struct buf *b)
{
	return view_make(b->p, b->len);
}

/* Bytes that may still be added when b must not exceed max. */
static inline size_t
buf_room(const struct buf *b, size_t max)
{
	return b->len < max ? max - b->len : 0;
}

#endif
