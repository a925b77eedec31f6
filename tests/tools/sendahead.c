/*
 * sendahead: a client that says all it has to say and only then listens, with
 * little room, so that most answers wait at the server when that ends.
 *	usage: sendahead port file
 * sends  the file to 127.0.0.1 port, as far as the server takes it
 * writes all it hears to descriptor 1
 * exits  0 at the end of input; 1 when the connection was reset, also if only
 *        while it sent: the kernel tells once; 100, 111
 */
#include <sys/socket.h>

#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"

#define USAGE "sendahead port file"
#define ROOM 2048		/* for answers, in our kernel */
#define FILE_MAX 100000000
#define SILENCE_S 60

static char space[512];

static int
connect_to(const char *port)
{
	struct sockaddr_in a = { .sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = net_socket(AF_INET, SOCK_STREAM), room = ROOM;
	uint64_t n;

	if (num_scan(view_of(port), UINT16_MAX, &n) < 0)
		die_usage(USAGE);
	a.sin_port = htons((uint16_t)n);
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room,
	    sizeof(room)) < 0 ||
	    connect(fd, (struct sockaddr *)&a, sizeof(a)) < 0)
		die_sys("unable to connect to ", port);
	return fd;
}

int
main(int argc, char **argv)
{
	struct buf text = BUF_INIT;
	struct in in = IN_INIT(-1, space);
	struct view v;
	bool is_reset = false;

	prog_init("sendahead", oom_exit);
	sig_ignore(SIGPIPE);
	if (argc != 3)
		die_usage(USAGE);
	if (file_read(argv[2], &text, FILE_MAX) <= 0)
		die_sys("unable to read ", argv[2]);
	in.fd = connect_to(argv[1]);
	in.idle_s = SILENCE_S;
	if (io_write_all(in.fd, text.p, text.len) < 0) {
		if (errno != EPIPE && errno != ECONNRESET)
			die_sys("unable to send");
		is_reset = true;
	}
	while (in_peek(&in, &v) > 0) {
		if (io_write_all(1, v.p, v.len) < 0)
			die_sys("unable to write");
		in_skip(&in, v.len);
	}
	if (in_error(&in) != 0 && in_error(&in) != ECONNRESET) {
		errno = in_error(&in);
		die_sys("unable to read");
	}
	return is_reset || in_error(&in) != 0 ? 1 : 0;
}
