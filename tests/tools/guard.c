/*
 * guard: run a test, and let nothing of it outlive it.
 *	usage: guard seconds command ...
 * The command has descriptors 0, 1 and 2 and no signal ignored, whoever runs it.
 * Becomes the reaper of all that the command leaves behind, so daemons of a
 * test that failed half-way die with it and hold up nobody.  Exits with the
 * command's code; 1 when the time is over; leftovers are reported on fd 2.
 */
#include <sys/prctl.h>
#include <sys/wait.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/exitcode.h"
#include "lib/fd_all.h"
#include "lib/log.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"

#define LOOK_NS 5000000
#define STAT_MAX 512		/* proc(5): enough for pid, name, state, ppid */

/* The parent of a process, 0 when it is gone: proc_pid_stat(5), field 4. */
static pid_t
parent_of(int proc, const char *pid)
{
	char name[64], text[STAT_MAX];
	struct buf path = BUF_INIT;
	ssize_t n;
	size_t at, parent = 0;
	int fd;

	buf_cat(&path, pid, "/stat");
	if (path.len >= sizeof name) {
		buf_free(&path);
		return 0;
	}
	fd = openat(proc, path.p, O_RDONLY | O_CLOEXEC);
	buf_free(&path);
	if (fd < 0)
		return 0;
	n = read(fd, text, sizeof text);
	close(fd);
	if (n <= 0)
		return 0;
	/* the name is in brackets and may hold anything, brackets too */
	for (at = (size_t)n; at > 0 && text[at - 1] != ')'; at--)
		;
	for (at += 3; at < (size_t)n && text[at] >= '0' && text[at] <= '9'; at++)
		parent = parent * 10 + (size_t)(text[at] - '0');
	return (pid_t)parent;
}

/* SIGKILL to all children; how many there are. */
static unsigned
kill_children(void)
{
	DIR *dir = opendir("/proc");
	struct dirent *e;
	uint64_t pid;
	unsigned count = 0;

	if (dir == NULL)
		die_sys("unable to read /proc");
	while ((e = readdir(dir)) != NULL)
		if (num_scan(view_of(e->d_name), INT32_MAX, &pid) == 0 &&
		    parent_of(dirfd(dir), e->d_name) == getpid()) {
			kill((pid_t)pid, SIGKILL);
			count++;
		}
	closedir(dir);
	return count;
}

/* Children of children become ours as their parents die: until none is left. */
static void
end_all(const char *command)
{
	struct timespec pause = { .tv_nsec = LOOK_NS };
	unsigned killed = 0;

	while (waitpid(-1, NULL, WNOHANG) != -1 || errno != ECHILD) {
		killed += kill_children();
		nanosleep(&pause, NULL);
		while (waitpid(-1, NULL, WNOHANG) > 0)
			;
	}
	if (killed > 0)
		log_warning(command, " left processes behind");
}

/* In the test's own report too: tests/run prints it again at its end. */
static int
time_is_over(void)
{
	static const char text[] = "\n# guard: time is over\n";

	log_warning("time is over");
	if (write(1, text, sizeof(text) - 1) < 0)
		log_warning("unable to write");
	return 1;
}

static int
wait_for(pid_t pid, struct deadline until)
{
	struct timespec pause = { .tv_nsec = LOOK_NS };
	int status;

	while (!deadline_is_past(&until)) {
		pid_t got = waitpid(-1, &status, WNOHANG);

		if (got == pid)
			return child_has_crashed(status) ? EXIT_PERM :
			    child_exit_code(status);
		if (got <= 0)
			nanosleep(&pause, NULL);
	}
	return time_is_over();
}

/* A test begins with no signal ignored or blocked, whoever runs it (nohup). */
static void
default_signals(void)
{
	for (int signo = 1; signo < NSIG; signo++)
		if (signo != SIGKILL && signo != SIGSTOP)
			(void)sigaction(signo, &(struct sigaction){
			    .sa_handler = SIG_DFL }, NULL);	/* or has none */
	sig_unblock_all();
}

int
main(int argc, char **argv)
{
	uint64_t seconds;
	pid_t pid;
	int code;

	prog_init("guard", oom_exit);
	if (argc < 3 || num_scan(view_of(argv[1]), 86400, &seconds) < 0)
		die_usage("guard seconds command ...");
	if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0)
		die_sys("unable to become a reaper");
	pid = fork();
	if (pid < 0)
		die_sys("unable to fork");
	if (pid == 0) {
		default_signals();
		fd_close_from(3);	/* those of make -j, too */
		execvp(argv[2], argv + 2);
		die_sys("unable to run ", argv[2]);
	}
	code = wait_for(pid, deadline_in_s((int64_t)seconds));
	end_all(argv[argc - 1]);
	return code;
}
