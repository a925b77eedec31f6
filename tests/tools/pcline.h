/*
 * pcline.h: the lines of a record of strace -f -y -xx: whole calls, with
 * those put together again that were interrupted by others; and where each
 * process is.
 */
#ifndef TESTS_TOOLS_PCLINE_H
#define TESTS_TOOLS_PCLINE_H

#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"
#include "lib/view.h"

#define PC_ARGS_MAX 6

struct pc_process {
	uint64_t pid;
	struct buf cwd;
	struct buf begun;	/* an unfinished call */
	size_t since;		/* pc_call.since of it */
};

struct pc_call {
	struct view name;
	struct view arg[PC_ARGS_MAX];
	size_t nargs;
	int64_t result;
	struct pc_process *process;
	size_t since;		/* events when it began */
	struct buf space;	/* owns the bytes */
};

struct pc_lines {
	struct view rest;
	struct pc_process **v;
	size_t len, cap;
	size_t forker;		/* whose child comes next, or SIZE_MAX */
};

/* The next call that succeeded: true, false at the end. */
bool pc_next_call(struct pc_lines *l, size_t now, struct pc_call *c);
/* "\x61\x62" or <\x61\x62> as bytes, replacing b. */
void pc_decode(struct view v, struct buf *b);
/* The path of `3<\x2f...>(deleted)`, replacing b; empty: not a path. */
void pc_path_of_fd(struct view v, struct buf *b);

#endif
