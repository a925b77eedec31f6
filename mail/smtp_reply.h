/*
 * smtp_reply.h: replies of an SMTP server, read byte by byte as they come.
 *
 *	smtp_reply_start(&r);
 *	do {
 *		get bytes
 *		state = smtp_reply_feed(&r, bytes, &used);
 *		consume used
 *	} while (state == SMTP_REPLY_MORE);
 *
 * Lines end in LF, one or more CRs anywhere are dropped; `NNN-` announces
 * another line; the code of the last line counts (protocols.md 3.2).  A line
 * that does not begin with three digits ends the reply and makes it malformed.
 * Bounded: a reply of more than SMTP_REPLY_BYTES_MAX is refused, and of the
 * text SMTP_REPLY_TEXT_MAX bytes are kept, control bytes as `?`.
 */
#ifndef MAIL_SMTP_REPLY_H
#define MAIL_SMTP_REPLY_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define SMTP_REPLY_TEXT_MAX 5000	/* bytes kept, protocols.md 3.2 */
#define SMTP_REPLY_BYTES_MAX 65536	/* bytes read: ours */

#define SMTP_CODE_LEAVING 421	/* the peer goes away, RFC 5321 3.8 */

enum smtp_reply_state {
	SMTP_REPLY_MORE,	/* incomplete */
	SMTP_REPLY_DONE,	/* complete */
	SMTP_REPLY_TOO_LONG	/* no end in sight */
};

enum smtp_class { SMTP_OK, SMTP_TEMP, SMTP_PERM };

struct smtp_reply {
	struct buf text;	/* all lines, each with LF; owned */
	unsigned code;		/* of the last line; 0: malformed */
	/* the line under way */
	unsigned column;	/* 0..4, then 4 */
	unsigned line_code;
	bool is_malformed, has_more;
	size_t total;		/* bytes of the reply so far */
};

#define SMTP_REPLY_INIT { .text = BUF_INIT, .code = 0 }

void smtp_reply_start(struct smtp_reply *r);
/* *used: the bytes of v that belong to this reply. */
MUST_CHECK enum smtp_reply_state smtp_reply_feed(struct smtp_reply *r,
    struct view v, size_t *used);
void smtp_reply_free(struct smtp_reply *r);

/*
 * What a complete reply means from MAIL on: below 400 success, 500 and more a
 * permanent failure; malformed ones are temporary failures.
 */
enum smtp_class smtp_reply_class(const struct smtp_reply *r);

/*
 * Whether a reply to EHLO offers keyword (any case); *params is what follows
 * it on its line, valid as long as the reply.
 */
bool smtp_reply_offers(const struct smtp_reply *r, const char *keyword,
    struct view *params);

#endif
