/*
 * tcpserver: accept connections, run a program for each.
 *	usage: tcpserver options host port program ...
 * reads  the rules file of -x, again when it has changed; LISTEN_PID and
 *        LISTEN_FDS: a socket on fd 3 is used instead of host and port
 * writes log lines on fd 2; with -1 the port on fd 1
 * runs   as anybody; with -u, -g or -U started by root, becomes that user
 * exits  0 on SIGTERM; 100 usage; 111 cannot listen
 * SIGHUP: the rules file is opened anew
 *
 * The parent only accepts, counts and reaps (ucspi/lanes.h); all that may take
 * time is done by the connection's own process (ucspi/serve.h).
 */
#include <sys/socket.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/passwd.h"
#include "lib/prog.h"
#include "lib/setid.h"
#include "lib/sig.h"
#include "ucspi/lanes.h"
#include "ucspi/listener.h"
#include "ucspi/names.h"
#include "ucspi/rules_file.h"
#include "ucspi/serve.h"

#define USAGE "tcpserver [ -146UXYpPhHrRoOdDqQv ] [ -c limit ] " \
	"[ -C perhost ] [ -M refusal ] [ -x rules.cdb ] [ -B banner ] " \
	"[ -g gid ] [ -u uid ] [ -b backlog ] [ -l localname ] " \
	"[ -t timeout ] [ -T timeout ] [ -I interface ] host port program"
#define OPTIONS "146UXYpPhHrRoOdDqQvc:C:M:x:B:g:u:b:l:t:T:I:"

#define CONNECTIONS 40
#define CONNECTIONS_MAX 100000
#define BACKLOG 20
#define BACKLOG_MAX 65535
#define IDENT_S 26
#define NAMES_S 60
#define SECONDS_MAX 3600
#define ID_MAX (UINT32_MAX - 1)

static struct serve o = { .remote_host = true, .ident = true,
	.ident_s = IDENT_S, .names_s = NAMES_S, .say = SAY_ERRORS };
static struct lanes lanes;
static struct rules_file rules;
static const char *rules_path;
static size_t connections = CONNECTIONS;
static struct listener_spec spec = { .family = AF_UNSPEC,
	.backlog = BACKLOG };
static bool print_port, no_delay;
static bool set_uid, set_gid;
static uid_t uid;
static gid_t gid;

/* ---- the command line ---- */

static uint64_t
number(const char *text, uint64_t min, uint64_t max)
{
	uint64_t n;

	if (text == NULL || num_scan(view_of(text), max, &n) < 0 || n < min)
		die_usage(USAGE);
	return n;
}

static void
take_uid(const char *text)
{
	uint64_t n;
	gid_t unused;

	if (num_scan(view_of(text), ID_MAX, &n) == 0)
		uid = (uid_t)n;
	else if (passwd_user(text, &uid, &unused) <= 0)
		die_temp("no such user: ", text);
	set_uid = true;
}

static void
take_gid(const char *text)
{
	uint64_t n;

	if (num_scan(view_of(text), ID_MAX, &n) == 0)
		gid = (gid_t)n;
	else if (passwd_group(text, &gid) <= 0)
		die_temp("no such group: ", text);
	set_gid = true;
}

static void
take_env_ids(void)
{
	uid = (uid_t)number(env_get("UID"), 0, ID_MAX);
	gid = (gid_t)number(env_get("GID"), 0, ID_MAX);
	set_uid = set_gid = true;
}

static void
take_value(int letter, const char *value)
{
	switch (letter) {
	case 'c':
		connections = (size_t)number(value, 1, CONNECTIONS_MAX);
		return;
	case 'C':
		o.per_host = (size_t)number(value, 1, CONNECTIONS_MAX);
		return;
	case 'b': spec.backlog = (int)number(value, 1, BACKLOG_MAX); return;
	case 't': o.ident_s = (int)number(value, 1, SECONDS_MAX); return;
	case 'T': o.names_s = (int)number(value, 1, SECONDS_MAX); return;
	case 'M': o.refusal = value; return;
	case 'x': rules_path = value; return;
	case 'B': o.banner = value; return;
	case 'l': o.local_host = value; return;
	case 'I': o.interface = spec.interface = value; return;
	case 'g': take_gid(value); return;
	case 'u': take_uid(value); return;
	}
	die_usage(USAGE);
}

static void
take_flag(int letter)
{
	switch (letter) {
	case '1': print_port = true; return;
	case '4': spec.family = AF_INET; return;
	case '6': spec.family = AF_INET6; o.mapped = true; return;
	case 'U': take_env_ids(); return;
	case 'X': o.rules_may_lack = true; return;
	case 'Y': o.proxy = true; return;
	case 'p': o.paranoid = true; return;
	case 'P': o.paranoid = false; return;
	case 'h': o.remote_host = true; return;
	case 'H': o.remote_host = false; return;
	case 'r': o.ident = true; return;
	case 'R': o.ident = false; return;
	case 'o': o.keep_routes = true; return;
	case 'O': o.keep_routes = false; return;
	case 'd': no_delay = false; return;
	case 'D': no_delay = true; return;
	case 'q': o.say = SAY_NOTHING; return;
	case 'Q': o.say = SAY_ERRORS; return;
	case 'v': o.say = SAY_ALL; return;
	}
	take_value(letter, optarg);
}

/* ---- starting ---- */

static void
drop_privilege(void)
{
	if (!set_uid && !set_gid)
		return;
	if (setid_become(set_uid ? uid : getuid(), set_gid ? gid : getgid(),
	    NULL, 0) < 0)
		die_sys("unable to set uid and gid");
}

static void
say_port(int fd)
{
	struct conn c = CONN_INIT;
	char space[NUM_FMT_MAX + 1];
	struct out out = OUT_INIT(1, space);

	c.fd = fd;
	if (serve_find_local(&c) < 0)
		die_sys("unable to get local address");
	out_put_u64(&out, c.who.local.port);
	out_putc(&out, '\n');
	if (out_flush(&out) < 0)
		die_sys("unable to print port");
}

/* 0 and 1 become the children's sockets: nobody may wait on ours. */
static void
leave_std(void)
{
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (fd < 0 || fd_copy(0, fd) < 0 || fd_copy(1, fd) < 0)
		die_sys("unable to open /dev/null");
	if (fd > 2)
		fd_close(&fd);
}

/* ---- signals ---- */

static void
on_child(int signo)
{
	(void)signo;
	lanes.child_died = 1;
}

static void
on_hup(int signo)
{
	(void)signo;
	if (o.rules != NULL)
		rules_file_expire(&rules);
}

static void
on_term(int signo)
{
	(void)signo;
	_exit(EXIT_OK);		/* the children finish by themselves */
}

/* ---- the whole ---- */

static int
find_listener(const char *host, const char *port)
{
	int fd = listener_passed();

	if (fd < 0) {
		spec.host = host;
		if (names_port(port, &spec.port) < 0)
			die_temp("unable to figure out port number for ",
			    port);
		fd = listener_open(&spec);
	}
	if (no_delay)
		listener_set_no_delay(fd);
	return fd;
}

static void
open_rules(void)
{
	if (rules_path == NULL)
		return;
	if (rules_file_init(&rules, rules_path) < 0)
		die_sys("unable to start");
	o.rules = &rules;
}

int
main(int argc, char **argv)
{
	int letter, fd;

	prog_init("tcpserver", oom_wait);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+" OPTIONS)) != -1)
		take_flag(letter);
	if (argc - optind < 3)
		die_usage(USAGE);
	o.prog = argv + optind + 2;
	if (fd_open_std() < 0)
		die_sys("unable to start");
	sig_block(SIGCHLD);
	sig_catch(SIGCHLD, on_child);
	sig_catch(SIGTERM, on_term);
	sig_ignore(SIGPIPE);
	fd = find_listener(argv[optind], argv[optind + 1]);
	drop_privilege();
	open_rules();
	sig_catch(SIGHUP, on_hup);
	if (lanes_init(&lanes, &o, connections) < 0)
		die_sys("unable to start");
	if (print_port)
		say_port(fd);
	leave_std();
	lanes_run(&lanes, fd);
}
