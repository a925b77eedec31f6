/*
 * tcpclient: connect to a host and run a program with the connection.
 *	usage: tcpclient options host port program ...
 * gives  the program fd 6 to read from and fd 7 to write to the network
 * exits  as the program; 100 usage; 111 no connection
 */
#include <sys/socket.h>

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/dns.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/mem.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/random.h"
#include "lib/sig.h"
#include "ucspi/ident.h"
#include "ucspi/names.h"
#include "ucspi/tcpenv.h"

#define USAGE "tcpclient [ -46hHrRdDqQv ] [ -i localip ] [ -p localport ] " \
	"[ -T timeoutconn ] [ -l localname ] [ -t timeoutinfo ] " \
	"host port program"
#define OPTIONS "46hHrRdDqQvi:p:T:l:t:"

#define READ_FD 6		/* tcpclient(1) */
#define WRITE_FD 7
#define FIRST_S 2
#define SECOND_S 58
#define SECONDS_MAX 3600
#define IDENT_S 26

static bool remote_host = true, ident = true, no_delay;
static enum { SAY_NOTHING, SAY_ERRORS, SAY_ALL } say = SAY_ERRORS;
static const char *local_host;
static struct ip local_ip;
static bool has_local_ip;
static unsigned local_port;
static int first_s = FIRST_S, second_s = SECOND_S, ident_s = IDENT_S;
static int family = AF_UNSPEC;

static uint64_t
number(struct view v, uint64_t max)
{
	uint64_t n;

	if (num_scan(v, max, &n) < 0)
		die_usage(USAGE);
	return n;
}

/* `x+y` or `x` */
static void
take_timeouts(const char *text)
{
	struct view rest = view_of(text), first;

	if (!view_cut(&rest, '+', &first))
		die_usage(USAGE);
	first_s = (int)number(first, SECONDS_MAX);
	second_s = rest.len > 0 ? (int)number(rest, SECONDS_MAX) : 0;
}

static void
take_option(int letter)
{
	switch (letter) {
	case '4': family = AF_INET; return;
	case '6': family = AF_INET6; return;
	case 'h': remote_host = true; return;
	case 'H': remote_host = false; return;
	case 'r': ident = true; return;
	case 'R': ident = false; return;
	case 'd': no_delay = false; return;
	case 'D': no_delay = true; return;
	case 'q': say = SAY_NOTHING; return;
	case 'Q': say = SAY_ERRORS; return;
	case 'v': say = SAY_ALL; return;
	case 'l': local_host = optarg; return;
	case 'T': take_timeouts(optarg); return;
	case 'p': local_port = (unsigned)number(view_of(optarg), 65535);
		return;
	case 't': ident_s = (int)number(view_of(optarg), SECONDS_MAX); return;
	case 'i':
		if (ip_scan(view_of(optarg), &local_ip) < 0)
			die_usage(USAGE);
		has_local_ip = true;
		return;
	}
	die_usage(USAGE);
}

/* ---- where to ---- */

static bool
is_usable(const struct ip *ip)
{
	bool v4 = ip_is_v4(ip);

	if (has_local_ip && ip_is_v4(&local_ip) != v4)
		return false;
	return family == AF_UNSPEC || (family == AF_INET) == v4;
}

static void
find_host(const char *host, struct dns_list *l)
{
	struct dns_record one = { .name = BUF_INIT };
	enum dns_result r = DNS_OK;
	size_t kept = 0;

	if (host[0] == '\0' || strcmp(host, "0") == 0)
		host = family == AF_INET6 ? "::1" : "127.0.0.1";
	if (ip_scan(view_of(host), &one.ip) == 0) {
		l->v = mem_array(1, sizeof(one));
		l->v[0] = one;
		l->len = l->cap = 1;
	} else
		r = dns_addresses(host, l);
	if (r == DNS_TEMP)
		die_temp("temporarily unable to figure out IP address for ",
		    host);
	for (size_t i = 0; i < l->len; i++)
		if (is_usable(&l->v[i].ip))
			l->v[kept++].ip = l->v[i].ip;
	l->len = kept;
	if (kept == 0)
		die_temp("no IP address for ", host);
}

static void
shuffle(struct dns_list *l)
{
	for (size_t i = l->len; i > 1; i--) {
		size_t k = random_below((uint32_t)i);
		struct dns_record r = l->v[k];
		l->v[k] = l->v[i - 1];
		l->v[i - 1] = r;
	}
}

static void
say_failure(const struct ip *ip, unsigned port, int error)
{
	char text[IP_FMT_MAX], digits[NUM_FMT_MAX];

	if (say < SAY_ERRORS)
		return;
	num_fmt(port, digits);
	log_plain("unable to connect to ", ip_fmt(ip, text), " port ", digits,
	    ": ", err_str(error));
}

static int
try_one(const struct ip *ip, unsigned port, int seconds)
{
	struct net_peer peer = { .ip = *ip, .port = port,
	    .local = has_local_ip ? &local_ip : NULL,
	    .local_port = local_port };
	struct deadline until = deadline_in_s(seconds);

	return net_connect(&peer, &until);
}

/*
 * Each address a short while, then those that were silent for longer.
 * The socket, with the address in *ip; exits when there is none.
 */
static int
connect_any(struct dns_list *l, unsigned port, struct ip *ip)
{
	size_t silent = 0;
	int fd;

	for (size_t i = 0; i < l->len; i++) {
		*ip = l->v[i].ip;
		fd = try_one(ip, port, first_s);
		if (fd >= 0)
			return fd;
		if (errno == ETIMEDOUT && second_s > 0)
			l->v[silent++].ip = *ip;
		else
			say_failure(ip, port, errno);
	}
	for (size_t i = 0; i < silent; i++) {
		*ip = l->v[i].ip;
		fd = try_one(ip, port, second_s);
		if (fd >= 0)
			return fd;
		say_failure(ip, port, errno);
	}
	_exit(EXIT_TEMP);
}

/* ---- what the program gets ---- */

static void
find_local(int fd, struct tcpenv_end *end)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);

	if (getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &end->ip, &end->port) < 0)
		die_sys("unable to get local address");
}

static void
put_env(struct env_list *env, struct tcpenv *who)
{
	struct buf local = BUF_INIT, remote = BUF_INIT, info = BUF_INIT;

	who->local.host = local_host;
	if (local_host == NULL && names_host(&who->local.ip, &local))
		who->local.host = local.p;
	if (remote_host && names_host(&who->remote.ip, &remote))
		who->remote.host = remote.p;
	if (ident && ident_ask(&who->local, &who->remote, ident_s, &info) == 0)
		who->info = info.p;
	env_list_copy(env);
	tcpenv_put(env, who);
	buf_free(&local);
	buf_free(&remote);
	buf_free(&info);
}

static void
say_connected(const struct tcpenv_end *remote)
{
	char text[IP_FMT_MAX], digits[NUM_FMT_MAX];

	num_fmt(remote->port, digits);
	if (say >= SAY_ALL)
		log_plain("connected to ", ip_fmt(&remote->ip, text), " port ",
		    digits);
}

static void
place_fds(int fd)
{
	int spare = dup(fd), on = 1;

	if (no_delay && setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on,
	    sizeof(on)) < 0)
		die_sys("unable to set TCP_NODELAY");
	/* fd itself may be 6 or 7 */
	if (spare < 0 || fd_copy(READ_FD, spare) < 0 ||
	    fd_copy(WRITE_FD, spare) < 0)
		die_sys("unable to set up descriptors");
	if (fd != READ_FD && fd != WRITE_FD)
		fd_close(&fd);
	if (spare != READ_FD && spare != WRITE_FD)
		fd_close(&spare);
}

int
main(int argc, char **argv)
{
	struct dns_list l = DNS_LIST_INIT;
	struct env_list env = ENV_LIST_INIT;
	struct tcpenv who = { .mapped = false };
	int letter, fd;

	prog_init("tcpclient", oom_exit);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+" OPTIONS)) != -1)
		take_option(letter);
	argv += optind;
	if (argc - optind < 3)
		die_usage(USAGE);
	if (names_port(argv[1], &who.remote.port) < 0)
		die_temp("unable to figure out port number for ", argv[1]);
	find_host(argv[0], &l);
	shuffle(&l);
	fd = connect_any(&l, who.remote.port, &who.remote.ip);
	dns_list_free(&l);
	say_connected(&who.remote);
	find_local(fd, &who.local);
	put_env(&env, &who);
	place_fds(fd);
	child_exec(argv[2], argv + 2, env_list_envp(&env));
	die_sys("unable to run ", argv[2]);
}
