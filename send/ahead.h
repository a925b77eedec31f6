/*
 * ahead.h: what a batch has to have synced, before its turn comes one by one:
 * all at the same time by threads (send/syncs.h), in rounds, because another
 * batch may have a directory under way that has changed since.  What is left
 * over, for it is little or there are no threads, is synced by the batch.
 */
#ifndef SEND_AHEAD_H
#define SEND_AHEAD_H

#include <stdbool.h>
#include <stdint.h>

#include "send/shared.h"

struct ahead {
	struct sync_group group;
	struct sync_group *awaited;	/* under way: ours, another's, NULL */
	uint64_t before;	/* these changes shall be durable (dirs.h) */
};

/* All changes of the batch are made. */
void ahead_begin(struct ahead *a, struct shared *s);
/* A group is under way: its end wakes the main loop. */
bool ahead_is_waiting(const struct ahead *a);
/* Otherwise, a round: whether it makes sense to add anything; */
bool ahead_may_add(struct ahead *a, struct shared *s);
void ahead_add(struct ahead *a, struct sync *file);
void ahead_add_dir(struct ahead *a, struct shared *s, enum qdir dir,
    uint64_t id);
/* and then: true when it has to be waited for, false after the last. */
bool ahead_go(struct ahead *a, struct shared *s);

/* Of a directory that the batch needs. */
static inline enum dirs_state
ahead_dir_state(const struct ahead *a, const struct shared *s, enum qdir dir,
    uint64_t id)
{
	return dirs_state(&s->dirs, dir, id, a->before);
}

#endif
