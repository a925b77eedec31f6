/*
 * ipme.h: which addresses are this host's own: those of its interfaces, the
 * unspecified and the loopback ones, control/moreipme, less control/notipme
 * (control.md 5).  The most specific network decides; a tie goes to notipme.
 */
#ifndef MAIL_IPME_H
#define MAIL_IPME_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/ifaddr.h"
#include "lib/ip.h"

struct ipme {
	struct ifaddr_list own;
	struct ipme_nets {
		struct ip_net *v;
		size_t len;
	} more, never;
};

#define IPME_INIT { .own = IFADDR_LIST_INIT }

/* 0, or -1; ipme_free() in any case.  Malformed lines are skipped. */
MUST_CHECK int ipme_load(struct ipme *me);
bool ipme_has(const struct ipme *me, const struct ip *ip);
void ipme_free(struct ipme *me);

#endif
