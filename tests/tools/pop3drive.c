/*
 * pop3drive: talk POP3 with a program, over a socket as tcpserver has them.
 *	usage: pop3drive [-g] commands program [arg ...]
 * reads  commands: a file; each line is sent when the last one is answered
 * writes the answers to descriptor 1; to descriptor 2, as last line:
 *	start=USEC all=USEC rss=KB exit=CODE
 *	(start: until the greeting; with -g there is none, the first answer)
 * A command whose answer has several lines is known by its name: LIST and UIDL
 * without argument, RETR, TOP, CAPA.
 * exits  0; 111 when the program goes away or is silent for five minutes
 */
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define LINE_MAX_BYTES 1000000000
#define SILENCE_S 300
#define USEC 1000000

static char in_space[262144], out_space[262144];
static struct in peer = IN_INIT(-1, in_space);
static struct out out = OUT_INIT(1, out_space);
static struct buf line = BUF_INIT;

static uint64_t
now_us(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) < 0)
		die_sys("no clock");
	return (uint64_t)t.tv_sec * USEC + (uint64_t)t.tv_nsec / 1000;
}

static bool
has_lines(struct view command)
{
	static const char *const bare[] = { "LIST", "UIDL", "CAPA" };

	for (size_t i = 0; i < NELEM(bare); i++)
		if (view_is(command, bare[i]))
			return true;
	return view_has_prefix(command, VIEW_LIT("RETR ")) ||
	    view_has_prefix(command, VIEW_LIT("TOP "));
}

static void
take_line(void)
{
	int r = in_line(&peer, &line, LINE_MAX_BYTES);

	if (r <= 0)
		die_temp("the program is gone or silent");
	out_putv(&out, buf_view(&line));
	out_putc(&out, '\n');
}

static void
take_answer(struct view command)
{
	take_line();
	if (!has_lines(command) || line.p[0] != '+')
		return;
	do
		take_line();
	while (!view_is(buf_view(&line), ".\r"));
}

/* What it says before it goes: errors of QUIT above all. */
static void
take_rest(void)
{
	while (in_line(&peer, &line, LINE_MAX_BYTES) > 0) {
		out_putv(&out, buf_view(&line));
		out_putc(&out, '\n');
	}
}

static void
put_number(const char *name, uint64_t n)
{
	char digits[NUM_FMT_MAX];
	struct buf b = BUF_INIT;

	num_fmt(n, digits);
	buf_cat(&b, name, digits);
	if (io_write_all(2, b.p, b.len) < 0)
		die_sys("unable to write");
	buf_free(&b);
}

static pid_t
start(char **argv)
{
	int fds[2];
	pid_t pid;
	struct child_spec spec = {
		.path = argv[0], .search = true, .argv = argv, .nfds = 2,
		.exit_temp = 111, .exit_perm = 111
	};

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0 ||
	    fd_set_cloexec(fds[0]) < 0 || fd_set_cloexec(fds[1]) < 0)
		die_sys("no socket");
	spec.fds[0].to = 0;
	spec.fds[0].from = spec.fds[1].from = fds[1];
	spec.fds[1].to = 1;
	if (child_start(&spec, &pid) < 0)
		die_sys("unable to start ", argv[0]);
	fd_close(&fds[1]);
	peer.fd = fds[0];
	peer.idle_s = SILENCE_S;
	return pid;
}

static void
talk(struct view rest)
{
	struct view command;
	struct buf b = BUF_INIT;

	while (view_cut(&rest, '\n', &command)) {
		buf_set(&b, command);
		buf_puts(&b, "\r\n");
		if (io_write_all(peer.fd, b.p, b.len) < 0)
			die_sys("unable to send");
		take_answer(command);
	}
	buf_free(&b);
}

int
main(int argc, char **argv)
{
	struct buf commands = BUF_INIT;
	bool greets = argc < 2 || !view_is(view_of(argv[1]), "-g");
	uint64_t began, greeted;
	struct rusage usage;
	int status;
	pid_t pid;

	prog_init("pop3drive", oom_exit);
	argv += greets ? 1 : 2;
	if (argc < 3 || argv[0] == NULL || argv[1] == NULL)
		die_usage("pop3drive [-g] commands program [arg ...]");
	if (file_read(argv[0], &commands, LINE_MAX_BYTES) <= 0)
		die_sys("unable to read ", argv[0]);
	began = now_us();
	pid = start(argv + 1);
	if (greets)
		take_line();
	else
		talk(VIEW_LIT("NOOP"));
	greeted = now_us();
	talk(buf_view(&commands));
	if (shutdown(peer.fd, SHUT_WR) == 0)	/* else it is gone already */
		take_rest();
	fd_close(&peer.fd);
	if (wait4(pid, &status, 0, &usage) < 0 || out_flush(&out) < 0)
		die_sys("unable to end");
	put_number("start=", greeted - began);
	put_number(" all=", now_us() - greeted);
	put_number(" rss=", (uint64_t)usage.ru_maxrss);
	put_number(" exit=", (uint64_t)child_exit_code(status));
	return io_write_all(2, "\n", 1) < 0 ? 111 : 0;
}
