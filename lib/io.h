/*
 * io.h: buffered reading and writing of descriptors: lib/io_core.h, and what
 * reads into a struct buf.
 */
#ifndef LIB_IO_H
#define LIB_IO_H

#include "lib/buf.h"
#include "lib/io_core.h"

/*
 * Read one line, without its LF, into b (replaced; never more than max bytes).
 * Returns 1 with a line, 0 at end of input, -1 with errno: ETIMEDOUT, EMSGSIZE
 * (line longer than max; its rest is unread; not sticky), EPIPE (end inside a
 * line: what was there is in b), read(2)'s.
 * Bytes may include NUL and CR.  Not for SMTP: see mail/smtp_line.h.
 */
MUST_CHECK int in_line(struct in *in, struct buf *b, size_t max);
/*
 * Read up to and including sep (kept out of b): as in_line() for other
 * terminators, NUL-separated records above all.
 */
MUST_CHECK int in_until(struct in *in, char sep, struct buf *b, size_t max);

/* Add everything up to the end of input: 0, -1 (EMSGSIZE beyond max). */
MUST_CHECK int in_all(struct in *in, struct buf *b, size_t max);

/* Overwrite what was read: secrets.  Unread bytes stay. */
void in_wipe(struct in *in);

#endif
