#include "deliver/run.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"

void
run_rewind(void)
{
	if (lseek(0, 0, SEEK_SET) < 0)
		die_sys("unable to rewind message");
}

static int
finish(pid_t pid, const char *name)
{
	int status;

	if (child_wait(pid, &status) < 0)
		die_sys("unable to wait for ", name);
	if (child_has_crashed(status))
		die_temp(name, " crashed");
	return child_exit_code(status);
}

/* Start argv, fd its descriptor 0; perm: its exit code if there is no such. */
static pid_t
start(char **argv, int fd, int perm)
{
	struct child_spec spec = { .path = argv[0], .search = true,
	    .argv = argv, .fds = { { .to = 0, .from = fd } }, .nfds = 1,
	    .exit_temp = EXIT_TEMP, .exit_perm = perm };
	pid_t pid;

	if (child_start(&spec, &pid) < 0)
		die_sys("unable to fork");
	return pid;
}

int
run_program(char **argv)
{
	return finish(start(argv, 0, EXIT_PERM), argv[0]);
}

bool
run_is_true(char **argv)
{
	int code = finish(start(argv, 0, EXIT_TEMP), argv[0]);

	if (code == EXIT_TEMP)
		die_temp("temporary child error");
	return code == 0;
}

int
run_filter(char **argv, struct view head)
{
	static char in_space[IO_SIZE], out_space[IO_SIZE];
	struct in in = IN_INIT(0, in_space);
	struct out out;
	int fds[2];
	pid_t pid;

	sig_ignore(SIGPIPE);
	if (os_pipe(fds) < 0)
		die_sys("unable to create pipe");
	pid = start(argv, fds[0], EXIT_PERM);
	fd_close(&fds[0]);
	out = (struct out)OUT_INIT(fds[1], out_space);
	out_putv(&out, head);
	if (io_copy(&out, &in) < 0) {
		/* it must not take a part for the whole */
		(void)kill(pid, SIGKILL);	/* it may be gone already */
		die_sys("unable to read message");
	}
	if (out_flush(&out) < 0 && errno != EPIPE)
		die_sys("unable to write to ", argv[0]);
	fd_close(&fds[1]);
	return finish(pid, argv[0]);
}

const char *
run_need(const char *name)
{
	const char *value = env_get(name);

	if (value == NULL)
		die_perm(name, " not set");
	return value;
}
