/*
 * relay.h: bytes carried between a TLS connection and a descriptor of plain
 * text, both ways at once, in constant memory.
 */
#ifndef TLS_RELAY_H
#define TLS_RELAY_H

#include <tls.h>

#include "lib/attr.h"
#include "lib/deadline.h"

#define RELAY_FLUSH_S 30	/* without a byte, once one side is over */

/*
 * Finish the handshake of tls, whose socket is fd and does not block, before
 * the deadline: 0, or -1 (tls_error() says why; errno ETIMEDOUT).
 */
MUST_CHECK int relay_handshake(struct tls *tls, int fd,
    const struct deadline *until);

/*
 * Until both directions are over: what arrives by TLS is written to clear, a
 * stream socket, and what is read from clear is sent by TLS.  The end of one
 * direction is passed on; then the other may pause for RELAY_FLUSH_S.
 */
void relay_run(struct tls *tls, int fd, int clear);

#endif
