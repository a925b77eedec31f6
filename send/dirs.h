/*
 * dirs.h: which directories of the queue have names that a power cut could
 * still change, so that each is fsynced once for all the names in it.
 *
 * Changes are counted.  While a sync is under way (send/syncs.h) more of them
 * are made: it makes durable what was changed before it began, no more.
 */
#ifndef SEND_DIRS_H
#define SEND_DIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "mail/qpath.h"
#include "send/syncs.h"

enum dirs_state { DIRS_DURABLE, DIRS_DIRTY, DIRS_UNDER_WAY, DIRS_FAILED };

struct dir {
	uint64_t changed;	/* the number of its last change */
	uint64_t durable;	/* changes below this one are */
	uint64_t asked;		/* ... will be if what is under way succeeds */
	uint64_t failed;	/* ... are not, a thread's sync said */
	struct sync sync;	/* under way when it has a group */
};

struct dirs {
	struct qlayout layout;
	uint64_t changes;	/* the number of the next one, from 1 */
	struct dir *v[QDIRS];	/* each split directory; NULL: not ours */
	int *fds[QDIRS];	/* -1, or open to be synced; NULL: not kept */
};

/* At first everything counts as unsynced: what ran before us may have died. */
void dirs_init(struct dirs *d, const struct qlayout *layout);
/* Keep them open from their first sync on: dirs_fds() descriptors. */
void dirs_keep_open(struct dirs *d);
size_t dirs_fds(const struct qlayout *layout);
void dirs_free(struct dirs *d);

/* The name of the message in dir was made or removed. */
void dirs_touch(struct dirs *d, enum qdir dir, uint64_t id);
/*
 * What was changed until now is asked for as `before` below.  It counts as a
 * change, too: what failed for another number may be tried for this one.
 */
static inline uint64_t
dirs_mark(struct dirs *d)
{
	return ++d->changes;
}
/* DIRS_FAILED: a thread has tried. */
enum dirs_state dirs_state(const struct dirs *d, enum qdir dir, uint64_t id,
    uint64_t before);
/* Make it durable: 0 (at once when it is), -1 with errno. */
MUST_CHECK int dirs_sync(struct dirs *d, enum qdir dir, uint64_t id);

/*
 * Add it to the group, if it is dirty and can be.  The result: the group in
 * which it is under way, or NULL.
 */
struct sync_group *dirs_gather(struct dirs *d, struct sync_group *g,
    enum qdir dir, uint64_t id, uint64_t before);
/* The group is over, or was not begun: note what became of its directories. */
void dirs_settle(struct dirs *d, const struct sync_group *g);

/*
 * sys_unlink(2) of the message's file, noted: 1, 0 when there was none, -1
 * with errno.
 */
MUST_CHECK int dirs_unlink(struct dirs *d, enum qdir dir, uint64_t id);

#endif
