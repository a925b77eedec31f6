/*
 * passsock: what a supervisor that owns the sockets does: listen, and run a
 * program with the socket as descriptor 3 (sd_listen_fds(3)).
 *	usage: passsock [-n fds] [-p pid] [-u] ip port program ...
 * ip and port 0: any of 127.0.0.1.  The port is printed on descriptor 1.
 * -n, -p: say that number of sockets, that process; -u: pass a UDP socket.
 */
#include <sys/socket.h>

#include <unistd.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/num.h"
#include "lib/prog.h"

#define USAGE "passsock [-n fds] [-p pid] [-u] ip port program"

static void
say_port(int fd)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);
	char space[64];
	struct out out = OUT_INIT(1, space);
	struct ip ip;
	unsigned port;

	if (getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &ip, &port) < 0)
		die_sys("unable to get address");
	out_put_u64(&out, port);
	out_putc(&out, '\n');
	if (out_flush(&out) < 0)
		die_sys("unable to print");
}

int
main(int argc, char **argv)
{
	const char *fds = "1", *pid = NULL;
	char self[NUM_FMT_MAX];
	struct sockaddr_storage ss;
	int letter, fd, type = SOCK_STREAM;
	socklen_t len;
	uint64_t port;
	struct ip ip;

	prog_init("passsock", oom_exit);
	while ((letter = getopt(argc, argv, "+n:p:u")) != -1)
		switch (letter) {
		case 'n': fds = optarg; break;
		case 'p': pid = optarg; break;
		case 'u': type = SOCK_DGRAM; break;
		default: die_usage(USAGE);
		}
	argv += optind;
	if (argc - optind < 3 || ip_scan(view_of(argv[0]), &ip) < 0 ||
	    num_scan(view_of(argv[1]), 65535, &port) < 0)
		die_usage(USAGE);
	ip_to_sockaddr(&ip, (unsigned)port, &ss, &len);
	fd = socket(ss.ss_family, type, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&ss, len) < 0 ||
	    (type == SOCK_STREAM && listen(fd, 20) < 0))
		die_sys("unable to listen");
	say_port(fd);
	if (fd_move(3, fd) < 0)
		die_sys("unable to move descriptor");
	num_fmt((uint64_t)getpid(), self);
	env_put("LISTEN_PID", pid == NULL ? self : pid);
	env_put("LISTEN_FDS", fds);
	child_exec(argv[2], argv + 2, NULL);
	die_sys("unable to run ", argv[2]);
}
