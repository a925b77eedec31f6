/*
 * qmail-tlsd: give a server TLS without its linking any.
 *	usage: qmail-tlsd [-i] [-d dir] [-t seconds] [-u account] program ...
 * runs   between tcpserver and a server that speaks UCSPI-TLS (ucspi.md 9):
 *        this process becomes the program; a child, the helper, waits until
 *        the program asks it for the handshake, or goes when it does not.
 *	  -i: the handshake comes first, the program sees plain text only
 * helper when root: chrooted into dir, as account (default qmailt); always
 *        confined: it reads dir, and its descriptors
 * reads  servercert.pem and servercerts/ in dir (default: control/tls), anew
 *        for each handshake (tls/keys.h)
 * exits  as the program; 100 usage; 111, with -i also when the handshake failed
 */
#include <sys/socket.h>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <tls.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/fd_mute.h"
#include "lib/fd_all.h"
#include "lib/hangup.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/passwd.h"
#include "lib/prog.h"
#include "lib/sandbox.h"
#include "lib/setid.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "tls/keys.h"
#include "tls/relay.h"

#define USAGE "qmail-tlsd [-i] [-d dir] [-t seconds] [-u account] program ..."
#define HANDSHAKE_S 30
#define FD_CTL 3		/* in the helper */
#define FD_CLEAR 4
#define FD_KEPT 5		/* this and higher ones are closed */
#define SAYS_MAX 65536		/* ucspi.md 9: what the program takes */

struct helper {
	const char *dir, *account;
	uint64_t handshake_s;
	bool implicit;
	uid_t uid;
	gid_t gid;
	int ctl, clear;		/* our ends */
	int program_ctl, program_clear;		/* the program's */
};

/* ---- the helper ---- */

static noreturn void
give_up(const char *what, const char *why)
{
	const char *ip = env_get("TCPREMOTEIP");

	log_warning("tls failed: ", ip == NULL ? "unknown" : ip, ": ", what,
	    why);
	_exit(EXIT_TEMP);	/* the end of ctl tells the program */
}

static void
confine(const struct helper *h)
{
	static const struct sandbox_path here[] = {
		{ ".", "r" }, { NULL, NULL }
	};

	if (chdir(h->dir) < 0)
		give_up("unable to chdir to ", h->dir);
	if (geteuid() == 0 && (chroot(".") < 0 ||
	    setid_become(h->uid, h->gid, NULL, 0) < 0))
		give_up("unable to give up root: ", err_str(errno));
	if (sandbox("stdio rpath", here) < 0) {
		if (errno != ENOSYS)
			give_up("unable to enter the sandbox: ",
			    err_str(errno));
		log_warning("this kernel has no sandbox");
	}
}

/* The program's byte: `Y` it wants to be told, `y` not; else it declined. */
static char
await_request(int ctl)
{
	char byte;
	ssize_t n;

	do
		n = read(ctl, &byte, 1);
	while (n < 0 && errno == EINTR);
	if (n <= 0)
		_exit(EXIT_OK);
	if (byte != 'Y' && byte != 'y')
		_exit(EXIT_PERM);
	return byte;
}

static struct tls *
accept_tls(const struct helper *h)
{
	struct deadline until = deadline_in_s((int64_t)h->handshake_s);
	struct tls_config *config = tls_config_new();
	struct tls *server = tls_server(), *tls;
	struct buf why = BUF_INIT;

	if (config == NULL || server == NULL)
		give_up("out of memory", "");
	if (keys_load(config, &why) < 0)
		give_up("unable to use the certificate: ", why.p);
	if (tls_configure(server, config) < 0)
		give_up("", tls_error(server));
	tls_config_clear_keys(config);
	if (fd_set_nonblock(0) < 0 || tls_accept_socket(server, &tls, 0) < 0)
		give_up("", tls_error(server));
	if (relay_handshake(tls, 0, &until) < 0)
		give_up("", errno != 0 ? err_str(errno) : tls_error(tls));
	return tls;
}

static void
say(struct buf *says, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_cat(says, name, "=", value);
	buf_putc(says, '\0');
}

/* What the program is told of the connection: records, an empty one last. */
static void
tell(int ctl, struct tls *tls)
{
	struct buf says = BUF_INIT;

	say(&says, "SSL_PROTOCOL", tls_conn_version(tls));
	say(&says, "SSL_CIPHER", tls_conn_cipher(tls));
	say(&says, "SSL_TLS_SNI_SERVERNAME", tls_conn_servername(tls));
	buf_putc(&says, '\0');
	if (says.len > SAYS_MAX || io_write_all(ctl, says.p, says.len) < 0)
		give_up("unable to tell the program: ", err_str(errno));
	buf_free(&says);
}

/* The connection, the log and our ends; nothing else stays open. */
static void
keep_descriptors(struct helper *h)
{
	int ctl = fcntl(h->ctl, F_DUPFD_CLOEXEC, FD_KEPT);
	int clear = fcntl(h->clear, F_DUPFD_CLOEXEC, FD_KEPT);

	if (ctl < 0 || clear < 0 || fd_copy(1, 2) < 0 ||
	    fd_move(FD_CTL, ctl) < 0 || fd_move(FD_CLEAR, clear) < 0)
		give_up("unable to copy a descriptor: ", err_str(errno));
	fd_close_from(FD_KEPT);
	h->ctl = FD_CTL;
	h->clear = FD_CLEAR;
}

/*
 * A handshake ends with small records, and the first reply is another: none
 * may wait for the peer's late acknowledgement.  No TCP: no matter.
 */
static void
never_wait(int fd)
{
	int one = 1;

	(void)(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one,
	    sizeof(one)) < 0);
}

static noreturn void
help(struct helper *h)
{
	struct tls *tls;
	char wants;

	keep_descriptors(h);
	never_wait(0);
	sig_ignore(SIGPIPE);
	if (tls_init() < 0)
		give_up("unable to start libtls", "");
	confine(h);
	wants = await_request(h->ctl);
	tls = accept_tls(h);
	if (wants == 'Y')
		tell(h->ctl, tls);
	fd_close(&h->ctl);
	relay_run(tls, 0, h->clear);
	fd_close(&h->clear);
	hang_up(0, 0, HANGUP_MS);	/* the program may have read less */
	_exit(EXIT_OK);
}

/* ---- the program ---- */

static void
put_fd(const char *name, int fd)
{
	char digits[NUM_FMT_MAX];

	(void)num_fmt((uint64_t)fd, digits);
	env_put(name, digits);
}

/* -i: what the helper tells into our environment; its end: no handshake. */
static void
take_tidings(int ctl)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(ctl, space);
	struct buf record = BUF_INIT;
	bool is_told = false;

	while (in_until(&in, '\0', &record, SAYS_MAX) > 0) {
		size_t n = view_chr(buf_view(&record), '=');

		is_told = true;
		if (n == record.len)
			break;
		record.p[n] = '\0';
		env_put(record.p, record.p + n + 1);
	}
	buf_free(&record);
	if (!is_told)
		exit(EXIT_TEMP);	/* the helper has said why */
}

static void
become_program(struct helper *h, char **argv)
{
	static const char *const told[] = {
		"SSL_PROTOCOL", "SSL_CIPHER", "SSL_TLS_SNI_SERVERNAME"
	};

	for (size_t i = 0; i < NELEM(told); i++)
		env_unset(told[i]);
	if (h->implicit) {
		if (io_write_all(h->program_ctl, "Y", 1) < 0)
			exit(EXIT_TEMP);
		take_tidings(h->program_ctl);
		fd_close(&h->program_ctl);
		if (fd_copy(0, h->program_clear) < 0 ||
		    fd_copy(1, h->program_clear) < 0)
			die_sys("unable to copy a descriptor");
		fd_close(&h->program_clear);
	} else {
		put_fd("SSLCTLFD", h->program_ctl);
		put_fd("SSLREADFD", h->program_clear);
		put_fd("SSLWRITEFD", h->program_clear);
		if (fd_clear_cloexec(h->program_ctl) < 0 ||
		    fd_clear_cloexec(h->program_clear) < 0)
			die_sys("unable to prepare descriptors");
	}
	child_exec(argv[0], argv, NULL);
	die_sys("unable to run ", argv[0]);
}

static int
read_options(struct helper *h, int argc, char **argv)
{
	int c;

	opterr = 0;
	while ((c = getopt(argc, argv, "+id:t:u:")) != -1)
		switch (c) {
		case 'i':
			h->implicit = true;
			break;
		case 'd':
			h->dir = optarg;
			break;
		case 't':
			if (num_scan(view_of(optarg), 86400,
			    &h->handshake_s) < 0)
				die_usage(USAGE);
			break;
		case 'u':
			h->account = optarg;
			break;
		default:
			die_usage(USAGE);
		}
	if (optind >= argc)
		die_usage(USAGE);
	return optind;
}

static void
prepare(struct helper *h)
{
	int ctl[2], clear[2], r;

	if (geteuid() == 0) {
		r = passwd_user(h->account, &h->uid, &h->gid);
		if (r < 0)
			die_sys("unable to read /etc/passwd");
		if (r == 0 || h->uid == 0)
			die_temp("no account ", h->account);
	}
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ctl) < 0 ||
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, clear) < 0)
		die_sys("unable to make sockets");
	h->ctl = ctl[0];
	h->program_ctl = ctl[1];
	h->clear = clear[0];
	h->program_clear = clear[1];
}

int
main(int argc, char **argv)
{
	struct helper h = { .account = "qmailt", .handshake_s = HANDSHAKE_S };
	struct buf dir = BUF_INIT;
	int first;
	pid_t pid;

	prog_init("qmail-tlsd", oom_exit);
	if (fd_mute_log() < 0)
		die_sys("unable to open /dev/null");
	buf_cat(&dir, CONF_HOME, "/control/tls");
	h.dir = dir.p;
	first = read_options(&h, argc, argv);
	prepare(&h);
	pid = fork();
	if (pid < 0)
		die_sys("unable to fork");
	if (pid == 0)
		help(&h);
	fd_close(&h.ctl);
	fd_close(&h.clear);
	become_program(&h, argv + first);
}
