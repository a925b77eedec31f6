/*
 * mx.h: which addresses to try for a host, in which order (protocols.md 3.1).
 *
 *	struct mx mx = MX_INIT;
 *	mx_start(&mx, host, &me);
 *	while ((what = mx_next(&mx, &ip)) == MX_TARGET)
 *		... try ip
 *	mx_free(&mx);
 *
 * Hosts of one preference are asked for their addresses when it is their turn,
 * so a delivery that works at once costs few questions.  An own address ends
 * the list before all hosts of its preference.  No address comes twice.
 */
#ifndef MAIL_MX_H
#define MAIL_MX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/dns.h"
#include "lib/ip.h"
#include "lib/random.h"
#include "mail/ipme.h"

#define MX_HOSTS_MAX 50		/* best hosts of an answer that count: ours */
#define MX_TARGETS_MAX 50	/* addresses tried for one message: ours */

enum mx_what {
	MX_TARGET,	/* an address */
	MX_END,		/* no more, some were given */
	/* reasons why there was none at all */
	MX_SOFT,	/* name service in trouble */
	MX_HARD,	/* no such host */
	MX_NO_ADDRESS,	/* MX records, but none leads to an address */
	MX_SELF,	/* we are the best one */
	MX_NULL		/* RFC 7505: the domain takes no mail */
};

struct mx_host {
	struct buf name;
	unsigned preference;
};

struct mx {
	/* who answers; lib/dns.h unless a test puts its own here */
	enum dns_result (*ask_mx)(const char *, struct dns_list *);
	enum dns_result (*ask_addresses)(const char *, struct dns_list *);
	uint32_t (*random_below)(uint32_t);

	const struct ipme *me;		/* NULL: no test for own addresses */
	struct mx_host *hosts;		/* in order */
	size_t nhosts, next_host;
	struct ip targets[MX_TARGETS_MAX];
	size_t ntargets, next_target;
	bool has_mx;			/* hosts are MX records' */
	bool has_soft;			/* some question got no answer */
	enum mx_what end;		/* once known, or MX_TARGET */
};

#define MX_INIT { .ask_mx = dns_mx, .ask_addresses = dns_addresses, \
	.random_below = random_below }

/* host: a name or an address; me is borrowed. */
void mx_start(struct mx *mx, const char *host, const struct ipme *me);
/* The same for a relay: its addresses, no MX, nothing is ourselves. */
void mx_start_relay(struct mx *mx, const char *relay);
MUST_CHECK enum mx_what mx_next(struct mx *mx, struct ip *ip);
/* mx_next() begins again with the first; nothing is asked twice. */
void mx_rewind(struct mx *mx);
void mx_free(struct mx *mx);

/* By preference; equal ones in random order. */
void mx_order(struct mx_host *hosts, size_t n, uint32_t (*below)(uint32_t));

#endif
