/*
 * inject AT_ONCE COUNT RATE MESSAGE ENVELOPE|- PROGRAM [ARG ...]: run a
 * program COUNT times, AT_ONCE at a time, no more than RATE a second (0: as
 * fast as it goes).  The message comes on fd 0, the envelope on fd 1; {} in
 * the envelope and in arguments is the number of the run, modulo 10.
 * Small ones are given on pipes, as qmail-inject does.
 */
#include "bench/inject.h"

#include <sys/mman.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "bench/util.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/mem.h"
#include "lib/prog.h"

#define USERS 10
#define PIPE_FULL 60000		/* more does not fit in a pipe at once */
#define ARGS_MAX 4096

static struct buf message, envelope, this_envelope, argument;
static uint64_t failures;
static int last_failure;
static int null_fd;

/* A descriptor from which b can be read, once. */
static int
readable(const struct buf *b, int *writer)
{
	int fds[2];

	*writer = -1;
	if (b->len < PIPE_FULL) {
		if (pipe(fds) < 0 || fd_set_cloexec(fds[0]) < 0 ||
		    fd_set_cloexec(fds[1]) < 0)
			die_sys("unable to make a pipe");
		*writer = fds[1];
		return fds[0];
	}
	fds[0] = memfd_create("drive", MFD_CLOEXEC);
	if (fds[0] < 0 || io_write_all(fds[0], b->p, b->len) < 0 ||
	    lseek(fds[0], 0, SEEK_SET) < 0)
		die_sys("unable to make a file");
	return fds[0];
}

static void
feed(const struct buf *b, int writer)
{
	if (writer < 0)
		return;
	util_send(writer, b->p, b->len);
	close(writer);
}

/* vfork: so that what is counted is the program's own. */
static void
start(char **argv, int in, int out)
{
	pid_t pid = vfork();

	if (pid < 0)
		die_sys("unable to fork");
	if (pid > 0)
		return;
	if (dup2(in, 0) >= 0 && dup2(out, 1) >= 0)
		execv(argv[0], argv);
	_exit(127);
}

static void
run_one(char **program, uint64_t number)
{
	static char *argv[ARGS_MAX + 1];
	int message_w, envelope_w = -1, in, out = null_fd;
	size_t n;

	for (n = 0; program[n] != NULL && n < ARGS_MAX; n++) {
		util_subst(view_of(program[n]), number % USERS, &argument);
		argv[n] = mem_strdup(argument.p);
	}
	argv[n] = NULL;
	in = readable(&message, &message_w);
	if (envelope.len > 0) {
		util_subst(buf_view(&envelope), number % USERS,
		    &this_envelope);
		out = readable(&this_envelope, &envelope_w);
	}
	start(argv, in, out);
	close(in);
	if (out != null_fd)
		close(out);
	feed(&message, message_w);
	feed(&this_envelope, envelope_w);
	while (n > 0)
		mem_free(argv[--n]);
}

static void
reap(void)
{
	int status;

	while (waitpid(-1, &status, 0) < 0)
		if (errno != EINTR)
			die_sys("unable to wait");
	if (status == 0)
		return;
	failures++;
	last_failure = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void
keep_pace(uint64_t begin, uint64_t started, uint64_t rate)
{
	uint64_t due = rate == 0 ? 0 : begin + started * 1000000 / rate;

	for (uint64_t now; due > (now = util_now_us());)
		util_sleep_us(due - now);
}

void
inject_run(char **args)
{
	uint64_t at_once = util_number(args[0], 1000);
	uint64_t count = util_number(args[1], 10000000);
	uint64_t rate = util_number(args[2], 1000000);
	uint64_t begin, started = 0, running = 0;

	message = envelope = this_envelope = argument = (struct buf)BUF_INIT;
	util_slurp(args[3], &message);
	if (strcmp(args[4], "-") != 0)
		util_slurp(args[4], &envelope);
	null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	begin = util_now_us();
	while (started < count || running > 0)
		if (running < at_once && started < count) {
			keep_pace(begin, started, rate);
			run_one(args + 5, started++);
			running++;
		} else {
			reap();
			running--;
		}
	util_result("us", util_now_us() - begin, "n", count, "bad", failures,
	    "last_bad", (uint64_t)last_failure, NULL);
}
