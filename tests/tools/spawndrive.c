/*
 * spawndrive: drive a spawner as qmail-send does.
 *	usage: spawndrive program [arg ...] < script
 * Lines of the script:
 *	do DELNUM ID SENDER RECIPIENT	one command; %XX is a byte, - is nothing
 *	big DELNUM ID SENDER BYTES RECIPIENT	sender: BYTES times `s`
 *	part DELNUM ID SENDER		a command that never gets whole
 *	many COUNT SLOTS ID SENDER RECIPIENT	COUNT commands, SLOTS at a time,
 *			for `#` in ID, SENDER and RECIPIENT their number, from 0;
 *			the first SLOTS are one write
 *	wait N				until N reports in all were read
 *	stop, go			SIGSTOP, SIGCONT: what is sent between
 *			them the program sees at once
 *	touch FILE
 *	wide				from here on numbers from 255 on are three bytes
 *	deaf				close the reports' pipe
 * At the end of the script it closes the commands' pipe.
 * Prints `capacity N`, then a line for each report: delnum, text (LF as \n,
 * other odd bytes as \xHH), then `exit CODE` or `killed`.
 * Gives up after LIFETIME_S.
 */
#include <sys/wait.h>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "mail/spawn.h"
#include "tests/tools/escape.h"

#define LIFETIME_S 200
#define LINE_BYTES_MAX 1000000

static char from_space[IO_SIZE], script_space[IO_SIZE];
static struct in reports, script;
static int commands;
static struct buf unsent = BUF_INIT;	/* commands */
static pid_t program;
static uint64_t seen;
static bool wide;
static unsigned last;		/* delnum of the last report */

static uint64_t
number(struct view v)
{
	uint64_t n;

	if (num_scan(v, UINT32_MAX, &n) < 0)
		die_perm("bad number in the script");
	return n;
}

/* The number of a report, -1 at the end. */
static int
get_number(void)
{
	int c = in_getc(&reports), high;

	if (!wide || c != SPAWN_WIDE)
		return c;
	high = in_getc(&reports);
	c = in_getc(&reports);
	return high < 0 || c < 0 ? -1 : high << 8 | c;
}

static void
put_number(struct buf *b, uint64_t n)
{
	if (wide && n >= SPAWN_WIDE) {
		buf_putc(b, (char)SPAWN_WIDE);
		buf_putc(b, (char)(n >> 8));
	}
	buf_putc(b, (char)n);
}

/* Read and print one report; false at the end of all. */
static bool
next_report(void)
{
	struct buf text = BUF_INIT;
	int c = get_number();
	bool got = c >= 0 &&
	    in_until(&reports, '\0', &text, LINE_BYTES_MAX) > 0;

	if (c >= 0 && !got)
		printf("report cut short\n");
	if (got) {
		printf("%d ", c);
		escape_show(buf_view(&text));
		seen++;
		last = (unsigned)c;
	}
	buf_free(&text);
	return got;
}

static void
put_field(struct buf *b, struct view v)
{
	if (!view_is(v, "-"))
		escape_put(b, v);
}

static struct view
word(struct view *line)
{
	struct view w = VIEW_EMPTY;

	(void)view_cut(line, ' ', &w);
	return w;
}

static void
put_command(struct view kind, struct view line)
{
	struct buf *b = &unsent;

	put_number(b, number(word(&line)));
	put_field(b, word(&line));
	buf_putc(b, '\0');
	put_field(b, word(&line));
	if (view_is(kind, "big"))
		for (uint64_t n = number(word(&line)); n > 0; n--)
			buf_putc(b, 's');
	if (!view_is(kind, "part")) {
		buf_putc(b, '\0');
		put_field(b, word(&line));
		buf_putc(b, '\0');
	}
}

static void
send_commands(void)
{
	if (io_write_all(commands, unsent.p, unsent.len) < 0)
		die_sys("unable to write a command");
	buf_clear(&unsent);
}

/* v with n for each `#`. */
static void
put_numbered(struct buf *b, struct view v, uint64_t n)
{
	for (size_t i = 0; i < v.len; i++) {
		if (v.p[i] == '#')
			buf_put_u64(b, n);
		else
			buf_putc(b, v.p[i]);
	}
}

static void
put_numbered_command(uint64_t delnum, struct view rest, uint64_t n)
{
	struct buf b = BUF_INIT;

	buf_put_u64(&b, delnum);
	buf_putc(&b, ' ');
	put_numbered(&b, rest, n);
	put_command(view_of("do"), buf_view(&b));
	buf_free(&b);
}

static void
many(struct view line)
{
	uint64_t count = number(word(&line)), slots = number(word(&line));
	uint64_t until = seen + count;

	for (uint64_t n = 0; n < count; n++) {
		if (n >= slots && !next_report())
			return;
		put_numbered_command(n < slots ? n : last, line, n);
		if (n + 1 >= slots || n + 1 == count)
			send_commands();
	}
	while (seen < until && next_report())
		continue;
}

static void
touch(struct view name)
{
	struct buf b = BUF_INIT;
	int fd;

	buf_set(&b, name);
	fd = open(b.p, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	if (fd < 0)
		die_sys("unable to touch ", b.p);
	fd_close(&fd);
	buf_free(&b);
}

/* Once it has stopped it reads nothing more. */
static void
stop(void)
{
	if (kill(program, SIGSTOP) < 0 ||
	    waitpid(program, NULL, WUNTRACED) < 0)
		die_sys("unable to stop the program");
}

static void
obey(struct view line)
{
	struct view verb = word(&line);

	if (view_is(verb, "do") || view_is(verb, "big") ||
	    view_is(verb, "part")) {
		put_command(verb, line);
		send_commands();
	} else if (view_is(verb, "many"))
		many(line);
	else if (view_is(verb, "wait"))
		while (seen < number(line) && next_report())
			continue;
	else if (view_is(verb, "touch"))
		touch(line);
	else if (view_is(verb, "stop"))
		stop();
	else if (view_is(verb, "go"))
		(void)kill(program, SIGCONT);	/* a dead one is seen */
	else if (view_is(verb, "wide"))
		wide = true;
	else if (view_is(verb, "deaf"))
		fd_close(&reports.fd);
	else
		die_perm("unknown word in the script");
}

static pid_t
start(char **argv)
{
	int to[2], from[2];
	pid_t pid;
	struct child_spec spec = {
		.path = argv[0], .search = true, .argv = argv, .nfds = 2,
		.exit_temp = EXIT_TEMP, .exit_perm = EXIT_TEMP
	};

	if (os_pipe(to) < 0 || os_pipe(from) < 0)
		die_sys("unable to make pipes");
	spec.fds[0].to = 0;
	spec.fds[0].from = to[0];
	spec.fds[1].to = 1;
	spec.fds[1].from = from[1];
	if (child_start(&spec, &pid) < 0)
		die_sys("unable to run ", argv[0]);
	fd_close(&to[0]);
	fd_close(&from[1]);
	commands = to[1];
	reports = (struct in)IN_INIT(from[0], from_space);
	return pid;
}

int
main(int argc, char **argv)
{
	struct buf line = BUF_INIT;
	int status;

	prog_init("spawndrive", oom_exit);
	if (argc < 2)
		die_usage("spawndrive program [arg ...]");
	alarm(LIFETIME_S);
	signal(SIGPIPE, SIG_IGN);
	program = start(argv + 1);
	printf("capacity %d\n", in_getc(&reports));
	fflush(stdout);
	script = (struct in)IN_INIT(0, script_space);
	while (in_line(&script, &line, LINE_BYTES_MAX) > 0)
		obey(buf_view(&line));
	fd_close(&commands);
	while (reports.fd >= 0 && next_report())
		continue;
	if (child_wait(program, &status) < 0)
		die_sys("unable to wait");
	if (child_has_crashed(status))
		printf("killed\n");
	else
		printf("exit %d\n", child_exit_code(status));
	return EXIT_OK;
}
