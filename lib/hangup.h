/*
 * hangup.h: the end of a connection that does not take the last reply with it.
 *
 * A connection that is closed while input is unread, or that gets more after
 * the close, is reset, and the reset drops what has not reached the peer yet
 * (RFC 1122 4.2.2.13).  A client that sends ahead would not hear why it was
 * refused.
 */
#ifndef LIB_HANGUP_H
#define LIB_HANGUP_H

#include <stdint.h>

#define HANGUP_MS 2000		/* for the peer to hear it and close */
#define HANGUP_MAX 1048576	/* bytes thrown away at most */

/*
 * Before exit, with all output flushed: end our half of the connection, then
 * read from it and throw away until the peer ends its half, or limit_ms or
 * HANGUP_MAX is over: whatever the peer does, it is held no longer.  Only
 * sockets need it: with anything else nothing is done.
 */
void hang_up(int readfd, int writefd, int64_t limit_ms);

#endif
