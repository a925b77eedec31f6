#include "mail/dotqmail.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/io.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static const struct { const char *dash, *ext, *want; } names[] = {
	/* spec: delivery.md 3 */
	{ "-", "a-b-c", ".qmail-a-b-c .qmail-a-b-default .qmail-a-default "
	    ".qmail-default " },
	{ "-", "foo", ".qmail-foo .qmail-default " },
	{ "-", "foo-", ".qmail-foo- .qmail-foo-default .qmail-default " },
	{ "", "", ".qmail .qmaildefault " },
	{ "-/", "ext", ".qmail-/ext .qmail-/default " },
	{ "-", "Foo.BAR-q", ".qmail-foo:bar-q .qmail-foo:bar-default "
	    ".qmail-default " },
	{ "-", "../../x", ".qmail-::/::/x .qmail-default " },
	{ "-", "-", ".qmail-- .qmail--default .qmail-default " },
	{ "-", "", ".qmail- .qmail-default " },
	{ "-", "--", ".qmail--- .qmail---default .qmail--default "
	    ".qmail-default " },
};

static void
test_names(void)
{
	struct buf safe = BUF_INIT, name = BUF_INIT, all = BUF_INIT;

	for (size_t i = 0; i < NELEM(names); i++) {
		buf_clear(&safe);
		buf_clear(&all);
		dotqmail_safe_ext(names[i].ext, &safe);
		struct dotqmail_names n = DOTQMAIL_NAMES(names[i].dash,
		    buf_view(&safe));
		while (dotqmail_names_next(&n, &name))
			buf_cat(&all, name.p, " ");
		CHECK_STR(names[i].ext, buf_view(&all), names[i].want);
		CHECK(!dotqmail_names_next(&n, &name));
	}
	buf_free(&safe);
	buf_free(&name);
	buf_free(&all);
}

static const struct { const char *in; enum dotqmail_kind kind;
    const char *arg; } lines[] = {
	/* spec: delivery.md 4 */
	{ "", DOTQMAIL_BLANK, "" },
	{ " \t ", DOTQMAIL_BLANK, "" },
	{ "# x", DOTQMAIL_COMMENT, "# x" },
	{ "./Maildir/", DOTQMAIL_MAILDIR, "./Maildir/" },
	{ "./Maildir/ \t", DOTQMAIL_MAILDIR, "./Maildir/" },
	{ "/m/", DOTQMAIL_MAILDIR, "/m/" },
	{ "/", DOTQMAIL_MAILDIR, "/" },
	{ ".", DOTQMAIL_MBOX, "." },
	{ "./Mailbox", DOTQMAIL_MBOX, "./Mailbox" },
	{ "/var/mail/joe\t", DOTQMAIL_MBOX, "/var/mail/joe" },
	{ "| cat # x ", DOTQMAIL_PROGRAM, " cat # x" },
	{ "|", DOTQMAIL_PROGRAM, "" },
	{ "&a@b", DOTQMAIL_FORWARD, "a@b" },
	{ "& a@b ", DOTQMAIL_FORWARD, " a@b" },
	{ "&", DOTQMAIL_FORWARD, "" },
	{ "&&a", DOTQMAIL_FORWARD, "&a" },
	{ "&|a", DOTQMAIL_FORWARD, "|a" },
	{ "a@b (c)", DOTQMAIL_FORWARD, "a@b (c)" },
	{ " |x", DOTQMAIL_FORWARD, " |x" },
	{ "x\r", DOTQMAIL_FORWARD, "x\r" },
	{ "+list", DOTQMAIL_LIST, "+list" },
	{ "+list ", DOTQMAIL_LIST, "+list" },
	{ "+lists", DOTQMAIL_UNKNOWN, "+lists" },
	{ "+", DOTQMAIL_UNKNOWN, "+" },
};

static void
test_lines(void)
{
	struct dotqmail_line line;
	struct view rest;

	for (size_t i = 0; i < NELEM(lines); i++) {
		struct buf text = BUF_INIT;
		buf_cat(&text, lines[i].in, "\n");
		rest = buf_view(&text);
		CHECK(dotqmail_next(&rest, &line));
		CHECK_INT(lines[i].in, line.kind, lines[i].kind);
		CHECK_STR(lines[i].in, line.arg, lines[i].arg);
		CHECK(!dotqmail_next(&rest, &line));
		buf_free(&text);
	}
	rest = VIEW_LIT("a\n\n|b");
	CHECK(dotqmail_next(&rest, &line) && line.kind == DOTQMAIL_FORWARD);
	CHECK(dotqmail_next(&rest, &line) && line.kind == DOTQMAIL_BLANK);
	CHECK(dotqmail_next(&rest, &line) && line.kind == DOTQMAIL_PROGRAM);
	CHECK_VIEW("no final LF", line.arg, "b");
	CHECK(!dotqmail_next(&rest, &line));
	rest = VIEW_LIT("|a\0b\n#\0\n\0\n");
	CHECK(dotqmail_next(&rest, &line) && line.kind == DOTQMAIL_DAMAGED);
	CHECK(dotqmail_next(&rest, &line) && line.kind == DOTQMAIL_COMMENT);
	CHECK(dotqmail_next(&rest, &line) && line.kind == DOTQMAIL_DAMAGED);
}

static int
make(const char *name, const char *text, mode_t mode)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || io_write_all(fd, text, strlen(text)) < 0 ||
	    fchmod(fd, mode) < 0)
		return -1;
	return close(fd);
}

static enum dotqmail_found
find(struct dotqmail *q, const char *ext)
{
	return dotqmail_find(q, "-", view_of(ext));
}

static void
test_find(void)
{
	struct dotqmail q = DOTQMAIL_INIT;

	CHECK_INT("none", find(&q, "a"), DOTQMAIL_NONE);
	CHECK_INT("make", make(".qmail-default", "all\n", 0644), 0);
	CHECK_INT("default", find(&q, "a-b"), DOTQMAIL_FOUND);
	CHECK(q.has_default && q.default_at == 0 && (q.mode & S_IXUSR) == 0);
	CHECK_VIEW("text", buf_view(&q.text), "all\n");
	CHECK_INT("make", make(".qmail-a-default", "as\n", 0700), 0);
	CHECK_INT("better", find(&q, "a-b"), DOTQMAIL_FOUND);
	CHECK(q.has_default && q.default_at == 2 && (q.mode & S_IXUSR) != 0);
	CHECK_INT("make", make(".qmail-a-b", "", 0600), 0);
	CHECK_INT("best", find(&q, "a-b"), DOTQMAIL_FOUND);
	CHECK(!q.has_default && q.text.len == 0);
	CHECK_STR("its name", buf_view(&q.name), ".qmail-a-b");
	CHECK_INT("the word itself", find(&q, "a-default"), DOTQMAIL_FOUND);
	CHECK(q.has_default && q.default_at == 2);
	CHECK_INT("make", make(".qmail-mydefault", "", 0600), 0);
	CHECK_INT("no dash needed", find(&q, "mydefault"), DOTQMAIL_FOUND);
	CHECK(q.has_default && q.default_at == 2);

	CHECK_INT("a directory", mkdir(".qmail-dir", 0700), 0);
	CHECK_INT("is passed over", find(&q, "dir"), DOTQMAIL_FOUND);
	CHECK_STR("for", buf_view(&q.name), ".qmail-default");
	CHECK_INT("a fifo", mkfifo(".qmail-fifo", 0600), 0);
	CHECK_INT("is passed over", find(&q, "fifo"), DOTQMAIL_FOUND);
	CHECK_INT("through a directory", make(".qmail-dir/z", "z", 0600), 0);
	CHECK_INT("is found", find(&q, "dir/z"), DOTQMAIL_FOUND);
	CHECK_STR("named", buf_view(&q.name), ".qmail-dir/z");
	CHECK_INT("not a directory", find(&q, "a-b/z"), DOTQMAIL_FOUND);
	CHECK_STR("next", buf_view(&q.name), ".qmail-a-default");

	CHECK_INT("make", make(".qmail-w", "x", 0602), 0);
	CHECK_INT("writable", find(&q, "w"), DOTQMAIL_FOUND);
	CHECK_INT("its mode", q.mode & 07777, 0602);
	dotqmail_free(&q);
}

static void
test_hostile(void)
{
	struct dotqmail q = DOTQMAIL_INIT;
	static char ext[5001];
	size_t n = 0;

	memset(ext, '-', 5000);
	CHECK_INT("too long a name", find(&q, ext), DOTQMAIL_FOUND);
	struct dotqmail_names it = DOTQMAIL_NAMES("-", view_of(ext));
	while (dotqmail_names_next(&it, &q.name))
		n++;
	CHECK_INT("one for each dash", n, 5002);
	CHECK_INT("make", make(".qmail-big", "", 0600), 0);
	CHECK_INT("1 GB", truncate(".qmail-big", 1 << 30), 0);
	errno = 0;
	CHECK_INT("refused", find(&q, "big"), DOTQMAIL_CANNOT_READ);
	CHECK_INT("says so", errno, EFBIG);
	CHECK(q.text.cap < 1000000);
	CHECK_INT("at the limit", truncate(".qmail-big", DOTQMAIL_FILE_MAX), 0);
	CHECK_INT("read", find(&q, "big"), DOTQMAIL_FOUND);
	CHECK_INT("whole", q.text.len, DOTQMAIL_FILE_MAX);
	CHECK_INT("there", dotqmail_exists(".qmail-big"), 1);
	CHECK_INT("not there", dotqmail_exists(".qmail-no/x"), 0);
	CHECK_INT("too long is not there", dotqmail_exists(ext), 0);
	dotqmail_free(&q);
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	test_names();
	test_lines();
	test_find();
	test_hostile();
	return scratch_leave() < 0 ? 1 : tap_end();
}
