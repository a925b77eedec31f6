#include "ucspi/pump.h"

#include <sys/socket.h>

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"

#define PUMPS_MAX 2

static bool
is_through(const struct pump *p)
{
	return p->from < 0 && p->to < 0;
}

static bool
is_waiting(const struct pump *p)
{
	return p->done < p->waiting.len;
}

/* Nobody reads what this one writes: its source must notice. */
static void
finish(struct pump *p)
{
	fd_close(&p->from);
	fd_close(&p->to);
	buf_free(&p->waiting);
	p->done = 0;
}

static int
read_some(struct pump *p)
{
	char bytes[PUMP_SIZE];
	ssize_t n = read(p->from, bytes, sizeof(bytes));

	if (n < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : -1;
	buf_clear(&p->waiting);
	p->done = 0;
	p->change(p, bytes, (size_t)n, &p->waiting);
	if (n == 0)
		fd_close(&p->from);
	return 0;
}

/*
 * Never blocks, although the descriptors do: they are shared with others, who
 * would be surprised by O_NONBLOCK.  poll(2) promises PIPE_BUF bytes of room.
 */
static ssize_t
write_without_waiting(int fd, const char *p, size_t len)
{
	ssize_t n = send(fd, p, len, MSG_DONTWAIT | MSG_NOSIGNAL);

	if (n < 0 && errno == ENOTSOCK)
		n = write(fd, p, len < PIPE_BUF ? len : PIPE_BUF);
	return n;
}

static void
write_some(struct pump *p)
{
	ssize_t n = write_without_waiting(p->to, p->waiting.p + p->done,
	    p->waiting.len - p->done);

	if (n >= 0)
		p->done += (size_t)n;
	else if (errno != EINTR && errno != EAGAIN)
		finish(p);
}

static void
want(const struct pump *p, struct pollfd *pfd)
{
	pfd->revents = 0;
	if (is_waiting(p)) {
		pfd->fd = p->to;
		pfd->events = POLLOUT;
	} else {
		pfd->fd = p->from;
		pfd->events = POLLIN;
	}
}

static int
step(struct pump *p, const struct pollfd *pfd)
{
	if (pfd->revents == 0 || pfd->fd < 0)
		return 0;
	if (is_waiting(p))
		write_some(p);
	else if (read_some(p) < 0)
		return -1;
	if (p->from < 0 && !is_waiting(p))
		finish(p);
	return 0;
}

int
pump_run(struct pump *pumps, size_t n, const struct pump *until)
{
	struct pollfd pfd[PUMPS_MAX];
	size_t open;

	for (;;) {
		open = 0;
		for (size_t i = 0; i < n; i++) {
			want(&pumps[i], &pfd[i]);
			open += !is_through(&pumps[i]);
		}
		if (open == 0 || (until != NULL && is_through(until)))
			return 0;
		if (poll(pfd, (nfds_t)n, -1) < 0) {
			if (errno != EINTR)
				return -1;
			continue;
		}
		for (size_t i = 0; i < n; i++)
			if (step(&pumps[i], &pfd[i]) < 0)
				return -1;
	}
}

/* The child: between the world and the program, until that has ended. */
static noreturn void
pump_between(struct pump *in, struct pump *out, int to_prog, int from_prog)
{
	struct pump pumps[2] = { *in, *out };

	sig_ignore(SIGPIPE);
	pumps[0].from = 0;
	pumps[0].to = to_prog;
	pumps[1].from = from_prog;
	pumps[1].to = 1;
	if (pump_run(pumps, 2, &pumps[1]) < 0)
		die_sys("unable to copy");
	_exit(EXIT_OK);
}

void
pump_exec(char **prog, struct pump *in, struct pump *out)
{
	int to[2], from[2];
	pid_t pid;

	if (os_pipe(to) < 0 || os_pipe(from) < 0)
		die_sys("unable to create pipe");
	pid = fork();
	if (pid < 0)
		die_sys("unable to fork");
	if (pid == 0) {
		fd_close(&to[0]);
		fd_close(&from[1]);
		pump_between(in, out, to[1], from[0]);
	}
	if (fd_copy(0, to[0]) < 0 || fd_copy(1, from[1]) < 0)
		die_sys("unable to set up descriptors");
	child_exec(prog[0], prog, NULL);
	die_sys("unable to run ", prog[0]);
}
