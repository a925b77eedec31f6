#include "ucspi/listener.h"

#include <sys/socket.h>

#include <errno.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <unistd.h>

#include "lib/dns.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/prog.h"

#define PASSED_FD 3		/* sd_listen_fds(3): the first one */

/* ---- our own ---- */

static bool
is_any_host(const char *host)
{
	return strcmp(host, "0") == 0 || strcmp(host, ":0") == 0;
}

/* The first address of host that is of the family asked for. */
static struct ip
find_host(const struct listener_spec *spec)
{
	const char *host = spec->host;
	struct dns_list l = DNS_LIST_INIT;
	enum dns_result r = DNS_OK;
	struct ip ip;

	if (ip_scan(view_of(host), &ip) < 0) {
		r = spec->family == AF_INET ? dns_a(host, &l) :
		    spec->family == AF_INET6 ? dns_aaaa(host, &l) :
		    dns_addresses(host, &l);
		if (r == DNS_TEMP)
			die_temp("temporarily unable to figure out IP "
			    "address for ", host);
		if (r == DNS_OK)
			ip = l.v[0].ip;
		dns_list_free(&l);
	}
	if (r != DNS_OK || (spec->family == AF_INET && !ip_is_v4(&ip)))
		die_temp("no IP address for ", host);
	if (spec->interface != NULL && !ip_is_v4(&ip) && ip.scope == 0)
		ip.scope = if_nametoindex(spec->interface);
	return ip;
}

static int
bind_socket(const struct ip *ip, unsigned port, bool both)
{
	struct sockaddr_storage ss;
	int on = 1, v6_only = both ? 0 : 1, fd;
	socklen_t len;

	ip_to_sockaddr(ip, port, &ss, &len);
	fd = net_socket(ss.ss_family, SOCK_STREAM);
	if (fd < 0)
		return -1;
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0 ||
	    (ss.ss_family == AF_INET6 && setsockopt(fd, IPPROTO_IPV6,
	    IPV6_V6ONLY, &v6_only, sizeof(v6_only)) < 0) ||
	    bind(fd, (struct sockaddr *)&ss, len) < 0)
		fd_close(&fd);
	return fd;
}

int
listener_open(const struct listener_spec *spec)
{
	bool any = is_any_host(spec->host);
	int family = spec->family, fd = -1;
	struct ip ip = IP_ANY6;

	if (!any) {
		ip = find_host(spec);
		fd = bind_socket(&ip, spec->port, false);
	} else if (family != AF_INET) {
		fd = bind_socket(&ip, spec->port, true);
		if (fd < 0 && (errno == EAFNOSUPPORT ||
		    errno == EADDRNOTAVAIL))
			family = AF_INET;	/* a host without IPv6 */
	}
	if (any && family == AF_INET) {
		ip = IP_ANY4;
		fd = bind_socket(&ip, spec->port, false);
	}
	if (fd < 0)
		die_sys("unable to bind");
	/* a client may be gone again between poll(2) and accept(2) */
	if (fd_set_nonblock(fd) < 0 || listen(fd, spec->backlog) < 0)
		die_sys("unable to listen");
	return fd;
}

/* ---- a supervisor's ---- */

static bool
has_option(int fd, int option, int want)
{
	int value = 0;
	socklen_t len = sizeof(value);

	return getsockopt(fd, SOL_SOCKET, option, &value, &len) == 0 &&
	    value == want;
}

static bool
is_listening_tcp(int fd)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);

	return getsockname(fd, (struct sockaddr *)&ss, &len) == 0 &&
	    (ss.ss_family == AF_INET || ss.ss_family == AF_INET6) &&
	    has_option(fd, SO_TYPE, SOCK_STREAM) &&
	    has_option(fd, SO_ACCEPTCONN, 1);
}

static bool
is_number(const char *text, uint64_t want)
{
	uint64_t n;

	return text != NULL && num_scan(view_of(text), UINT32_MAX, &n) == 0 &&
	    n == want;
}

int
listener_passed(void)
{
	bool for_us = is_number(env_get("LISTEN_PID"), (uint64_t)getpid());
	bool one = is_number(env_get("LISTEN_FDS"), 1);

	env_unset("LISTEN_PID");	/* not for the children, too */
	env_unset("LISTEN_FDS");
	env_unset("LISTEN_FDNAMES");
	if (!for_us)
		return -1;
	if (!one)
		die_temp("LISTEN_FDS is not 1");
	if (!is_listening_tcp(PASSED_FD))
		die_temp("descriptor 3 is no listening TCP socket");
	if (fd_set_cloexec(PASSED_FD) < 0 || fd_set_nonblock(PASSED_FD) < 0)
		die_sys("unable to take descriptor 3");
	return PASSED_FD;
}

void
listener_set_no_delay(int fd)
{
	int on = 1;

	if (setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) < 0)
		die_sys("unable to set TCP_NODELAY");
}
