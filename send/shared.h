/*
 * shared.h: what the rooms of qmail-send have in common: the queue's layout,
 * the settings, the clock of this turn, and what is to be done when.
 */
#ifndef SEND_SHARED_H
#define SEND_SHARED_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/deadline.h"
#include "mail/qpath.h"
#include "send/channel.h"
#include "send/clean.h"
#include "send/dirs.h"
#include "send/fresh.h"
#include "send/heap.h"
#include "send/idset.h"
#include "send/settings.h"
#include "send/syncs.h"

#define SHARED_CLEAR_MAX 256

struct shared {
	struct qlayout layout;
	struct settings settings;
	struct dirs dirs;
	struct syncs syncs;
	struct fresh fresh;
	struct clean clean;
	int64_t now;		/* unix seconds, at the start of the turn */
	bool stopping;		/* SIGTERM, or a helper was lost */
	bool is_delivering;	/* something is in flight */
	bool has_waited;	/* this step: for the disk, or for long */

	bool had_bounces;	/* bounce/ was not empty at the start */

	struct heap due[CHANNELS];	/* sorted messages: next attempt */
	struct heap finished;	/* nothing left to deliver: bounce, remove */
	/*
	 * Finished in their first attempt: only info/N and mess/N are left,
	 * for certain.  When there is no room they are in finished.
	 */
	uint64_t clear[SHARED_CLEAR_MAX];
	size_t nclear;
	struct heap unsure;	/* could not be looked at: try again */
	/*
	 * Only mess/N is left: info/N is removed, but its directory could not
	 * be synced.  Nobody else may have mess/N removed meanwhile, and the
	 * number used again.
	 */
	struct heap unsynced;

	/*
	 * Until the start-up scan is through: the messages sorted since the
	 * start.  They are on their way already, so the scan passes them by.
	 */
	bool scanning;
	struct idset sorted;
	bool hurrying;		/* SIGALRM meanwhile: what it finds is due */
};

/*
 * When a room has to be called again: at once, at a moment of the wall clock
 * (unix seconds), at a moment of the steady clock.
 */
struct wake {
	bool at_once;
	int64_t at_s;		/* INT64_MAX: never */
	struct deadline at;
};

static inline void
wake_at_s(struct wake *w, int64_t at_s)
{
	if (at_s < w->at_s)
		w->at_s = at_s;
}

static inline void
wake_at(struct wake *w, struct deadline at)
{
	w->at = deadline_min(w->at, at);
}

static inline void
wake_for_heap(struct wake *w, const struct heap *h)
{
	if (h->len > 0)
		wake_at_s(w, h->v[0].due);
}

#endif
