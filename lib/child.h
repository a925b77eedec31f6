/*
 * child.h: other programs, started by vfork(2) and execve(2): the parent's
 * memory is not copied, so starting is cheap from a big daemon too.  Only a
 * child that changes its ids is forked: its new user may stop it with a signal
 * before it has executed anything, and would stop the vfork(2) with it.
 */
#ifndef LIB_CHILD_H
#define LIB_CHILD_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/deadline.h"

#define CHILD_FDS_MAX 8

struct child_fd {
	int to, from;		/* child's to = parent's from */
};

struct child_spec {
	const char *path;	/* program; with a '/' or search: see below */
	bool search;		/* look for path in PATH */
	char *const *argv;
	char *const *envp;	/* NULL: the process's environment */
	const char *cwd;	/* chdir there first; NULL: stay */
	struct child_fd fds[CHILD_FDS_MAX];
	size_t nfds;		/* in any order */
	bool own_group;		/* a process group of its own, named by pid */
	bool has_ids;		/* become uid and gid, as setid_become() does */
	uid_t uid;
	gid_t gid;
	int exit_cwd;		/* child's exit code when chdir fails */
	int exit_ids;		/* ... when it cannot become them */
	int exit_temp;		/* ... when exec fails for a passing reason */
	int exit_perm;		/* ... when exec fails for good */
};

/*
 * Start the program.  In the child the descriptors of fds are set up (the
 * from side may collide with any to side), the others follow close-on-exec;
 * signals are unblocked, SIGPIPE and SIGCHLD are default; SIGCHLD is not
 * ignored any more here either.  Returns 0 with *pid, or -1 with errno (fork
 * or descriptors failed; the child does not exist).  An exec that fails shows
 * as an exit code, as the spec says.
 */
MUST_CHECK int child_start(const struct child_spec *spec, pid_t *pid);

/* waitpid(2), restarted: 0 with the raw *status, -1 with errno. */
MUST_CHECK int child_wait(pid_t pid, int *status);

/*
 * The same, but no longer than until: 1 with *status, 0 it still runs then,
 * -1 with errno.
 */
MUST_CHECK int child_wait_until(pid_t pid, int *status,
    const struct deadline *until);

/* The same without waiting: 1; 0 when it still runs; -1. */
MUST_CHECK int child_poll(pid_t pid, int *status);

/* Reap any one child without waiting: 1, 0 none is dead, -1 (ECHILD). */
MUST_CHECK int child_reap(pid_t *pid, int *status);

bool child_has_crashed(int status);	/* ended by a signal */
int child_exit_code(int status);	/* 0..255; 0 if crashed: ask first */

/*
 * execvp(3) without its surprises: PATH search when name has no '/', ENOENT
 * only when no directory had it, EACCES remembered, no shell fallback.
 * Returns only on failure, with errno.
 */
void child_exec(const char *name, char *const *argv, char *const *envp);

#endif
