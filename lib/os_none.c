#include "lib/os.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/fd.h"

static int
set_both(int fds[2])
{
	if (fd_set_cloexec(fds[0]) < 0 || fd_set_cloexec(fds[1]) < 0) {
		fd_close(&fds[0]);
		fd_close(&fds[1]);
		return -1;
	}
	return 0;
}

int
os_pipe(int fds[2])
{
	return pipe(fds) < 0 ? -1 : set_both(fds);
}

int
os_seqpair(int fds[2])
{
	return socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fds) < 0 ? -1 :
	    set_both(fds);
}

int
os_streampair(int fds[2])
{
	return socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0 ? -1 :
	    set_both(fds);
}

int
os_accept(int fd, struct sockaddr *sa, socklen_t *len)
{
	int got = accept(fd, sa, len);

	/* some systems hand down the listener's O_NONBLOCK */
	if (got >= 0 && (fd_set_cloexec(got) < 0 ||
	    fd_clear_nonblock(got) < 0))
		fd_close(&got);
	return got;
}

int
os_poll(struct pollfd *fds, size_t n, int ms, const sigset_t *mask)
{
	struct timespec limit = { .tv_sec = ms / 1000,
	    .tv_nsec = ms % 1000 * 1000000L };

	return ppoll(fds, (nfds_t)n, ms < 0 ? NULL : &limit, mask);
}

ssize_t
os_tee(int from, int to, size_t n)
{
	(void)from;
	(void)to;
	(void)n;
	errno = ENOSYS;
	return -1;
}

int
os_close_from(int first)
{
	(void)first;
	errno = ENOSYS;
	return -1;
}

bool
os_may_wait(void)
{
	return false;
}

void
os_wait(const _Atomic uint32_t *word, uint32_t value)
{
	(void)word;
	(void)value;
}

void
os_wake(const _Atomic uint32_t *word, unsigned n)
{
	(void)word;
	(void)n;
}

int
os_random(void *p, size_t n)
{
	char *to = p;
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return -1;
	while (n > 0) {
		ssize_t r = read(fd, to, n);
		if (r < 0 && errno == EINTR)
			continue;
		if (r <= 0) {
			fd_close(&fd);
			return -1;
		}
		to += r;
		n -= (size_t)r;
	}
	fd_close(&fd);
	return 0;
}

void
os_forget_start(void)
{
	/* the system finds out by itself */
}

void
os_ack_now(int fd)
{
	(void)fd;
}
