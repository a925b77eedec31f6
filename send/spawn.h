/*
 * spawn.h: the streams to and from one spawner (mail/spawn.h).
 */
#ifndef SEND_SPAWN_H
#define SEND_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"
#include "send/report.h"

struct spawn {
	int to, from;		/* -1 once that direction is lost */
	unsigned capacity;	/* deliveries it can run */
	unsigned most;		/* what that may become, once it answers */
	bool has_asked;		/* for more than its byte said */
	struct buf command;	/* commands that are not yet sent */
	bool is_stuck;		/* the pipe did not take them all */
	struct report report;
	char space[8192];
	struct view unread;	/* in space */
	bool is_dry;		/* the last read(2) found no more */
};

/*
 * Take the descriptors, wait for the capacity byte; when wanted is more, ask
 * for that (mail/spawn.h).  0; -1 when none came, or with errno.
 */
MUST_CHECK int spawn_init(struct spawn *s, int to, int from, uint64_t wanted);
void spawn_free(struct spawn *s);

/* So many bytes of commands wait, and then are sent in one write. */
#define SPAWN_COMMANDS_MAX 4096

/* A command can be given to it now. */
static inline bool
spawn_is_ready(const struct spawn *s)
{
	return s->to >= 0 && !s->is_stuck &&
	    s->command.len < SPAWN_COMMANDS_MAX;
}

static inline bool
spawn_is_lost(const struct spawn *s)
{
	return s->from < 0;
}

struct spawn_order {
	unsigned number;
	const char *message;	/* `7/30` */
	struct view sender, recipient;
};
/* Only when spawn_is_ready(); goes out with spawn_flush(). */
void spawn_order(struct spawn *s, const struct spawn_order *o);

/*
 * Send what is waiting, as far as the pipe takes it: 0; -1 when it takes no
 * more: s->to is closed, reports may still come.
 */
MUST_CHECK int spawn_flush(struct spawn *s);
/*
 * The next report: 1, in s->report until the next call; 0 none until poll(2)
 * says so; -1 lost, the descriptors are closed.
 */
MUST_CHECK int spawn_next(struct spawn *s);

#endif
