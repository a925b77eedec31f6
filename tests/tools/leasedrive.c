/*
 * leasedrive: have qmail-local do jobs, in processes that stay or not.
 *	usage: leasedrive [-1] [-w n] [-l ms] program user home message < script
 * A line of the script is `EXT SENDER`, `-` is nothing.  -1: a process for
 * each job; -w: up to n jobs at a time (default 1); -l: how long they wait
 * for a busy process.  Processes do any number of jobs.  Prints `NUMBER CODE TEXT` for each job in the order in which they
 * end (CODE crashed; LF in TEXT as \n), then `processes N`.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/pool.h"
#include "tests/tools/argnumber.h"

#define USAGE "leasedrive [-1] [-w n] [-l ms] program user home message"
#define LATE_MAX 60000
#define OUTPUT_MAX 60000
#define LINE_MAX_BYTES 1000

static struct pool_program program = {
	.is_offered = true, .takes_batches = true, .jobs_max = UINT_MAX,
	.words_max = LEASE_RECORD_MAX, .output_max = OUTPUT_MAX,
	.exit_sys = EXIT_TEMP, .exit_temp = EXIT_TEMP, .exit_perm = EXIT_PERM
};
static struct pool pool;
static const char *user, *home, *message;
static size_t number[POOL_TASKS];
static size_t given, running, processes;
static pid_t seen[POOL_WORKERS];

static void
over(struct pool *p, struct pool_task *t)
{
	printf("%zu ", number[t - p->tasks]);
	if (t->refusal != NULL)
		printf("refused ");
	else if (t->has_crashed)
		printf("crashed ");
	else
		printf("%d ", t->code);
	for (size_t i = 0; i < t->output.len; i++)
		if (t->output.p[i] == '\n')
			printf("\\n");
		else
			putchar(t->output.p[i]);
	printf("\n");
	pool_clear(t);
	running--;
}

static void
give(struct pool_task *t, struct view line)
{
	struct view ext = view_upto(line, view_chr(line, ' '));
	struct view sender = view_from(line, ext.len + 1);

	if (view_is(ext, "-"))
		ext = VIEW_EMPTY;
	if (view_is(sender, "-"))
		sender = VIEW_EMPTY;
	t->program = &program;
	pool_word(t, VIEW_LIT("--"));
	pool_word(t, view_of(user));
	pool_word(t, view_of(home));
	buf_puts(&t->words, "joe-");
	pool_word(t, ext);
	pool_word(t, VIEW_LIT("-"));
	pool_word(t, ext);
	pool_word(t, VIEW_LIT("h.example"));
	pool_word(t, sender);
	pool_word(t, VIEW_LIT("./Mailbox"));
	t->input = open(message, O_RDONLY | O_CLOEXEC);
	if (t->input < 0)
		die_sys("unable to open ", message);
	number[t - pool.tasks] = ++given;
	pool_add(&pool, t);
	running++;
}

static void
count_processes(void)
{
	for (size_t i = 0; i < POOL_WORKERS; i++) {
		pid_t pid = pool.workers[i].pid;
		if (pid != 0 && pid != seen[i])
			processes++;
		seen[i] = pid;
	}
}

static void
turn(void)
{
	struct pollfd fds[1 + POOL_FDS];
	struct deadline next;
	size_t n;

	pool_pump(&pool);
	count_processes();
	next = pool_next(&pool);
	fds[0] = (struct pollfd){ sig_fd(), POLLIN, 0 };
	n = 1 + pool_list(&pool, fds + 1);
	if (running == 0 || (poll(fds, n, deadline_poll_ms(&next)) < 0 &&
	    errno != EINTR))
		return;
	for (size_t i = 1; i < n; i++)
		if (fds[i].revents != 0)
			pool_take(&pool, fds[i].fd);
	sig_drain();
	if (sig_take(SIGCHLD))
		pool_reap(&pool);
}

/* A task that is free, or NULL: as many as may run do. */
static struct pool_task *
find_free(size_t window)
{
	if (running == window)
		return NULL;
	for (size_t i = 0; i < POOL_TASKS; i++)
		if (pool.tasks[i].state == TASK_FREE)
			return &pool.tasks[i];
	return NULL;
}

static void
drive(uint64_t window)
{
	static char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	struct buf line = BUF_INIT;
	struct pool_task *t;
	int r = 1;

	while (r > 0 || running > 0) {
		while ((t = find_free((size_t)window)) != NULL && r > 0) {
			r = in_line(&in, &line, LINE_MAX_BYTES);
			if (r < 0)
				die_sys("unable to read the script");
			if (r > 0)
				give(t, buf_view(&line));
		}
		turn();
	}
	buf_free(&line);
}

int
main(int argc, char **argv)
{
	uint64_t window = 1;
	bool stays = true;
	int opt;

	prog_init("leasedrive", oom_exit);
	while ((opt = getopt(argc, argv, "1w:l:")) != -1)
		if (opt == '1')
			stays = false;
		else if (opt == 'w')
			window = arg_number(optarg, POOL_TASKS, USAGE);
		else if (opt == 'l')
			program.late_ms = (int)arg_number(optarg, LATE_MAX,
			    USAGE);
		else
			die_usage(USAGE);
	if (argc - optind != 4)
		die_usage(USAGE);
	program.path = argv[optind];
	user = argv[optind + 1];
	home = argv[optind + 2];
	message = argv[optind + 3];
	sig_ignore(SIGPIPE);
	if (sig_watch(SIGCHLD) < 0 || pool_init(&pool, stays, over, NULL) < 0)
		die_sys("unable to start");
	drive(window);
	printf("processes %zu\n", processes);
	pool_free(&pool);
	return 0;
}
