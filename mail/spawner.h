/*
 * spawner.h: what qmail-lspawn and qmail-rspawn have in common (programs.md
 * 4): commands on descriptor 0, deliveries in other processes, reports on 1.
 */
#ifndef MAIL_SPAWNER_H
#define MAIL_SPAWNER_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "mail/pool.h"
#include "mail/spawn_command.h"

struct spawner_delivery {
	struct spawn_command command;
	int message;		/* descriptor, until a task takes it */
};

struct spawner {
	/* Commands have come, begin() is called for them next; may be NULL. */
	void (*come)(void);
	/*
	 * Fill in the given part of t, the delivery's first task: true.  False:
	 * it is over before it began, with the report, letter first, appended.
	 */
	bool (*begin)(struct spawner_delivery *d, struct pool_task *t,
	    struct buf *report);
	/*
	 * t has ended.  True: so has the delivery, the report is appended.
	 * False: t is filled in anew.
	 */
	bool (*end)(struct spawner_delivery *d, struct pool_task *t,
	    struct buf *report);
};

/* Serve until the end of descriptor 0 and of all deliveries; exit code. */
MUST_CHECK int spawner_run(const struct spawner *s);
/* Give the message to the task as its descriptor 0. */
void spawner_give_message(struct spawner_delivery *d, struct pool_task *t);

#endif
