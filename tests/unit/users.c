/* mail/users.c: users/assign lines, users/cdb look-ups. */
#include "mail/users.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/mem.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static const struct {
	const char *line;
	int want;
	bool is_prefix;
	const char *local, *user, *ext;
} lines[] = {
	/* spec: delivery.md 1.1 */
	{ "=joe:joe:1:2:/h:::", 1, false, "joe", "joe", "" },
	{ "+joe-:joe:1:2:/h:-:pre-:", 1, true, "joe-", "joe", "pre-" },
	{ "+:alias:1:2:/h:-::", 1, true, "", "alias", "" },
	{ "=joe:joe:1:2:/h:-:e:junk", 1, false, "joe", "joe", "e" },
	{ "xjoe:joe:1:2:/h:::", 1, false, "joe", "joe", "" },
	{ "=:joe:1:2:/h:::", 1, false, "", "joe", "" },
	{ ".", 0, false, NULL, NULL, NULL },
	{ ".joe:x", 0, false, NULL, NULL, NULL },
	{ "", -1, false, NULL, NULL, NULL },
	{ "=joe", -1, false, NULL, NULL, NULL },
	{ "=joe:joe:1:2:/h::", -1, false, NULL, NULL, NULL },
	{ ":joe:1:2:/h:::", -1, false, NULL, NULL, NULL },
	{ "# comment", -1, false, NULL, NULL, NULL },
};

static void
test_lines(void)
{
	struct users_line l;

	for (size_t i = 0; i < NELEM(lines); i++) {
		int r = users_scan_line(view_of(lines[i].line), &l);
		CHECK_INT(lines[i].line, r, lines[i].want);
		if (r < 0)
			CHECK_INT("reason", errno, EINVAL);
		if (r <= 0)
			continue;
		CHECK_INT("prefix", l.is_prefix, lines[i].is_prefix);
		CHECK_STR("local", l.local, lines[i].local);
		CHECK_STR("user", l.field[0], lines[i].user);
		CHECK_STR("ext", l.field[5], lines[i].ext);
	}
	CHECK_INT("NUL", users_scan_line(VIEW_LIT("=a:b\0:1:1:::::"), &l), -1);
}

static int
scratch(void)
{
	char name[] = "/tmp/users.XXXXXX";
	int fd = mkstemp(name);

	if (fd < 0 || unlink(name) < 0) {
		printf("Bail out! no scratch file\n");
		exit(1);
	}
	return fd;
}

static struct cdb_make make;

static int
compile(const char *text, int *cdb, size_t *lineno)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(scratch(), space);
	int r;

	if (io_write_all(in.fd, text, strlen(text)) < 0 ||
	    lseek(in.fd, 0, SEEK_SET) < 0)
		exit(1);
	*cdb = scratch();
	cdb_make_start(&make, *cdb);
	r = users_compile(&in, &make, lineno);
	if (r == 0)
		CHECK_INT("written", cdb_make_finish(&make), 0);
	else
		mem_free(make.v);
	close(in.fd);
	return r;
}

static const char assign[] =
    "=joe:joe:11:21:/home/joe:::\n"
    "+joe-:joe:11:21:/home/joe:-::\n"
    "+sub.:sub:12:22:/home/sub:-:pre-:\n"
    "=joe:second:13:23:/x:::\n"
    "+joe-x-:deep:14:24:/deep:-::\n"
    "+UP:up:15:25:/up:::\n"
    "=Mixed:mixed:16:26:/m:::\n"
    "=bad:bad:x:1:/b:::\n"
    "=big:big:4294967296:1:/b:::\n"
    "+:alias:17:27:/alias:-::\n"
    ".\n"
    "=after:after:1:1:/after:::\n";

static const struct {
	const char *local;
	int want;
	const char *user, *dash, *ext;
	unsigned uid;
} finds[] = {
	/* spec: delivery.md 1.3 */
	{ "joe", 1, "joe", "", "", 11 },	/* spec: delivery.md 1.2 */
	{ "JOE", 1, "joe", "", "", 11 },
	{ "joe-", 1, "joe", "-", "", 11 },
	{ "joe-Foo-Bar", 1, "joe", "-", "Foo-Bar", 11 },
	{ "Sub.X-y", 1, "sub", "-", "pre-X-y", 12 },
	{ "joe-x-y", 1, "deep", "-", "y", 14 },
	{ "joe-x", 1, "joe", "-", "x", 11 },
	{ "mixed", 1, "mixed", "", "", 16 },
	/* a prefix that ends in an upper-case letter never works */
	{ "upper", 1, "alias", "-", "upper", 17 },
	{ "after", 1, "alias", "-", "after", 17 },
	{ "", 1, "alias", "-", "", 17 },
	{ "joebar", 1, "alias", "-", "joebar", 17 },
	{ "bad", -1, NULL, NULL, NULL, 0 },
	{ "big", -1, NULL, NULL, NULL, 0 },
};

static void
test_find(void)
{
	struct users_entry e = USERS_ENTRY_INIT;
	struct buf b = BUF_INIT;
	struct cdb c;
	size_t lineno;
	int fd;

	CHECK_INT("compiled", compile(assign, &fd, &lineno), 0);
	for (size_t i = 0; i < NELEM(finds); i++) {
		int r = users_find(fd, view_of(finds[i].local), &e);
		CHECK_INT(finds[i].local, r, finds[i].want);
		if (r <= 0)
			continue;
		CHECK_STR("user", view_of(e.user), finds[i].user);
		CHECK_STR("dash", view_of(e.dash), finds[i].dash);
		CHECK_STR("ext", view_of(e.ext), finds[i].ext);
		CHECK_INT("uid", e.uid, finds[i].uid);
		CHECK_INT("gid", e.gid, finds[i].uid + 10);
	}
	/* spec: delivery.md 1.2 */
	CHECK_INT("open", cdb_open(&c, fd), 0);
	CHECK_INT("wildcards", cdb_find(&c, VIEW_EMPTY, &b, 100), 1);
	CHECK_VIEW("wildcards", buf_view(&b), "-.P");
	CHECK_INT("exact", cdb_find(&c, VIEW_LIT("!joe\0"), &b, 100), 1);
	CHECK_VIEW("exact", buf_view(&b), "joe\00011\00021\0/home/joe\0\0");
	CHECK_INT("prefix", cdb_find(&c, VIEW_LIT("!sub."), &b, 100), 1);
	CHECK_VIEW("prefix", buf_view(&b),
	    "sub\00012\00022\0/home/sub\0-\0pre-");
	CHECK_INT("catch-all", cdb_find(&c, VIEW_LIT("!"), &b, 100), 1);
	close(fd);
	buf_free(&b);
	users_entry_free(&e);
}

static const struct {
	const char *name, *text;
	int want;
	size_t lineno;
} files[] = {
	{ "only the end", ".\n", 0, 1 },
	{ "the end, partial", ".", 0, 1 },
	{ "the end and more", ".x", 0, 1 },
	{ "empty file", "", -1, 1 },
	{ "no end", "=joe:joe:1:1:/h:::\n", -1, 2 },
	{ "partial line", "=joe:joe:1:1:/h:::", -1, 1 },
	{ "second line bad", "=joe:joe:1:1:/h:::\n=x\n.\n", -1, 2 },
	{ "empty line", "\n.\n", -1, 1 },
};

static void
test_files(void)
{
	struct buf long_line = BUF_INIT;
	struct users_entry e = USERS_ENTRY_INIT;
	size_t lineno;
	int fd;

	for (size_t i = 0; i < NELEM(files); i++) {
		errno = 0;
		CHECK_INT(files[i].name, compile(files[i].text, &fd, &lineno),
		    files[i].want);
		if (files[i].want < 0)
			CHECK_INT("reason", errno, EINVAL);
		CHECK_INT("line", lineno, files[i].lineno);
		close(fd);
	}
	buf_puts(&long_line, "=joe:joe:1:1:/");
	for (size_t i = 0; i < USERS_LINE_MAX; i++)
		buf_putc(&long_line, 'x');
	buf_puts(&long_line, ":::\n.\n");
	CHECK_INT("endless line", compile(long_line.p, &fd, &lineno), -1);
	CHECK_INT("reason", errno, EINVAL);
	buf_free(&long_line);
	close(fd);
	CHECK_INT("empty", compile(".\n", &fd, &lineno), 0);
	CHECK_INT("nobody", users_find(fd, VIEW_LIT("joe"), &e), 0);
	close(fd);
	users_entry_free(&e);
}

/* spec: delivery.md 1.3, a cdb without the empty key is an error */
static void
test_foreign(void)
{
	struct users_entry e = USERS_ENTRY_INIT;
	int fd = scratch();

	CHECK_INT("no cdb", users_find(fd, VIEW_LIT("joe"), &e), -1);
	CHECK_INT("reason", errno, EPROTO);
	cdb_make_start(&make, fd);
	cdb_make_add(&make, VIEW_LIT("!joe\0"), VIEW_LIT("j\0001\0001\0/\0\0"));
	CHECK_INT("made", cdb_make_finish(&make), 0);
	CHECK_INT("no wildcards", users_find(fd, VIEW_LIT("joe"), &e), -1);
	CHECK_INT("reason", errno, EPROTO);
	close(fd);
	users_entry_free(&e);
}

/* A users/cdb with one user and n more, under name. */
static int
write_file(const char *name, const char *home, unsigned n)
{
	int fd = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
	struct buf data = BUF_INIT;

	if (fd < 0)
		return -1;
	buf_puts(&data, "j");
	buf_putc(&data, '\0');
	buf_put(&data, "1\0001\0", 4);
	buf_puts0(&data, home);
	buf_putc(&data, '\0');
	cdb_make_start(&make, fd);
	cdb_make_add(&make, VIEW_EMPTY, VIEW_EMPTY);
	cdb_make_add(&make, VIEW_LIT("!joe\0"), buf_view(&data));
	while (n-- > 0)
		cdb_make_add(&make, VIEW_LIT("!other\0"), buf_view(&data));
	buf_free(&data);
	return cdb_make_finish(&make) < 0 ? -1 : close(fd);
}

static const char *
home_of(struct users_file *f, struct users_entry *e)
{
	users_file_look_again(f);
	return users_file_find(f, VIEW_LIT("joe"), e) > 0 ? e->home : "none";
}

/* What happens to the file counts at the next look. */
static void
test_kept_open(void)
{
	struct users_file f = USERS_FILE("cdb");
	struct users_entry e = USERS_ENTRY_INIT;
	int fd;

	CHECK_INT("no file", users_file_find(&f, VIEW_LIT("joe"), &e), 0);
	CHECK_INT("known", f.is_known, true);
	CHECK_INT("file", write_file("cdb", "/1", 0), 0);
	CHECK_STR("found", view_of(home_of(&f, &e)), "/1");
	CHECK(f.image.len > 0);
	fd = f.fd;
	CHECK_STR("again", view_of(home_of(&f, &e)), "/1");
	CHECK_INT("not opened again", f.fd, fd);
	CHECK_INT("another", write_file("new", "/2", 0), 0);
	CHECK_INT("in its place", rename("new", "cdb"), 0);
	CHECK_INT("not yet", users_file_find(&f, VIEW_LIT("joe"), &e), 1);
	CHECK_STR("the old one", view_of(e.home), "/1");
	CHECK_STR("found", view_of(home_of(&f, &e)), "/2");
	CHECK_INT("written over", write_file("cdb", "/three", 0), 0);
	CHECK_STR("found", view_of(home_of(&f, &e)), "/three");
	CHECK_INT("a big one", write_file("cdb", "/4", 10000), 0);
	CHECK_STR("found", view_of(home_of(&f, &e)), "/4");
	CHECK_INT("not in memory", f.image.len, 0);
	CHECK_STR("again", view_of(home_of(&f, &e)), "/4");
	CHECK_INT("cut", truncate("cdb", 100), 0);
	users_file_look_again(&f);
	CHECK_INT("broken", users_file_find(&f, VIEW_LIT("joe"), &e), -1);
	CHECK_INT("why", errno, EPROTO);
	CHECK_INT("gone", unlink("cdb"), 0);
	users_file_look_again(&f);
	CHECK_INT("no file", users_file_find(&f, VIEW_LIT("joe"), &e), 0);
	CHECK_INT("not kept", f.fd, -1);
	buf_free(&f.image);
	users_entry_free(&e);
}

static const struct { struct view data; int want; } answers[] = {
	{ { "joe\0001\0002\0/h\0-\0x\0", 15 }, 0 },
	{ { "joe\0001\0002\0/h\0-\0x\0more", 19 }, 0 },
	{ { "joe\0001\0002\0/h\0-\0x", 14 }, -1 },
	{ { "joe\0001\0002\0/h\0-\0", 13 }, -1 },
	{ { "joe\0-1\0002\0/h\0-\0x\0", 16 }, -1 },
	{ { "joe\0\0002\0/h\0-\0x\0", 14 }, -1 },
	{ { "", 0 }, -1 },
};

static void
test_parse(void)
{
	struct users_entry e = USERS_ENTRY_INIT;

	for (size_t i = 0; i < NELEM(answers); i++) {
		buf_set(&e.data, answers[i].data);
		CHECK_INT(answers[i].data.p, users_parse(&e), answers[i].want);
	}
	users_entry_free(&e);
}

int
main(void)
{
	test_lines();
	test_find();
	test_files();
	test_foreign();
	test_parse();
	if (scratch_enter() < 0)
		return 1;
	test_kept_open();
	if (scratch_leave() < 0)
		return 1;
	return tap_end();
}
