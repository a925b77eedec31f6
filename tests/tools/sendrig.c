/*
 * sendrig: start qmail-send with helpers of the test's choice, as qmail-start
 * does with the real ones.
 *	usage: sendrig log lspawn rspawn clean send
 * The last four are commands for sh -c; an empty one is not started: its
 * pipes are closed.  The process becomes send; its pid file is log.pid, and
 * those of the others log.l, log.r, log.c.
 */
#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/os.h"
#include "lib/prog.h"

#define HELPERS 3
#define PLACE 20		/* above the descriptors that are given away */

static void
write_pid(const char *log, const char *end, pid_t pid)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	int fd;

	buf_cat(&path, log, end);
	buf_put_u64(&text, (uint64_t)pid);
	buf_puts(&text, "\n");
	fd = open(path.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (fd < 0 || io_write_all(fd, text.p, text.len) < 0 || close(fd) < 0)
		die_sys("unable to write ", path.p);
	buf_free(&path);
	buf_free(&text);
}

static void
start_helper(char *command, const int to[2], const int from[2], pid_t *pid)
{
	char sh[] = "/bin/sh", c[] = "-c";
	char *argv[] = { sh, c, command, NULL };
	struct child_spec spec = { .path = sh, .argv = argv,
	    .fds = { { 0, to[0] }, { 1, from[1] } }, .nfds = 2,
	    .exit_temp = 111, .exit_perm = 111 };

	if (child_start(&spec, pid) < 0)
		die_sys("unable to start a helper");
}

int
main(int argc, char **argv)
{
	static const char *const ends[HELPERS] = { ".l", ".r", ".c" };
	char sh[] = "/bin/sh", c[] = "-c";
	int to[HELPERS][2], from[HELPERS][2], log;
	pid_t pid;

	prog_init("sendrig", oom_exit);
	if (argc != 6)
		die_usage("sendrig log lspawn rspawn clean send");
	log = open(argv[1], O_WRONLY | O_CREAT | O_APPEND, 0644);
	if (log < 0 || (log = fcntl(log, F_DUPFD_CLOEXEC, PLACE)) < 0)
		die_sys("unable to open ", argv[1]);
	for (int i = 0; i < HELPERS; i++) {
		if (os_pipe(to[i]) < 0 || os_pipe(from[i]) < 0)
			die_sys("unable to make pipes");
		for (int k = 0; k < 2; k++) {
			to[i][k] = fcntl(to[i][k], F_DUPFD_CLOEXEC, PLACE);
			from[i][k] = fcntl(from[i][k], F_DUPFD_CLOEXEC, PLACE);
		}
	}
	for (int i = 0; i < HELPERS; i++)
		if (argv[2 + i][0] != '\0') {
			start_helper(argv[2 + i], to[i], from[i], &pid);
			write_pid(argv[1], ends[i], pid);
		}
	write_pid(argv[1], ".pid", getpid());
	for (int i = 0; i < HELPERS; i++)
		if (fd_copy(1 + 2 * i, to[i][1]) < 0 ||
		    fd_copy(2 + 2 * i, from[i][0]) < 0)
			return 111;
	if (fd_copy(0, log) < 0)
		return 111;
	execl(sh, sh, c, argv[5], (char *)NULL);
	return 111;
}
