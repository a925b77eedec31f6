/* send/done.c: a batch whose syncs are made by threads. */
#include "send/done.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "send/note.h"
#include "tests/scratch.h"
#include "tests/tap.h"

#define SPLIT 8
#define STEPS 10000
#define WAIT_MS 60000
#define BAD_FD 900		/* nothing is open there */

static struct shared s;
static struct done d;

static void
make_dirs(enum qdir dir)
{
	char name[QPATH_MAX];

	if (mkdir(qpath_dir_name(dir), 0700) < 0)
		abort();
	for (uint64_t id = 0; qpath_is_split(&s.layout, dir) && id < SPLIT;
	    id++)
		if (mkdir(qpath_parent(&s.layout, dir, id, name), 0700) < 0)
			abort();
}

static void
begin(void)
{
	static const enum qdir dirs[] = { QDIR_MESS, QDIR_INFO, QDIR_LOCAL,
	    QDIR_REMOTE, QDIR_BOUNCE, QDIR_TODO };
	int fds[2];

	if (scratch_enter() < 0)
		abort();
	s.layout.split = SPLIT;
	s.now = time(NULL);
	for (size_t i = 0; i < NELEM(dirs); i++)
		make_dirs(dirs[i]);
	if (fd_move(0, open("log", O_WRONLY | O_CREAT, 0600)) < 0 ||
	    pipe(fds) < 0 ||
	    clean_init(&s.clean, fds[1], fds[0], &s.layout) < 0)
		abort();
	syncs_init(&s.syncs, 3);
	dirs_init(&s.dirs, &s.layout);
	dirs_keep_open(&s.dirs);
	done_init(&d, &s);
}

/* Messages 0..SPLIT-1 at their end. */
static void
finish_all(void)
{
	char name[QPATH_MAX];

	for (uint64_t id = 0; id < SPLIT; id++) {
		if (scratch_file(qpath(&s.layout, QDIR_MESS, id, name), 0,
		    "x") < 0 ||
		    scratch_file(qpath(&s.layout, QDIR_INFO, id, name), 0,
		    "x") < 0)
			abort();
		dirs_touch(&s.dirs, QDIR_LOCAL, id);
		s.clear[s.nclear++] = id;
	}
}

/* As the main loop does. */
static void
run(void)
{
	struct pollfd pfd = { .events = POLLIN };

	for (int i = 0; i < STEPS; i++) {
		struct wake w = { .at_s = INT64_MAX, .at = DEADLINE_NEVER };
		bool is_waiting;

		done_step(&d);
		is_waiting = ahead_is_waiting(&d.ahead);
		done_wake(&d, &w);
		if (w.at_once || w.at_s <= s.now)
			continue;
		if (!is_waiting)
			break;
		pfd.fd = syncs_fd(&s.syncs);
		if (poll(&pfd, 1, WAIT_MS) <= 0)
			abort();
		syncs_drain(&s.syncs);
	}
}

static bool
is_logged(const char *what)
{
	struct buf text = BUF_INIT;
	struct view rest, line;
	bool is_it = false;

	note_flush();
	if (file_read("log", &text, 100000) < 0)
		abort();
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line))
		is_it |= view_is(line, what);
	buf_free(&text);
	return is_it;
}

static void
check_all_asked(const char *name)
{
	size_t n = 0;

	for (uint64_t id = 0; id < SPLIT; id++)
		n += clean_is_asked(&s.clean, CLEAN_FOOP, id);
	CHECK_INT(name, n, SPLIT);
}

/* Its descriptor fails once. */
static void
spoil(enum qdir dir, unsigned n)
{
	fd_close(&s.dirs.fds[dir][n]);
	s.dirs.fds[dir][n] = BAD_FD;
}

static void
mend(enum qdir dir, unsigned n)
{
	s.dirs.fds[dir][n] = -1;
	s.now += SEND_TROUBLE_S;
}

/* spec: queue.md 4.3, 11.2 */
static void
test_failures(void)
{
	finish_all();
	spoil(QDIR_LOCAL, 3);
	spoil(QDIR_INFO, 5);
	run();
	CHECK_INT("threads did it", s.syncs.running, 3);
	CHECK_INT("one stays", access("info/3/3", F_OK), 0);
	CHECK_NAMED("said", is_logged("warning: trouble fsyncing local/3"));
	CHECK_INT("it comes again", s.finished.len, 1);
	CHECK_INT("one has lost info/N", access("info/5/5", F_OK), -1);
	CHECK_NAMED("said", is_logged("warning: trouble fsyncing info/5"));
	CHECK_INT("and comes again, too", s.unsynced.len, 1);
	CHECK_INT("the others go", s.clean.len, SPLIT - 2);
	CHECK_NAMED("not these", !clean_is_asked(&s.clean, CLEAN_FOOP, 3) &&
	    !clean_is_asked(&s.clean, CLEAN_FOOP, 5));
	mend(QDIR_LOCAL, 3);
	mend(QDIR_INFO, 5);
	run();			/* two are too few for threads */
	check_all_asked("in the end all");
	CHECK_NAMED("quiet", done_is_quiet(&d));
}

int
main(void)
{
	begin();
	test_failures();
	return scratch_leave() < 0 ? 1 : tap_end();
}
