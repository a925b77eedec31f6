/*
 * tcp-env: make inetd's environment a super-server's.
 *	usage: tcp-env [-rR] [-t seconds] program [arg ...]
 * reads  fd 0: the addresses of the connection, no bytes of it
 * writes nothing; sets PROTO, TCPLOCAL*, TCPREMOTE* (tcp-environ(5))
 * runs   as whoever inetd says, becomes the program
 * exits  111 when it cannot; else as the program
 */
#include <sys/socket.h>

#include <errno.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/dns.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/ident.h"
#include "lib/ip.h"
#include "lib/num.h"
#include "lib/prog.h"

#define IDENT_S 30		/* -t */
#define IDENT_MAX_S 3600
#define SOFT_ERROR "softdnserror"	/* a name that could not be asked for */

static struct ident_query ends;	/* of the connection on descriptor 0 */

/* Under inetd descriptor 2 is the connection: nothing may be said there. */
static noreturn void
die(const char *what, const char *why)
{
	if (!fd_is_same(0, 2))
		log_fatal(what, ": ", why);
	_exit(EXIT_TEMP);
}

static void
get_ends(void)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);

	if (getsockname(0, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &ends.local, &ends.local_port) < 0)
		die("unable to get local address", err_str(errno));
	len = sizeof(ss);
	if (getpeername(0, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &ends.remote, &ends.remote_port) < 0)
		die("unable to get remote address", err_str(errno));
}

/*
 * TCP and name, and the TCP6 twin when the connection is IPv6.  value NULL:
 * removed, so that nothing inherited is believed.
 */
static void
set(const char *name, const char *value)
{
	bool is_v6 = !ip_is_v4(&ends.remote);
	struct buf full = BUF_INIT;

	for (int twin = 0; twin < 2; twin++) {
		buf_sets(&full, twin == 0 ? "TCP" : "TCP6");
		buf_puts(&full, name);
		if (value != NULL && (twin == 0 || is_v6))
			env_put(full.p, value);
		else
			env_unset(full.p);
	}
	buf_free(&full);
}

static void
set_address(const char *name, const char *port_name, const struct ip *ip,
    unsigned port)
{
	char text[IP_FMT_MAX], digits[NUM_FMT_MAX];

	set(name, ip_fmt(ip, text));
	num_fmt(port, digits);
	set(port_name, digits);
}

static void
set_host(const char *name, const struct ip *ip)
{
	struct dns_list l = DNS_LIST_INIT;
	struct buf host = BUF_INIT;

	switch (dns_ptr(ip, &l)) {
	case DNS_OK:
		dns_put_host(&host, buf_view(&l.v[0].name));
		set(name, host.p);
		break;
	case DNS_TEMP:
		set(name, SOFT_ERROR);
		break;
	case DNS_NONE:
	case DNS_NXDOMAIN:
		set(name, NULL);
		break;
	}
	buf_free(&host);
	dns_list_free(&l);
}

static void
set_info(bool wanted, int64_t seconds)
{
	struct deadline until = deadline_in_s(seconds);
	struct buf id = BUF_INIT;

	if (wanted && ident_ask(&ends, &until, &id) > 0)
		set("REMOTEINFO", id.p);
	else
		set("REMOTEINFO", NULL);
	buf_free(&id);
}

static void
set_all(bool wants_info, int64_t seconds)
{
	get_ends();
	env_put("PROTO", ip_is_v4(&ends.remote) ? "TCP" : "TCP6");
	set_address("LOCALIP", "LOCALPORT", &ends.local, ends.local_port);
	set_address("REMOTEIP", "REMOTEPORT", &ends.remote,
	    ends.remote_port);
	set_host("LOCALHOST", &ends.local);
	set_host("REMOTEHOST", &ends.remote);
	set_info(wants_info, seconds);
}

int
main(int argc, char **argv)
{
	const char *proto = env_get("PROTO");
	uint64_t seconds = IDENT_S;
	bool wants_info = true;
	int letter;

	prog_init("tcp-env", oom_exit);
	opterr = 0;		/* nothing to the connection */
	while ((letter = getopt(argc, argv, "+rRt:")) != -1) {
		if (letter == 'r' || letter == 'R')
			wants_info = letter == 'r';
		else if (letter != 't' || num_scan(view_of(optarg),
		    IDENT_MAX_S, &seconds) < 0)
			die("usage", "tcp-env [-rR] [-t seconds] program");
	}
	if (optind == argc)
		die("usage", "tcp-env [-rR] [-t seconds] program");
	if (proto == NULL || (!view_is(view_of(proto), "TCP") &&
	    !view_is(view_of(proto), "TCP6")))
		set_all(wants_info, (int64_t)seconds);
	child_exec(argv[optind], argv + optind, NULL);
	die("unable to run program", err_str(errno));
}
