/*
 * accounts.h: all of users/accounts at once: duplicates, and where the mail
 * of an account arrives.
 */
#ifndef MAIL_ACCOUNTS_H
#define MAIL_ACCOUNTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "lib/view.h"
#include "mail/account.h"
#include "mail/control.h"

#define ACCOUNTS_TEXT_MAX (256 * 1024 * 1024)	/* bytes of users/accounts */

/* The addresses there were so far; views, whose bytes have to stay. */
struct accounts_seen {
	struct view *v;		/* open addressing; an empty view is free */
	size_t len, slots;
};

#define ACCOUNTS_SEEN_INIT { .v = NULL, .len = 0, .slots = 0 }

/* False when it was there before, in any case. */
bool accounts_add_seen(struct accounts_seen *s, struct view address);
void accounts_seen_free(struct accounts_seen *s);

/* What qmail-send does with a domain. */
struct accounts_route {
	struct control_list locals, virtualdomains;
};

#define ACCOUNTS_ROUTE_INIT \
	{ .locals = CONTROL_LIST_INIT, .virtualdomains = CONTROL_LIST_INIT }

MUST_CHECK int accounts_route_load(struct accounts_route *r);	/* 0, -1 */
void accounts_route_free(struct accounts_route *r);

/*
 * The lines of users/assign that bring mail to the account: its address, and
 * user-anything.  False, with nothing written, when qmail-send would send the
 * mail away.
 */
bool accounts_put_assign(const struct accounts_route *r,
    const struct account_line *l, struct out *out);

#endif
