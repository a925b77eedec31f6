/*
 * blackhole: an address that does not answer.
 *	usage: blackhole [-a ms] ip port
 * Listens there with the shortest queue and fills it: the kernel drops what
 * comes then, and whoever connects waits.  Prints the port (0: the kernel
 * chooses) once that is so.  -a: ms after that it begins to accept.
 * exits  0 at the end of its standard input; 100 usage; 111
 */
#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "tests/tools/argnumber.h"

#define USAGE "blackhole [-a ms] ip port"
#define SILENCE_MS 1000		/* a local peer that takes it is quicker */
#define FILL_MAX 64
#define LATER_MAX 600000	/* ms */

static int
open_listener(const struct ip *ip, unsigned port)
{
	struct sockaddr_storage ss;
	socklen_t len;
	int fd;

	ip_to_sockaddr(ip, port, &ss, &len);
	fd = net_socket(ss.ss_family, SOCK_STREAM);
	if (fd < 0 || bind(fd, (struct sockaddr *)&ss, len) < 0 ||
	    listen(fd, 0) < 0)
		die_sys("unable to listen");
	return fd;
}

static void
find_port(int fd, struct net_peer *peer)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);

	if (getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &peer->ip, &peer->port) < 0)
		die_sys("unable to get local address");
}

/* Connections that stay, until one is not answered. */
static void
fill(const struct net_peer *peer)
{
	for (int i = 0; i < FILL_MAX; i++) {
		struct deadline until = deadline_in_ms(SILENCE_MS);
		if (net_connect(peer, &until) >= 0)
			continue;
		if (errno != ETIMEDOUT)
			die_sys("unable to connect");
		return;
	}
	die_temp("the queue has no end");
}

static void
say_port(unsigned port)
{
	char space[NUM_FMT_MAX + 1];
	struct out out = OUT_INIT(1, space);

	out_put_u64(&out, port);
	out_putc(&out, '\n');
	if (out_flush(&out) < 0)
		die_sys("unable to print");
}

/* Wait for the end of standard input; accept what comes meanwhile. */
static void
stay(int listener, int later_ms)
{
	struct pollfd fds[] = {
		{ .fd = 0, .events = POLLIN },
		{ .fd = listener, .events = POLLIN },
	};
	bool open = false;
	char byte;

	for (;;) {
		int r = poll(fds, open ? 2 : 1, open ? -1 : later_ms);
		if (r < 0)
			die_sys("unable to poll");
		if (r == 0)
			open = true;
		if (fds[0].revents != 0 && read(0, &byte, 1) <= 0)
			return;
		if (open && fds[1].revents != 0 &&
		    os_accept(listener, NULL, NULL) < 0)
			die_sys("unable to accept");
	}
}

int
main(int argc, char **argv)
{
	struct net_peer peer = { .port = 0 };
	int letter, listener, later_ms = -1;

	prog_init("blackhole", oom_exit);
	while ((letter = getopt(argc, argv, "a:")) != -1) {
		if (letter != 'a')
			die_usage(USAGE);
		later_ms = (int)arg_number(optarg, LATER_MAX, USAGE);
	}
	argv += optind;
	if (argc - optind != 2 || ip_scan(view_of(argv[0]), &peer.ip) < 0)
		die_usage(USAGE);
	listener = open_listener(&peer.ip,
	    (unsigned)arg_number(argv[1], 65535, USAGE));
	find_port(listener, &peer);
	fill(&peer);
	say_port(peer.port);
	stay(listener, later_ms);
	return 0;
}
