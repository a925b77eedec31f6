/*
 * remotes.h: the hosts that are told, RELAY_CTRL_REMOTES.
 */
#ifndef RELAY_REMOTES_H
#define RELAY_REMOTES_H

#include <stddef.h>

#include "lib/attr.h"
#include "lib/ip.h"
#include "lib/view.h"

#define RELAY_REMOTES_MAX 64	/* hosts */

struct relay_remote {
	struct ip ip;
	unsigned port;
};

/*
 * `ip[:port]` after commas, an IPv6 address with a port in brackets.  0 with
 * the number in *n; -1 with errno: EINVAL, E2BIG.
 */
MUST_CHECK int relay_remotes_scan(struct view list, unsigned default_port,
    struct relay_remote *remotes, size_t *n);

#endif
