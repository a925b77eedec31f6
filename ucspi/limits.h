/*
 * limits.h: who is connected now, and who connected lately.  The memory is
 * shared with the children: the parent writes entries, and a child that
 * learned its client's real address (PROXY protocol) corrects its own two.
 * A child counts only what came before its own connection, so that of two
 * clients at the limit one gets in.
 */
#ifndef UCSPI_LIMITS_H
#define UCSPI_LIMITS_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/ip.h"

struct limits_entry {
	struct ip ip;
	_Atomic uint64_t seq;	/* of the connection; 0: free, or being made */
	int64_t at_ms;		/* monotonic */
};

struct limits {
	struct limits_entry *live;	/* max of them */
	pid_t *pids;		/* theirs, dense; 0 is a free entry */
	size_t max, running;
	size_t top;		/* no entry in use from here on */
	struct limits_entry *recent;	/* a ring: seq % LIMITS_RECENT */
	uint64_t seq;
};

#define LIMITS_RECENT 4096	/* connections that DIFFIP remembers */

/* Room for max connections: 0, -1 with errno. */
MUST_CHECK int limits_init(struct limits *l, size_t max);
/* A connection comes in; remembered as recent.  Returns its number. */
uint64_t limits_arrive(struct limits *l, const struct ip *ip);
/* The last one that came in stays, in this entry. */
struct limits_entry *limits_stay(struct limits *l);
/* It has a process; that one is gone, another will come; or it gets none. */
void limits_started(struct limits *l, const struct limits_entry *e, pid_t pid);
void limits_unstarted(struct limits *l, const struct limits_entry *e);
void limits_drop(struct limits *l, const struct limits_entry *e);
/* A child ended: true when it was one of ours. */
bool limits_leave(struct limits *l, pid_t pid);

/* In the child: it is really that one. */
void limits_correct(struct limits *l, struct limits_entry *live,
    const struct ip *ip);

/*
 * Connections up to number seq that are open now: from the same host (IPv6:
 * /64), from the same net (/24, /48); or came in the last seconds.
 */
size_t limits_same_host(const struct limits *l, const struct ip *ip,
    uint64_t seq);
size_t limits_same_net(const struct limits *l, const struct ip *ip,
    uint64_t seq);
size_t limits_recent(const struct limits *l, const struct ip *ip,
    uint64_t seq, int64_t seconds);

#endif
