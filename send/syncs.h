/*
 * syncs.h: fsync(2)s of one batch made at the same time, by a few threads:
 * flushes that are under way together share one of the disk's and one commit
 * of the journal.  The main thread goes on meanwhile; a descriptor tells it
 * when the last of a group is over.
 *
 * The threads begin with the first group that is worth it, and do nothing but
 * sync: no memory, no log, no signals.  All else here is for the main thread.
 */
#ifndef SEND_SYNCS_H
#define SEND_SYNCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"

#define SYNCS_THREADS 8
/* For fewer nobody is woken: a message alone gains nothing. */
#define SYNCS_WORTH 7
/* Not more under way: a power of two. */
#define SYNCS_MAX 1024
#define SYNC_NOT_DONE (-1)

enum sync_kind { SYNC_FILE, SYNC_DIR };	/* sys_fsync(), sys_fsync_dir() */

struct sync_group;

/* The threads' from syncs_give() until its group is over. */
struct sync {
	int fd;
	enum sync_kind kind;
	int error;		/* 0, errno, or SYNC_NOT_DONE */
	struct sync_group *group;
	struct sync *next;
};

struct sync_group {
	struct sync *first, *last;
	size_t len;
	_Atomic size_t left;	/* under way; 0: all errors can be read */
};

/*
 * The main thread gives, the threads take, both in order.  A thread that finds
 * nothing sleeps until given changes; no lock, so nobody wakes for nothing.
 */
struct syncs {
	size_t most;		/* threads; 0: there are none */
	size_t running;
	struct sync *_Atomic v[SYNCS_MAX];	/* given - taken of them wait */
	_Atomic uint32_t given, taken;	/* so far, modulo 2^32 */
	_Atomic uint32_t sleeping;	/* threads that do, or are about to */
	_Atomic size_t under_way;	/* syncs */
	int wake[2];		/* a pipe: a group is over */
};

/* With at most so many threads; 0: syncs_give() takes nothing. */
void syncs_init(struct syncs *s, size_t most);
/* Readable when a group was over; -1: no thread has begun. */
int syncs_fd(const struct syncs *s);
void syncs_drain(struct syncs *s);
/* Whether gathering a group makes sense. */
static inline bool
syncs_are_possible(const struct syncs *s)
{
	return s->most > 0;
}

void sync_init(struct sync *one, int fd, enum sync_kind kind);
/* Sync it now, unless that was done: 0, or -1 with its errno. */
MUST_CHECK int sync_end(struct sync *one);

void sync_group_clear(struct sync_group *g);
void sync_group_add(struct sync_group *g, struct sync *one);
/*
 * False: they are too few, or too many beside what is under way, or there are
 * no threads; nothing has happened.
 */
bool syncs_give(struct syncs *s, struct sync_group *g);
bool syncs_is_over(const struct sync_group *g);
/* No group is under way. */
bool syncs_are_idle(const struct syncs *s);

#endif
