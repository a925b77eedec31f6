#include "supervise/svconf.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/err.h"
#include "lib/file.h"
#include "lib/num.h"
#include "lib/prog.h"

#define TEXT_MAX 64		/* bytes of a file with one number or name */
#define NOTIFY_FD_MIN 3		/* below are the service's own */
#define NOTIFY_FD_MAX 1023	/* the usual limit of open files */
#define SIGNAL_MAX 64		/* signal numbers on Linux: 1..64 */

static const struct {
	const char *name;
	int signo;
} signals[] = {
	{ "HUP", SIGHUP }, { "INT", SIGINT }, { "QUIT", SIGQUIT },
	{ "KILL", SIGKILL }, { "USR1", SIGUSR1 }, { "USR2", SIGUSR2 },
	{ "ALRM", SIGALRM }, { "TERM", SIGTERM }, { "WINCH", SIGWINCH },
	{ "ABRT", SIGABRT },
};

static bool
is_there(const char *name)
{
	return access(name, F_OK) == 0;
}

static void
refuse(const char *dir, const char *name, const char *why)
{
	log_warning("ignoring ", dir, "/", name, ": ", why);
}

/* The file's text without blanks at its end: false when there is none. */
static bool
read_word(const char *dir, const char *name, struct buf *text)
{
	int r = file_read(name, text, TEXT_MAX);

	if (r < 0)
		refuse(dir, name, err_str(errno));
	if (r <= 0)
		return false;
	buf_cut(text, view_trim_end(buf_view(text)).len);
	return true;
}

/* 1 with a number between min and max, 0 without the file or a good one. */
static bool
read_number(const char *dir, const char *name, const uint64_t range[2],
    uint64_t *n)
{
	struct buf text = BUF_INIT;
	bool good = false;

	if (read_word(dir, name, &text)) {
		good = num_scan(buf_view(&text), range[1], n) == 0 &&
		    *n >= range[0];
		if (!good)
			refuse(dir, name, "not a number in range");
	}
	buf_free(&text);
	return good;
}

static int
read_signal(const char *dir, const char *name)
{
	struct buf text = BUF_INIT;
	struct view v;
	int signo = SIGTERM;
	uint64_t n = 0;

	if (!read_word(dir, name, &text))
		goto out;
	v = buf_view(&text);
	if (num_scan(v, SIGNAL_MAX, &n) == 0 && n > 0) {
		signo = (int)n;
		goto out;
	}
	if (view_has_prefix(v, VIEW_LIT("SIG")))
		v = view_from(v, 3);
	for (size_t i = 0; i < NELEM(signals); i++)
		if (view_is(v, signals[i].name)) {
			signo = signals[i].signo;
			goto out;
		}
	refuse(dir, name, "not a signal");
out:
	buf_free(&text);
	return signo;
}

void
svconf_read(struct svconf *c, const char *dir)
{
	static const uint64_t fds[2] = { NOTIFY_FD_MIN, NOTIFY_FD_MAX };
	static const uint64_t times[2] = { 0, INT_MAX };
	static const uint64_t tally[2] = { 0, SVCONF_TALLY_MAX };
	uint64_t n;

	*c = (struct svconf){ .notification_fd = -1 };
	c->has_notify = is_there("notify");
	c->own_group = is_there("setpgrp");
	c->fail_100 = is_there("fail-100");
	if (read_number(dir, "notification-fd", fds, &n))
		c->notification_fd = (int)n;
	c->down_signal = read_signal(dir, "down-signal");
	if (read_number(dir, "timeout-kill", times, &n))
		c->timeout_kill_ms = (int64_t)n;
	if (read_number(dir, "max-death-tally", tally, &n))
		c->max_deaths = (unsigned)n;
	c->extended = c->fail_100 || c->notification_fd >= 0 ||
	    c->max_deaths > 0 || is_there("start") || is_there("finish") ||
	    is_there("stop");
}
