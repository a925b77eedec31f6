/*
 * fakeclean: a qmail-clean that can be stopped and made to fail.
 *	usage: fakeclean log
 * Runs in queue/; writes each request to log.  While log.hold exists it waits
 * before it answers; while log.refuse exists it does nothing and answers `!`;
 * while log.die exists it exits at the next request.  Else it unlinks as
 * qmail-clean does, in a flat todo/ with 23 split directories.
 * The request with which qmail-send waits for it is answered and not written.
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "mail/qpath.h"

#define LOOK_NS 10000000

static const struct qlayout layout = { .split = QPATH_SPLIT };

static bool
is_set(const char *log, const char *end)
{
	struct buf path = BUF_INIT;
	bool there;

	buf_cat(&path, log, end);
	there = access(path.p, F_OK) == 0;
	buf_free(&path);
	return there;
}

static char
serve(struct view request)
{
	struct view name = view_from(request, view_rchr(request, '/') + 1);
	char path[QPATH_MAX];
	uint64_t id;

	if (num_scan(name, UINT64_MAX, &id) < 0)
		return 'x';
	(void)unlink(qpath(&layout, QDIR_INTD, id, path));
	(void)unlink(qpath(&layout, request.p[0] == 'f' ? QDIR_MESS : QDIR_TODO,
	    id, path));
	return '+';
}

int
main(int argc, char **argv)
{
	struct timespec look = { .tv_nsec = LOOK_NS };
	static char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	struct buf b = BUF_INIT;
	char answer;
	int log;

	prog_init("fakeclean", oom_exit);
	if (argc != 2)
		die_usage("fakeclean log");
	log = open(argv[1], O_WRONLY | O_CREAT | O_APPEND, 0644);
	if (log < 0)
		die_sys("unable to open ", argv[1]);
	while (in_until(&in, '\0', &b, 100) > 0) {
		if (view_is(buf_view(&b), "ready")) {
			if (io_write_all(1, "x", 1) < 0)
				return 1;
			continue;
		}
		if (is_set(argv[1], ".die"))
			return 1;
		while (is_set(argv[1], ".hold"))
			(void)nanosleep(&look, NULL);
		answer = is_set(argv[1], ".refuse") ? '!' : serve(buf_view(&b));
		buf_putc(&b, '\n');
		if (io_write_all(log, b.p, b.len) < 0 ||
		    io_write_all(1, &answer, 1) < 0)
			return 1;
	}
	return 0;
}
