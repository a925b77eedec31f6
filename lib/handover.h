/*
 * handover.h: a server program that stays.  tcpserver starts qmail-smtpd for a
 * connection and offers it to do more of them: one end of a SOCK_SEQPACKET
 * pair as descriptor HANDOVER_FD, with an offer in it.  A program that does
 * not know of this ignores the descriptor, serves its one connection and
 * exits, as ever (tcpserver(1)).  One that does says, in the place of exiting,
 * what it would have exited with, and is given the next connection:
 *
 *	offer		server	HANDOVER_MAGIC: there before the program starts
 *	end		program	`E`, exit code (1 byte): this connection is over
 *	connection	server	its descriptor, and the environment to serve it
 *				in: `NAME=VALUE` strings, each with its NUL
 *
 * The program ends when the server closes its end, and may end at any time by
 * itself.  The server takes the program's bytes for a stranger's.
 */
#ifndef LIB_HANDOVER_H
#define LIB_HANDOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"

#define HANDOVER_FD 3
#define HANDOVER_MAGIC "qsuite handover 1"
#define HANDOVER_ENV_MAX 131072	/* bytes of an environment */
#define HANDOVER_VARS_MAX 1024	/* variables of it */

/* What a program keeps to: then it exits, for a new one to be started. */
#define HANDOVER_JOBS_MAX 100	/* connections */
#define HANDOVER_LIFE_S 600
#define HANDOVER_GROWTH_KB 8192	/* memory beyond what the first one took */

/* ---- the server ---- */

/* A pair with the offer in it, both close-on-exec: 0, -1 errno. */
MUST_CHECK int handover_pair(int *ours, int *theirs);
/*
 * Give the connection to a program that waits for one; conn stays open here.
 * 0; -1 with errno: it is gone, EAGAIN, EMSGSIZE (too large an environment).
 */
MUST_CHECK int handover_send(int fd, int conn, char *const *envp);
/*
 * Whether it has ended a connection: 1 and its exit code, 0 not yet, -1 it is
 * gone, or does not keep to the rules.  Does not wait.
 */
MUST_CHECK int handover_result(int fd, int *code);

/* ---- the program ---- */

/* Take the offer, if there is one: true, HANDOVER_FD is close-on-exec. */
bool handover_accept(void);
/*
 * The connection is over: descriptors 0 and 1 are closed, the server is told
 * the exit code, and the next connection waited for.  1: it is on 0 and 1, and
 * environ(7) is its own; what env_get() gave before is gone.  0: there is none
 * and the process has to end; what it exits with matters to nobody.
 */
MUST_CHECK int handover_next(int code);
/* For how long, and how many: whether the program shall take another one. */
bool handover_may_stay(void);

#endif
