/* mail/maildir_list.c, mail/maildir_quota.c: reading maildirs. */
#include "mail/maildir_list.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "mail/maildir.h"
#include "mail/maildir_quota.h"
#include "mail/maildir_sizes.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static void
test_scan(void)
{
	struct maildir_list l = MAILDIR_LIST_INIT;

	CHECK_INT("make", maildir_make("list"), 0);
	CHECK_INT("b", scratch_file("list/new/b", 300, "12345"), 0);
	CHECK_INT("a", scratch_file("list/cur/a:2,S", 200, ""), 0);
	CHECK_INT("c", scratch_file("list/cur/c:2,", 300, "1"), 0);
	/* spec: delivery.md 7 */
	CHECK_INT("dot", scratch_file("list/cur/.hidden", 100, ""), 0);
	CHECK_INT("directory", mkdir("list/cur/dir", 0700), 0);
	CHECK_INT("dangling", symlink("nowhere", "list/new/gone"), 0);
	CHECK_INT("scan", maildir_scan(&l, "./list/", 3), 0);
	CHECK_INT("three", l.len, 3);
	CHECK_STR("oldest", view_of(maildir_path(&l, 0)), "./list/cur/a:2,S");
	CHECK_VIEW("unique", maildir_unique(&l, 0), "a");
	CHECK(!l.v[0].is_new);
	CHECK_STR("by name", view_of(maildir_path(&l, 1)), "./list/new/b");
	CHECK(l.v[1].is_new);
	CHECK_INT("size", l.v[1].size, 5);
	CHECK_INT("time", l.v[1].time, 300);
	CHECK_STR("last", view_of(maildir_path(&l, 2)), "./list/cur/c:2,");
	CHECK_INT("too many", maildir_scan(&l, "list", 2), -1);
	CHECK_INT("says so", errno, EOVERFLOW);
	CHECK_INT("chdir", chdir("list"), 0);
	CHECK_INT("here", maildir_scan(&l, ".", 3), 0);
	CHECK_STR("short path", view_of(maildir_path(&l, 1)), "new/b");
	CHECK_INT("back", chdir(".."), 0);
	CHECK_INT("none", maildir_scan(&l, "no", 3), -1);
	maildir_list_free(&l);
}

static void
test_clean(void)
{
	time_t now = time(NULL), old = now - MAILDIR_STALE_S - 1;

	/* spec: delivery.md 7 */
	CHECK_INT("old", scratch_file("list/tmp/old", old, ""), 0);
	CHECK_INT("young", scratch_file("list/tmp/young",
	    now - MAILDIR_STALE_S + 60, ""), 0);
	CHECK_INT("dot", scratch_file("list/tmp/.old", old, ""), 0);
	CHECK_INT("clean", maildir_clean("list", now), 0);
	CHECK_INT("old is gone", access("list/tmp/old", F_OK), -1);
	CHECK_INT("young stays", access("list/tmp/young", F_OK), 0);
	CHECK_INT("dot stays", access("list/tmp/.old", F_OK), 0);
	CHECK_INT("none", maildir_clean("no", now), -1);
}

static const struct {
	const char *name;
	bool want;
	int64_t time;
	uint64_t size;
} names[] = {
	{ "1577800000.M1P2.host,S=123", true, 1577800000, 123 },
	{ "1577800000.M1P2.host,S=123,W=130:2,S", true, 1577800000, 123 },
	{ "1577800000.M1P2.host,W=130,S=0:2,S", true, 1577800000, 0 },
	{ "1577800000.M1P2.host:2,S=123", false, 0, 0 },
	{ "1577800000.M1P2.host:2,a,S=123", false, 0, 0 },
	{ "1577800000.M1P2.host", false, 0, 0 },
	{ "1577800000.M1P2.host,S=", false, 0, 0 },
	{ "1577800000.M1P2.host,S=-1", false, 0, 0 },
	{ "1577800000.M1P2.host,S=12x", false, 0, 0 },
	{ "1577800000.h,S=99999999999999999999", false, 0, 0 },
	{ "1577800000,S=123", false, 0, 0 },
	{ "1577800000", false, 0, 0 },
	{ "x.M1P2.host,S=123", false, 0, 0 },
	{ ",S=123", false, 0, 0 },
	{ "", false, 0, 0 },
};

static void
test_scan_name(void)
{
	for (size_t i = 0; i < NELEM(names); i++) {
		int64_t t = 0;
		uint64_t size = 0;
		bool r = maildir_scan_name(names[i].name, &t, &size);
		CHECK_INT(names[i].name, r, names[i].want);
		CHECK_INT("time", t, names[i].time);
		CHECK_INT("size", size, names[i].size);
	}
}

static void
test_sizes_in_names(void)
{
	struct maildir_list l = MAILDIR_LIST_INIT;

	CHECK_INT("make", maildir_make("sizes"), 0);
	CHECK_INT("b", scratch_file("sizes/new/200.b,S=77", 1, "12345"), 0);
	CHECK_INT("a", scratch_file("sizes/cur/100.a:2,S", 150, "1"), 0);
	CHECK_INT("c", scratch_file("sizes/cur/120.c,S=5:2,S", 900, "12"), 0);
	CHECK_INT("a link is looked at", symlink("../cur/100.a:2,S",
	    "sizes/new/300.d,S=9"), 0);
	CHECK_INT("scan", maildir_scan(&l, "sizes", 9), 0);
	CHECK_INT("four", l.len, 4);
	CHECK_VIEW("time of the name", maildir_unique(&l, 0), "120.c,S=5");
	CHECK_INT("size of the name", l.v[0].size, 5);
	CHECK_VIEW("time of the file", maildir_unique(&l, 1), "100.a");
	CHECK_VIEW("same time, next name", maildir_unique(&l, 2), "300.d,S=9");
	CHECK_INT("size of the file", l.v[2].size, 1);
	CHECK_VIEW("last", maildir_unique(&l, 3), "200.b,S=77");
	maildir_list_free(&l);
}

/* Many messages with times in no order. */
static void
test_order(void)
{
	struct maildir_list l = MAILDIR_LIST_INIT;
	char path[64];
	int made = 0, bad = 0;

	CHECK_INT("make", maildir_make("many"), 0);
	for (unsigned i = 0; i < 1000; i++) {
		unsigned t = i * 7919 % 250;
		snprintf(path, sizeof(path), "many/new/%u.%03u,S=%u", t, i, i);
		if (scratch_file(path, 1, "") == 0)
			made++;
	}
	CHECK_INT("made", made, 1000);
	CHECK_INT("scan", maildir_scan(&l, "many", 1000), 0);
	CHECK_INT("all", l.len, 1000);
	for (size_t i = 1; i < l.len; i++)
		if (l.v[i - 1].time > l.v[i].time ||
		    (l.v[i - 1].time == l.v[i].time &&
		    strcmp(maildir_name(&l, i - 1), maildir_name(&l, i)) >= 0))
			bad++;
	CHECK_INT("in order", bad, 0);
	maildir_list_free(&l);
}

static void
test_follow(void)
{
	struct maildir_list l = MAILDIR_LIST_INIT;

	CHECK_INT("make", maildir_make("moves"), 0);
	CHECK_INT("a", scratch_file("moves/new/a", 100, "1"), 0);
	CHECK_INT("b", scratch_file("moves/cur/b:2,", 200, "12"), 0);
	CHECK_INT("twice", scratch_file("moves/cur/t:2,", 300, "123"), 0);
	CHECK_INT("twice", scratch_file("moves/new/t", 301, "1234"), 0);
	CHECK_INT("gone", scratch_file("moves/new/z", 400, "12345"), 0);
	CHECK_INT("scan", maildir_scan(&l, "moves/", 9), 0);
	CHECK_INT("five", l.len, 5);
	l.v[1].is_marked = true;
	CHECK_INT("seen", rename("moves/new/a", "moves/cur/a:2,S"), 0);
	CHECK_INT("flags", rename("moves/cur/b:2,", "moves/cur/b:2,RS"), 0);
	CHECK_INT("gone", unlink("moves/new/z"), 0);
	CHECK_INT("one that comes", scratch_file("moves/new/y", 500, ""), 0);
	CHECK_INT("follow", maildir_follow(&l), 1);
	CHECK_INT("five", l.len, 5);
	CHECK_STR("moved", view_of(maildir_path(&l, 0)), "moves/cur/a:2,S");
	CHECK(!l.v[0].is_new);
	CHECK_INT("size", l.v[0].size, 1);
	CHECK_STR("flags", view_of(maildir_path(&l, 1)), "moves/cur/b:2,RS");
	CHECK(l.v[1].is_marked);
	CHECK_STR("t", view_of(maildir_path(&l, 2)), "moves/cur/t:2,");
	CHECK_STR("t too", view_of(maildir_path(&l, 3)), "moves/new/t");
	CHECK_STR("gone", view_of(maildir_path(&l, 4)), "moves/new/z");
	CHECK(!l.v[4].is_there);
	CHECK_INT("one t moves", rename("moves/new/t", "moves/cur/t:2,T"), 0);
	CHECK_INT("follow", maildir_follow(&l), 1);
	CHECK_STR("t", view_of(maildir_path(&l, 2)), "moves/cur/t:2,");
	CHECK_STR("t too", view_of(maildir_path(&l, 3)), "moves/cur/t:2,T");
	maildir_list_free(&l);
}

/* One file with a name nobody can read a size in. */
static int
make_plain(unsigned i)
{
	char path[64], text[8] = "";

	memset(text, 'x', i % 7);
	snprintf(path, sizeof(path), "large/cur/plain%u:2,S", i);
	return scratch_file(path, 1000 + i * 37 % 1000, text);
}

static bool
is_as_files_say(struct maildir_list *l)
{
	struct stat st;

	for (size_t i = 0; i < l->len; i++)
		if (stat(maildir_path(l, i), &st) < 0 ||
		    (uint64_t)st.st_size != l->v[i].size ||
		    st.st_mtime != l->v[i].time)
			return false;
	return true;
}

#define PLAIN 2500

static void
test_remember(void)
{
	struct maildir_list l = MAILDIR_LIST_INIT;
	char path[64];
	int bad = 0;

	CHECK_INT("make", maildir_make("large"), 0);
	for (unsigned i = 0; i < PLAIN; i++)
		bad += make_plain(i) < 0;
	CHECK_INT("made", bad, 0);
	CHECK_INT("scan", maildir_scan(&l, "large", 9999), 0);
	CHECK_INT("nobody remembers", access("large/" MAILDIR_SIZES, F_OK), -1);
	l.remembers = true;
	CHECK_INT("scan", maildir_scan(&l, "large", 9999), 0);
	CHECK_INT("now somebody does", access("large/" MAILDIR_SIZES, F_OK), 0);
	CHECK(is_as_files_say(&l));

	/* a file that changed shows that it was not looked at again */
	CHECK_INT("change", scratch_file("large/cur/plain5:2,S", 9, "1234567890"),
	    0);
	for (unsigned i = 10; i < PLAIN; i += 3) {
		snprintf(path, sizeof(path), "large/cur/plain%u:2,S", i);
		bad += unlink(path) < 0;
	}
	for (unsigned i = PLAIN; i < PLAIN + 300; i++)
		bad += make_plain(i) < 0;
	CHECK_INT("others went and came", bad, 0);
	CHECK_INT("scan", maildir_scan(&l, "large", 9999), 0);
	CHECK(!is_as_files_say(&l));
	bad = make_plain(5);
	CHECK(bad == 0 && is_as_files_say(&l));

	CHECK_INT("damaged", scratch_file("large/" MAILDIR_SIZES, 1, "qsizes"),
	    0);
	CHECK_INT("scan", maildir_scan(&l, "large", 9999), 0);
	CHECK(is_as_files_say(&l));
	CHECK_INT("away", unlink("large/" MAILDIR_SIZES), 0);
	CHECK_INT("a fifo", mkfifo("large/" MAILDIR_SIZES, 0600), 0);
	CHECK_INT("scan", maildir_scan(&l, "large", 9999), 0);
	CHECK(is_as_files_say(&l));
	CHECK_INT("nothing is left in tmp", rmdir("large/tmp"), 0);
	CHECK_INT("away", unlink("large/" MAILDIR_SIZES), 0);
	CHECK_INT("scan", maildir_scan(&l, "large", 9999), 0);
	CHECK(is_as_files_say(&l));
	CHECK_INT("no place to write it", access("large/" MAILDIR_SIZES, F_OK),
	    -1);
	maildir_list_free(&l);
}

static void
set_time(const char *path, time_t t)
{
	struct timespec ts[2] = { { .tv_sec = t }, { .tv_sec = t } };

	CHECK_INT(path, utimensat(AT_FDCWD, path, ts, 0), 0);
}

static void
test_follow_looks_once(void)
{
	struct maildir_list l = MAILDIR_LIST_INIT;

	set_time("moves/new", 1000);
	set_time("moves/cur", 1000);
	CHECK_INT("scan", maildir_scan(&l, "moves", 9), 0);
	CHECK_INT("nothing changed", maildir_follow(&l), 0);
	set_time("moves/cur", 1001);
	CHECK_INT("something did", maildir_follow(&l), 1);
	CHECK_INT("nothing since", maildir_follow(&l), 0);
	CHECK_INT("no folder", rename("moves/new", "moves/away"), 0);
	CHECK_INT("says so", maildir_follow(&l), -1);
	CHECK_INT("reason", errno, ENOENT);
	maildir_list_free(&l);
}

static void
check_file(const char *path, const char *want)
{
	struct buf got = BUF_INIT;

	CHECK_INT(path, file_read(path, &got, 999), 1);
	CHECK_STR(path, buf_view(&got), want);
	buf_free(&got);
}

static void
test_quota(void)
{
	CHECK_INT("none", maildir_quota_less("list", 5, 1), 0);
	CHECK_INT("none is made", access("list/maildirsize", F_OK), -1);
	CHECK_INT("one", scratch_file("list/maildirsize", 1, "99S\n10 2\n"), 0);
	CHECK_INT("less", maildir_quota_less("list", 5, 1), 0);
	check_file("list/maildirsize", "99S\n10 2\n-5 -1\n");
	CHECK_INT("sub", mkdir("list/.Sub", 0700), 0);
	CHECK_INT("mark", scratch_file("list/.Sub/maildirfolder", 1, ""), 0);
	CHECK_INT("less", maildir_quota_less("list/.Sub/", 2, 1), 0);
	check_file("list/maildirsize", "99S\n10 2\n-5 -1\n-2 -1\n");
	CHECK_INT("away", unlink("list/maildirsize"), 0);
	CHECK_INT("a link", symlink("../file", "list/maildirsize"), 0);
	CHECK_INT("is not followed", maildir_quota_less("list", 5, 1), -1);
	CHECK_INT("away", unlink("list/maildirsize"), 0);
	CHECK_INT("a fifo", mkfifo("list/maildirsize", 0600), 0);
	CHECK_INT("does not block", maildir_quota_less("list", 5, 1), -1);
	CHECK(maildir_quota_counts("1.T:2,"));
	CHECK(maildir_quota_counts("1:2,RS"));
	CHECK(maildir_quota_counts("1T"));
	CHECK(maildir_quota_counts("1:1,T"));
	CHECK(!maildir_quota_counts("1,S=5:2,ST"));
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	test_scan();
	test_clean();
	test_scan_name();
	test_sizes_in_names();
	test_order();
	test_follow();
	test_follow_looks_once();
	test_quota();
	test_remember();
	return scratch_leave() < 0 ? 1 : tap_end();
}
