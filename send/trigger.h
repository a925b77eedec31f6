/*
 * trigger.h: the fifo that says there is something in todo/ (queue.md 6).
 * Anybody may write to it, and keep it open: it is drained, both ends are
 * held, and scans that find nothing make the next one wait a little longer.
 */
#ifndef SEND_TRIGGER_H
#define SEND_TRIGGER_H

#include <stdbool.h>

#include "lib/deadline.h"

struct trigger {
	int fd;			/* for reading; -1: cannot be opened */
	int own;		/* for writing, so that it never looks ended */
	unsigned pause_ms;	/* after scans that found nothing */
	struct deadline quiet;	/* not watched before */
};

#define TRIGGER_INIT { .fd = -1, .own = -1 }

/* Open it anew; bytes that are waiting stay or vanish, so scan afterwards. */
void trigger_open(struct trigger *t);
void trigger_close(struct trigger *t);
/* Forget the bytes that are waiting; before todo/ is opened. */
void trigger_drain(struct trigger *t);
/* A scan is over; it was useful when it found new mail. */
void trigger_scanned(struct trigger *t, bool useful);

/* Descriptor to poll, or -1 while the pause lasts. */
int trigger_fd(const struct trigger *t);

#endif
