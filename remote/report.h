/*
 * report.h: what became of one message: a result for each recipient and one
 * for the message, and the records in which qmail-remote says it
 * (programs.md 6, 18.2).
 */
#ifndef REMOTE_REPORT_H
#define REMOTE_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/buf.h"
#include "lib/view.h"
#include "mail/verdict.h"

struct report_item {
	char letter;		/* 0: nothing is known */
	struct buf text;
	bool is_ours;		/* the recipient never got to a peer */
	bool is_crowded;	/* refused for the number of recipients */
};

struct report {
	struct report_item *recipients;	/* owned, in order */
	size_t n, cap;
	struct report_item message;
	/* The result of a message that nobody may get; empty as long as MAIL
	 * is not accepted: there is nothing to say about recipients then. */
	struct buf giving_up;
};

#define REPORT_INIT { .message = { .text = BUF_INIT }, .giving_up = BUF_INIT }

/* Nothing is known, about n recipients. */
void report_start(struct report *r, size_t n);
void report_free(struct report *r);
void report_message(struct report *r, char letter, struct view text);
void report_recipient(struct report *r, size_t i, char letter,
    struct view text);
/* Add all records: recipients up to the first without result, the message. */
void report_put(const struct report *r, struct buf *b);
/* Add the records as they were if recipient i were the only one. */
void report_put_alone(const struct report *r, size_t i, struct buf *b);

#endif
