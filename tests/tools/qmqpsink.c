/*
 * qmqpsink: a QMQP server for tests.
 *	usage: qmqpsink address file answer ...
 * listens on address (127.0.0.1 or ::1) at a port that the system chooses,
 * prints the port, and serves one connection for each answer:
 *	reset	reset it before anything is read
 *	cut	read some bytes, reset it
 *	mute	read the request, close
 *	other	read the request, send this text
 * Each request that is read whole replaces file.  Exits 0, 100, 111.
 */
#include <sys/socket.h>

#include <netinet/in.h>
#include <stdio.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/netstring.h"
#include "lib/os.h"
#include "lib/prog.h"

#define REQUEST_MAX (64 * 1024 * 1024)

static int
listen_at(const char *address)
{
	struct sockaddr_storage ss;
	socklen_t len;
	struct ip ip;
	unsigned port;
	int fd;

	if (ip_scan(view_of(address), &ip) < 0)
		die_perm("bad address");
	ip_to_sockaddr(&ip, 0, &ss, &len);
	fd = net_socket(ss.ss_family, SOCK_STREAM);
	if (fd < 0 || bind(fd, (struct sockaddr *)&ss, len) < 0 ||
	    listen(fd, 10) < 0 ||
	    getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &ip, &port) < 0)
		die_sys("unable to listen");
	printf("%u\n", port);
	fflush(stdout);
	return fd;
}

static void
save(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fwrite(b->p, 1, b->len, f) != b->len ||
	    fclose(f) != 0)
		die_sys("unable to write ", path);
}

static void
reset(int fd)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };

	if (setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now)) < 0)
		die_sys("unable to set SO_LINGER");
}

static void
serve(int fd, const char *path, const char *answer)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(fd, space);
	struct buf request = BUF_INIT;
	struct view v;

	if (view_is(view_of(answer), "reset")) {
		reset(fd);
		return;
	}
	if (view_is(view_of(answer), "cut")) {
		if (in_peek(&in, &v) <= 0)
			die_sys("unable to read");
		reset(fd);
		return;
	}
	if (netstring_get(&in, &request, REQUEST_MAX) <= 0)
		die_sys("unable to read the request");
	save(path, &request);
	buf_free(&request);
	if (!view_is(view_of(answer), "mute") &&
	    io_write_all(fd, answer, strlen(answer)) < 0)
		die_sys("unable to answer");
}

int
main(int argc, char **argv)
{
	int listener, fd;

	prog_init("qmqpsink", oom_exit);
	if (argc < 4)
		die_usage("qmqpsink address file answer ...");
	listener = listen_at(argv[1]);
	for (int i = 3; i < argc; i++) {
		fd = os_accept(listener, NULL, NULL);
		if (fd < 0)
			die_sys("unable to accept");
		serve(fd, argv[2], argv[i]);
		fd_close(&fd);
	}
	return EXIT_OK;
}
