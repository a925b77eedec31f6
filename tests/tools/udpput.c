/*
 * udpput: send what is on fd 0 as one datagram and write the answer to fd 1.
 *	usage: udpput ip port milliseconds
 * exits 0 also when no answer came within that time
 */
#include <sys/socket.h>

#include <poll.h>
#include <unistd.h>

#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/prog.h"

#define USAGE "udpput ip port milliseconds"
#define WAIT_MAX_MS 3600000

int
main(int argc, char **argv)
{
	struct sockaddr_storage ss;
	struct pollfd poll_fd = { .events = POLLIN };
	struct ip ip;
	socklen_t len;
	uint64_t port, wait_ms;
	char space[1024];
	ssize_t n;

	prog_init("udpput", oom_exit);
	if (argc != 4 || ip_scan(view_of(argv[1]), &ip) < 0 ||
	    num_scan(view_of(argv[2]), 65535, &port) < 0 ||
	    num_scan(view_of(argv[3]), WAIT_MAX_MS, &wait_ms) < 0)
		die_usage(USAGE);
	ip_to_sockaddr(&ip, (unsigned)port, &ss, &len);
	poll_fd.fd = net_socket(ss.ss_family, SOCK_DGRAM);
	if (poll_fd.fd < 0 ||
	    connect(poll_fd.fd, (struct sockaddr *)&ss, len) < 0)
		die_sys("unable to connect");
	n = read(0, space, sizeof space);
	if (n < 0 || send(poll_fd.fd, space, (size_t)n, 0) < 0)
		die_sys("unable to send");
	if (poll(&poll_fd, 1, (int)wait_ms) <= 0)
		return 0;
	n = recv(poll_fd.fd, space, sizeof space, 0);
	if (n < 0 || write(1, space, (size_t)n) != n)
		die_sys("unable to pass the answer on");
	return 0;
}
