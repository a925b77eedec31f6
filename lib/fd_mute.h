/*
 * fd_mute.h: the log, where it would go to the peer.
 */
#ifndef LIB_FD_MUTE_H
#define LIB_FD_MUTE_H

#include "lib/attr.h"

/*
 * Where 2 is the same as 1, the connection (inetd), make it /dev/null: what is
 * said there, by the programs that we run as well, is not for the peer.  Not
 * for a terminal: somebody tries things out.
 */
MUST_CHECK int fd_mute_log(void);

#endif
