/*
 * relay-ctrl-udp: hear from POP3 hosts which addresses may relay.
 *	usage: relay-ctrl-udp [ address ]	(default: all of this host)
 * reads  UDP datagrams (relay/datagram.h) at RELAY_CTRL_PORT; with a key
 *        (RELAY_CTRL_KEY_FD, RELAY_CTRL_KEY) only signed ones are good
 * writes their files in RELAY_CTRL_DIR (relay/store.h), then answers
 * runs   as GID and UID when root and they are set (envuidgid), once the port
 *        is open
 * says   `listening at port N` once it is (RELAY_CTRL_PORT 0: any free one)
 * exits  100 usage; 111; else never
 */
#include <sys/socket.h>

#include <netinet/in.h>

#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "lib/confine_log.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/setid.h"
#include "relay/datagram.h"
#include "relay/note.h"
#include "relay/store.h"

struct server {
	int fd;
	struct relay_store store;
	struct relay_key key;
};

struct peer {
	struct sockaddr_storage ss;
	socklen_t len;
};

/* One socket for both families; IPv4 alone where there is no IPv6. */
static int
listen_at(const struct ip *ip, unsigned port)
{
	struct sockaddr_storage ss;
	socklen_t len;
	int fd, no = 0;

	ip_to_sockaddr(ip, port, &ss, &len);
	fd = net_socket(ss.ss_family, SOCK_DGRAM);
	if (fd < 0)
		return -1;
	if ((ss.ss_family == AF_INET6 && setsockopt(fd, IPPROTO_IPV6,
	    IPV6_V6ONLY, &no, sizeof no) < 0) ||
	    bind(fd, (struct sockaddr *)&ss, len) < 0)
		fd_close(&fd);
	return fd;
}

static uint64_t
need_number(const char *name, uint64_t max)
{
	const char *s = env_get(name);
	uint64_t n;

	if (s == NULL || num_scan(view_of(s), max, &n) < 0)
		die_temp("$", name, " is not set to a number");
	return n;
}

static void
open_server(struct server *s, const char *address)
{
	const char *port = env_get("RELAY_CTRL_PORT");
	struct ip ip = IP_ANY6;
	uint64_t n = RELAY_PORT;

	if (port != NULL && num_scan(view_of(port), 65535, &n) < 0)
		die_temp("$RELAY_CTRL_PORT is no port: ", port);
	if (address != NULL && ip_scan(view_of(address), &ip) < 0)
		die_usage("relay-ctrl-udp [ address ]");
	if (relay_key_read(&s->key) < 0)
		die_sys("unable to read the key");
	if (relay_store_open(&s->store) < 0)
		die_sys("unable to open $RELAY_CTRL_DIR");
	s->fd = listen_at(&ip, (unsigned)n);
	if (s->fd < 0 && address == NULL)
		s->fd = listen_at(&IP_ANY4, (unsigned)n);
	if (s->fd < 0)
		die_sys("unable to bind");
	if (getuid() == 0 && env_get("UID") != NULL &&
	    setid_become((uid_t)need_number("UID", UINT32_MAX),
	    (gid_t)need_number("GID", UINT32_MAX), NULL, 0) < 0)
		die_sys("unable to give up root");
}

/* The port, which the kernel has chosen when it was to be 0. */
static void
note_port(int fd)
{
	struct peer own = { .len = sizeof own.ss };
	char digits[NUM_FMT_MAX];
	struct ip ip;
	unsigned port;

	if (getsockname(fd, (struct sockaddr *)&own.ss, &own.len) < 0 ||
	    ip_from_sockaddr(&own.ss, &ip, &port) < 0)
		die_sys("unable to find out the port");
	(void)num_fmt(port, digits);
	log_plain("listening at port ", digits);
}

/* true: it is on record, the sender may be told so. */
static bool
take(const struct server *s, struct view datagram, const char *from)
{
	struct relay_clock clock = { (int64_t)time(NULL), relay_expiry_s() };
	char name[RELAY_NAME_MAX];
	struct view address;

	if (relay_request_scan(&s->key, clock, datagram, &address) < 0 ||
	    relay_name(address, name) < 0) {
		log_warning("bad request from ", from);
		return false;
	}
	if (relay_store_put(&s->store, name, VIEW_EMPTY) < 0) {
		log_warning("unable to allow IP ", name, ": ", err_str(errno));
		return false;
	}
	relay_note("IP ", name, " allowed by ", from);
	return true;
}

static void
serve(const struct server *s)
{
	char space[RELAY_DATAGRAM_MAX + 1], from[IP_FMT_MAX] = "unknown";
	char answer = RELAY_ANSWER;
	struct peer peer = { .len = sizeof peer.ss };
	struct ip ip;
	unsigned port;
	ssize_t n = recvfrom(s->fd, space, sizeof space, 0,
	    (struct sockaddr *)&peer.ss, &peer.len);

	if (n < 0) {
		if (errno != EINTR && errno != ECONNREFUSED)
			die_sys("unable to receive");
		return;
	}
	if (ip_from_sockaddr(&peer.ss, &ip, &port) == 0)
		(void)ip_fmt(&ip, from);
	if (take(s, view_make(space, (size_t)n), from) &&
	    sendto(s->fd, &answer, 1, MSG_DONTWAIT,
	    (struct sockaddr *)&peer.ss, peer.len) < 0)
		log_warning("unable to answer ", from, ": ", err_str(errno));
}

int
main(int argc, char **argv)
{
	static struct server s = { .key = RELAY_KEY_INIT };

	relay_begin("relay-ctrl-udp");
	if (argc > 2)
		die_usage("relay-ctrl-udp [ address ]");
	open_server(&s, argv[1]);
	note_port(s.fd);
	if (fchdir(s.store.fd) < 0)
		die_sys("unable to change to $RELAY_CTRL_DIR");
	confine_or_die(CONFINE_RELAY_UDP);
	for (;;)
		serve(&s);
}
