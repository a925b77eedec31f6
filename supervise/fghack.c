/*
 * fghack: keep a program that puts itself into the background in the
 * foreground.	usage: fghack program ...
 * the program gets writing ends of a pipe; fghack leaves when it has exited
 * and all of them are closed; exits with its code, 100 usage, 111
 */
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"

#define COPIES 30		/* a daemon would have to close them all */

static noreturn void
become(char **argv, int writer)
{
	for (int i = 0; i < COPIES; i++)
		if (dup(writer) < 0)
			break;	/* fewer copies still do */
	if (fd_clear_cloexec(writer) < 0)
		die_sys("unable to keep the pipe");
	child_exec(argv[1], argv + 1, NULL);
	die_sys("unable to run ", argv[1]);
}

int
main(int argc, char **argv)
{
	int fds[2], status;
	char byte;
	pid_t pid;

	prog_init("fghack", oom_exit);
	if (argc < 2)
		die_usage("fghack child");
	if (os_pipe(fds) < 0)
		die_sys("unable to create pipe");
	sig_default(SIGCHLD);	/* ignored, nobody could be waited for */
	pid = fork();
	if (pid < 0)
		die_sys("unable to fork");
	if (pid == 0)
		become(argv, fds[1]);
	fd_close(&fds[1]);
	while (read(fds[0], &byte, 1) > 0)
		continue;
	if (child_wait(pid, &status) < 0)
		die_sys("wait failed");
	if (child_has_crashed(status))
		die_temp("child crashed");
	return child_exit_code(status);
}
