/*
 * stay.h: processes of the program that are offered to stay (lib/handover.h):
 * which have a connection, which wait for one.  For the lanes; all of this
 * under their lock.
 *
 * A place is of one process from before its start until it is reaped:
 *
 *	STARTING	its lane will say its pid, or that there is none
 *	BUSY		it has a connection
 *	WAITING		for a connection
 *	TAKEN		a lane prepares a connection for it
 *	LEAVING		it ends; the connection it may have is its last
 *	LOST		it was reaped while it was TAKEN
 */
#ifndef UCSPI_STAY_H
#define UCSPI_STAY_H

#include <sys/types.h>

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"

#define STAY_MAX 32		/* processes */
#define STAY_WAIT_MS 10000	/* one that waits so long has to leave */

enum stay_state {
	STAY_NONE, STAY_STARTING, STAY_BUSY, STAY_WAITING, STAY_TAKEN,
	STAY_LEAVING, STAY_LOST
};

struct stay_place {
	enum stay_state state;
	pid_t pid;
	int fd;			/* to it; -1: closed */
	bool has_answered;	/* it took the offer */
	int64_t since_ms;	/* waiting, monotonic */
};

struct stay {
	bool is_for_us;		/* the program may know of offers */
	unsigned unanswered;	/* offers in a row that nobody took, */
	unsigned skipped;	/* ... and processes without one since then */
	struct stay_place v[STAY_MAX];
};

/*
 * argv0 of the program: that of others is not offered to stay, nor where the
 * environment is too large to be handed over.
 */
void stay_init(struct stay *s, const char *argv0);

/* ---- starting one ---- */

/*
 * A place for a process that is about to start, with *theirs for its
 * HANDOVER_FD, which the caller closes.  NULL: it starts without an offer.
 */
struct stay_place *stay_offer(struct stay *s, int *theirs);
/* It runs; or could not be started. */
void stay_started(struct stay_place *p, pid_t pid);
void stay_dropped(struct stay_place *p);

/* ---- one that waits ---- */

/* The one that has waited least, TAKEN; NULL: there is none. */
struct stay_place *stay_take(struct stay *s);
/* Give it the connection: 0, and it is BUSY; -1: it is not to be had. */
MUST_CHECK int stay_give(struct stay_place *p, int conn, char *const *envp);
/* It gets none after all. */
void stay_untake(struct stay_place *p);

/* ---- watching ---- */

/*
 * Those that may say something: their descriptors into fds, and which they
 * are into places, both with room for STAY_MAX.  How many.
 */
size_t stay_watch(const struct stay *s, struct pollfd *fds, size_t *places);
/*
 * Hear what this place may have to say, which may be another process's by
 * now.  True: it has ended its connection and waits; its pid and exit code.
 */
bool stay_hear(struct stay *s, size_t place, pid_t *pid, int *code);
/* The process was reaped: true when it was one of these. */
bool stay_reaped(struct stay *s, pid_t pid);
bool stay_has_some(const struct stay *s);
/*
 * Send those away that have waited too long; milliseconds until the next one
 * will have, -1: none waits.
 */
int stay_expire(struct stay *s);

#endif
