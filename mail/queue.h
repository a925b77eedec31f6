/*
 * queue.h: the queue's files: names, formats, ages, and how a message gets in
 * (queue.md).  Both ends of every handover through the queue include it.
 * Paths are relative to CONF_HOME/queue; their spelling is mail/qpath.h, what
 * a set of files means is mail/qstate.h.  No heap: the set-uid program uses it.
 */
#ifndef MAIL_QUEUE_H
#define MAIL_QUEUE_H

#include <sys/stat.h>
#include <sys/types.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/io_core.h"
#include "mail/qpath.h"
#include "mail/qq_exit.h"
#include "mail/qstate.h"

#define QUEUE_TRIGGER "lock/trigger"
#define QUEUE_SENDMUTEX "lock/sendmutex"

/* queue.md 3: type byte, payload without NUL, NUL. */
#define QUEUE_UID 'u'
#define QUEUE_PID 'p'
#define QUEUE_SENDER 'F'
#define QUEUE_TODO 'T'		/* a recipient to be served */
#define QUEUE_DONE 'D'		/* local/, remote/: served */

#define QUEUE_LIFETIME_S 86400	/* of a qmail-queue, queue.md 4.1 */
#define QUEUE_STALE_S 129600	/* age of leftovers, queue.md 5 */

static_assert(QUEUE_STALE_S > QUEUE_LIFETIME_S,
    "a file of a living qmail-queue is never a leftover");

/*
 * What a process keeps from message to message: the layout, and directories
 * once they were synced.  Starts as QUEUE_KEPT_INIT; exit closes them.
 */
#define QUEUE_KEPT_MESS QPATH_SPLIT	/* of mess/, the first so many */

struct queue_kept {
	struct qlayout layout;
	struct qlayout_seen seen;
	bool has_fds;		/* those below are set; -1: not open */
	int todo_fd, mess_fd[QUEUE_KEPT_MESS];
};

#define QUEUE_KEPT_INIT { .has_fds = false }

/*
 * A message on its way in.  Starts as QUEUE_ENTRY_INIT(kept); the functions
 * are called in this order, each returns QQ_OK or the exit code that says why
 * not.  Then queue_end().
 */
struct queue_entry {
	struct queue_kept *kept;
	struct qlayout layout;
	uint64_t id;
	int messfd, intdfd;	/* -1: not open */
	pid_t pid;		/* both in the names of pid/; 0: ask */
	int64_t started_s;
	unsigned seq;		/* last one tried in pid/ */
	unsigned pids;		/* bit seq: that file of pid/ is there */
	bool has_mess, has_intd;
	bool is_published;	/* in todo/: from now on nothing is undone */
};

#define QUEUE_ENTRY_INIT(k) { .kept = (k), .messfd = -1, .intdfd = -1 }

/* Look at the layout, find a number, create mess/N, open for writing. */
MUST_CHECK enum qq_exit queue_make_mess(struct queue_entry *q);
/* Create intd/N, open for writing. */
MUST_CHECK enum qq_exit queue_make_intd(struct queue_entry *q);
/*
 * Contents and names of both made durable; what was written must be flushed.
 * The files stay open, for queue_end() or exit: fsync(2) has told all there is
 * to be told.
 */
MUST_CHECK enum qq_exit queue_sync(struct queue_entry *q);
/* The commit: the name in todo/, durable. */
MUST_CHECK enum qq_exit queue_publish(struct queue_entry *q);
/*
 * Close what is open and, unless published, remove what was made.  The entry
 * is as at the start.  What cannot be removed is left to qmail-clean.
 */
void queue_end(struct queue_entry *q);

/* The records that every envelope in intd/ and todo/ begins with. */
void queue_put_origin(struct out *out, uid_t uid, pid_t pid);

/*
 * Wake qmail-send.  It looks by itself now and then, so nothing can fail.  The
 * descriptor, which who stays has to close, or -1.
 */
int queue_trigger(void);

/* Nobody has touched the file for QUEUE_STALE_S. */
bool queue_is_stale(const struct stat *st, int64_t now);

/* The QF_ bits of the files that exist for id: 0, or -1 with errno. */
MUST_CHECK int queue_present(const struct qlayout *l, uint64_t id,
    unsigned *present);

#endif
