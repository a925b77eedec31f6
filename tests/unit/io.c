#include "lib/io.h"

#include <sys/socket.h>
#include <sys/time.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/fd.h"
#include "tests/tap.h"

#define SHORT_MS 100		/* a limit that passes */
#define HANG_S 60		/* nothing here takes so long, unless it hangs */

static int pair[2];		/* the ends under test: we use pair[0] */
static char space[IO_SIZE], big[1024 * 1024];

static void
open_sockets(void)
{
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
		abort();
}

static void
open_pipe(bool reading)
{
	int fds[2];

	if (pipe(fds) < 0)
		abort();
	pair[0] = fds[reading ? 0 : 1];
	pair[1] = fds[reading ? 1 : 0];
}

static void
close_pair(void)
{
	fd_close(&pair[0]);
	fd_close(&pair[1]);
}

static void
feed(const char *s)
{
	if (io_write_all(pair[1], s, strlen(s)) < 0)
		abort();
}

/* Check that a call that ended in ETIMEDOUT took its time, and not for ever. */
static void
check_time(const char *name, int64_t since_ms, int64_t limit_ms)
{
	int64_t took = deadline_now_ms() - since_ms;

	CHECK_NAMED(name, took >= limit_ms - 1 && took < HANG_S * 1000);
}

static void
test_read_limits(const char *name)
{
	struct in in = IN_INIT(pair[0], space);
	struct deadline until = deadline_in_s(HANG_S);
	int64_t now;
	struct view v;

	in.deadline = &until;
	feed("ab");
	CHECK_INT(name, in_peek(&in, &v), 1);
	CHECK_VIEW(name, v, "ab");
	in_skip(&in, v.len);
	now = deadline_now_ms();
	until = deadline_in_ms(SHORT_MS);
	CHECK_INT(name, in_peek(&in, &v), -1);
	CHECK_INT(name, errno, ETIMEDOUT);
	check_time(name, now, SHORT_MS);
	feed("cd");
	CHECK_INT("the error stays", in_peek(&in, &v), -1);
	CHECK_INT("the error stays", in_error(&in), ETIMEDOUT);
	CHECK_INT("end and error look alike", in_getc(&in), -1);
}

/* The deadline holds even when no read has to wait. */
static void
test_past_deadline(const char *name)
{
	struct in in = IN_INIT(pair[0], space);
	struct deadline until = deadline_in_ms(-1);
	struct view v;

	feed("ready");
	in.deadline = &until;
	in.idle_s = 10;
	CHECK_INT(name, in_peek(&in, &v), -1);
	CHECK_INT(name, errno, ETIMEDOUT);
}

static void
test_idle(const char *name)
{
	struct in in = IN_INIT(pair[0], space);
	int64_t now = deadline_now_ms();
	struct view v;

	in.idle_s = 1;
	CHECK_INT(name, in_peek(&in, &v), -1);
	CHECK_INT(name, errno, ETIMEDOUT);
	check_time(name, now, 1000);
}

/* A reader that stands still: more than fits anywhere cannot be written. */
static void
test_write_limits(const char *name)
{
	struct out out = OUT_INIT(pair[0], space);
	struct deadline until = deadline_in_ms(SHORT_MS);
	int64_t now = deadline_now_ms();

	out.deadline = &until;
	for (int i = 0; i < 16; i++)
		out_put(&out, big, sizeof(big));
	CHECK_INT(name, out_flush(&out), -1);
	CHECK_INT(name, errno, ETIMEDOUT);
	check_time(name, now, SHORT_MS);
}

/* A pipe with a little room left: poll(2) says ready, but not for so much. */
static void
test_almost_full_pipe(void)
{
	struct out out = OUT_INIT(pair[0], space);
	struct deadline until = deadline_in_ms(SHORT_MS);
	char drain[4096];

	CHECK_INT("nonblock", fd_set_nonblock(pair[0]), 0);
	while (write(pair[0], big, 4096) > 0)
		;
	CHECK_INT("block again", fd_clear_nonblock(pair[0]), 0);
	CHECK(read(pair[1], drain, sizeof(drain)) == sizeof(drain));
	out.deadline = &until;
	out_put(&out, big, IO_SIZE - 1);
	CHECK_INT("a reader that takes no more", out_flush(&out), -1);
	CHECK_INT("timed out", errno, ETIMEDOUT);
}

static void
on_alarm(int signo)
{
	(void)signo;
}

/* Signals interrupt, and neither end nor lengthen the wait. */
static void
test_signals(void)
{
	struct sigaction sa = { .sa_handler = on_alarm };
	struct itimerval often = { { 0, 10000 }, { 0, 10000 } }, off = { 0 };
	struct deadline until = deadline_in_ms(SHORT_MS);
	struct in in = IN_INIT(pair[0], space);
	int64_t now = deadline_now_ms();
	struct view v;

	sigemptyset(&sa.sa_mask);
	CHECK(sigaction(SIGALRM, &sa, NULL) == 0);
	CHECK(setitimer(ITIMER_REAL, &often, NULL) == 0);
	in.deadline = &until;
	CHECK_INT("interrupted", in_peek(&in, &v), -1);
	CHECK_INT("timed out all the same", errno, ETIMEDOUT);
	check_time("in time", now, SHORT_MS);
	CHECK(setitimer(ITIMER_REAL, &off, NULL) == 0);
	sa.sa_handler = SIG_DFL;
	CHECK(sigaction(SIGALRM, &sa, NULL) == 0);
	alarm(HANG_S);
}

/* Without a limit a non-blocking descriptor is waited for. */
static void
test_nonblocking(void)
{
	struct in in = IN_INIT(pair[0], space);
	struct view v = VIEW_EMPTY;
	pid_t pid;

	CHECK_INT("nonblock", fd_set_nonblock(pair[0]), 0);
	pid = fork();
	if (pid == 0) {
		struct timeval tv = { .tv_usec = 50000 };
		setsockopt(pair[1], SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof(tv));
		(void)recv(pair[1], space, 1, 0);	/* a short while */
		feed("late");
		_exit(0);
	}
	CHECK_INT("waits", in_peek(&in, &v), 1);
	CHECK_VIEW("and reads", v, "late");
}

/* Limits on what is no socket and never blocks. */
static void
test_file(void)
{
	struct in in = IN_INIT(open("/dev/zero", O_RDONLY), space);
	struct out out = OUT_INIT(open("/dev/null", O_WRONLY), space);
	struct view v;

	in.idle_s = out.idle_s = 1;
	CHECK_INT("file", in_peek(&in, &v), 1);
	CHECK(in.not_socket && v.len == sizeof(space));
	in_skip(&in, v.len);
	CHECK_INT("again", in_peek(&in, &v), 1);
	out_put(&out, big, sizeof(big));
	CHECK_INT("all of it", out_flush(&out), 0);
	fd_close(&in.fd);
	fd_close(&out.fd);
}

/* What waits in out goes out before a read that may wait for its answer. */
static void
test_flush_first(void)
{
	char out_space[64], got[8];
	struct in in = IN_INIT(pair[0], space);
	struct out out = OUT_INIT(pair[0], out_space);
	struct deadline until = deadline_in_ms(SHORT_MS);
	struct view v;

	in.flush_first = &out;
	in.deadline = out.deadline = &until;
	out_puts(&out, "ask");
	CHECK_INT("no answer", in_peek(&in, &v), -1);
	CHECK_INT("but the question", read(pair[1], got, sizeof(got)), 3);
}

static void
test_both(void (*open_it)(void), void (*test)(const char *), const char *name)
{
	open_it();
	test(name);
	close_pair();
}

static void
open_read_pipe(void)
{
	open_pipe(true);
}

static void
open_write_pipe(void)
{
	open_pipe(false);
}

static void
test_alone(void (*open_it)(void), void (*test)(void))
{
	open_it();
	test();
	close_pair();
}

static void
test_lines(void)
{
	struct in in = IN_INIT(pair[0], space);
	struct buf b = BUF_INIT;

	feed("one\ntoolong\n\nrest");
	in.size = 3;			/* lines longer than the array */
	fd_close(&pair[1]);
	CHECK_INT("line", in_line(&in, &b, 5), 1);
	CHECK_STR("line", buf_view(&b), "one");
	CHECK_INT("longer than max", in_line(&in, &b, 5), -1);
	CHECK_INT("longer than max", errno, EMSGSIZE);
	CHECK_STR("max bytes of it", buf_view(&b), "toolo");
	CHECK_INT("not sticky", in_skip_line(&in), 1);
	CHECK_INT("empty line", in_line(&in, &b, 5), 1);
	CHECK_STR("empty line", buf_view(&b), "");
	CHECK_INT("end inside", in_line(&in, &b, 5), -1);
	CHECK_INT("end inside", errno, EPIPE);
	CHECK_STR("what was there", buf_view(&b), "rest");
	CHECK_INT("end", in_line(&in, &b, 5), 0);
	buf_free(&b);
}

int
main(void)
{
	signal(SIGPIPE, SIG_IGN);
	alarm(HANG_S);
	test_both(open_sockets, test_read_limits, "socket: deadline");
	test_both(open_read_pipe, test_read_limits, "pipe: deadline");
	test_both(open_sockets, test_past_deadline, "socket: past");
	test_both(open_read_pipe, test_past_deadline, "pipe: past");
	test_both(open_sockets, test_idle, "socket: idle");
	test_both(open_read_pipe, test_idle, "pipe: idle");
	test_both(open_sockets, test_write_limits, "socket: writing");
	test_both(open_write_pipe, test_write_limits, "pipe: writing");
	test_alone(open_write_pipe, test_almost_full_pipe);
	test_alone(open_sockets, test_signals);
	test_alone(open_sockets, test_nonblocking);
	test_alone(open_sockets, test_flush_first);
	test_alone(open_sockets, test_lines);
	test_file();
	return tap_end();
}
