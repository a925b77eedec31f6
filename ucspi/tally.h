/*
 * tally.h: which connections there are and whose, for tcpserver's threads
 * (ucspi/lanes.h), with the log lines about it.
 */
#ifndef UCSPI_TALLY_H
#define UCSPI_TALLY_H

#include <sys/types.h>

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "ucspi/early.h"
#include "ucspi/limits.h"
#include "ucspi/serve.h"
#include "ucspi/stay.h"

struct tally {
	const struct serve *serve;
	pthread_mutex_t lock;	/* for the rest, and the rules */
	pthread_cond_t ended;	/* a connection has */
	struct limits limits;
	struct stay stay;
	size_t accepting;	/* lanes that wait for a client */
	size_t starting;	/* ... whose connection has no process yet */
	struct early early;	/* ended before it was known whose it is */
};

/* For max connections at a time: 0, -1 with errno. */
MUST_CHECK int tally_init(struct tally *t, const struct serve *s, size_t max);

void tally_lock(struct tally *t);
void tally_unlock(struct tally *t);

/* ---- all of these locked ---- */

bool tally_is_full(const struct tally *t);
/* Until there is room for one more to be accepted; it counts. */
void tally_accept(struct tally *t);
/* Until a connection has ended, or a second is over. */
void tally_wait(struct tally *t);
/* `status: RUNNING/MAX` when SAY_ALL. */
void tally_say(const struct tally *t);

/* c, accepted and let in, has a process to come. */
void tally_starting(struct tally *t, struct conn *c);
/*
 * Its child, with the place that it may have among those that stay; pid < 0:
 * there is none, and the connection is over.
 */
void tally_started(struct tally *t, const struct limits_entry *place,
    struct stay_place *stays, pid_t pid);
/*
 * It is the connection of the process that stays, c->pid, if that can be had:
 * true.  False: still starting.
 */
bool tally_give(struct tally *t, struct conn *c, struct stay_place *stays);
/* It was refused, with this exit code, in the name of that process. */
void tally_refused(struct tally *t, const struct conn *c,
    struct stay_place *stays, int code);

/* A child was reaped: false, there are no more. */
bool tally_reaped(struct tally *t, const struct early_end *end);
/* What this place of a process that stays may have to say. */
void tally_hear(struct tally *t, size_t place);

#endif
