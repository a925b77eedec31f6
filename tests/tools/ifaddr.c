/*
 * ifaddr: give an interface IPv6 addresses, for tests in a network of their
 * own, and wait until they can be used (the kernel tries them out first).
 *	usage: ifaddr interface address ...
 * exits  0; 100 usage; 111 when the kernel refuses
 */
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <errno.h>
#include <linux/ipv6.h>
#include <net/if.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "lib/ip.h"
#include "lib/net.h"
#include "lib/prog.h"

#define USAGE "ifaddr interface address ..."
#define ALL_BITS 128
#define LOOK_MS 10
#define LOOKS_MAX 2000

/* Until a socket can be bound to it. */
static void
await_usable(const struct ip *ip, const char *text)
{
	struct sockaddr_storage ss;
	socklen_t len;
	int fd, r, error = 0;

	ip_to_sockaddr(ip, 0, &ss, &len);
	for (int i = 0; i < LOOKS_MAX; i++) {
		fd = net_socket(AF_INET6, SOCK_DGRAM);
		if (fd < 0)
			die_sys("unable to create socket");
		r = bind(fd, (struct sockaddr *)&ss, len);
		error = errno;
		close(fd);
		if (r == 0)
			return;
		if (error != EADDRNOTAVAIL)
			break;
		(void)poll(NULL, 0, LOOK_MS);	/* or less: no matter */
	}
	errno = error;
	die_sys("unable to use ", text);
}

int
main(int argc, char **argv)
{
	struct in6_ifreq req = { .ifr6_prefixlen = ALL_BITS };
	struct ip ip;
	int fd;

	prog_init("ifaddr", oom_exit);
	if (argc < 3)
		die_usage(USAGE);
	req.ifr6_ifindex = (int)if_nametoindex(argv[1]);
	fd = net_socket(AF_INET6, SOCK_DGRAM);
	if (fd < 0 || req.ifr6_ifindex == 0)
		die_sys("no IPv6 on ", argv[1]);
	for (int i = 2; i < argc; i++) {
		if (ip_scan(view_of(argv[i]), &ip) < 0)
			die_usage(USAGE);
		memcpy(&req.ifr6_addr, ip.b, sizeof(ip.b));
		if (ioctl(fd, SIOCSIFADDR, &req) < 0)
			die_sys("unable to add ", argv[i]);
		if (ip.b[0] == 0xfe)	/* fe80::/10 */
			ip.scope = (uint32_t)req.ifr6_ifindex;
		await_usable(&ip, argv[i]);
	}
	return 0;
}
