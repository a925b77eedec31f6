#include "relay/remotes.h"

#include <errno.h>
#include <stdint.h>

#include "lib/num.h"

#define PORT_MAX 65535

static int
scan_one(struct view v, struct relay_remote *r)
{
	size_t at = view_rchr(v, ':');
	struct view host = view_upto(v, at);
	uint64_t port;

	if (ip_scan(v, &r->ip) == 0)
		return 0;	/* no port; IPv6 text has colons of its own */
	if (v.len > 0 && v.p[0] == '[') {
		if (ip_scan_literal(v, &r->ip) == 0)
			return 0;
		if (ip_scan_literal(host, &r->ip) < 0)
			return -1;
	} else if (ip_scan(host, &r->ip) < 0 || !ip_is_v4(&r->ip)) {
		errno = EINVAL;
		return -1;
	}
	if (num_scan(view_from(v, at + 1), PORT_MAX, &port) < 0 || port == 0) {
		errno = EINVAL;
		return -1;
	}
	r->port = (unsigned)port;
	return 0;
}

int
relay_remotes_scan(struct view list, unsigned default_port,
    struct relay_remote *remotes, size_t *n)
{
	struct view one;

	*n = 0;
	while (view_cut(&list, ',', &one)) {
		if (one.len == 0)
			continue;
		if (*n == RELAY_REMOTES_MAX) {
			errno = E2BIG;
			return -1;
		}
		remotes[*n].port = default_port;
		if (scan_one(one, &remotes[*n]) < 0)
			return -1;
		(*n)++;
	}
	return 0;
}
