#include "send/syncs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "send/ahead.h"
#include "tests/scratch.h"
#include "tests/tap.h"

#define MANY 200
#define WAIT_MS 60000

static struct syncs syncs;
static struct sync many[MANY];
static int file, folder, pipes[2];

static void
begin(void)
{
	if (scratch_enter() < 0 || scratch_file("file", 0, "x") < 0)
		abort();
	file = open("file", O_RDONLY);
	folder = open(".", O_RDONLY | O_DIRECTORY);
	if (file < 0 || folder < 0 || pipe(pipes) < 0)
		abort();
}

static void
fill(struct sync_group *g, size_t from, size_t to)
{
	sync_group_clear(g);
	for (size_t i = from; i < to; i++) {
		sync_init(&many[i], i % 2 == 0 ? file : folder,
		    i % 2 == 0 ? SYNC_FILE : SYNC_DIR);
		sync_group_add(g, &many[i]);
	}
}

/* As the main loop does. */
static bool
wait_for(const struct sync_group *g)
{
	struct pollfd pfd = { .fd = syncs_fd(&syncs), .events = POLLIN };

	while (!syncs_is_over(g)) {
		if (poll(&pfd, 1, WAIT_MS) <= 0)
			return false;
		syncs_drain(&syncs);
	}
	return true;
}

static void
check_done(const char *name, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += many[i].error == 0;
	CHECK_INT(name, n, to - from);
}

static void
test_none(void)
{
	struct sync_group g;

	syncs_init(&syncs, 0);
	fill(&g, 0, 20);
	CHECK_NAMED("no threads: not possible", !syncs_are_possible(&syncs));
	CHECK_NAMED("nothing is taken", !syncs_give(&syncs, &g));
	CHECK_NAMED("nothing to wait for", syncs_is_over(&g));
	CHECK_INT("no descriptor", syncs_fd(&syncs), -1);
	CHECK_INT("as before", many[7].error, SYNC_NOT_DONE);
	CHECK_INT("one by one", sync_end(&many[7]), 0);
	sync_init(&many[7], -1, SYNC_FILE);
	CHECK_INT("it fails", sync_end(&many[7]), -1);
	CHECK_INT("why", errno, EBADF);
	errno = 0;
	CHECK_INT("not tried again", sync_end(&many[7]), -1);
	CHECK_INT("why", errno, EBADF);
}

static void
test_few(void)
{
	struct sync_group g;

	syncs_init(&syncs, 3);
	fill(&g, 0, SYNCS_WORTH - 1);
	CHECK_NAMED("too few", !syncs_give(&syncs, &g));
	CHECK_INT("no thread has begun", syncs_fd(&syncs), -1);
	CHECK_NAMED("but they could", syncs_are_possible(&syncs));
}

static void
test_many(void)
{
	struct sync_group one, other;

	fill(&one, 0, MANY / 2);
	fill(&other, MANY / 2, MANY);
	CHECK_NAMED("taken", syncs_give(&syncs, &one));
	CHECK_NAMED("another beside it", syncs_give(&syncs, &other));
	CHECK_INT("three threads", syncs.running, 3);
	CHECK_NAMED("its end is told", wait_for(&other));
	check_done("all of it are synced", MANY / 2, MANY);
	CHECK_NAMED("that of the first, too", wait_for(&one));
	check_done("all of it are synced", 0, MANY / 2);
	CHECK_NAMED("idle", syncs_are_idle(&syncs));
	CHECK_INT("that was it", sync_end(&many[0]), 0);
}

static void
test_errors(void)
{
	struct sync_group g;

	fill(&g, 0, 20);
	many[3].fd = -1;
	many[4].fd = pipes[0];
	many[5].fd = pipes[0];
	CHECK_NAMED("taken", syncs_give(&syncs, &g));
	CHECK_NAMED("over", wait_for(&g));
	CHECK_INT("a bad descriptor", many[3].error, EBADF);
	CHECK_INT("what cannot be synced", many[4].error, EINVAL);
	CHECK_INT("for a folder that is none", many[5].error, 0);
	CHECK_INT("the result later", sync_end(&many[4]), -1);
	CHECK_INT("why", errno, EINVAL);
	check_done("those beside it", 0, 3);
	check_done("those behind it", 6, 20);
}

/* ---- directories ---- */

static struct shared s;

static enum dirs_state
state(const struct ahead *a)
{
	return ahead_dir_state(a, &s, QDIR_INFO, 1);
}

/* What a thread would have said. */
static void
say(int error)
{
	s.dirs.v[QDIR_INFO][1].sync.error = error;
}

static void
add(struct ahead *a)
{
	CHECK_NAMED("a round", ahead_may_add(a, &s));
	ahead_add_dir(a, &s, QDIR_INFO, 1);
}

static void
begin_dirs(void)
{
	if (mkdir("info", 0700) < 0 || mkdir("info/1", 0700) < 0)
		abort();
	s.layout.split = 2;
	syncs_init(&s.syncs, 2);
	dirs_init(&s.dirs, &s.layout);
	dirs_keep_open(&s.dirs);
}

static void
test_changes(void)
{
	struct ahead a, later;

	ahead_begin(&a, &s);
	CHECK_INT("at first", state(&a), DIRS_DIRTY);
	add(&a);
	CHECK_INT("gathered", state(&a), DIRS_UNDER_WAY);
	add(&a);
	CHECK_INT("once", a.group.len, 0);
	dirs_settle(&s.dirs, &a.group);
	CHECK_INT("not begun", state(&a), DIRS_DIRTY);
	add(&a);
	CHECK_INT("again", a.group.len, 1);
	dirs_touch(&s.dirs, QDIR_INFO, 3);
	ahead_begin(&later, &s);
	say(0);
	dirs_settle(&s.dirs, &a.group);
	CHECK_INT("what was before is durable", state(&a), DIRS_DURABLE);
	CHECK_INT("what came meanwhile is not", state(&later), DIRS_DIRTY);
	add(&later);
	say(EIO);
	dirs_settle(&s.dirs, &later.group);
	CHECK_INT("failed", state(&later), DIRS_FAILED);
	CHECK_INT("the others have not", state(&a), DIRS_DURABLE);
	add(&later);
	CHECK_INT("not again for it", later.group.len, 0);
	ahead_begin(&later, &s);
	CHECK_INT("another batch may try", state(&later), DIRS_DIRTY);
	CHECK_INT("at once", dirs_sync(&s.dirs, QDIR_INFO, 1), 0);
	CHECK_INT("durable", state(&later), DIRS_DURABLE);
}

static void
test_others(void)
{
	struct ahead a, b;

	dirs_touch(&s.dirs, QDIR_INFO, 1);
	ahead_begin(&a, &s);
	add(&a);
	ahead_begin(&b, &s);
	add(&b);
	CHECK_INT("it is under way elsewhere", b.group.len, 0);
	CHECK_NAMED("that is waited for", ahead_go(&b, &s) &&
	    b.awaited == &a.group);
	a.group.left = 1;
	CHECK_NAMED("waiting", ahead_is_waiting(&b));
	say(0);
	a.group.left = 0;
	CHECK_NAMED("over", !ahead_is_waiting(&b));
	add(&b);
	CHECK_INT("nothing more", b.group.len, 0);
	CHECK_NAMED("that was all", !ahead_go(&b, &s));
	CHECK_INT("for both", state(&b), DIRS_DURABLE);

	dirs_touch(&s.dirs, QDIR_INFO, 1);
	ahead_begin(&a, &s);
	add(&a);
	dirs_touch(&s.dirs, QDIR_INFO, 1);
	ahead_begin(&b, &s);
	add(&b);
	CHECK_NAMED("an older one", ahead_go(&b, &s));
	say(0);
	add(&b);
	CHECK_INT("is not enough", b.group.len, 1);
	CHECK_NAMED("too little for threads", !ahead_go(&b, &s));
	CHECK_INT("left over", state(&b), DIRS_DIRTY);
	CHECK_INT("the first has it", state(&a), DIRS_DURABLE);
}

int
main(void)
{
	begin();
	test_none();
	test_few();
	test_many();
	test_errors();
	begin_dirs();
	test_changes();
	test_others();
	return scratch_leave() < 0 ? 1 : tap_end();
}
