/*
 * base64.h: bytes as text (RFC 4648 4).
 */
#ifndef LIB_BASE64_H
#define LIB_BASE64_H

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

/* v, encoded with padding and without line ends, added to b. */
void base64_put(struct buf *b, struct view v);

/*
 * The bytes of v, added to b: 0; -1 (EINVAL) when v is not such a text: other
 * digits, a length that is no multiple of four, padding in the middle, bits
 * that belong to no byte.
 */
MUST_CHECK int base64_get(struct buf *b, struct view v);

#endif
