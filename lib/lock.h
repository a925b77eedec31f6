/*
 * lock.h: flock(2) locks, the kind that qmail, daemontools and mail readers
 * share.  Released when the last descriptor of the open file closes.
 * 0, or -1 with errno; EAGAIN (`temporary failure`) when somebody else has it.
 */
#ifndef LIB_LOCK_H
#define LIB_LOCK_H

#include "lib/attr.h"

MUST_CHECK int lock_ex(int fd);		/* waits */
MUST_CHECK int lock_try(int fd);	/* exclusive, does not wait */
/* Waits at most that long, then fails with ETIMEDOUT. */
MUST_CHECK int lock_within(int fd, int seconds);

/*
 * Create a file that will be renamed, for one writer at a time: open, empty,
 * of mode 0600.  Who else comes here waits until it has its new name or its
 * writer is gone, but no longer than that: -1 with ETIMEDOUT, or open(2)'s.
 */
MUST_CHECK int lock_create(const char *path, int seconds);

#endif
