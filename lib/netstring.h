/*
 * netstring.h: `length:bytes,` (netstrings, D. J. Bernstein 1997).
 */
#ifndef LIB_NETSTRING_H
#define LIB_NETSTRING_H

#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"

/*
 * Read the length and the colon.  1 with *len; 0 at end of input before the
 * first digit; -1 with errno: EPROTO (not digits and a colon), ERANGE (beyond
 * max), EPIPE, ETIMEDOUT, read(2)'s.
 */
MUST_CHECK int netstring_get_len(struct in *in, uint64_t max, uint64_t *len);
/* Read the comma: 1, or -1 as above. */
MUST_CHECK int netstring_get_comma(struct in *in);
/* A whole netstring of at most max bytes into b (replaced): 1, 0, -1. */
MUST_CHECK int netstring_get(struct in *in, struct buf *b, size_t max);
void netstring_put(struct out *out, struct view v);

#endif
