#include "lib/setid.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

/* ---- giving up ---- */

static bool
is_already(uid_t uid, gid_t gid)
{
	return getuid() == uid && geteuid() == uid && getgid() == gid &&
	    getegid() == gid;
}

int
setid_become(uid_t uid, gid_t gid, const gid_t *groups, size_t ngroups)
{
	if (geteuid() == 0) {
		if (setgroups(ngroups == 0 ? 1 : ngroups,
		    ngroups == 0 ? &gid : groups) < 0 ||
		    setgid(gid) < 0 || setuid(uid) < 0)
			return -1;
	}
	if (!is_already(uid, gid)) {
		errno = EPERM;
		return -1;
	}
	if (uid != 0 && (setuid(0) == 0 || geteuid() == 0)) {
		errno = EPERM;
		return -1;
	}
	return 0;
}

/* ---- keeping ---- */

static volatile sig_atomic_t alarm_code;	/* set once, for the handler */

static void
on_alarm(int signo)
{
	(void)signo;
	_exit((int)alarm_code);
}

/*
 * Input must not come from a file that the program opens later and gets as
 * number 0.  A closed 0 stays unreadable (EBADF), as it was for the caller.
 */
static int
open_std(void)
{
	struct pollfd fds[3] = { { .fd = 0 }, { .fd = 1 }, { .fd = 2 } };

	if (poll(fds, 3, 0) < 0)
		return -1;
	for (int fd = 0; fd <= 2; fd++)
		if ((fds[fd].revents & POLLNVAL) != 0 &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDWR) != fd)
			return -1;
	return 0;
}

/*
 * The caller's real uid may send us HUP, INT and QUIT: finish the job instead.
 * PIPE and XFSZ come out as errors of write(2); VTALRM and PROF come from the
 * caller's timers, which survive execve(2).  Blocked for good is as good as
 * ignored, in one call.
 */
static int
set_signals(void)
{
	static const int blocked[] = {
		SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ, SIGVTALRM, SIGPROF
	};
	struct sigaction sa = { .sa_handler = on_alarm };
	sigset_t mask;

	sigemptyset(&mask);
	for (size_t i = 0; i < NELEM(blocked); i++)
		sigaddset(&mask, blocked[i]);
	sigemptyset(&sa.sa_mask);
	if (sigaction(SIGALRM, &sa, NULL) < 0)
		return -1;
	return sigprocmask(SIG_SETMASK, &mask, NULL);
}

void
setid_begin(unsigned lifetime_s, int code, mode_t mask)
{
	struct rlimit no_core = { .rlim_cur = 0, .rlim_max = 0 };

	alarm_code = code;
	umask(mask);
	if (open_std() < 0 || set_signals() < 0 ||
	    setrlimit(RLIMIT_CORE, &no_core) < 0)
		_exit(code);
	alarm(lifetime_s);	/* in the place of the caller's, too */
}
