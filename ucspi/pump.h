/*
 * pump.h: bytes from one descriptor to another, changed on the way, in both
 * directions at once.  What was read is written before more is read, so the
 * memory is bounded and a slow reader slows its writer.
 */
#ifndef UCSPI_PUMP_H
#define UCSPI_PUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"

#define PUMP_SIZE 8192

struct pump {
	int from, to;		/* -1: closed */
	/* Put what to send for these bytes into out; len 0: the end. */
	void (*change)(struct pump *p, const char *bytes, size_t len,
	    struct buf *out);
	bool after_cr;		/* the byte before was CR */
	const char *mark;	/* of recordio's lines */
	struct buf waiting;	/* bytes for `to` */
	size_t done;		/* of them, already written */
};

/*
 * Run both until they are through: from at its end, or to gone, then both
 * descriptors closed.  A pump with `until` stops all when it is through.
 * Returns 0, -1 with errno when poll(2) or reading failed.
 */
MUST_CHECK int pump_run(struct pump *pumps, size_t n, const struct pump *until);

/*
 * Become prog with its fd 0 and 1 led through in and out, which run in a
 * child: prog keeps our pid and gives the exit code.
 */
noreturn void pump_exec(char **prog, struct pump *in, struct pump *out);

#endif
