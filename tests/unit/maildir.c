#include "mail/maildir.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static unsigned
mode_of(const char *path)
{
	struct stat st;

	return stat(path, &st) < 0 ? 0 : (unsigned)st.st_mode & 07777;
}

static void
test_make(void)
{
	/* spec: programs.md 16 */
	CHECK_INT("make", maildir_make("box/"), 0);
	CHECK_INT("mode", mode_of("box"), 0700);
	CHECK_INT("mode of tmp", mode_of("box/tmp"), 0700);
	CHECK_INT("mode of new", mode_of("box/new"), 0700);
	CHECK_INT("mode of cur", mode_of("box/cur"), 0700);
	errno = 0;
	CHECK_INT("exists", maildir_make("box"), -1);
	CHECK_INT("says so", errno, EEXIST);
	CHECK_INT("left alone", mode_of("box/cur"), 0700);
	CHECK_INT("no parent", maildir_make("no/box"), -1);
	CHECK_INT("says so", errno, ENOENT);
	CHECK(maildir_can_enter("box"));
	CHECK(!maildir_can_enter("no"));
	CHECK_INT("why", errno, ENOENT);
	CHECK_INT("a file", scratch_file("file", 1, "x"), 0);
	CHECK(!maildir_can_enter("file/"));
	CHECK_INT("why", errno, ENOTDIR);
}

static void
test_names(void)
{
	struct maildir_names n = { .seq = 0 };
	struct buf a = BUF_INIT, b = BUF_INIT;
	char longest[101];

	/* spec: delivery.md 4.3 */
	maildir_host_escape("a/b:c.example", &n);
	CHECK_STR("escaped", view_of(n.host), "a\\057b\\072c.example");
	memset(longest, '/', 100);
	longest[100] = '\0';
	maildir_host_escape(longest, &n);
	CHECK_INT("cut to 63 bytes", strlen(n.host), 4 * 63);
	maildir_names_init(&n);
	CHECK(n.host[0] != '\0');
	CHECK(strchr(n.host, '/') == NULL);
	maildir_names_next(&n, &a);
	maildir_names_next(&n, &b);
	CHECK(!view_is_eq(buf_view(&a), buf_view(&b)));
	CHECK(view_chr(buf_view(&a), '.') == view_chr(buf_view(&b), '.'));
	CHECK(strstr(a.p, ".M") != NULL && strstr(a.p, "Q1.") != NULL);
	CHECK(strstr(b.p, "Q2.") != NULL);
	buf_free(&a);
	buf_free(&b);
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	test_make();
	test_names();
	return scratch_leave() < 0 ? 1 : tap_end();
}
