#include "lib/sig.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/os.h"
#include "lib/prog.h"

#define SIG_MAX 65		/* signal numbers on Linux: 1..64 */
#define NOTE_TRIES 3		/* for the byte in the pipe */

static int pipe_fds[2] = { -1, -1 };
static volatile sig_atomic_t arrived[SIG_MAX];

static void
set_action(int signo, void (*handler)(int), int flags)
{
	struct sigaction sa = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&sa.sa_mask);
	if (sigaction(signo, &sa, NULL) < 0)
		bug("sigaction");
}

void
sig_ignore(int signo)
{
	set_action(signo, SIG_IGN, 0);
}

void
sig_default(int signo)
{
	set_action(signo, SIG_DFL, 0);
}

void
sig_catch(int signo, void (*handler)(int))
{
	set_action(signo, handler, SA_RESTART);
}

void
sig_catch_interrupting(int signo, void (*handler)(int))
{
	set_action(signo, handler, 0);
}

static void
change_mask(int how, int signo)
{
	sigset_t set;

	sigemptyset(&set);
	if (signo > 0)
		sigaddset(&set, signo);
	if (sigprocmask(how, &set, NULL) < 0)
		bug("sigprocmask");
}

void
sig_block(int signo)
{
	change_mask(SIG_BLOCK, signo);
}

void
sig_unblock(int signo)
{
	change_mask(SIG_UNBLOCK, signo);
}

void
sig_unblock_all(void)
{
	change_mask(SIG_SETMASK, 0);
}

static void
note(int signo)
{
	int saved = errno;

	arrived[signo] = 1;
	/* a full pipe is readable already; else it takes a byte to wake */
	for (int i = 0; i < NOTE_TRIES; i++)
		if (write(pipe_fds[1], "", 1) == 1 || errno == EAGAIN)
			break;
	errno = saved;
}

int
sig_watch(int signo)
{
	if (signo <= 0 || signo >= SIG_MAX)
		bug("signal number");
	if (pipe_fds[0] < 0) {
		if (os_pipe(pipe_fds) < 0)
			return -1;
		if (fd_set_nonblock(pipe_fds[0]) < 0 ||
		    fd_set_nonblock(pipe_fds[1]) < 0)
			return -1;
	}
	sig_catch(signo, note);
	return 0;
}

int
sig_fd(void)
{
	return pipe_fds[0];
}

void
sig_drain(void)
{
	char bytes[64];

	while (read(pipe_fds[0], bytes, sizeof(bytes)) > 0)
		continue;
}

bool
sig_take(int signo)
{
	if (arrived[signo] == 0)
		return false;
	arrived[signo] = 0;
	return true;
}
