/*
 * sendrig: start qmail-send with helpers of the test's choice, as qmail-start
 * does with the real ones.
 *	usage: sendrig log lspawn rspawn clean send [uid gid uid gid]
 * lspawn to send are commands for sh -c, or, when they begin with a slash, a
 * program and its arguments, a line each; an empty one is not started: its
 * pipes are closed.  The ids are those of clean and send.  The process becomes
 * send; its pid file is log.pid, and those of the others log.l, log.r, log.c.
 */
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/setid.h"
#include "tests/tools/argnumber.h"

#define USAGE "sendrig log lspawn rspawn clean send [uid gid uid gid]"
#define HELPERS 3
#define ARGS 6			/* without ids */
#define ARGS_IDS (ARGS + 4)
#define WORDS_MAX 8		/* of a command without a shell */
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
split_command(char *command, char **argv)
{
	static char sh[] = "/bin/sh", c[] = "-c";
	size_t n = 0;

	if (command[0] != '/') {
		argv[0] = sh;
		argv[1] = c;
		argv[2] = command;
		argv[3] = NULL;
		return;
	}
	argv[n++] = command;
	for (char *p = command; *p != '\0'; p++)
		if (*p == '\n') {
			if (n == WORDS_MAX)
				die_perm("too many words");
			*p = '\0';
			argv[n++] = p + 1;
		}
	argv[n] = NULL;
}

/* ids: uid and gid, or NULL. */
static void
start_helper(char *command, const int to[2], const int from[2],
    char *const *ids, pid_t *pid)
{
	char *argv[WORDS_MAX + 1];
	struct child_spec spec = { .argv = argv,
	    .fds = { { 0, to[0] }, { 1, from[1] } }, .nfds = 2,
	    .exit_ids = 111, .exit_temp = 111, .exit_perm = 111 };

	split_command(command, argv);
	spec.path = argv[0];
	if (ids != NULL) {
		spec.has_ids = true;
		spec.uid = (uid_t)arg_number(ids[0], UINT_MAX, USAGE);
		spec.gid = (gid_t)arg_number(ids[1], UINT_MAX, USAGE);
	}
	if (child_start(&spec, pid) < 0)
		die_sys("unable to start a helper");
}

static void
become_send(char *command, char *const *ids)
{
	char *argv[WORDS_MAX + 1];

	split_command(command, argv);
	if (ids != NULL && setid_become((uid_t)arg_number(ids[0], UINT_MAX,
	    USAGE), (gid_t)arg_number(ids[1], UINT_MAX, USAGE), NULL, 0) < 0)
		die_sys("unable to become the account of send");
	execv(argv[0], argv);
	die_sys("unable to run ", argv[0]);
}

int
main(int argc, char **argv)
{
	static const char *const ends[HELPERS] = { ".l", ".r", ".c" };
	int to[HELPERS][2], from[HELPERS][2], log;
	bool has_ids = argc == ARGS_IDS;
	pid_t pid;

	prog_init("sendrig", oom_exit);
	if (argc != ARGS && !has_ids)
		die_usage(USAGE);
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
			start_helper(argv[2 + i], to[i], from[i],
			    has_ids && i == HELPERS - 1 ? argv + ARGS : NULL,
			    &pid);
			write_pid(argv[1], ends[i], pid);
		}
	write_pid(argv[1], ".pid", getpid());
	for (int i = 0; i < HELPERS; i++)
		if (fd_copy(1 + 2 * i, to[i][1]) < 0 ||
		    fd_copy(2 + 2 * i, from[i][0]) < 0)
			return 111;
	if (fd_copy(0, log) < 0)
		return 111;
	become_send(argv[5], has_ids ? argv + ARGS + 2 : NULL);
	return 111;
}
