/*
 * header.h: the header of a message: its fields, one after the other, and
 * their names.  Addresses inside them: mail/header_address.h.
 *
 * A field is its line and the lines that continue it (they begin with a space
 * or TAB), each with its LF.  messages.md 4.
 */
#ifndef MAIL_HEADER_H
#define MAIL_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "lib/view.h"

#define HEADER_NAME_MAX 998	/* bytes of a line, RFC 5322 2.1.1 */

enum header_field {
	HEADER_OTHER,		/* a name that nobody here treats */
	HEADER_APPARENTLY_TO, HEADER_BCC, HEADER_CC, HEADER_CONTENT_LENGTH,
	HEADER_DATE, HEADER_DELIVERED_TO, HEADER_ERRORS_TO, HEADER_FROM,
	HEADER_MAIL_FOLLOWUP_TO, HEADER_MAIL_REPLY_TO, HEADER_MESSAGE_ID,
	HEADER_NOTICE_REQUESTED, HEADER_RECEIVED, HEADER_REPLY_TO,
	HEADER_RESENT_BCC, HEADER_RESENT_CC, HEADER_RESENT_DATE,
	HEADER_RESENT_FROM, HEADER_RESENT_MESSAGE_ID, HEADER_RESENT_REPLY_TO,
	HEADER_RESENT_SENDER, HEADER_RESENT_TO, HEADER_RETURN_PATH,
	HEADER_RETURN_RECEIPT_TO, HEADER_SENDER, HEADER_SUBJECT, HEADER_TO,
	HEADER_FIELDS
};

/* What a field's name means; case and blanks before the colon are ignored. */
enum header_field header_field_of(struct view field);
/* What follows the colon, with its LF; empty without a colon. */
struct view header_value(struct view field);

/*
 * Reads a header field by field:
 *	struct header_reader r = HEADER_READER_INIT(&in, max);
 *	while ((n = header_next(&r, &field)) > 0) ...
 *	if (n < 0) ... errno; EMSGSIZE: header longer than max bytes
 *	the body is r.begun, then what in still has
 *	header_reader_free(&r);
 * An empty line ends the header and is consumed; so does the first line that
 * is no field, or has no colon in HEADER_NAME_MAX bytes (r.begun has those of
 * its bytes that were looked at), and the end of input.  A missing LF at the
 * very end is supplied.  A line that begins with `From ` is given as the field
 * `MBOX-Line: From ...`.
 */
struct header_reader {
	struct in *in;
	size_t max;		/* bytes of all fields */
	size_t used;
	struct buf begun;	/* read, not given yet */
	bool has_field;		/* begun starts a field */
	bool is_over;
};

#define HEADER_READER_INIT(input, limit) \
	{ .in = (input), .max = (limit), .begun = BUF_INIT }

/* 1 with a field in *field (replaced), 0 at the end, -1 with errno. */
MUST_CHECK int header_next(struct header_reader *r, struct buf *field);
void header_reader_free(struct header_reader *r);

#endif
