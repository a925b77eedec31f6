/*
 * checker.h: what the password checkers have in common (auth-and-relay.md 1):
 * from the request on descriptor 3 to the program that they run, or to the
 * refusal.
 */
#ifndef MAIL_CHECKER_H
#define MAIL_CHECKER_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/view.h"
#include "mail/auth.h"

struct checker {
	struct buf bytes;		/* of descriptor 3; wiped at the end */
	struct auth_request request;	/* into bytes */
	struct deadline when;		/* a refusal may be told */
};

#define CHECKER_INIT { .bytes = BUF_INIT }

/*
 * First of all: read descriptor 3 to its end and close it.  Does not return
 * when there is nothing to check.
 */
void checker_start(struct checker *c);

/*
 * Whether the secret is an answer to a challenge rather than a password; both
 * orders of the two are in use.
 */
bool checker_has_digest(const struct checker *c, struct view *challenge,
    struct view *digest);

noreturn void checker_leave(struct checker *c, enum auth_exit code);
/* With a line `what: errno`. */
noreturn void checker_leave_temp(struct checker *c, const char *what);
/*
 * All refusals look the same outside and take equally long, whatever was
 * wrong: $AUTHDELAY seconds (AUTH_DELAY_S) since checker_start().  The log is
 * told why: `program: info: refused user=USER ip=IP: WHY`, with $TCPREMOTEIP.
 */
noreturn void checker_refuse(struct checker *c, const char *why);
/* All is well: this process becomes argv (found in PATH). */
noreturn void checker_run(struct checker *c, char **argv);

#endif
