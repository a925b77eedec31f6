/*
 * pool.h: the processes of a spawner.  A task is one thing that one process
 * does: it is started for it by the contract, or it stays from another task of
 * the same key and is sent it (mail/lease.h).  Everything here happens inside
 * the spawner's poll(2) loop; nothing waits.
 *
 * Tasks of one key that come while a process of that key is busy wait for it,
 * LEASE_LATE_MS or about as long as a process takes to come, and are then sent
 * to it together; they do not wait for one that has said that it is slow, nor
 * when the program is known to ignore offers.
 */
#ifndef MAIL_POOL_H
#define MAIL_POOL_H

#include <sys/types.h>

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/view.h"
#include "mail/lease.h"
#include "mail/spawn.h"

#define POOL_TASKS SPAWN_WIDE_CAPACITY
#define POOL_WORKERS (2 * POOL_TASKS)	/* some are leaving */
#define POOL_FDS (POOL_TASKS + POOL_WORKERS)

struct pool;
struct pool_task;

/* What to do with a task that no process is free for. */
enum pool_advice {
	POOL_START,		/* a process for it */
	POOL_WAIT,		/* and all others of its key wait, too */
	POOL_WAIT_SHARE,	/* ... all others with its share */
	POOL_REFUSE		/* t->refusal says why */
};

/* How a process for a task is started; what it did with its last offer. */
struct pool_program {
	const char *path;	/* and its argv[0] */
	bool search;		/* look for path in PATH */
	bool is_offered;	/* leases; not an operator's own program */
	bool takes_batches;	/* else one task at a time */
	size_t words_max;	/* longer ones have a process of their own */
	unsigned jobs_max;	/* of one process; 0: LEASE_JOBS_MAX */
	int late_ms;		/* 0: LEASE_LATE_MS */
	bool is_sharing;	/* ... of tasks with the same share alone */
	bool has_ids;		/* becomes the task's uid and gid */
	bool keeps_stderr;	/* ours; else it is part of the output */
	const char *cwd;	/* chdir there first; NULL: stay */
	int exit_sys, exit_temp, exit_perm;	/* chdir, ids; exec */
	size_t output_max;	/* bytes kept of the output */
	bool is_strict;		/* with more output, or late: killed */
	int limit_s;		/* of a strict one */
	enum { POOL_UNKNOWN, POOL_TAKES, POOL_IGNORES } habit;
	int64_t birth_ms;	/* start to hello, smoothed; 0: unknown */
	/* Processes without a task, and how long the one of a key stays and
	 * others of that key; 0: LEASE_IDLE_MAX, LEASE_IDLE_S for all. */
	size_t idle_max;
	int idle_ms, idle_more_ms;
	/*
	 * NULL: nothing is in the way.  Else asked before a task goes to any
	 * process: POOL_START, or as advise().
	 */
	enum pool_advice (*admit)(struct pool *p, struct pool_task *t,
	    int64_t now);
	/*
	 * NULL: start one after LEASE_LATE_MS.  Else asked about tasks that
	 * wait, in their order; if they are to wait on, sets t->again_ms, when
	 * to ask again at the latest.
	 */
	enum pool_advice (*advise)(struct pool *p, struct pool_task *t,
	    int64_t now);
};

struct pool_task {
	/* given */
	struct pool_program *program;
	struct buf key;		/* a process does only tasks of one key */
	struct buf words;	/* argv[1] and so on, each with its NUL */
	struct buf share;	/* what a batch has in common; empty: nothing */
	int input;		/* descriptor 0, owned; -1: /dev/null */
	uid_t uid;
	gid_t gid;

	/* result */
	const char *refusal;	/* a report: it could not be started */
	bool is_first;		/* a process was started for it */
	bool has_crashed;
	int code;		/* exit code, unless has_crashed */
	struct buf output;
	bool is_cut;		/* there was more than output_max */

	/* the pool's */
	enum { TASK_FREE, TASK_WAITING, TASK_RUNNING } state;
	struct pool_worker *worker;	/* NULL: it has ended or answered */
	bool is_answered;
	bool is_alone;		/* not in a batch, and does not wait */
	int report;		/* our end of its pipe, or -1 */
	uint64_t seq;		/* order of arrival */
	int64_t since_ms, begun_ms;	/* waits; runs */
	int64_t again_ms;
	struct deadline limit;
};

#define POOL_TASK_INIT { .key = BUF_INIT, .words = BUF_INIT, \
	.share = BUF_INIT, .output = BUF_INIT, .input = -1, .report = -1, \
	.limit = { .at_ms = INT64_MAX } }

struct pool_worker {
	pid_t pid;		/* 0: none */
	bool is_dead;		/* pid is nobody's any more */
	struct pool_program *program;
	struct buf key;
	int sock;		/* our end of the lease, or -1 */
	bool has_hello;
	bool is_slow;
	struct pool_task *first;	/* of its arguments, until answered */
	size_t busy;		/* tasks that it has */
	unsigned said;		/* records since it got them */
	unsigned served;
	int64_t started_ms, idle_ms;
};

struct pool {
	size_t ntasks, nworkers;	/* of those below in use */
	struct pool_task tasks[POOL_TASKS];
	struct pool_worker workers[POOL_WORKERS];
	void (*over)(struct pool *p, struct pool_task *t);
	void *owner;		/* for over() */
	bool has_leases;
	int null;
	uint64_t seq;
	struct buf record;	/* being built */
	struct pool_task *stuck;	/* the last one that has to wait */
	bool is_share_stuck;		/* only others with its share, too */
	struct lease_record in;
};

/* over: the task has ended; it may be given anew with pool_add().  0, -1. */
MUST_CHECK int pool_init(struct pool *p, bool has_leases,
    void (*over)(struct pool *p, struct pool_task *t), void *owner);
void pool_free(struct pool *p);
/* Be ready for POOL_TASKS; before, for SPAWN_CAPACITY. */
void pool_widen(struct pool *p);

/* The task's given part is filled in; pool_pump() begins it. */
void pool_add(struct pool *p, struct pool_task *t);
/* Make it as it was before it was ever given. */
void pool_clear(struct pool_task *t);
/* t->words: one more. */
void pool_word(struct pool_task *t, struct view word);

/*
 * The loop: pool_list() puts what to wait for into fds (room for POOL_FDS),
 * pool_next() says how long, pool_take() looks at one descriptor that is
 * ready, pool_reap() at dead processes, pool_pump() begins what waits and ends
 * what is due.
 */
size_t pool_list(const struct pool *p, struct pollfd *fds);
struct deadline pool_next(const struct pool *p);
void pool_take(struct pool *p, int fd);
void pool_reap(struct pool *p);
void pool_pump(struct pool *p);

/*
 * How long a task waits for a busy process: about as long as a new one would
 * take to come.
 */
static inline int64_t
pool_late_ms(const struct pool_task *t)
{
	const struct pool_program *g = t->program;

	if (g->late_ms > 0)
		return g->late_ms;
	if (g->birth_ms < LEASE_LATE_MS)
		return LEASE_LATE_MS;
	return g->birth_ms < LEASE_LATE_MAX_MS ? g->birth_ms :
	    LEASE_LATE_MAX_MS;
}

#endif
