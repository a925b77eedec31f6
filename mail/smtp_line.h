/*
 * smtp_line.h: what a server reads in SMTP: command lines, and the text after
 * DATA (protocols.md 2.2, 2.4).  The only place that decides what ends a line.
 */
#ifndef MAIL_SMTP_LINE_H
#define MAIL_SMTP_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "lib/view.h"

#define SMTP_COMMAND_MAX 1000	/* bytes without line end, protocols.md 8.4 */

/*
 * Read one command line into b (replaced), without its LF and one CR before
 * it.  1 with a line; 0 at end of input; -1 with errno: EMSGSIZE (longer than
 * max; all of it is skipped, reading may go on), EPIPE (end inside a line),
 * ETIMEDOUT, read(2)'s.
 */
MUST_CHECK int smtp_command(struct in *in, struct buf *b, size_t max);

/* What the text read so far ends with. */
enum smtp_data_state {
	SMTP_DATA_LINE,		/* the start of a line */
	SMTP_DATA_DOT,		/* `.` at the start of a line */
	SMTP_DATA_DOT_CR,	/* the same and a CR */
	SMTP_DATA_TEXT,		/* something else inside a line */
	SMTP_DATA_CR,		/* a CR inside a line */
	SMTP_DATA_END,		/* CR LF . CR LF: all is read */
	SMTP_DATA_BARE_LF	/* an LF without CR: refused */
};

#define SMTP_HOP_MAX 9		/* letters of "delivered" */

/* One message's text.  Starts as SMTP_DATA_INIT; owns nothing. */
struct smtp_data {
	enum smtp_data_state state;
	unsigned hops;		/* Received and Delivered-To in the header */
	bool is_body;		/* the header is over */
	char line[SMTP_HOP_MAX];	/* how the header line begins */
	size_t linelen;
	char space[IO_SIZE + 2];	/* a piece, and what was held back */
};

#define SMTP_DATA_INIT { .state = SMTP_DATA_LINE }

/*
 * The next piece of the message as it is stored: CR LF became LF, the dot
 * before a dotted line is gone, CR without LF is data.  1 with *piece (in
 * d->space, at least one byte, valid until the next call); 0 when the final
 * dot was read; -1 with errno: EPROTO (bare LF: the session must end), EPIPE
 * (end of input before the final dot), ETIMEDOUT, read(2)'s.
 */
MUST_CHECK int smtp_data_next(struct smtp_data *d, struct in *in,
    struct view *piece);

/*
 * The decoder alone: takes bytes of from (at most IO_SIZE), stops after the
 * final dot or a bare LF.  Returns how many it took; *piece is what they give.
 */
size_t smtp_data_decode(struct smtp_data *d, struct view from,
    struct view *piece);

#endif
