/*
 * net.h: connections to somewhere else.
 */
#ifndef LIB_NET_H
#define LIB_NET_H

#include "lib/attr.h"
#include "lib/deadline.h"
#include "lib/ip.h"

/*
 * Connect by TCP to ip and port, from the address local (NULL: any) and
 * local_port (0: any), until the deadline.  Returns the descriptor, blocking
 * and close-on-exec; -1 with errno, ETIMEDOUT when the time is over.
 */
struct net_peer {
	struct ip ip;
	unsigned port;
	const struct ip *local;
	unsigned local_port;
};
MUST_CHECK int net_connect(const struct net_peer *to,
    const struct deadline *until);

/* A socket for family and type (socket(2)), close-on-exec, or -1. */
MUST_CHECK int net_socket(int family, int type);

#endif
