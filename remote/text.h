/*
 * text.h: a stored message on its way into SMTP: line ends become CR LF, a dot
 * at the start of a line is doubled.
 *
 * A line ends at LF, CR LF or a lone CR: each is sent as one CR LF, and what
 * comes after it is the start of a line whatever produced it, so nothing in a
 * message can look like the end of DATA (protocols.md 8.1).
 */
#ifndef REMOTE_TEXT_H
#define REMOTE_TEXT_H

#include "lib/attr.h"
#include "lib/io.h"

/*
 * A peer that takes less than this many bytes a second, counted over the whole
 * text and on top of the usual limit, is given up.
 */
#define TEXT_RATE_MIN 1024

enum text_end {
	TEXT_SENT,		/* all of it, without the final dot */
	TEXT_UNREADABLE,	/* reading the message failed */
	TEXT_PARTIAL,		/* its last line has no end */
	TEXT_STUCK		/* writing failed: out_error() */
};

/*
 * Send all of message to out, unflushed.  until is out's deadline: every byte
 * moves it on by the time that TEXT_RATE_MIN allows.
 */
MUST_CHECK enum text_end text_send(struct in *message, struct out *out,
    struct deadline *until);

#endif
