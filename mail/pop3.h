/*
 * pop3.h: what the two halves of a POP3 session have in common (protocols.md
 * 6, 7): command lines on descriptor 0, replies on 1.
 */
#ifndef MAIL_POP3_H
#define MAIL_POP3_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/io.h"
#include "lib/view.h"

#define POP3_IDLE_S 1200	/* protocols.md 6, 7 */
#define POP3_LINE_MAX 1000	/* bytes of a command without line end */
#define POP3_OUT_SIZE 65536	/* messages go out in writes of this size */

struct pop3 {
	struct in in;
	struct out out;
	struct buf line;
	char in_space[IO_SIZE];
	char out_space[POP3_OUT_SIZE];
};

/*
 * look_ahead: how many bytes may be taken from the peer before they are asked
 * for; 1 when somebody else is to read what follows a command.
 */
void pop3_init(struct pop3 *p, size_t look_ahead);
void pop3_free(struct pop3 *p);		/* wipes */

void pop3_ok(struct pop3 *p, const char *text);
void pop3_err(struct pop3 *p, const char *text);

/*
 * The next command: its verb, and what follows the blank behind it (NUL
 * behind, no NUL inside).  Replies wait until nothing more can be read at
 * once.  Lines too long or with NULs are answered here.  1; 0 when the session
 * is over: end of input, time, or trouble.
 */
MUST_CHECK int pop3_next(struct pop3 *p, struct view *verb, struct view *arg);

enum pop3_input {
	POP3_LINE,
	POP3_ANSWERED,		/* it was no good, the peer knows: no answer */
	POP3_OVER		/* the session is, as above */
};

/* The next line, whatever it says (an answer to a challenge). */
enum pop3_input pop3_line(struct pop3 *p, struct view *line);

#endif
