#include "supervise/svlogger.h"

#include <sys/stat.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"

#define THROTTLE_MS 1000	/* between two starts */

bool
svlogger_is_file(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 && S_ISREG(st.st_mode) &&
	    (st.st_mode & S_IXUSR) != 0;
}

void
svlogger_open(struct svlogger *l, const char *dir)
{
	if (!svlogger_is_file("log"))
		return;
	if (os_pipe(l->pipe) < 0)
		die_sys("unable to create pipe for ", dir, "/log");
	l->next = deadline_in_ms(0);
}

static noreturn void
become_logger(const struct svlogger *l, const char *dir)
{
	char *argv[] = { (char[]){ "./log" }, NULL };

	if (fd_copy(0, l->pipe[0]) < 0)
		die_sys("unable to set up descriptors for ", dir, "/log");
	sig_default(SIGCHLD);
	sig_unblock_all();
	child_exec("./log", argv, NULL);
	log_fatal("unable to start ", dir, "/log: ", err_str(errno));
	_exit(EXIT_TEMP);
}

void
svlogger_start(struct svlogger *l, const char *dir)
{
	if (l->pipe[0] < 0 || l->pid != 0 || l->has_left ||
	    !deadline_is_past(&l->next))
		return;
	l->next = deadline_in_ms(THROTTLE_MS);
	l->pid = fork();
	if (l->pid == 0)
		become_logger(l, dir);
	if (l->pid < 0) {
		log_warning("unable to fork for ", dir, "/log: ",
		    err_str(errno));
		l->pid = 0;
	}
	tai_now(&l->since);
}

static bool
is_read_empty(const struct svlogger *l)
{
	struct pollfd pfd = { .fd = l->pipe[0], .events = POLLIN };

	return poll(&pfd, 1, 0) <= 0 || (pfd.revents & POLLIN) == 0;
}

void
svlogger_died(struct svlogger *l)
{
	l->pid = 0;
	/* one that was killed left lines behind: the next one reads them */
	l->has_left = l->is_closed && is_read_empty(l);
	tai_now(&l->since);
}

bool
svlogger_is_done(struct svlogger *l)
{
	l->is_closed = true;
	fd_close(&l->pipe[1]);
	return l->pipe[0] < 0 || l->has_left;
}
