/*
 * route.h: where mail for other hosts goes (control.md 4, 5): control/
 * authsenders by sender, before control/smtproutes by host.
 */
#ifndef MAIL_ROUTE_H
#define MAIL_ROUTE_H

#include "lib/attr.h"
#include "lib/view.h"
#include "mail/control.h"
#include "mail/smtproute.h"

struct route_table {
	struct control_list smtproutes, authsenders;
};

#define ROUTE_TABLE_INIT { .smtproutes = CONTROL_LIST_INIT, \
	.authsenders = CONTROL_LIST_INIT }

/* 0, or -1 with errno; route_free() in any case. */
MUST_CHECK int route_load(struct route_table *t);
void route_free(struct route_table *t);
/* Where mail from sender to host goes: 0, -1 (EINVAL: a bad line). */
MUST_CHECK int route_find(const struct route_table *t, struct view sender,
    struct view host, struct smtproute *r);

#endif
