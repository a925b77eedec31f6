/*
 * qq_exit.h: exit codes of qmail-queue and of what stands in for it, and what
 * a client tells its user (programs.md 1.2, 1.3).
 */
#ifndef MAIL_QQ_EXIT_H
#define MAIL_QQ_EXIT_H

#include <stdbool.h>

enum qq_exit {
	QQ_OK = 0,
	QQ_ADDRESS = 11,	/* envelope address too long */
	QQ_REFUSED = 31,	/* permanent refusal by a wrapper */
	QQ_MEMORY = 51,
	QQ_TIMEOUT = 52,
	QQ_WRITE = 53,
	QQ_READ = 54,
	QQ_CONFIG = 55,
	QQ_NETWORK = 56,
	QQ_HOME = 61,
	QQ_QUEUE = 62,
	QQ_PID = 63,
	QQ_MESS = 64,
	QQ_INTD = 65,
	QQ_TODO = 66,
	QQ_DEFERRED = 71,	/* temporary refusal by a wrapper */
	QQ_CONNECT_TIMEOUT = 72,
	QQ_CONNECT = 73,
	QQ_CONVERSATION = 74,
	QQ_BUG = 81,
	QQ_CUSTOM = 82,		/* text on descriptor 4 or 6 (simscan) */
	QQ_CUSTOM_DKIM = 88,	/* the same (DKIM, indimail) */
	QQ_ENVELOPE = 91,
	QQ_ADDRESS_OLD = 115,
	QQ_EXEC = 120		/* the client could not run it */
};

#define QQ_ADDRESS_MAX 1003	/* bytes of an envelope address, NUL included */
#define QQ_CUSTOM_MAX 255	/* bytes kept of a custom text */

/* `Dtext` or `Ztext` for an exit code other than 0; static. */
const char *qq_exit_text(int code);
bool qq_exit_has_custom(int code);	/* 82 and 88 */

#endif
