/*
 * logwait: wait until a log has so many lines with a text.
 *	usage: logwait seconds pid file count text [count text ...]
 * Any of the pairs will do.  Looks when the file changes, so that it costs
 * nothing meanwhile.
 * exits 0 it has them, 1 the time is over, 2 the process pid is gone, 100, 111
 */
#include <sys/inotify.h>
#include <sys/syscall.h>

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/exitcode.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "tests/tools/argnumber.h"

#define LOG_BYTES_MAX (64 * 1024 * 1024)
#define PAIRS 4			/* the first argument of them */
#define USAGE "logwait seconds pid file count text [count text ...]"

enum { EXIT_TIME = 1, EXIT_GONE };

static bool
has_text(struct view line, struct view what)
{
	for (size_t i = 0; i + what.len <= line.len; i++)
		if (view_has_prefix(view_from(line, i), what))
			return true;
	return false;
}

static uint64_t
count_lines(struct view text, struct view what)
{
	struct view line;
	uint64_t n = 0;

	while (view_cut(&text, '\n', &line))
		n += has_text(line, what);
	return n;
}

static bool
has_lines(const char *path, char **pairs)
{
	struct buf text = BUF_INIT;
	bool has = false;

	if (file_read(path, &text, LOG_BYTES_MAX) < 0)
		die_sys("unable to read ", path);
	for (; pairs[0] != NULL && !has; pairs += 2)
		has = count_lines(buf_view(&text), view_of(pairs[1])) >=
		    arg_number(pairs[0], UINT32_MAX, USAGE);
	buf_free(&text);
	return has;
}

static int
watch(const char *path)
{
	int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);

	if (fd < 0 || inotify_add_watch(fd, path, IN_MODIFY) < 0)
		die_sys("unable to watch ", path);
	return fd;
}

static void
drain(int fd)
{
	char events[4096];
	ssize_t r;

	do
		r = read(fd, events, sizeof(events));
	while (r > 0);
}

int
main(int argc, char **argv)
{
	struct pollfd w[2];
	struct deadline until;
	bool is_gone = false;

	prog_init("logwait", oom_exit);
	if (argc <= PAIRS || (argc - PAIRS) % 2 != 0)
		die_usage(USAGE);
	until = deadline_in_s((int64_t)arg_number(argv[1], 3600, USAGE));
	w[0] = (struct pollfd){ .fd = watch(argv[3]), .events = POLLIN };
	w[1] = (struct pollfd){ .events = POLLIN, .fd = (int)syscall(
	    SYS_pidfd_open, (pid_t)arg_number(argv[2], INT_MAX, USAGE), 0) };
	if (w[1].fd < 0 && errno != ESRCH)
		die_sys("unable to watch process ", argv[2]);
	is_gone = w[1].fd < 0;
	/* what it wrote before it went counts */
	while (!has_lines(argv[3], argv + PAIRS)) {
		if (is_gone)
			return EXIT_GONE;
		if (deadline_is_past(&until))
			return EXIT_TIME;
		if (poll(w, 2, deadline_poll_ms(&until)) < 0 && errno != EINTR)
			die_sys("unable to wait");
		drain(w[0].fd);
		is_gone = w[1].revents != 0;
	}
	return EXIT_OK;
}
