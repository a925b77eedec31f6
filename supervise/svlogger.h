/*
 * svlogger.h: the logger that supervise runs itself: S/log, when it is an
 * executable file and no folder (daemontools-encore).
 */
#ifndef SUPERVISE_SVLOGGER_H
#define SUPERVISE_SVLOGGER_H

#include <sys/types.h>

#include <stdbool.h>

#include "lib/deadline.h"
#include "lib/tai.h"

struct svlogger {
	int pipe[2];		/* kept for all restarts; -1: no logger */
	pid_t pid;		/* 0: it does not run */
	struct tai since;	/* last start or death */
	struct deadline next;	/* no start before */
	bool is_closed;		/* the service is done for: read empty, leave */
	bool has_left;
};

#define SVLOGGER_INIT { .pipe = { -1, -1 } }

/* Whether the file of that name in the current directory is one. */
bool svlogger_is_file(const char *name);
/* Of the service in the current directory; without one nothing happens. */
void svlogger_open(struct svlogger *l, const char *dir);
/* Start it, unless it runs or the last start was just now. */
void svlogger_start(struct svlogger *l, const char *dir);
void svlogger_died(struct svlogger *l);
/* Nothing more will be written: true once it has read all and is gone. */
bool svlogger_is_done(struct svlogger *l);

#endif
