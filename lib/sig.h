/*
 * sig.h: signals.  A handler does one thing: it notes the signal and writes a
 * byte to the self-pipe, so that poll(2) wakes up.
 */
#ifndef LIB_SIG_H
#define LIB_SIG_H

#include <stdbool.h>

#include "lib/attr.h"

void sig_ignore(int signo);
void sig_default(int signo);
/* handler: async-signal-safe, kept short; system calls restart. */
void sig_catch(int signo, void (*handler)(int));
/* The same, but system calls are interrupted (for alarm(2) around flock). */
void sig_catch_interrupting(int signo, void (*handler)(int));
void sig_block(int signo);
void sig_unblock(int signo);
void sig_unblock_all(void);

/*
 * Watch signo from now on.  sig_fd() is then readable once it arrived;
 * sig_take() says whether it did since the last call, and forgets it.
 *	sig_watch(SIGTERM); ... poll sig_fd() ... sig_drain();
 *	if (sig_take(SIGTERM)) stop = true;
 * Returns 0, or -1 with errno (no descriptors for the pipe).
 */
MUST_CHECK int sig_watch(int signo);
int sig_fd(void);		/* -1 before the first sig_watch() */
void sig_drain(void);		/* empty the pipe; before sig_take() */
bool sig_take(int signo);

#endif
