/*
 * auth.h: the checkpassword interface (auth-and-relay.md 1): a login, a secret
 * and a timestamp or challenge, each with a NUL behind, on descriptor 3 of a
 * program that runs another one as that user, or exits.
 */
#ifndef MAIL_AUTH_H
#define MAIL_AUTH_H

#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/view.h"

#define AUTH_FD 3
#define AUTH_MAX 512		/* bytes on it, NULs included */
#define AUTH_DELAY_S 2		/* that a checker's refusal takes */
#define AUTH_DELAY_MAX_S 60

enum auth_exit {
	AUTH_OK = 0,		/* the program it ran is done, all is well */
	AUTH_REFUSED = 1,	/* unacceptable */
	AUTH_MISUSED = 2,	/* no program, nonsense on descriptor 3 */
	AUTH_TEMP = 111		/* try again later */
};

struct auth_request {		/* no NUL inside */
	struct view login, secret, challenge;
};

/*
 * The checker's side: make sense of the bytes of descriptor 3; what follows
 * the third NUL is reserved.  0; -1: EINVAL.
 */
MUST_CHECK int auth_scan(struct view bytes, struct auth_request *r);

/*
 * When a refusal may be told, for one that starts checking now: after
 * $AUTHDELAY seconds, or normal_s.  All refusals take equally long then,
 * whatever was wrong, and guessing is slow.
 */
struct deadline auth_delay(uint64_t normal_s);
void auth_wait(const struct deadline *until);
/* A stranger's word as one word for the log, added to b. */
void auth_put_clean(struct buf *b, struct view v);

/* As the user: the environment, the home as current directory.  0, -1. */
MUST_CHECK int auth_enter(const char *name, const char *home,
    const char *shell);

/*
 * Hand a request on: make descriptor 3 a pipe that holds these bytes (at most
 * AUTH_MAX).  0, or -1 with errno.
 */
MUST_CHECK int auth_refill(struct view bytes);

/*
 * The caller's side: run argv (found in PATH) with the request on descriptor
 * 3, our other descriptors and environment, and wait, for ever if until is
 * NULL.  0 with *status as waitpid(2) gives it; -1 with errno: it did not
 * start, or (ETIMEDOUT) does not end.  SIGPIPE is ignored by the caller.
 */
MUST_CHECK int auth_run(char *const *argv, const struct auth_request *r,
    const struct deadline *until, int *status);
/* What such a status means; any code that is none of ours: AUTH_REFUSED. */
enum auth_exit auth_result(int status);
/*
 * A login for the log: `program: pid PID auth WORD user=USER mech=MECHANISM
 * ip=IP`; WORD is ok, fail, or error when the checker did not work.
 */
void auth_log(enum auth_exit result, struct view user, const char *mechanism);

#endif
