/*
 * route.h: where an address goes and what it is called there (scheduling.md 5,
 * control.md 3).  Pure: the rules are read elsewhere (send/settings.h).
 */
#ifndef SEND_ROUTE_H
#define SEND_ROUTE_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"
#include "mail/control.h"
#include "send/channel.h"

struct route_rules {
	bool has_locals;		/* control/locals exists */
	struct control_list locals;
	struct buf me;			/* the local domain without it */
	struct control_list percenthack;
	struct control_list virtualdomains;
	struct buf envnoathost;
};

#define ROUTE_RULES_INIT { .locals = CONTROL_LIST_INIT, .me = BUF_INIT, \
	.percenthack = CONTROL_LIST_INIT, \
	.virtualdomains = CONTROL_LIST_INIT, .envnoathost = BUF_INIT }

/* The channel of a, and its rewritten form in out (replaced). */
enum channel route_address(const struct route_rules *r, struct view a,
    struct buf *out);

/*
 * A rewritten address as its sender knows it: without the prefix of its
 * virtual domain (messages.md 7).  A view into a.
 */
struct view route_strip(const struct route_rules *r, struct view a);

void route_free(struct route_rules *r);

#endif
