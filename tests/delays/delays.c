/*
 * delays.c: a library for ld.so.preload(5): every program of a test waits now
 * and then before it opens, reads, writes, forks, sends a signal ..., at random
 * and for random times.  A test that goes on before what it depends on has
 * happened fails soon (tests/delays/run).  Some processes start late, too.
 * DELAYS: one in so many calls (default 240) waits up to 50 ms, one in 25 times
 * as many up to 1.2 s.
 */
#define _GNU_SOURCE
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define SHORT_US 50000
#define LONG_US 1200000
#define CAGED_US 3000	/* where nanosleep(2) may be forbidden */
#define RARER 25

static uint64_t state, one_in = 240;
static bool is_caged;		/* seccomp(2) */

static uint64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static uint64_t
next_random(void)	/* xorshift */
{
	if (state == 0)
		state = (now_us() ^ (uint64_t)getpid() << 32) | 1;
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state >> 11;
}

static void
wait_us(uint64_t us)
{
	struct timespec t = { (time_t)(us / 1000000),
	    (long)(us % 1000000) * 1000 };
	uint64_t until = now_us() + (us < CAGED_US ? us : CAGED_US);

	if (!is_caged)
		nanosleep(&t, NULL);
	else
		while (now_us() < until)
			;
}

/* weight: how much likelier than before a read. */
static void
delay(unsigned weight)
{
	int kept = errno;
	uint64_t r = next_random();

	if (r % one_in < weight)
		wait_us(next_random() % SHORT_US);
	else if (r % (one_in * RARER) < weight)
		wait_us(next_random() % LONG_US);
	errno = kept;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *s = getenv("DELAYS");

	if (s != NULL && strtoul(s, NULL, 10) > 0)
		one_in = strtoul(s, NULL, 10);
	is_caged = prctl(PR_GET_SECCOMP) != 0;
	delay(20);
}

/* The function of this name in the C library. */
#define REAL(name) \
	static __typeof__(&name) real; \
	if (real == NULL) \
		real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define DELAYED(weight, type, name, declared, passed) \
	type name declared \
	{ \
		REAL(name); \
		delay(weight); \
		return real passed; \
	}

#define OPEN(name, declared, passed) \
	int name declared \
	{ \
		va_list rest; \
		mode_t mode; \
		REAL(name); \
		va_start(rest, flags); \
		mode = va_arg(rest, mode_t); \
		va_end(rest); \
		delay(3); \
		return real passed; \
	}

OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int dir, const char *path, int flags, ...),
    (dir, path, flags, mode))
DELAYED(1, ssize_t, read, (int fd, void *p, size_t n), (fd, p, n))
DELAYED(1, ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n))
DELAYED(1, int, close, (int fd), (fd))
DELAYED(5, int, rename, (const char *a, const char *b), (a, b))
DELAYED(5, int, link, (const char *a, const char *b), (a, b))
DELAYED(5, int, unlink, (const char *path), (path))
DELAYED(10, int, kill, (pid_t pid, int sig), (pid, sig))
DELAYED(5, int, execve, (const char *path, char *const argv[],
    char *const envp[]), (path, argv, envp))
DELAYED(5, pid_t, waitpid, (pid_t pid, int *status, int options),
    (pid, status, options))
DELAYED(10, pid_t, wait3, (int *status, int options, struct rusage *usage),
    (status, options, usage))
DELAYED(5, int, poll, (struct pollfd *p, nfds_t n, int ms), (p, n, ms))
DELAYED(5, int, ppoll, (struct pollfd *p, nfds_t n, const struct timespec *t,
    const sigset_t *mask), (p, n, t, mask))
DELAYED(5, int, sigprocmask, (int how, const sigset_t *set, sigset_t *old),
    (how, set, old))
DELAYED(5, int, fsync, (int fd), (fd))
DELAYED(5, int, connect, (int fd, const struct sockaddr *to, socklen_t len),
    (fd, to, len))
DELAYED(5, int, accept, (int fd, struct sockaddr *from, socklen_t *len),
    (fd, from, len))
DELAYED(5, int, accept4, (int fd, struct sockaddr *from, socklen_t *len,
    int flags), (fd, from, len, flags))

pid_t
fork(void)
{
	pid_t pid;
	REAL(fork);

	delay(3);
	pid = real();
	if (pid == 0)
		state = 0;	/* another row of numbers */
	delay(10);
	return pid;
}

int
prctl(int option, ...)
{
	unsigned long a[4];
	va_list rest;
	REAL(prctl);

	va_start(rest, option);
	for (int i = 0; i < 4; i++)
		a[i] = va_arg(rest, unsigned long);
	va_end(rest);
	is_caged = is_caged || option == PR_SET_SECCOMP;
	return real(option, a[0], a[1], a[2], a[3]);
}
