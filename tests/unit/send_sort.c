#include "send/sort.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/fd.h"
#include "mail/queue.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static struct shared s;
static struct sort sort;

/* A queue of one folder each; what is asked of qmail-clean stays unsent. */
static void
begin(void)
{
	static const char *const dirs[] = { "mess", "mess/0", "info", "info/0",
	    "local", "local/0", "remote", "remote/0", "bounce", "todo" };
	int fds[2];

	for (size_t i = 0; i < NELEM(dirs); i++)
		if (mkdir(dirs[i], 0700) < 0)
			abort();
	if (fd_move(0, open("log", O_WRONLY | O_CREAT, 0600)) < 0 ||
	    pipe(fds) < 0)
		abort();
	s.layout.split = 1;
	s.now = time(NULL);
	if (clean_init(&s.clean, fds[1], fds[0], &s.layout) < 0)
		abort();
	dirs_init(&s.dirs, &s.layout);
	sort_init(&sort, &s);
}

/* spec: queue.md 5, 11.5: an envelope whose text is gone */
static void
check_orphan(void)
{
	struct sorted e = { .id = 5 };

	if (scratch_file("todo/5", s.now, "Fa@b") < 0)
		abort();
	CHECK_INT("an orphan", sort_begin(&sort, &e), SORT_BAD);
	CHECK_INT("a young one stays", s.clean.len, 0);
	s.now += QUEUE_STALE_S + 1;
	CHECK_INT("an old one", sort_begin(&sort, &e), SORT_BAD);
	CHECK_INT("shall be removed", s.clean.len, 1);
	/* the second time it could be the envelope of a new message */
	CHECK_INT("again, before the answer", sort_begin(&sort, &e), SORT_BAD);
	CHECK_INT("is asked for once", s.clean.len, 1);
}

int
main(void)
{
	CHECK_INT("scratch", scratch_enter(), 0);
	begin();
	check_orphan();
	sort_free(&sort);
	clean_free(&s.clean);
	dirs_free(&s.dirs);
	CHECK_INT("left", scratch_leave(), 0);
	return tap_end();
}
