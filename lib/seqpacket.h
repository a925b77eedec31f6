/*
 * seqpacket.h: records, with or without descriptors, over a SOCK_SEQPACKET
 * pair (os_seqpair(), unix(7)): how a process that stays gets its next job.
 */
#ifndef LIB_SEQPACKET_H
#define LIB_SEQPACKET_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/view.h"

#define SEQPACKET_FDS_MAX 32	/* descriptors of one record */

/* Whether fd is an end of such a pair; any other descriptor is left alone. */
bool seqpacket_is(int fd);
/* Whether the record that comes next is exactly these bytes; it stays. */
bool seqpacket_next_is(int fd, struct view bytes);

/*
 * Receive one record into space.  Its descriptors go to fds, with room for
 * SEQPACKET_FDS_MAX, close-on-exec and the caller's; fds NULL: it must have
 * none.  Bytes; 0 at the end; -1 with errno: EPROTO (too long, or too many
 * descriptors: none is kept open), EAGAIN (not waits, and nothing there),
 * recvmsg(2)'s.
 */
MUST_CHECK ssize_t seqpacket_recv(int fd, char *space, size_t size, int *fds,
    size_t *nfds, bool waits);
/*
 * Send one.  0; -1 with errno: EPIPE (the other end is gone), EAGAIN when it
 * does not wait, EMSGSIZE.  The descriptors stay open here.
 */
MUST_CHECK int seqpacket_send(int fd, struct view bytes, const int *fds,
    size_t nfds, bool waits);

#endif
