#include "mail/qpath.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/scratch.h"
#include "tests/tap.h"


static void
make_dirs(const char *dir, unsigned first, unsigned n)
{
	char path[64];

	if (mkdir(dir, 0700) < 0 && errno != EEXIST)
		printf("Bail out! mkdir %s\n", dir);
	for (unsigned i = first; i < first + n; i++) {
		snprintf(path, sizeof(path), "%s/%u", dir, i);
		if (mkdir(path, 0700) < 0)
			printf("Bail out! mkdir %s\n", path);
	}
}

static void
remove_dirs(const char *dir, unsigned n)
{
	char path[64];

	for (unsigned i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%u", dir, i);
		(void)rmdir(path);	/* some are not there */
	}
	(void)rmdir(dir);
}

static void
check_split(unsigned split)
{
	struct qlayout l = { .split = 0 };
	char name[64];

	snprintf(name, sizeof(name), "split %u", split);
	make_dirs("mess", 0, split);
	make_dirs("info", 0, split);
	make_dirs("local", 0, split);
	make_dirs("remote", 0, split);
	CHECK_INT(name, qpath_layout(&l), 0);
	CHECK_INT(name, l.split, split);
	CHECK_INT(name, qpath_layout_checked(&l), 0);
	CHECK_INT(name, l.split, split);
	remove_dirs("remote", split);
	make_dirs("remote", 0, split - 1);
	errno = 0;
	/* spec: queue.md 10 */
	CHECK_INT("they must agree", qpath_layout_checked(&l), -1);
	CHECK_INT("EINVAL", errno, EINVAL);
	CHECK_INT("the set-uid program does not care", qpath_layout(&l), 0);
	remove_dirs("mess", split);
	remove_dirs("info", split);
	remove_dirs("local", split);
	remove_dirs("remote", split);
}

static void
check_layouts(void)
{
	struct qlayout l = { .split = 0 };
	static const unsigned splits[] = { 1, 2, 22, 23, 24, 151, 211, 347 };

	for (size_t i = 0; i < NELEM(splits); i++)
		check_split(splits[i]);
	errno = 0;
	CHECK_INT("no mess", qpath_layout(&l), -1);
	CHECK(errno == ENOENT || errno == ENOTDIR);
	make_dirs("mess", 0, 0);
	errno = 0;
	CHECK_INT("no mess/0", qpath_layout(&l), -1);
	CHECK_INT("ENOTDIR", errno, ENOTDIR);
	make_dirs("mess", 0, 5);
	make_dirs("mess", 7, 4);
	CHECK_INT("a hole", qpath_layout(&l), 0);
	CHECK_INT("ends the count", l.split, 5);
	CHECK(!l.split_todo);
	make_dirs("todo", 0, 1);
	CHECK_INT("big-todo", qpath_layout(&l), 0);
	CHECK(l.split_todo);
	CHECK(qpath_is_split(&l, QDIR_TODO));
	remove_dirs("mess", 11);
	remove_dirs("todo", 1);
}

/* Whatever is changed between two looks is seen. */
static void
check_again(void)
{
	struct qlayout_seen seen = { .has_looked = false };
	struct qlayout l = { .split = 0 };
	struct stat st = { .st_nlink = 0 };

	make_dirs("mess", 0, 5);
	make_dirs("todo", 0, 0);
	CHECK(stat("mess", &st) == 0);
	bool counts = st.st_nlink == 7;
	CHECK_INT("first", qpath_layout_again(&l, &seen), 0);
	CHECK_INT("second", qpath_layout_again(&l, &seen), 0);
	l.split = 0;
	CHECK_INT("third", qpath_layout_again(&l, &seen), counts);
	CHECK_INT("untouched when unchanged", l.split, counts ? 0 : 5);
	make_dirs("mess", 5, 1);
	CHECK_INT("one more", qpath_layout_again(&l, &seen), 0);
	CHECK_INT("counted", l.split, 6);
	CHECK_INT("move", rename("mess/5", "elsewhere"), 0);
	make_dirs("mess", 5, 1);
	CHECK_INT("exchanged", qpath_layout_again(&l, &seen), 0);
	CHECK_INT("as before", qpath_layout_again(&l, &seen), counts);
	make_dirs("todo", 0, 1);
	CHECK_INT("big-todo", qpath_layout_again(&l, &seen), 0);
	CHECK(l.split_todo);
	remove_dirs("todo", 1);
	CHECK_INT("no todo", qpath_layout_again(&l, &seen), -1);
	make_dirs("todo", 0, 0);
	CHECK_INT("another todo", qpath_layout_again(&l, &seen), 0);
	CHECK(!l.split_todo);
	remove_dirs("mess", 6);
	remove_dirs("todo", 0);
	CHECK_INT("remove", rmdir("elsewhere"), 0);
}

static void
check_names(void)
{
	static const struct {
		enum qdir dir;
		bool split_todo;
		uint64_t id;
		const char *path, *parent;
	} cases[] = {
		{ QDIR_MESS, false, 30, "mess/7/30", "mess/7" },
		{ QDIR_MESS, true, 30, "mess/7/30", "mess/7" },
		{ QDIR_INFO, false, 23, "info/0/23", "info/0" },
		{ QDIR_LOCAL, false, 22, "local/22/22", "local/22" },
		/* spec: queue.md 11.8 */
		{ QDIR_REMOTE, false, UINT64_MAX,
		    "remote/5/18446744073709551615", "remote/5" },
		{ QDIR_TODO, false, 30, "todo/30", "todo" },
		{ QDIR_TODO, true, 30, "todo/7/30", "todo/7" },
		{ QDIR_INTD, false, 30, "intd/30", "intd" },
		{ QDIR_INTD, true, 30, "intd/7/30", "intd/7" },
		{ QDIR_BOUNCE, true, 30, "bounce/30", "bounce" },
	};
	struct qlayout l = { .split = 23 };
	char p[QPATH_MAX];

	for (size_t i = 0; i < NELEM(cases); i++) {
		l.split_todo = cases[i].split_todo;
		CHECK_STR("path", view_of(qpath(&l, cases[i].dir,
		    cases[i].id, p)), cases[i].path);
		CHECK_STR("parent", view_of(qpath_parent(&l, cases[i].dir,
		    cases[i].id, p)), cases[i].parent);
	}
	CHECK_STR("spawn", view_of(qpath_spawn(&l, 30, p)), "7/30");
	CHECK_STR("flat", view_of(qpath_flat(QDIR_TODO, 30, p)), "todo/30");
	l.split = QPATH_SPLIT_MAX;
	CHECK(strlen(qpath(&l, QDIR_REMOTE, UINT64_MAX, p)) < QPATH_MAX);
	CHECK_STR("dir", view_of(qpath_dir_name(QDIR_BOUNCE)), "bounce");
	CHECK_STR("dir", view_of(qpath_dir_name(QDIR_PID)), "pid");
	l = (struct qlayout){ .split = 23, .split_todo = true };
	CHECK(qpath_may_be_flat(&l, QDIR_TODO, 23));
	CHECK(!qpath_may_be_flat(&l, QDIR_TODO, 22));
	CHECK(!qpath_may_be_flat(&l, QDIR_MESS, 23));
	l.split_todo = false;
	CHECK(!qpath_may_be_flat(&l, QDIR_TODO, 23));
}

static void
check_ids(void)
{
	static const struct { const char *in; int want; uint64_t id; } cases[] = {
		{ "1", 0, 1 }, { "16729", 0, 16729 },
		{ "4294967296", 0, UINT64_C(4294967296) },
		{ "18446744073709551615", 0, UINT64_MAX },
		{ "18446744073709551616", -1, 7 },
		{ "99999999999999999999999", -1, 7 },
		{ "", -1, 7 }, { "0", -1, 7 }, { "01", -1, 7 },
		{ ".", -1, 7 }, { "..", -1, 7 }, { "12x", -1, 7 },
		{ "-1", -1, 7 }, { "+1", -1, 7 }, { " 1", -1, 7 },
		{ "12.fix", -1, 7 },
	};

	for (size_t i = 0; i < NELEM(cases); i++) {
		uint64_t id = 7;
		CHECK_INT(cases[i].in, qpath_scan_id(view_of(cases[i].in),
		    &id), cases[i].want);
		CHECK_NAMED(cases[i].in, id == cases[i].id);
	}
}

int
main(void)
{
	if (scratch_enter() < 0)
		printf("Bail out! no scratch folder\n");
	check_layouts();
	check_again();
	check_names();
	check_ids();
	return scratch_leave() < 0 ? 1 : tap_end();
}
