#include "lib/child.h"

#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "lib/setid.h"

#define CHILD_LOOK_MS 10000	/* should a signal get lost */
#define PATH_DEFAULT "/bin:/usr/bin"

/* One directory of PATH and the name, in path (PATH_MAX); false: too long. */
static bool
join(char *path, const char *dir, size_t dirlen, const char *name)
{
	size_t len = strlen(name);

	if (dirlen == 0) {
		dir = ".";
		dirlen = 1;
	}
	if (dirlen + 1 + len + 1 > PATH_MAX)
		return false;
	memcpy(path, dir, dirlen);
	path[dirlen] = '/';
	memcpy(path + dirlen + 1, name, len + 1);
	return true;
}

void
child_exec(const char *name, char *const *argv, char *const *envp)
{
	char path[PATH_MAX];
	const char *dir = getenv("PATH");
	int saved = ENOENT;

	if (envp == NULL)
		envp = environ;
	if (name[0] == '\0') {
		errno = ENOENT;	/* a PATH's folder is not the program */
		return;
	}
	if (strchr(name, '/') != NULL) {
		execve(name, argv, envp);
		return;
	}
	if (dir == NULL)
		dir = PATH_DEFAULT;
	for (;;) {
		size_t len = strcspn(dir, ":");
		errno = ENOENT;	/* what cannot be named does not exist */
		if (join(path, dir, len, name))
			execve(path, argv, envp);
		if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
			return;
		if (errno == EACCES)
			saved = EACCES;
		if (dir[len] == '\0')
			break;
		dir += len + 1;
	}
	errno = saved;
}

/* Whether no source is in the way: none is a number that is made. */
static bool
is_clear(const struct child_spec *spec)
{
	for (size_t i = 0; i < spec->nfds; i++)
		for (size_t k = 0; k < spec->nfds; k++)
			if (spec->fds[i].from == spec->fds[k].to && i != k)
				return false;
	return true;
}

/* Above every `to`: where sources are parked, as few descriptors as may be. */
static int
first_free(const struct child_spec *spec)
{
	int fd = 3;

	for (size_t i = 0; i < spec->nfds; i++)
		if (spec->fds[i].to >= fd)
			fd = spec->fds[i].to + 1;
	return fd;
}

/* In the child, memory shared with the parent: touch nothing of its. */
static bool
place_fds(const struct child_spec *spec)
{
	int parked[CHILD_FDS_MAX];
	bool parks = !is_clear(spec);
	int above = first_free(spec);

	for (size_t i = 0; i < spec->nfds; i++) {
		parked[i] = spec->fds[i].from;
		if (parks)
			parked[i] = fcntl(parked[i], F_DUPFD_CLOEXEC, above);
		if (parked[i] < 0)
			return false;
	}
	for (size_t i = 0; i < spec->nfds; i++)
		if (fd_copy(spec->fds[i].to, parked[i]) < 0)
			return false;
	return true;
}

static noreturn void
become(const struct child_spec *spec, const sigset_t *mask)
{
	struct sigaction dfl = { .sa_handler = SIG_DFL };

	sigemptyset(&dfl.sa_mask);
	sigaction(SIGPIPE, &dfl, NULL);
	sigaction(SIGCHLD, &dfl, NULL);
	sigprocmask(SIG_SETMASK, mask, NULL);
	if (spec->own_group && setpgid(0, 0) < 0)
		_exit(spec->exit_temp);
	if (!place_fds(spec))
		_exit(spec->exit_temp);
	if (spec->cwd != NULL && chdir(spec->cwd) < 0)
		_exit(spec->exit_cwd);
	if (spec->has_ids && setid_become(spec->uid, spec->gid, NULL, 0) < 0)
		_exit(spec->exit_ids);
	if (spec->search)
		child_exec(spec->path, spec->argv, spec->envp);
	else
		execve(spec->path, spec->argv,
		    spec->envp == NULL ? environ : spec->envp);
	_exit(err_is_temp(errno) ? spec->exit_temp : spec->exit_perm);
}

/*
 * Our caller may have left SIGCHLD ignored: then the kernel forgets each child
 * that ends, and nobody learns how.
 */
static void
keep_ends(void)
{
	struct sigaction sa;

	if (sigaction(SIGCHLD, NULL, &sa) == 0 && sa.sa_handler == SIG_IGN) {
		sa.sa_handler = SIG_DFL;
		sigaction(SIGCHLD, &sa, NULL);
	}
}

int
child_start(const struct child_spec *spec, pid_t *pid)
{
	sigset_t all, none, old;
	pid_t child;
	int saved;

	keep_ends();
	/* no handler of ours may run in the child while memory is shared */
	sigfillset(&all);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &all, &old);
	child = spec->has_ids && geteuid() != spec->uid ? fork() : vfork();
	if (child == 0)
		become(spec, &none);
	saved = errno;
	sigprocmask(SIG_SETMASK, &old, NULL);
	errno = saved;
	if (child < 0)
		return -1;
	*pid = child;
	return 0;
}

int
child_wait(pid_t pid, int *status)
{
	pid_t r;

	do
		r = waitpid(pid, status, 0);
	while (r < 0 && errno == EINTR);
	return r < 0 ? -1 : 0;
}

int
child_poll(pid_t pid, int *status)
{
	pid_t r;

	do
		r = waitpid(pid, status, WNOHANG);
	while (r < 0 && errno == EINTR);
	return r < 0 ? -1 : r > 0;
}

/* SIGCHLD is blocked: it stays pending until it is waited for here. */
static int
wait_blocked(pid_t pid, int *status, const sigset_t *set,
    const struct deadline *until)
{
	int r, ms;

	while ((r = child_poll(pid, status)) == 0) {
		ms = deadline_poll_ms(until);
		if (ms == 0)
			return 0;
		if (ms < 0 || ms > CHILD_LOOK_MS)
			ms = CHILD_LOOK_MS;
		struct timespec ts = { .tv_sec = ms / 1000,
		    .tv_nsec = ms % 1000 * 1000000L };
		/* SIGCHLD, another signal or the time: look again */
		(void)(sigtimedwait(set, NULL, &ts) < 0);
	}
	return r;
}

int
child_wait_until(pid_t pid, int *status, const struct deadline *until)
{
	sigset_t chld, old;
	int r, saved;

	sigemptyset(&chld);
	sigaddset(&chld, SIGCHLD);
	sigprocmask(SIG_BLOCK, &chld, &old);
	r = wait_blocked(pid, status, &chld, until);
	saved = errno;
	sigprocmask(SIG_SETMASK, &old, NULL);
	errno = saved;
	return r;
}

int
child_reap(pid_t *pid, int *status)
{
	pid_t r;

	do
		r = waitpid(-1, status, WNOHANG);
	while (r < 0 && errno == EINTR);
	if (r <= 0)
		return (int)r;
	*pid = r;
	return 1;
}

bool
child_has_crashed(int status)
{
	return !WIFEXITED(status);
}

int
child_exit_code(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}
