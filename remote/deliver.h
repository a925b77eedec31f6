/*
 * deliver.h: one message over a connection that has said HELO: MAIL, RCPT,
 * DATA, text (protocols.md 3.2), with as few round trips as the peer allows.
 */
#ifndef REMOTE_DELIVER_H
#define REMOTE_DELIVER_H

#include "lib/attr.h"
#include "remote/dialogue.h"
#include "remote/job.h"

enum deliver_end {
	DELIVER_DONE,	/* all is reported; d is closed, or waits for MAIL */
	DELIVER_STALE	/* d had served before and is of no use any more, no
			 * text was sent: nothing counts, try a new one */
};

MUST_CHECK enum deliver_end deliver(struct job *j, struct dialogue *d);

#endif
