/*
 * qq_envelope.h: the envelope that qmail-queue is given (programs.md 1.1),
 * checked as it comes: F, sender, NUL; for each recipient T, address, NUL; a
 * last NUL.  No heap: the set-uid program uses it.
 */
#ifndef MAIL_QQ_ENVELOPE_H
#define MAIL_QQ_ENVELOPE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/view.h"
#include "mail/qq_exit.h"

enum qq_envelope_state {
	QQ_ENVELOPE_START,	/* the sender's F comes */
	QQ_ENVELOPE_ADDRESS,	/* inside an address */
	QQ_ENVELOPE_RECORD,	/* a T comes, or the last NUL */
	QQ_ENVELOPE_DONE
};

struct qq_envelope {
	enum qq_envelope_state state;
	size_t len;		/* bytes of this address */
	bool has_control;	/* it has a control byte */
};

#define QQ_ENVELOPE_INIT { .state = QQ_ENVELOPE_START }

/*
 * Take the bytes of v, up to the last NUL if it is there: *kept of them are
 * records (without that NUL).  QQ_OK: more must come, unless the state is
 * QQ_ENVELOPE_DONE.  Else why the envelope is refused: QQ_ADDRESS, QQ_REFUSED,
 * QQ_ENVELOPE.
 */
MUST_CHECK enum qq_exit qq_envelope_take(struct qq_envelope *e, struct view v,
    size_t *kept);

#endif
