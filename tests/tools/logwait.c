/*
 * logwait: wait until a log has so many lines with a text.
 *	usage: logwait [-e | -l] seconds pid file count text [count text ...]
 * Any of the pairs will do.  Looks when the file grows, and only at what is
 * new, so that it costs nothing meanwhile.  pid 0: no process is watched.
 * -e: texts are extended regular expressions.  -l: both of a pair are, and the
 * last line that has the first one has the second too; none may have it.
 * exits 0 it has them, 1 the time is over, 2 the process pid is gone, 100, 111
 */
#include <sys/inotify.h>
#include <sys/syscall.h>

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <regex.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/exitcode.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "tests/tools/argnumber.h"

#define LINE_BYTES_MAX (64 * 1024 * 1024)
#define READ_BYTES 65536
#define PAIRS 4			/* the first argument of them */
#define USAGE "logwait [-e | -l] seconds pid file count text [count text ...]"

enum { EXIT_TIME = 1, EXIT_GONE };
enum mode { TEXTS, EXPRESSIONS, LAST };

struct pair {
	uint64_t want, n;	/* lines */
	const char *text;	/* TEXTS */
	regex_t what;		/* EXPRESSIONS, LAST */
	regex_t which;		/* LAST */
	bool is_other;		/* LAST: of the lines that have which */
};

static enum mode mode;
static struct pair *pairs;
static size_t npairs;
static int log_fd;
static struct buf unread = BUF_INIT;	/* the beginning of a line */

static void
compile(regex_t *re, const char *text)
{
	if (regcomp(re, text, REG_EXTENDED | REG_NOSUB) != 0)
		die_perm("not an extended regular expression: ", text);
}

static bool
has(const regex_t *re, const char *line)
{
	return regexec(re, line, 0, NULL, 0) == 0;
}

static void
read_pairs(char **args, size_t nargs)
{
	npairs = nargs / 2;
	pairs = mem_grow(NULL, npairs, sizeof(*pairs));
	for (size_t i = 0; i < npairs; i++, args += 2) {
		pairs[i] = (struct pair){ .text = args[1] };
		if (mode == LAST)
			compile(&pairs[i].which, args[0]);
		else
			pairs[i].want = arg_number(args[0], UINT32_MAX, USAGE);
		if (mode != TEXTS)
			compile(&pairs[i].what, args[1]);
	}
}

static void
take_line(const char *line)
{
	for (struct pair *p = pairs; p < pairs + npairs; p++)
		switch (mode) {
		case TEXTS:
			p->n += strstr(line, p->text) != NULL;
			break;
		case EXPRESSIONS:
			p->n += has(&p->what, line);
			break;
		case LAST:
			if (has(&p->which, line))
				p->is_other = !has(&p->what, line);
		}
}

static void
take_lines(void)
{
	char *line = unread.p, *lf;

	while ((lf = memchr(line, '\n', unread.len -
	    (size_t)(line - unread.p))) != NULL) {
		*lf = '\0';
		take_line(line);
		line = lf + 1;
	}
	buf_drop(&unread, (size_t)(line - unread.p));
	if (unread.len > LINE_BYTES_MAX)
		die_perm("a line of the log is too long");
}

/* Looks at what came since the last time: does one of the pairs do? */
static bool
has_lines(void)
{
	static char bytes[READ_BYTES];
	ssize_t r;

	while ((r = read(log_fd, bytes, sizeof(bytes))) > 0) {
		buf_put(&unread, bytes, (size_t)r);
		take_lines();
	}
	if (r < 0)
		die_sys("unable to read the log");
	for (size_t i = 0; i < npairs; i++)
		if (mode == LAST ? !pairs[i].is_other :
		    pairs[i].n >= pairs[i].want)
			return true;
	return false;
}

static int
watch(const char *path)
{
	int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);

	if (fd < 0 || inotify_add_watch(fd, path, IN_MODIFY) < 0)
		die_sys("unable to watch ", path);
	log_fd = file_open_read(path);
	if (log_fd < 0)
		die_sys("unable to read ", path);
	return fd;
}

/* -1: it is gone, or pid is 0. */
static int
watch_process(uint64_t pid)
{
	int fd = pid == 0 ? -1 : (int)syscall(SYS_pidfd_open, (pid_t)pid, 0);

	if (pid != 0 && fd < 0 && errno != ESRCH)
		die_sys("unable to watch the process");
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

static int
wait_for_lines(const char *path, uint64_t pid, uint64_t seconds)
{
	struct deadline until = deadline_in_s((int64_t)seconds);
	struct pollfd w[2] = {
		{ .fd = watch(path), .events = POLLIN },
		{ .fd = watch_process(pid), .events = POLLIN },
	};
	bool is_gone = pid != 0 && w[1].fd < 0;

	/* what it wrote before it went counts */
	while (!has_lines()) {
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

int
main(int argc, char **argv)
{
	prog_init("logwait", oom_exit);
	if (argc > 1 && argv[1][0] == '-') {
		if (strcmp(argv[1], "-e") != 0 && strcmp(argv[1], "-l") != 0)
			die_usage(USAGE);
		mode = argv[1][1] == 'e' ? EXPRESSIONS : LAST;
		argv++;
		argc--;
	}
	if (argc <= PAIRS || (argc - PAIRS) % 2 != 0)
		die_usage(USAGE);
	read_pairs(argv + PAIRS, (size_t)(argc - PAIRS));
	return wait_for_lines(argv[3], arg_number(argv[2], INT_MAX, USAGE),
	    arg_number(argv[1], 3600, USAGE));
}
