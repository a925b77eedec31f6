/*
 * greet.h: from the connection to the point where MAIL may be said.
 */
#ifndef REMOTE_GREET_H
#define REMOTE_GREET_H

#include "lib/attr.h"
#include "remote/dialogue.h"
#include "remote/job.h"

enum greet {
	GREET_OK,	/* go on */
	GREET_NEXT,	/* another host may do better; j->failure says why */
	GREET_PLAIN,	/* this one may do better without EHLO; the same */
	GREET_TEMP,	/* j->failure says why; no other host is asked */
	GREET_PERM	/* the same, for ever */
};

/*
 * Anything but GREET_OK leaves d closed.  plain: say HELO, the peer goes away
 * when it hears EHLO.
 */
MUST_CHECK enum greet greet(struct job *j, struct dialogue *d, bool plain);

#endif
