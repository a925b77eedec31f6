/*
 * mlinput.h: multilog's standard input, looked at before it is taken.
 *
 * A pipe keeps what was looked at until mlinput_take(), which is called once
 * it is in the files: a multilog that is killed leaves the rest to the next
 * one.  Other kinds of input, and systems without tee(2), are read as usual.
 */
#ifndef SUPERVISE_MLINPUT_H
#define SUPERVISE_MLINPUT_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"

struct mlinput {
	bool can_look;		/* it is a pipe, and the system helps */
	int pipe[2];		/* our own, for copies */
	size_t shown;		/* bytes looked at and not taken */
};

/* Dies (111) without descriptors. */
void mlinput_open(struct mlinput *in);
/*
 * Once poll(2) says it is readable: at most len bytes into p; how many, 0 at
 * the end, -1 with errno (EAGAIN: there was nothing after all).  All that was
 * shown before must have been taken.
 */
MUST_CHECK ssize_t mlinput_look(struct mlinput *in, char *p, size_t len);
/* The next n shown bytes are safe: 0, or -1 with errno. */
MUST_CHECK int mlinput_take(struct mlinput *in, size_t n);

#endif
