/*
 * exitcode.h: what the exit status of our programs means, except where the
 * contract gives a program a table of its own (qmail-queue: mail/qq_exit.h,
 * checkpassword: mail/auth.h).  Source: qmail-command(8).
 */
#ifndef LIB_EXITCODE_H
#define LIB_EXITCODE_H

enum exitcode {
	EXIT_OK = 0,
	EXIT_STOP = 99,		/* done, and no further .qmail line */
	EXIT_PERM = 100,	/* trying again cannot help; also usage */
	EXIT_TEMP = 111		/* try again later */
};

#endif
