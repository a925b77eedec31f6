/*
 * os.h: what POSIX lacks and every system spells its own way.  lib/os_linux.c
 * and lib/os_none.c implement it; the Makefile's OS picks one.
 */
#ifndef LIB_OS_H
#define LIB_OS_H

#include <sys/socket.h>
#include <sys/types.h>

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"

/* pipe(2), both ends close-on-exec: 0, or -1 with errno. */
MUST_CHECK int os_pipe(int fds[2]);
/* socketpair(2) of AF_UNIX, SOCK_SEQPACKET, both ends close-on-exec. */
MUST_CHECK int os_seqpair(int fds[2]);
/* The same, SOCK_STREAM. */
MUST_CHECK int os_streampair(int fds[2]);
/* accept(2), close-on-exec; sa and len may be NULL. */
MUST_CHECK int os_accept(int fd, struct sockaddr *sa, socklen_t *len);
/* poll(2), the signal mask being mask meanwhile (ppoll(2)). */
MUST_CHECK int os_poll(struct pollfd *fds, size_t n, int ms,
    const sigset_t *mask);
/*
 * Copy at most n bytes that wait in pipe from into pipe to, without taking or
 * waiting (tee(2)): how many, 0 at the end, -1 (EINVAL: no pipes; ENOSYS).
 */
MUST_CHECK ssize_t os_tee(int from, int to, size_t n);
/* close(2) all descriptors >= first: 0, or -1 (not known how). */
MUST_CHECK int os_close_from(int first);
/* Acknowledge at once what has come over a TCP connection; a hint. */
void os_ack_now(int fd);
/*
 * A process that stays has started: the pages of program that only its start
 * needed are not its memory any more.  What is needed again comes back from
 * the file.  A hint.
 */
void os_forget_start(void);
/*
 * Between threads, where os_may_wait(): sleep while *word is value; one that
 * changes it says so to at most n of the sleepers.  May also return for no
 * reason.
 */
bool os_may_wait(void);
void os_wait(const _Atomic uint32_t *word, uint32_t value);
void os_wake(const _Atomic uint32_t *word, unsigned n);
/* n bytes of the kernel's randomness: 0, or -1 with errno. */
MUST_CHECK int os_random(void *p, size_t n);

#endif
