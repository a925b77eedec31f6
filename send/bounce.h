/*
 * bounce.h: the texts of failures, and the message that tells the sender
 * (messages.md 7).
 */
#ifndef SEND_BOUNCE_H
#define SEND_BOUNCE_H

#include <sys/types.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"
#include "send/shared.h"

struct bounce_text {
	uint64_t id;
	struct view recipient;	/* as it was delivered to */
	struct view reason;
};

/* Add a paragraph to bounce/N: 0; -1 with errno, and the file is as before. */
MUST_CHECK int bounce_append(struct shared *s, const struct bounce_text *t);
/* Make bounce/N and its name durable: 0, -1 with errno. */
MUST_CHECK int bounce_sync(struct shared *s, uint64_t id);
/* The paragraph, appended to out. */
void bounce_paragraph(const struct route_rules *r, const struct bounce_text *t,
    struct buf *out);

/*
 * Sending one: a child process composes the message and waits for
 * qmail-queue, so that the loop need not.
 */
enum bounce_result {
	BOUNCE_QUEUED,
	BOUNCE_NOT_STARTED,	/* qmail-queue could not be run */
	BOUNCE_FAILED,		/* reading or queueing failed */
	BOUNCE_TRIPLE,		/* nobody to tell: drop it */
	BOUNCE_DISCARD		/* a double bounce, and nobody wants them */
};

struct bounce_sending {
	uint64_t id;
	pid_t pid;
	int fd;			/* of a pipe; -1: not in use */
};

/* 0 with *b under way; -1 when no child could be started. */
MUST_CHECK int bounce_begin(const struct shared *s, uint64_t id,
    struct bounce_sending *b);
/*
 * Once b->fd is readable: what came of it; *qp is qmail-queue's process.
 * b is free again.
 */
enum bounce_result bounce_end(struct bounce_sending *b, uint64_t *qp);

#endif
