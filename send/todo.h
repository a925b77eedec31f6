/*
 * todo.h: new mail is found in todo/ and sorted, a batch at a time: all files
 * are written, then all are synced, and the directories once each, and only
 * then qmail-clean is asked to remove the todo files (queue.md 4.2, 6, 10).
 * The syncs of a batch are made at the same time (send/ahead.h), those of a
 * message alone one by one.  Each call does one small step, so deliveries never
 * wait for a batch.
 */
#ifndef SEND_TODO_H
#define SEND_TODO_H

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "send/ahead.h"
#include "send/shared.h"
#include "send/sort.h"
#include "send/trigger.h"

#define TODO_BATCH_MAX 64	/* messages; three descriptors each */

enum todo_state {
	TODO_REST,		/* until the trigger or the time */
	TODO_READ,		/* taking names from todo/ */
	TODO_WRITE,		/* in the middle of a long envelope */
	TODO_AHEAD,		/* syncing by threads */
	TODO_SYNC_FILES,	/* what is left of it */
	TODO_SYNC_DIRS,
	TODO_CLEAN,		/* qmail-clean is removing them */
	TODO_STATES
};

struct todo {
	struct shared *shared;
	enum todo_state state;
	struct trigger trigger;
	int64_t next_scan;	/* unix seconds: without being triggered */
	struct deadline gather;	/* mail has just come: more will, until then */
	bool is_triggered;
	bool was_useful;	/* this scan found mail that could be sorted */
	bool has_more;		/* todo/ is not read to its end */
	DIR *dir;
	bool is_open_at;	/* and being read; else it is to be rewound */
	unsigned at;		/* directory being read: 0 todo/, n todo/n-1 */
	struct sort sort;
	struct sorted batch[TODO_BATCH_MAX];
	size_t len, max;
	size_t done;		/* of this state's work */
	struct ahead ahead;
};

/* batch_max: what the descriptors allow, 1..TODO_BATCH_MAX. */
void todo_init(struct todo *t, struct shared *shared, size_t batch_max);
void todo_free(struct todo *t);

/* Descriptor that is readable when the trigger was pulled; -1: not now. */
int todo_trigger_fd(const struct todo *t);
void todo_pull(struct todo *t);
/* One step; nothing when there is nothing to do. */
void todo_step(struct todo *t);
void todo_wake(const struct todo *t, struct wake *w);
/* qmail-clean answered a CLEAN_TODO request. */
void todo_cleaned(struct todo *t, const struct clean_request *r, bool done);
/* A batch is under way. */
static inline bool
todo_is_sorting(const struct todo *t)
{
	return t->state != TODO_REST;
}
/* Nothing is half done that qmail-clean or the schedule should hear of. */
bool todo_is_quiet(const struct todo *t);

#endif
