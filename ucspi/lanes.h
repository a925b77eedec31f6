/*
 * lanes.h: tcpserver's own work: accept, count, start the connection's
 * process, reap.
 *
 * vfork(2) stops the thread that calls it until its child has executed the
 * program.  So there are a few threads, the lanes: each accepts and starts,
 * and while one waits for its child another takes the next connection.  The
 * main thread has the signals and reaps.  When the child has to wait for
 * somebody (serve_has_to_wait()) it is forked, and the main thread does it
 * all.
 *
 * A program that stays for more connections (ucspi/stay.h) is given the next
 * one by its lane, without a child; the main thread hears when it has ended.
 */
#ifndef UCSPI_LANES_H
#define UCSPI_LANES_H

#include <sys/types.h>

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/mem.h"
#include "ucspi/serve.h"
#include "ucspi/tally.h"

#define LANES_MAX 16

struct lanes;

struct lane {
	struct lanes *all;
	struct mem_arena arena;	/* of its child, that shares our memory */
};

struct lanes {
	const struct serve *serve;
	int listener;
	volatile sig_atomic_t child_died;	/* SIGCHLD's handler sets it */
	int64_t reaped_ms;	/* when children were reaped last */
	size_t n;		/* threads; 0: the main thread does it all */
	struct lane v[LANES_MAX];
	pthread_mutex_t pause;	/* one at a time complains and waits */
	struct tally tally;
	int wake[2];		/* a pipe: the main thread watches anew */
};

/* For max connections at a time.  0, -1 with errno. */
MUST_CHECK int lanes_init(struct lanes *l, const struct serve *s, size_t max);
/*
 * Serve those who connect to the listener, for ever.  SIGCHLD is blocked and
 * has a handler, SIGTERM and SIGHUP have theirs.
 */
noreturn void lanes_run(struct lanes *l, int listener);

#endif
