/*
 * confine.h: which program needs what, in one table (lib/confine.c): each
 * enters its sandbox (lib/sandbox.h) once its descriptors are open, before it
 * hears a hostile byte.  qmail-security(7) says what each can still do.
 */
#ifndef LIB_CONFINE_H
#define LIB_CONFINE_H

#include "lib/attr.h"

enum confined {
	CONFINE_QUEUE,		/* in queue/ */
	CONFINE_CLEAN,		/* in queue/ */
	CONFINE_POP3D,		/* in the Maildir */
	CONFINE_REMOTE,		/* in the home */
	CONFINE_QMQPC,		/* once all is read but the answer */
	CONFINE_GETPW,
	CONFINE_SPLOGGER,
	CONFINE_FILTER,		/* from descriptor 0 to descriptor 1 */
	CONFINE_RELAY_UDP,	/* in the folder of addresses */
	CONFINED
};

/*
 * Enter the sandbox of that program: 0, also when the kernel has none or only
 * a part of it (errno is then ENOSYS, else 0); -1 with errno when something is
 * wrong: then do not go on.  No heap.
 */
MUST_CHECK int confine(enum confined who);
/* For the tests: the promises of a row, and its name. */
const char *confine_promises(enum confined who);
const char *confine_name(enum confined who);

#endif
