/*
 * svfiles.h: the runtime files of a service, for supervise alone.
 */
#ifndef SUPERVISE_SVFILES_H
#define SUPERVISE_SVFILES_H

#include "lib/attr.h"
#include "lib/buf.h"

/*
 * For the service in the current directory, called dir in messages: find its
 * runtime folder (into base), make it and its control fifo, take the lock.
 * Dies (111) when it cannot or somebody else has the lock.  The descriptors
 * stay open for the life of the process.  Returns the control fifo's,
 * non-blocking.
 */
MUST_CHECK int svfiles_open(const char *dir, struct buf *base);

/*
 * From now on others see that supervise runs, by the ok fifo.  Not before the
 * status is written: they would read none, or that of who ran here before.
 */
void svfiles_show(const char *dir, const struct buf *base);

#endif
