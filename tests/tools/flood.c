/*
 * flood: queue numbered messages (testmail.h), several at a time.
 *	usage: flood [-p parallel] [-s size] [-n first] count sender recipient
 *	    program
 * program: qmail-queue or what stands in for it, by path; `%` in recipient is
 * replaced by the message's number.  Prints the number of each message that
 * was acknowledged (exit 0), one a line, at once.  Exits 0 when all were, 1
 * when some were not, 100, 111.
 */
#include <sys/wait.h>

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "tests/tools/testmail.h"
#include "tests/tools/argnumber.h"

#define PARALLEL_MAX 1000
#define USAGE "flood [-p parallel] [-s size] [-n first] count sender " \
	"recipient program"

struct flood {
	size_t parallel, size;
	uint64_t first, count;
	const char *sender, *recipient, *program;
	uint64_t number[PARALLEL_MAX];
	pid_t pid[PARALLEL_MAX];	/* of the writer; 0: free */
	uint64_t refused;
};

static void
put_recipient(struct buf *b, const char *pattern, uint64_t n)
{
	for (; *pattern != '\0'; pattern++)
		if (*pattern == '%')
			buf_put_u64(b, n);
		else
			buf_putc(b, *pattern);
}

/* In a process of its own: run the program, feed it, exit as it did. */
static noreturn void
queue_one(const struct flood *f, uint64_t n)
{
	struct buf message = BUF_INIT, envelope = BUF_INIT;
	char *argv[] = { NULL, NULL };
	struct child_spec spec = { .path = f->program, .argv = argv,
	    .exit_temp = 120, .exit_perm = 120, .nfds = 2 };
	int m[2], e[2], status;
	pid_t pid;

	sig_ignore(SIGPIPE);
	argv[0] = mem_strdup(f->program);
	testmail_make(n, f->size, &message);
	buf_cat(&envelope, "F", f->sender);
	buf_put(&envelope, "\0T", 2);
	put_recipient(&envelope, f->recipient, n);
	buf_put(&envelope, "\0", 2);
	if (os_pipe(m) < 0 || os_pipe(e) < 0)
		die_sys("unable to create pipes");
	spec.fds[0].to = 0, spec.fds[0].from = m[0];
	spec.fds[1].to = 1, spec.fds[1].from = e[0];
	if (child_start(&spec, &pid) < 0)
		die_sys("unable to run ", f->program);
	fd_close(&m[0]);
	fd_close(&e[0]);
	if (io_write_all(m[1], message.p, message.len) == 0) {
		fd_close(&m[1]);
		if (io_write_all(e[1], envelope.p, envelope.len) < 0)
			fd_close(&e[1]);	/* its exit code will tell */
	}
	fd_close(&m[1]);
	fd_close(&e[1]);
	if (child_wait(pid, &status) < 0)
		die_sys("unable to wait");
	_exit(child_has_crashed(status) ? 1 : child_exit_code(status));
}

static void
acknowledge(uint64_t n)
{
	struct buf line = BUF_INIT;

	buf_put_u64(&line, n);
	buf_putc(&line, '\n');
	if (io_write_all(1, line.p, line.len) < 0)
		die_sys("unable to write");
	buf_free(&line);
}

/* Wait for one writer; false when none is left. */
static bool
reap_one(struct flood *f)
{
	int status;
	pid_t pid;

	do
		pid = waitpid(-1, &status, 0);
	while (pid < 0 && errno == EINTR);
	if (pid < 0 && errno == ECHILD)
		return false;
	if (pid < 0)
		die_sys("unable to wait");
	for (size_t i = 0; i < f->parallel; i++) {
		if (f->pid[i] != pid)
			continue;
		if (!child_has_crashed(status) && child_exit_code(status) == 0)
			acknowledge(f->number[i]);
		else
			f->refused++;
		f->pid[i] = 0;
	}
	return true;
}

static size_t
free_slot(struct flood *f)
{
	for (;;) {
		for (size_t i = 0; i < f->parallel; i++)
			if (f->pid[i] == 0)
				return i;
		(void)reap_one(f);	/* all are busy: one ends */
	}
}

static void
run(struct flood *f)
{
	for (uint64_t n = f->first; n < f->first + f->count; n++) {
		size_t i = free_slot(f);
		pid_t pid = fork();
		if (pid < 0)
			die_sys("unable to fork");
		if (pid == 0)
			queue_one(f, n);
		f->pid[i] = pid;
		f->number[i] = n;
	}
	while (reap_one(f))
		continue;
}

int
main(int argc, char **argv)
{
	static struct flood f = { .parallel = 1, .size = 2000 };
	int letter;

	prog_init("flood", oom_exit);
	while ((letter = getopt(argc, argv, "+p:s:n:")) != -1) {
		if (letter == 'p')
			f.parallel = (size_t)arg_number(optarg, UINT32_MAX,
			    USAGE);
		else if (letter == 's')
			f.size = (size_t)arg_number(optarg, UINT32_MAX, USAGE);
		else if (letter == 'n')
			f.first = arg_number(optarg, UINT32_MAX, USAGE);
		else
			die_usage(USAGE);
	}
	argv += optind;
	if (argc - optind != 4 || f.parallel < 1 || f.parallel > PARALLEL_MAX)
		die_usage(USAGE);
	f.count = arg_number(argv[0], UINT32_MAX, USAGE);
	f.sender = argv[1];
	f.recipient = argv[2];
	f.program = argv[3];
	run(&f);
	return f.refused == 0 ? 0 : 1;
}
