/*
 * done.h: messages with nothing left to deliver: the bounce is sent, then the
 * files go, a batch at a time and in an order that no power cut can turn
 * round: recipients and bounce text, info/N, and mess/N last (queue.md 4.3).
 * That is not urgent: while deliveries run a batch waits a moment for more.
 * Then its syncs are made at the same time (send/ahead.h).
 */
#ifndef SEND_DONE_H
#define SEND_DONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "send/ahead.h"
#include "send/bounce.h"
#include "send/shared.h"

#define DONE_BATCH_MAX 64
#define DONE_WAIT_MS 100	/* for others, while mail is being delivered */
#define DONE_SENDING_MAX 4	/* bounces on their way to qmail-queue */

enum done_state {
	DONE_COLLECT,		/* looking at finished messages */
	DONE_AHEAD_FIRST,	/* syncing by threads */
	DONE_SYNC_FIRST,	/* the removal of recipients and texts */
	DONE_UNLINK,		/* info/N */
	DONE_AHEAD_INFO,
	DONE_SYNC_INFO,
	DONE_STATES
};

struct done {
	struct shared *shared;
	enum done_state state;
	uint64_t batch[DONE_BATCH_MAX];
	size_t len;
	size_t at;		/* of this state's work */
	struct ahead ahead;
	struct deadline until;	/* a batch that is not full waits */
	struct bounce_sending sending[DONE_SENDING_MAX];
};

void done_init(struct done *d, struct shared *shared);
/* One step; nothing when there is nothing to do. */
void done_step(struct done *d);
/* A bounce's descriptor (d->sending[i].fd) is readable. */
void done_bounced(struct done *d, size_t i);
void done_wake(const struct done *d, struct wake *w);
/*
 * Some have lost info/N, and mess/N was not yet asked for: they look like what
 * a crash left behind.
 */
bool done_is_removing(const struct done *d);
/* No batch and no bounce is half done. */
bool done_is_quiet(const struct done *d);

#endif
