/*
 * inetd: run a program as inetd would: a TCP connection on descriptors 0, 1
 * (and 2 with -2), from and to the address given; for tests.
 *	usage: inetd [-2] [-i reply] address program [arg ...]
 * What the program writes to the connection is copied to descriptor 1.
 * -i: an ident server on the address's port 113 answers the first question
 * with reply and CR LF (`%P` in it: both ports); the question goes to
 * descriptor 2.
 * exits with the program's code
 */
#include <sys/socket.h>

#include <signal.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/prog.h"

#define IDENT_PORT 113
#define LIMIT_S 20

static char space[2][IO_SIZE];

static int
listen_on(const struct ip *ip, unsigned port, unsigned *got)
{
	struct sockaddr_storage ss;
	socklen_t len;
	struct ip same;
	int on = 1;
	int fd = net_socket(ip_is_v4(ip) ? AF_INET : AF_INET6, SOCK_STREAM);

	ip_to_sockaddr(ip, port, &ss, &len);
	if (fd < 0 ||
	    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0 ||
	    bind(fd, (struct sockaddr *)&ss, len) < 0 || listen(fd, 1) < 0 ||
	    getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &same, got) < 0)
		die_sys("unable to listen");
	return fd;
}

static int
accept_one(int fd)
{
	int to = accept(fd, NULL, NULL);

	if (to < 0 || fd_set_cloexec(to) < 0)
		die_sys("unable to accept");
	close(fd);
	return to;
}

/* In a process of its own: one question, one reply. */
static noreturn void
ident(int listener, const char *reply)
{
	int fd = accept_one(listener);
	struct in in = IN_INIT(fd, space[0]);
	struct out out = OUT_INIT(fd, space[1]);
	struct buf question = BUF_INIT;

	in.idle_s = LIMIT_S;
	if (in_line(&in, &question, 100) <= 0)
		_exit(1);
	buf_putc(&question, '\n');
	if (io_write_all(2, question.p, question.len) < 0)
		_exit(1);
	for (; *reply != '\0'; reply++) {
		if (reply[0] == '%' && reply[1] == 'P') {
			out_put(&out, question.p, question.len - 2);
			reply++;
		} else
			out_putc(&out, *reply);
	}
	out_puts(&out, "\r\n");
	_exit(out_flush(&out) < 0);
}

static void
start_ident(const struct ip *ip, const char *reply)
{
	unsigned port;
	int listener = listen_on(ip, IDENT_PORT, &port);
	pid_t pid = fork();

	if (pid < 0)
		die_sys("unable to fork");
	if (pid == 0) {
		alarm(LIMIT_S);
		ident(listener, reply);
	}
	close(listener);
}

/* Start the program on a connection: our end of it. */
static int
connect_to_program(const struct ip *ip, char **argv, size_t nfds, pid_t *pid)
{
	struct child_spec spec = { .path = argv[0], .search = true,
	    .argv = argv, .nfds = nfds, .exit_temp = 111, .exit_perm = 111 };
	struct deadline until = deadline_in_s(LIMIT_S);
	struct net_peer to = { .ip = *ip, .local = ip };
	int listener = listen_on(ip, 0, &to.port);
	int ours = net_connect(&to, &until), theirs;

	if (ours < 0)
		die_sys("unable to connect");
	theirs = accept_one(listener);
	for (size_t i = 0; i < nfds; i++) {
		spec.fds[i].to = (int)i;
		spec.fds[i].from = theirs;
	}
	if (child_start(&spec, pid) < 0)
		die_sys("unable to start ", argv[0]);
	close(theirs);
	if (shutdown(ours, SHUT_WR) < 0)
		die_sys("unable to shut down");
	return ours;
}

int
main(int argc, char **argv)
{
	struct in in = IN_INIT(-1, space[0]);
	struct out out = OUT_INIT(1, space[1]);
	const char *reply = NULL;
	size_t nfds = 2;
	struct ip ip;
	pid_t pid;
	int letter, status;

	prog_init("inetd", oom_exit);
	while ((letter = getopt(argc, argv, "+2i:")) != -1) {
		if (letter == 'i')
			reply = optarg;
		else
			nfds = 3;
	}
	if (argc - optind < 2 || ip_scan(view_of(argv[optind]), &ip) < 0)
		die_usage("inetd [-2] [-i reply] address program [arg ...]");
	if (reply != NULL)
		start_ident(&ip, reply);
	in.fd = connect_to_program(&ip, argv + optind + 1, nfds, &pid);
	if (io_copy(&out, &in) < 0 || out_flush(&out) < 0)
		die_sys("unable to copy");
	if (child_wait(pid, &status) < 0)
		die_sys("unable to wait");
	return child_has_crashed(status) ? 111 : child_exit_code(status);
}
