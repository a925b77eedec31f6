#include "lib/hangup.h"

#include <sys/socket.h>
#include <sys/wait.h>

#include <netinet/in.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/net.h"
#include "lib/sig.h"
#include "tests/tap.h"

#define SHORT_MS 100		/* a limit that passes */
#define HANG_MS 60000		/* and one that must not */
#define ROOM 4096		/* the peer's buffer, about */
#define REPLY 300000		/* much more: it waits in our kernel */

static char reply[REPLY], space[65536];
static int ours, theirs;	/* the ends of a TCP connection */

static void
set_room(int fd, int option, int size)
{
	if (setsockopt(fd, SOL_SOCKET, option, &size, sizeof(size)) < 0)
		abort();
}

static void
open_connection(void)
{
	struct sockaddr_in a = { .sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(a);
	int listener = net_socket(AF_INET, SOCK_STREAM);

	theirs = net_socket(AF_INET, SOCK_STREAM);
	if (listener < 0 || theirs < 0)
		abort();
	set_room(theirs, SO_RCVBUF, ROOM);
	if (bind(listener, (struct sockaddr *)&a, len) < 0 ||
	    listen(listener, 1) < 0 ||
	    getsockname(listener, (struct sockaddr *)&a, &len) < 0 ||
	    connect(theirs, (struct sockaddr *)&a, len) < 0 ||
	    (ours = accept(listener, NULL, NULL)) < 0)
		abort();
	set_room(ours, SO_SNDBUF, 2 * REPLY);
	fd_close(&listener);
}

static void
close_connection(void)
{
	fd_close(&ours);
	fd_close(&theirs);
}

/* The server: a long reply to somebody who has sent ahead, then the end. */
static pid_t
start_server(void)
{
	pid_t pid = fork();

	if (pid < 0)
		abort();
	if (pid > 0) {
		fd_close(&ours);
		return pid;
	}
	fd_close(&theirs);
	if (io_write_all(ours, reply, sizeof(reply)) < 0)
		_exit(1);
	hang_up(ours, ours, HANG_MS);
	_exit(0);
}

static void
test_reply(void)
{
	struct in in = IN_INIT(theirs, space);
	size_t got = 0;
	struct view v;
	int status;
	pid_t pid;

	if (io_write_all(theirs, "STAT\r\n", 6) < 0)
		abort();
	pid = start_server();
	while (in_peek(&in, &v) > 0) {
		if (got == 0)	/* more, while the reply is on its way */
			CHECK_INT("he sends on",
			    io_write_all(theirs, "QUIT\r\n", 6), 0);
		got += v.len;
		in_skip(&in, v.len);
	}
	CHECK_INT("the whole reply arrives", (intmax_t)got, REPLY);
	CHECK_INT("and its end", in_error(&in), 0);
	fd_close(&theirs);
	CHECK_INT("the server ends", waitpid(pid, &status, 0), pid);
	CHECK_INT("at once", status, 0);
}

static void
test_silence(void)
{
	int64_t began = deadline_now_ms(), took;
	char byte;

	hang_up(ours, ours, SHORT_MS);
	took = deadline_now_ms() - began;
	CHECK_NAMED("who stays is left", took >= SHORT_MS - 1 &&
	    took < HANG_MS);
	CHECK_INT("he was told", recv(theirs, &byte, 1, 0), 0);
}

/* Sends as long as somebody takes it: without the bound, for ever. */
static void
test_flood(void)
{
	int64_t began = deadline_now_ms();
	int status;
	pid_t pid = fork();

	if (pid < 0)
		abort();
	if (pid == 0) {
		fd_close(&ours);
		while (io_write_all(theirs, reply, sizeof(reply)) == 0)
			continue;
		_exit(0);
	}
	hang_up(ours, ours, HANG_MS);
	CHECK_NAMED("who sends without end is left",
	    deadline_now_ms() - began < HANG_MS);
	close_connection();
	CHECK_INT("and sees it", waitpid(pid, &status, 0), pid);
}

static void
test_gone(void)
{
	int64_t began = deadline_now_ms();

	fd_close(&theirs);
	hang_up(ours, ours, HANG_MS);
	CHECK_NAMED("who is gone is not waited for",
	    deadline_now_ms() - began < HANG_MS);
}

static void
test_pipe(void)
{
	char text[2];
	int fds[2];

	if (pipe(fds) < 0 || io_write_all(fds[1], "a", 1) < 0)
		abort();
	hang_up(fds[0], fds[1], HANG_MS);
	CHECK_INT("a pipe stays as it is", io_write_all(fds[1], "b", 1), 0);
	CHECK_INT("unread", read(fds[0], text, 2), 2);
	fd_close(&fds[0]);
	fd_close(&fds[1]);
}

int
main(void)
{
	void (*const tests[])(void) = { test_reply, test_silence, test_flood,
	    test_gone };

	sig_ignore(SIGPIPE);
	for (size_t i = 0; i < NELEM(tests); i++) {
		open_connection();
		tests[i]();
		close_connection();
	}
	test_pipe();
	return tap_end();
}
