/*
 * leasejobs: be the parent of a program that stays (mail/lease.h).
 *	usage: leasejobs message program [word ...] < script
 * Starts the program for the job of these words, with the file as descriptor
 * 0 and an offer.  Lines of the script:
 *	job MESSAGE WORD ...	one job of the next record; %XX is a byte
 *	send			send the record and wait for all replies
 *	post			send it and do not wait
 *	kill			kill the program
 *	idle			wait until the program closes or speaks
 *	raw BYTES		a record of these bytes; nothing is waited for
 *	touch FILE, await FILE	make it; wait until it is there
 * At the end of the script it closes the lease.  Prints `first CODE TEXT`,
 * `hello` or `no hello`, for each reply `ID CODE TEXT` (IDs count from 0; LF as
 * \n, NUL as @), `closed` when the program went first, `exit CODE`.
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "mail/lease.h"
#include "tests/tools/escape.h"

#define LIFETIME_S 350
#define LINE_BYTES_MAX 100000
#define OUTPUT_MAX 100000
#define AWAIT_MS 10

static struct lease_record in;
static struct buf record = BUF_INIT;
static int fds[LEASE_BATCH_MAX];
static size_t njobs, nopen;
static uint32_t next_id;
static int lease = -1;
static pid_t pid;

/* NUL ends records: an @ reads better. */
static void
show(struct view v)
{
	struct buf b = BUF_INIT;

	buf_set(&b, v);
	for (size_t i = 0; i < b.len; i++)
		if (b.p[i] == '\0')
			b.p[i] = '@';
	escape_show(buf_view(&b));
	buf_free(&b);
}

static int
open_message(struct view name)
{
	struct buf b = BUF_INIT;
	int fd;

	buf_set(&b, name);
	fd = open(b.p, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		die_sys("unable to open ", b.p);
	buf_free(&b);
	return fd;
}

/* ---- the script ---- */

static void
add_job(struct view line)
{
	struct buf words = BUF_INIT;
	struct view word;

	if (njobs == 0)
		lease_begin(&record, LEASE_JOBS);
	(void)view_cut(&line, ' ', &word);
	fds[njobs++] = open_message(word);
	while (view_cut(&line, ' ', &word)) {
		escape_put(&words, word);
		buf_putc(&words, '\0');
	}
	lease_put(&record, next_id++, 0, buf_view(&words));
	buf_free(&words);
}

/* One record from the program; false: it is gone. */
static bool
read_record(void)
{
	struct lease_entry e;
	int r = lease_recv(lease, &in, true, false);

	if (r <= 0) {
		printf("closed\n");
		fd_close(&lease);
		return false;
	}
	if (in.type == LEASE_HELLO) {
		printf("hello\n");
		return true;
	}
	while (in.type == LEASE_REPLY && lease_next(&in, &e)) {
		if (e.id != LEASE_FIRST) {
			printf("%u %u ", (unsigned)e.id, e.code);
			show(e.body);
		}
		nopen--;
	}
	return true;
}

static void
send_record(bool waits)
{
	if (lease < 0 || lease_send(lease, &record, fds, njobs, true) < 0) {
		printf("closed\n");
		fd_close(&lease);
		return;
	}
	nopen = njobs;
	while (njobs > 0)
		fd_close(&fds[--njobs]);
	while (waits && nopen > 0 && read_record())
		continue;
}

static void
obey(struct view line)
{
	struct view verb = VIEW_EMPTY;
	struct buf name = BUF_INIT;
	int fd;

	(void)view_cut(&line, ' ', &verb);
	escape_put(&name, line);
	if (view_is(verb, "job")) {
		add_job(line);
	} else if (view_is(verb, "send") || view_is(verb, "post")) {
		send_record(view_is(verb, "send"));
	} else if (view_is(verb, "kill")) {
		if (kill(pid, SIGKILL) < 0)
			die_sys("unable to kill the program");
	} else if (view_is(verb, "idle")) {
		if (lease >= 0)
			(void)read_record();
	} else if (view_is(verb, "raw")) {
		if (lease >= 0 && lease_send(lease, &name, NULL, 0, true) < 0)
			printf("unable to send\n");
	} else if (view_is(verb, "touch")) {
		fd = open(name.p, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
		if (fd < 0)
			die_sys("unable to touch ", name.p);
		fd_close(&fd);
	} else if (view_is(verb, "await")) {
		while (access(name.p, F_OK) < 0)
			poll(NULL, 0, AWAIT_MS);
	} else
		die_perm("unknown word in the script");
	buf_free(&name);
}

/* ---- the program ---- */

static void
start(char **argv, int *output)
{
	int out[2], theirs;
	struct child_spec spec = {
		.path = argv[1], .search = true, .argv = argv + 1, .nfds = 4,
		.exit_temp = EXIT_TEMP, .exit_perm = EXIT_TEMP
	};

	if (os_pipe(out) < 0 || lease_pair(&lease, &theirs) < 0)
		die_sys("unable to make pipes");
	spec.fds[0] = (struct child_fd){ 0, open_message(view_of(argv[0])) };
	spec.fds[1] = (struct child_fd){ 1, out[1] };
	spec.fds[2] = (struct child_fd){ 2, out[1] };
	spec.fds[3] = (struct child_fd){ LEASE_FD, theirs };
	if (child_start(&spec, &pid) < 0)
		die_sys("unable to run ", argv[1]);
	fd_close(&spec.fds[0].from);
	fd_close(&out[1]);
	fd_close(&theirs);
	*output = out[0];
}

static void
finish_first(int output)
{
	char space[IO_SIZE];
	struct in from = IN_INIT(output, space);
	struct buf text = BUF_INIT;

	if (in_all(&from, &text, OUTPUT_MAX) < 0)
		die_sys("unable to read the output");
	printf("first ");
	show(buf_view(&text));
	buf_free(&text);
	/* hello, and the reply to it, unless it does not stay */
	for (nopen = 1; nopen > 0 && read_record(); )
		continue;
}

int
main(int argc, char **argv)
{
	char space[IO_SIZE];
	struct in script = IN_INIT(0, space);
	struct buf line = BUF_INIT;
	int status, output;

	prog_init("leasejobs", oom_exit);
	if (argc < 3)
		die_usage("leasejobs message program [word ...]");
	alarm(LIFETIME_S);
	sigaction(SIGPIPE, &(struct sigaction){ .sa_handler = SIG_IGN }, NULL);
	start(argv + 1, &output);
	finish_first(output);
	while (in_line(&script, &line, LINE_BYTES_MAX) > 0)
		obey(buf_view(&line));
	fd_close(&lease);
	if (child_wait(pid, &status) < 0)
		die_sys("unable to wait");
	if (child_has_crashed(status))
		printf("killed\n");
	else
		printf("exit %d\n", child_exit_code(status));
	return EXIT_OK;
}
