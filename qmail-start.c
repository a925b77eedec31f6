/*
 * qmail-start: start the mail system: a logger if asked for, qmail-lspawn,
 * qmail-rspawn and qmail-clean, each as its own user, and become qmail-send.
 *	usage: qmail-start [defaultdelivery [logger arg ...]]
 * reads  /etc/passwd, /etc/group
 * writes the pipes between them; the log of qmail-send goes to the logger, or
 *        to fd 1
 * runs   root (in single-user mode: that user)
 * exits  111 when something is missing; else with qmail-send
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "lib/passwd.h"
#include "lib/prog.h"
#include "lib/setid.h"
#include "mail/conf.h"

#define START_UMASK 077
#define FD_LAST 6		/* qmail-send has 0..6 (programs.md 2) */
#define FD_FREE 10		/* pipes and copies live from here on */
#define GROUPS_MAX 64		/* of qmailr */

enum { READ_END, WRITE_END };

static uid_t uids[CONF_USERS];
static gid_t gids[CONF_GROUPS];
static int stderr_copy;
static int to_logger[2];
static int to_lspawn[2], from_lspawn[2];
static int to_rspawn[2], from_rspawn[2];
static int to_clean[2], from_clean[2];

static void
find_accounts(void)
{
	if (conf_uids(uids) < 0)
		die_sys("unable to find the accounts in /etc/passwd");
	for (enum conf_group g = 0; g < CONF_GROUPS; g++)
		if (conf_gid(g, &gids[g]) < 0)
			die_sys("unable to find the group ", conf.group[g]);
}

/* Out of the way of what the programs get. */
static int
lift(int fd)
{
	int high = fcntl(fd, F_DUPFD_CLOEXEC, FD_FREE);

	if (high < 0)
		die_sys("unable to copy a descriptor");
	return high;
}

static void
make_pipe(int fds[2])
{
	int low[2];

	if (os_pipe(low) < 0)
		die_sys("unable to make a pipe");
	for (int end = 0; end < 2; end++) {
		fds[end] = lift(low[end]);
		fd_close(&low[end]);
	}
}

static void
become(enum conf_user u, gid_t gid, const gid_t *groups, size_t ngroups)
{
	if (setid_become(uids[u], gid, groups, ngroups) < 0)
		die_sys("unable to become ", conf.user[u]);
}

static noreturn void
run(char *const *argv)
{
	child_exec(argv[0], argv, NULL);
	if (fd_copy(2, stderr_copy) == 0)
		die_sys("unable to run ", argv[0]);
	_exit(111);
}

/* Descriptors 0 and 1, and none of those that belong to qmail-send. */
static void
place(int in, int out)
{
	if (fd_copy(0, in) < 0 || fd_copy(1, out) < 0)
		die_sys("unable to copy a descriptor");
	for (int fd = 2; fd <= FD_LAST; fd++)
		(void)close(fd);	/* most are not open */
}

static bool
in_child(void)
{
	pid_t pid = fork();

	if (pid < 0)
		die_sys("unable to fork");
	return pid == 0;
}

static void
start_logger(char **argv)
{
	make_pipe(to_logger);
	if (in_child()) {
		become(CONF_QMAILL, gids[CONF_NOFILES], NULL, 0);
		place(to_logger[READ_END], 1);
		run(argv);
	}
	if (fd_copy(1, to_logger[WRITE_END]) < 0)
		die_sys("unable to copy a descriptor");
}

static void
start_lspawn(char *default_delivery)
{
	char name[] = "qmail-lspawn";
	char *argv[] = { name, default_delivery, NULL };

	if (!in_child())
		return;
	become(CONF_ROOT, gids[CONF_QMAIL], NULL, 0);
	place(to_lspawn[READ_END], from_lspawn[WRITE_END]);
	run(argv);
}

/* With the groups that an administrator gave qmailr, to read keys above all. */
static void
start_rspawn(void)
{
	char name[] = "qmail-rspawn";
	char *argv[] = { name, NULL };
	gid_t groups[1 + GROUPS_MAX] = { gids[CONF_QMAIL] };
	size_t n;

	if (!in_child())
		return;
	if (passwd_groups(conf.user[CONF_QMAILR], groups + 1, GROUPS_MAX,
	    &n) < 0)
		die_sys("unable to find the groups of ",
		    conf.user[CONF_QMAILR]);
	become(CONF_QMAILR, gids[CONF_QMAIL], groups, 1 + n);
	place(to_rspawn[READ_END], from_rspawn[WRITE_END]);
	run(argv);
}

static void
start_clean(void)
{
	char name[] = "qmail-clean";
	char *argv[] = { name, NULL };

	if (!in_child())
		return;
	become(CONF_QMAILQ, gids[CONF_QMAIL], NULL, 0);
	place(to_clean[READ_END], from_clean[WRITE_END]);
	run(argv);
}

static noreturn void
become_send(void)
{
	char name[] = "qmail-send";
	char *argv[] = { name, NULL };
	const int from[FD_LAST + 1] = {
		1, to_lspawn[WRITE_END], from_lspawn[READ_END],
		to_rspawn[WRITE_END], from_rspawn[READ_END],
		to_clean[WRITE_END], from_clean[READ_END]
	};

	become(CONF_QMAILS, gids[CONF_QMAIL], NULL, 0);
	/* 1 is the source of 0 and goes first */
	for (int fd = 0; fd <= FD_LAST; fd++)
		if (fd_copy(fd, from[fd]) < 0)
			die_sys("unable to copy a descriptor");
	run(argv);
}

int
main(int argc, char **argv)
{
	char mailbox[] = "./Mailbox";

	prog_init("qmail-start", oom_exit);
	umask(START_UMASK);
	if (fd_open_std() < 0 || chdir("/") < 0)
		die_sys("unable to start");
	find_accounts();
	if (conf_is_single_user())
		log_info("single-user mode: everything runs as ",
		    conf.user[CONF_ROOT]);
	else if (geteuid() != 0)
		die_temp("has to be started by root");
	stderr_copy = lift(2);
	make_pipe(to_lspawn);
	make_pipe(from_lspawn);
	make_pipe(to_rspawn);
	make_pipe(from_rspawn);
	make_pipe(to_clean);
	make_pipe(from_clean);
	if (argc > 2)
		start_logger(argv + 2);
	start_lspawn(argc > 1 ? argv[1] : mailbox);
	start_rspawn();
	start_clean();
	become_send();
}
