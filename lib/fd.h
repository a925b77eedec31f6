/*
 * fd.h: descriptors.
 */
#ifndef LIB_FD_H
#define LIB_FD_H

#include <stdbool.h>

#include "lib/attr.h"

/* All return 0, or -1 with errno, unless said otherwise. */

/* Make to the same open file as from; from stays.  to is not close-on-exec. */
MUST_CHECK int fd_copy(int to, int from);
/* Make to the same open file as from and close from (nothing if equal). */
MUST_CHECK int fd_move(int to, int from);
MUST_CHECK int fd_set_cloexec(int fd);
MUST_CHECK int fd_clear_cloexec(int fd);
MUST_CHECK int fd_set_nonblock(int fd);
MUST_CHECK int fd_clear_nonblock(int fd);
/* Close *fd if it is open (>= 0) and make it -1; keeps errno.  For readers
 * and pipes: a file that was written is closed with sys_close(), checked. */
void fd_close(int *fd);
/* Whether both are the same file, socket or pipe; false when closed. */
bool fd_is_same(int a, int b);
/* Open /dev/null on those of 0, 1, 2 that are closed. */
MUST_CHECK int fd_open_std(void);

#endif
