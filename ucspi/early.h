/*
 * early.h: children that ended before their lane came to say which they are
 * (ucspi/lanes.h).
 */
#ifndef UCSPI_EARLY_H
#define UCSPI_EARLY_H

#include <sys/types.h>

#include <stddef.h>

#include "lib/attr.h"

#define EARLY_MAX 64		/* more than lanes: there may be strangers */

struct early_end {		/* a child that ended; pid 0: none */
	pid_t pid;
	int status;
};

struct early {
	struct early_end v[EARLY_MAX];
	size_t n;		/* none is at or behind v[n] */
};

#define EARLY_INIT { .n = 0 }

/*
 * Keep one until it is taken: that may take long on a busy machine, and any
 * number of others come and go meanwhile.  Beyond EARLY_MAX at a time it is
 * dropped: only strangers, the shell's children that became ours, are so many.
 */
void early_keep(struct early *e, const struct early_end *end);
/* The one with pid, which is kept no longer: 1, 0 there is none. */
MUST_CHECK int early_take(struct early *e, pid_t pid, struct early_end *end);
/* Nobody will come for those that are left. */
void early_clear(struct early *e);

#endif
