#include "lib/setid.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <unistd.h>

#include "tests/tap.h"

#define OTHER_UID 64250
#define OTHER_GID 64251
#define THIRD_GID 64252

/* Run f in a child: its exit code, or -1 - signal. */
static int
in_child(int (*f)(void))
{
	int status;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid == 0)
		_exit(f());
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return 255;
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    -1 - WTERMSIG(status);
}

static int
become_other(void)
{
	gid_t groups[4];

	if (setid_become(OTHER_UID, OTHER_GID, NULL, 0) < 0)
		return 1;
	if (getuid() != OTHER_UID || geteuid() != OTHER_UID ||
	    getgid() != OTHER_GID || getegid() != OTHER_GID)
		return 2;
	if (getgroups(4, groups) != 1 || groups[0] != OTHER_GID)
		return 3;
	if (setuid(0) == 0 || seteuid(0) == 0 || setgid(0) == 0)
		return 4;
	return 0;
}

static int
become_with_groups(void)
{
	gid_t want[2] = { OTHER_GID, THIRD_GID }, got[4];

	if (setid_become(OTHER_UID, OTHER_GID, want, 2) < 0)
		return 1;
	if (getgroups(4, got) != 2)
		return 2;
	return (got[0] == OTHER_GID && got[1] == THIRD_GID) ||
	    (got[1] == OTHER_GID && got[0] == THIRD_GID) ? 0 : 3;
}

static int
become_self(void)
{
	return setid_become(getuid(), getgid(), NULL, 0) < 0 ? 1 : 0;
}

static int
become_without_right(void)
{
	if (getuid() == 0 && setid_become(OTHER_UID, OTHER_GID, NULL, 0) < 0)
		return 1;
	errno = 0;
	if (setid_become(OTHER_UID + 1, OTHER_GID, NULL, 0) == 0)
		return 2;
	if (errno != EPERM)
		return 3;
	if (setid_become(getuid(), OTHER_GID + 1, NULL, 0) == 0)
		return 4;
	return 0;
}

static int
begin_with_closed(void)
{
	char byte;

	close(0);
	close(1);
	close(2);
	setid_begin(100, 99, 033);
	errno = 0;
	if (read(0, &byte, 1) >= 0 || errno != EBADF)
		return 1;	/* a closed 0 is not an empty one */
	if (read(1, &byte, 1) != 0)
		return 2;
	if (open("/dev/null", O_RDONLY) != 3)
		return 3;
	return 0;
}

static int
begin_state(void)
{
	struct rlimit core;
	sigset_t set;

	sigfillset(&set);
	sigprocmask(SIG_SETMASK, &set, NULL);
	alarm(1000);
	signal(SIGALRM, SIG_IGN);
	setid_begin(100, 99, 033);
	if (alarm(0) > 100)
		return 1;
	if (umask(0) != 033)
		return 2;
	if (getrlimit(RLIMIT_CORE, &core) < 0 || core.rlim_cur != 0)
		return 3;
	sigprocmask(SIG_SETMASK, NULL, &set);
	if (sigismember(&set, SIGALRM) || sigismember(&set, SIGTERM))
		return 4;
	raise(SIGPIPE);
	raise(SIGXFSZ);
	raise(SIGHUP);
	raise(SIGVTALRM);
	raise(SIGPROF);
	return 0;
}

static int
begin_alarm(void)
{
	signal(SIGALRM, SIG_IGN);
	setid_begin(100, 52, 033);
	raise(SIGALRM);
	return 0;
}

int
main(void)
{
	if (getuid() == 0) {
		CHECK_INT("become", in_child(become_other), 0);
		CHECK_INT("groups", in_child(become_with_groups), 0);
	}
	CHECK_INT("become oneself", in_child(become_self), 0);
	CHECK_INT("become without right", in_child(become_without_right), 0);
	CHECK_INT("closed descriptors", in_child(begin_with_closed), 0);
	CHECK_INT("state", in_child(begin_state), 0);
	CHECK_INT("alarm exits with the code", in_child(begin_alarm), 52);
	return tap_end();
}
