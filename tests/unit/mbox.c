#include "mail/mbox.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/lock.h"
#include "tests/scratch.h"
#include "tests/tap.h"

#define HANG_MS 60000		/* nothing here takes so long */

static const struct { const char *name, *in, *want; } quotes[] = {
	/* spec: delivery.md 4.2, 8 */
	{ "empty", "", "\n" },
	{ "one line", "a\n", "a\n\n" },
	{ "partial last line", "a", "a\n\n" },
	{ "From_", "From x\n", ">From x\n\n" },
	{ "quoted From_", ">>From x\n", ">>>From x\n\n" },
	{ "From_ later", "a\n\nFrom x\nb\n", "a\n\n>From x\nb\n\n" },
	{ "only at the start", " From x\nxFrom y\n>a>From z\n",
	    " From x\nxFrom y\n>a>From z\n\n" },
	{ "case", "from x\nFROM y\n", "from x\nFROM y\n\n" },
	{ "no blank behind", "From\nFrom:\nFrom\tx\n",
	    "From\nFrom:\nFrom\tx\n\n" },
	{ "ends inside", "a\n>Fro", "a\n>Fro\n\n" },
	{ "ends with it", "From ", ">From \n\n" },
	{ "FrFrom", "FrFrom x\n", "FrFrom x\n\n" },
	{ "only marks", ">>>", ">>>\n\n" },
	{ "marks across a line", ">\nFrom \n", ">\n>From \n\n" },
};

/* Quote text, given in pieces of n bytes, into a file; read it back. */
static void
quote(const char *text, size_t n, struct buf *got)
{
	struct mbox_quote q = MBOX_QUOTE_INIT;
	struct view rest = view_of(text);
	char space[7];
	struct out out = OUT_INIT(open("quoted", O_WRONLY | O_CREAT | O_TRUNC,
	    0600), space);

	while (rest.len > 0) {
		mbox_quote_put(&q, &out, view_upto(rest, n));
		rest = view_from(rest, n);
	}
	mbox_quote_end(&q, &out);
	if (out_flush(&out) < 0 || file_read("quoted", got, 1000) <= 0)
		buf_sets(got, "trouble");
	fd_close(&out.fd);
}

static void
test_quote(void)
{
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < NELEM(quotes); i++)
		for (size_t n = 1; n < 8; n++) {
			quote(quotes[i].in, n, &got);
			CHECK_STR(quotes[i].name, buf_view(&got),
			    quotes[i].want);
		}
	buf_free(&got);
}

static void
test_from(void)
{
	struct buf b = BUF_INIT;

	/* spec: delivery.md 6, messages.md 1 */
	mbox_from_line(VIEW_LIT("a b\tc\nd@x"), 1795488327, &b);
	CHECK_VIEW("cleaned", buf_view(&b),
	    "From a-b-c-d@x Tue Nov 24 02:45:27 2026\n");
	buf_clear(&b);
	mbox_from_line(VIEW_EMPTY, 1799375127, &b);
	CHECK_VIEW("no sender, day of two digits", buf_view(&b),
	    "From MAILER-DAEMON Fri Jan 08 02:25:27 2027\n");
	buf_free(&b);
}

static bool
has(const char *path, const char *want)
{
	struct buf got = BUF_INIT;
	bool is = file_read(path, &got, 1000) > 0 &&
	    view_is(buf_view(&got), want);

	buf_free(&got);
	return is;
}

static void
test_append(void)
{
	struct mbox m;
	struct stat st;

	/* spec: delivery.md 4.2 */
	CHECK_INT("open", mbox_open(&m, "box", 1), MBOX_OK);
	CHECK(m.is_locked && m.is_regular && m.old_len == 0);
	CHECK_INT("mode", fstat(m.fd, &st) < 0 ? 0 : st.st_mode & 0777, 0600);
	CHECK_INT("write", io_write_all(m.fd, "one\n", 4), 0);
	CHECK_INT("commit", mbox_commit(&m), 0);
	CHECK_INT("open", mbox_open(&m, "./box", 1), MBOX_OK);
	CHECK_INT("write", io_write_all(m.fd, "two\n", 4), 0);
	CHECK_INT("commit", mbox_commit(&m), 0);
	CHECK(has("box", "one\ntwo\n"));
	CHECK_INT("open", mbox_open(&m, "box", 1), MBOX_OK);
	CHECK_INT("write", io_write_all(m.fd, "par", 3), 0);
	mbox_abandon(&m);
	CHECK_NAMED("cut back", has("box", "one\ntwo\n"));
	m.is_locked = false;
	CHECK_INT("open", mbox_open(&m, "box", 1), MBOX_OK);
	m.is_locked = false;
	CHECK_INT("write", io_write_all(m.fd, "par", 3), 0);
	mbox_abandon(&m);
	CHECK_NAMED("not cut without a lock", has("box", "one\ntwo\npar"));

	errno = 0;
	CHECK_INT("no folder", mbox_open(&m, "no/box", 1), MBOX_CANNOT_OPEN);
	CHECK_INT("says so", errno, ENOENT);
	CHECK_INT("fifo", mkfifo("fifo", 0600), 0);
	CHECK_INT("nobody reads", mbox_open(&m, "fifo", 1), MBOX_CANNOT_OPEN);
	CHECK_INT("says so", errno, ENXIO);
	CHECK_INT("device", mbox_open(&m, "/dev/null", 1), MBOX_OK);
	CHECK(!m.is_regular);
	CHECK_INT("write", io_write_all(m.fd, "x", 1), 0);
	CHECK_INT("no fsync there", mbox_commit(&m), 0);
}

static void
test_lock(void)
{
	int other = open("box", O_RDWR | O_CLOEXEC);
	int64_t start = deadline_now_ms();
	struct mbox m;

	/* spec: delivery.md 4.2 */
	CHECK_INT("somebody has it", lock_ex(other), 0);
	CHECK_INT("locked", mbox_open(&m, "box", 1), MBOX_LOCKED);
	CHECK(deadline_now_ms() - start >= 1000);
	CHECK(deadline_now_ms() - start < HANG_MS);
	CHECK(m.fd == -1);
	fd_close(&other);
	CHECK_INT("free", mbox_open(&m, "box", 1), MBOX_OK);
	mbox_abandon(&m);
}

/* A child renames a new mailbox over box and lets go; we were waiting. */
static void
test_replaced(void)
{
	int ready[2], other = open("box", O_RDWR | O_CLOEXEC), status;
	struct mbox m;
	pid_t pid;
	char c;

	CHECK_INT("new one", close(open("fresh", O_WRONLY | O_CREAT, 0600)), 0);
	CHECK_INT("pipe", pipe(ready), 0);
	CHECK_INT("lock", lock_ex(other), 0);
	pid = fork();
	if (pid == 0) {
		struct timespec ts = { .tv_nsec = 50000000 };
		if (write(ready[1], "", 1) != 1)
			_exit(1);
		/* long enough for the parent to open the old one */
		(void)nanosleep(&ts, NULL);
		_exit(rename("fresh", "box") < 0);
	}
	fd_close(&other);	/* the child's copy holds the lock */
	CHECK_INT("ready", read(ready[0], &c, 1), 1);
	CHECK_INT("open", mbox_open(&m, "box", 10), MBOX_OK);
	CHECK_INT("child", child_wait(pid, &status), 0);
	CHECK_INT("renamed", status, 0);
	CHECK_INT("write", io_write_all(m.fd, "kept", 4), 0);
	CHECK_INT("commit", mbox_commit(&m), 0);
	CHECK_NAMED("in the new mailbox", has("box", "kept"));
	fd_close(&ready[0]);
	fd_close(&ready[1]);
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	test_quote();
	test_from();
	test_append();
	test_lock();
	test_replaced();
	return scratch_leave() < 0 ? 1 : tap_end();
}
