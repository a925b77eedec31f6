/*
 * qqraw: run a queue program with any bytes in the place of a session
 * (mail/qq_session.h).
 *	usage: qqraw [-fou] [-t type] program message envelope
 * program gets the files message and envelope as descriptors 0 and 1 and,
 * unless type is none, QQ_SESSION_FD: one end of a stream (the default), a
 * seqpacket or dgram pair, of a pipe, or of a tcp connection.  What comes on
 * descriptor 0 is sent to the other end; then that is closed for writing.
 * -f: send all of it first, before program is started: what it reads at a time
 * is then no matter of how fast we are.
 * -o: an offer that is not the parent's own: a process between them.
 * -u: close the other end when the first reply is there, unread.
 * Prints "hello" when one came, "reply CODE" for each reply, "garbage" for
 * other bytes, at last "exit CODE" or "killed".  Exits 0, 100, 111.
 */
#include <netinet/in.h>
#include <sys/socket.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/qq_session.h"

#define USAGE "qqraw [-fou] [-t type] program message envelope"
#define LIMIT_S 60
#define LOOK_NS 1000000
#define FIRST_MAX 262144	/* bytes that a pair of sockets can hold */

static char space[3][IO_SIZE];
static struct out out = OUT_INIT(1, space[0]);

static void
tcp_pair(int fds[2])
{
	struct sockaddr_in in = { .sin_family = AF_INET,
	    .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t len = sizeof(in);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	fds[0] = socket(AF_INET, SOCK_STREAM, 0);
	if (fd < 0 || fds[0] < 0 ||
	    bind(fd, (struct sockaddr *)&in, sizeof(in)) < 0 ||
	    listen(fd, 1) < 0 ||
	    getsockname(fd, (struct sockaddr *)&in, &len) < 0 ||
	    connect(fds[0], (struct sockaddr *)&in, sizeof(in)) < 0)
		die_sys("unable to connect");
	fds[1] = os_accept(fd, NULL, NULL);
	if (fds[1] < 0)
		die_sys("unable to accept");
	fd_close(&fd);
}

static void
open_pair(const char *type, int fds[2])
{
	struct view name = view_of(type);
	int r = -1;

	fds[0] = fds[1] = -1;
	if (view_is(name, "none"))
		return;
	if (view_is(name, "tcp")) {
		tcp_pair(fds);
		return;
	}
	if (view_is(name, "stream"))
		r = os_streampair(fds);
	else if (view_is(name, "seqpacket"))
		r = socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fds);
	else if (view_is(name, "dgram"))
		r = socketpair(AF_UNIX, SOCK_DGRAM, 0, fds);
	else if (view_is(name, "pipe"))
		r = os_pipe(fds);
	else
		die_usage(USAGE);
	if (r < 0)
		die_sys("unable to make a pair");
}

static int
open_or_die(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		die_sys("unable to open ", path);
	return fd;
}

static pid_t
run(char **argv, int session)
{
	char *args[] = { argv[0], NULL };
	struct child_spec spec = { .path = argv[0], .argv = args,
	    .exit_temp = 120, .exit_perm = 120,
	    .fds = { { 0, open_or_die(argv[1]) }, { 1, open_or_die(argv[2]) },
		{ QQ_SESSION_FD, session } },
	    .nfds = session < 0 ? 2 : 3 };
	pid_t pid;

	if (child_start(&spec, &pid) < 0)
		die_sys("unable to run ", argv[0]);
	return pid;
}

/* The same with a process of ours between us and the program. */
static pid_t
run_below(char **argv, int session)
{
	pid_t pid = fork(), child;
	int status;

	if (pid < 0)
		die_sys("unable to fork");
	if (pid > 0)
		return pid;
	child = run(argv, session);
	if (child_wait(child, &status) < 0)
		die_sys("unable to wait");
	_exit(child_exit_code(status));
}

/* All of descriptor 0 to the program; what it refuses to take is lost. */
static void
feed(int fd)
{
	struct in in = IN_INIT(0, space[1]);
	struct out to = OUT_INIT(fd, space[2]);

	if (io_copy(&to, &in) < 0)
		die_sys("unable to read");
	if (out_flush(&to) == 0)
		shutdown(fd, SHUT_WR);	/* fails on a pipe */
}

/* The same at once, before anybody reads. */
static void
feed_first(int fd)
{
	static char bytes[FIRST_MAX];
	struct in in = IN_INIT(0, space[1]);
	struct view v;
	size_t n = 0;
	int size = FIRST_MAX, r;

	while ((r = in_peek(&in, &v)) > 0 && v.len <= sizeof(bytes) - n) {
		memcpy(bytes + n, v.p, v.len);
		n += v.len;
		in_skip(&in, v.len);
	}
	if (r < 0)
		die_sys("unable to read");
	if (r > 0 || setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size,
	    sizeof(size)) < 0 ||
	    send(fd, bytes, n, MSG_DONTWAIT) != (ssize_t)n)
		die_sys("unable to send all at once");
	shutdown(fd, SHUT_WR);
}

static void
show(int fd, int limit_s)
{
	struct deadline limit = deadline_in_s(limit_s);
	struct in in = IN_INIT(fd, space[1]);
	char bytes[QQ_HELLO_SIZE], more[QQ_REPLY_SIZE];
	struct qq_hello hello;
	struct qq_reply reply;

	in.deadline = &limit;
	if (in_get(&in, bytes, sizeof(bytes)) <= 0)
		return;
	out_puts(&out, qq_hello_scan(bytes, &hello) < 0 ? "garbage\n" :
	    "hello\n");
	while (in_get(&in, more, sizeof(more)) > 0) {
		if (qq_reply_scan(more, &reply) < 0) {
			out_puts(&out, "garbage\n");
			continue;
		}
		out_puts(&out, "reply ");
		out_put_u64(&out, (uint64_t)reply.code);
		out_puts(&out, "\n");
	}
}

/* Hello and the first reply. */
static void
await_unread(int fd)
{
	struct deadline limit = deadline_in_s(LIMIT_S);
	struct timespec pause = { .tv_nsec = LOOK_NS };
	char bytes[QQ_HELLO_SIZE + QQ_REPLY_SIZE];

	while (recv(fd, bytes, sizeof(bytes), MSG_PEEK) <
	    (ssize_t)sizeof(bytes) && !deadline_is_past(&limit))
		nanosleep(&pause, NULL);
}

static int
status_of(pid_t pid)
{
	int status;

	if (child_wait(pid, &status) < 0)
		die_sys("unable to wait");
	return status;
}

int
main(int argc, char **argv)
{
	const char *type = "stream";
	bool is_below = false, is_unread = false, is_first = false;
	int c, status = -1, fds[2];
	pid_t pid;

	prog_init("qqraw", oom_exit);
	sig_ignore(SIGPIPE);
	while ((c = getopt(argc, argv, "+fout:")) != -1) {
		if (c == '?')
			die_usage(USAGE);
		is_first = is_first || c == 'f';
		is_below = is_below || c == 'o';
		is_unread = is_unread || c == 'u';
		if (c == 't')
			type = optarg;
	}
	argv += optind;
	if (argc - optind != 3)
		die_usage(USAGE);
	open_pair(type, fds);
	if (is_first)
		feed_first(fds[0]);
	pid = is_below ? run_below(argv, fds[1]) : run(argv, fds[1]);
	fd_close(&fds[1]);
	if (fds[0] >= 0) {
		if (is_unread) {
			await_unread(fds[0]);
		} else {
			if (!is_first)
				feed(fds[0]);
			/* has no end: all has come when the child has ended */
			if (view_is(view_of(type), "dgram"))
				status = status_of(pid);
			show(fds[0], status < 0 ? LIMIT_S : 0);
		}
		fd_close(&fds[0]);
	}
	if (status < 0)
		status = status_of(pid);
	if (child_has_crashed(status))
		out_puts(&out, "killed\n");
	else {
		out_puts(&out, "exit ");
		out_put_u64(&out, (uint64_t)child_exit_code(status));
		out_puts(&out, "\n");
	}
	return out_flush(&out) < 0 ? 111 : 0;
}
