/*
 * dest.h: the destinations of qmail-rspawn, and how many processes each gets.
 *
 * A process keeps its connection, so a fast peer needs few of them and a slow
 * one as many as there are deliveries.  As long as nothing is known of a peer
 * some are started at once, then twice as many each time that nothing was
 * finished for a moment.  Later it is reckoned: if those that wait would wait
 * longer than a new connection takes, one more is started.
 */
#ifndef MAIL_DEST_H
#define MAIL_DEST_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/buf.h"
#include "lib/ip.h"
#include "lib/view.h"

#define DEST_BURST 5		/* processes that are started at once */
#define DEST_RAMP_MS 5		/* without a result: twice as many */
#define DEST_RAMP_BIRTHS 3	/* ... but at least so many starts' time */
#define DEST_BIRTH_MS 20	/* of one, as long as it is unknown */
#define DEST_STALL_MS 250	/* a peer that was fast is not any more */
#define DEST_CONNECT_MS 20	/* what a new connection costs */
#define DEST_PART 64
#define DEST_SHARE_MS 20	/* a recipient waits for others' transaction */

/* Deliveries to one key, as far as they tell about the next ones. */
struct dest {
	struct buf key;
	/* A delivery over a connection that is there takes about so long, in
	 * 1/DEST_PART ms; -1: unknown. */
	int64_t best;
	int64_t started_ms, ended_ms;	/* last process, last delivery */
	int64_t used_ms;
	unsigned more;		/* processes that may be started at once */
	char peer[IP_FMT_MAX];	/* address of the last connection; or empty */
	/* After 421: at most so many at once, 0: no such limit. */
	unsigned allowed, good;	/* good: since it was last raised */
	int64_t cut_ms;		/* when it was last lowered */
};

#define DEST_MAX 256		/* remembered; the oldest is forgotten */

struct dest_table {
	struct dest v[DEST_MAX];
	size_t n;
};

/* The one of key; made if need be, in place of the one unused for longest. */
struct dest *dest_get(struct dest_table *t, struct view key, int64_t now);
/* A delivery of key took ms; -1: with a new connection, that says nothing. */
void dest_note_end(struct dest_table *t, struct view key, int64_t ms,
    int64_t now);

/* What is going on, for the reckoning. */
struct dest_load {
	unsigned running;	/* processes with a delivery */
	unsigned waiting;	/* deliveries; those that share count once */
	int64_t birth_ms;	/* a process says hello after so long */
};

/*
 * Whether to start a process now.  If not, *again_ms is when to ask again at
 * the latest.
 */
bool dest_may_start(struct dest *d, const struct dest_load *load, int64_t now,
    int64_t *again_ms);

/* ---- limits (control/concurrencyperhost) ---- */

#define DEST_HOLD_MS 10000	/* a delivery waits so long for its turn */
#define DEST_CUT_MS 5000	/* 421s within that time are one */

/*
 * What a report (letter first) on a delivery of key says: the peer's address,
 * and whether it has enough (421).  Then half of running are allowed, and one
 * more each time that all of these were accepted, up to limit.
 */
struct dest_report {
	struct view key, text;
	unsigned running, limit;
};
void dest_note_report(struct dest_table *t, const struct dest_report *r,
    int64_t now);
/* Whether both keys lead to one peer, as far as is known. */
bool dest_is_same_peer(const struct dest_table *t, struct view a,
    struct view b);
/* Whether one more delivery of key, while running are, is within limit. */
bool dest_has_room(const struct dest_table *t, struct view key,
    unsigned running, unsigned limit);

#endif
