#include "mail/control.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/scratch.h"
#include "tests/tap.h"

static void
put_bytes(const char *name, const char *p, size_t len)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "control/%s", name);
	f = fopen(path, "w");
	if (f == NULL || fwrite(p, 1, len, f) != len || fclose(f) != 0)
		printf("Bail out! cannot write %s\n", path);
}

#define PUT(name, text) put_bytes((name), (text), sizeof(text) - 1)

static void
drop(const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "control/%s", name);
	if (remove(path) < 0)
		printf("Bail out! cannot remove %s\n", path);
}

/* spec: control.md 1 */
static void
check_line(void)
{
	struct buf b = BUF_INIT;

	CHECK_INT("absent", control_line("x", &b), 0);
	buf_sets(&b, "old");
	CHECK_INT("absent", control_line("x", &b), 0);
	CHECK_VIEW("untouched", buf_view(&b), "old");
	PUT("x", "first \t\nsecond\n");
	CHECK_INT("set", control_line("x", &b), 1);
	CHECK_VIEW("first line, trimmed", buf_view(&b), "first");
	PUT("x", "no end");
	CHECK_INT("no LF", control_line("x", &b), 1);
	CHECK_VIEW("no LF", buf_view(&b), "no end");
	PUT("x", "");
	CHECK_INT("empty file", control_line("x", &b), 1);
	CHECK_VIEW("is the empty string", buf_view(&b), "");
	PUT("x", "\nb\n");
	CHECK_INT("empty line", control_line("x", &b), 1);
	CHECK_VIEW("is the empty string", buf_view(&b), "");
	PUT("x", "  a b\r\n");
	CHECK_INT("CR", control_line("x", &b), 1);
	CHECK_VIEW("CR and leading blanks stay", buf_view(&b), "  a b\r");
	CHECK(control_has_cr(buf_view(&b)));
	PUT("x", "a \0b\n");
	CHECK_INT("NUL", control_line("x", &b), 1);
	CHECK_VIEW("ends the visible part", buf_view(&b), "a");
	drop("x");
	if (mkdir("control/x", 0700) < 0)
		printf("Bail out! mkdir\n");
	errno = 0;
	CHECK_INT("unreadable is no default", control_line("x", &b), -1);
	CHECK_INT("EISDIR", errno, EISDIR);
	drop("x");
	buf_free(&b);
}

static void
check_me(void)
{
	struct buf b = BUF_INIT;

	CHECK_INT("neither, refused", control_line_or_me("x", NULL, &b), 0);
	CHECK_INT("neither, word", control_line_or_me("x", "x", &b), 1);
	CHECK_VIEW("word", buf_view(&b), "x");
	PUT("me", "host.example\n");
	CHECK_INT("me", control_line_or_me("x", "x", &b), 1);
	CHECK_VIEW("me", buf_view(&b), "host.example");
	PUT("x", "own\n");
	CHECK_INT("own", control_line_or_me("x", "x", &b), 1);
	CHECK_VIEW("own", buf_view(&b), "own");
	drop("x");
	drop("me");
	buf_free(&b);
}

/* spec: control.md 1 */
static void
check_int(void)
{
	static const struct {
		const char *text;
		uint64_t max;
		int want;
		uint64_t n;
	} cases[] = {
		{ "0\n", 100, 1, 0 },
		{ "12\n", 100, 1, 12 },
		{ "12x\n", 100, 1, 12 },
		{ "x12\n", 100, 0, 7 },
		{ "-1\n", 100, 0, 7 },
		{ "", 100, 0, 7 },
		{ "\n12\n", 100, 0, 7 },
		{ "101\n", 100, 1, 100 },
		/* spec: control.md 7.4 */
		{ "99999999999999999999999999\n", UINT64_MAX, 1, UINT64_MAX },
	};
	uint64_t n = 7;

	CHECK_INT("absent", control_int("x", 100, &n), 0);
	for (size_t i = 0; i < NELEM(cases); i++) {
		n = 7;
		put_bytes("x", cases[i].text, strlen(cases[i].text));
		CHECK_INT("number", control_int("x", cases[i].max, &n),
		    cases[i].want);
		CHECK_NAMED("its value", n == cases[i].n);
	}
	drop("x");
}

/* spec: control.md 1 */
static void
check_list(void)
{
	struct control_list l = CONTROL_LIST_INIT;

	CHECK(!control_has(&l, VIEW_LIT("a")));
	CHECK_INT("absent", control_list("x", &l), 0);
	CHECK_INT("empty", l.len, 0);
	PUT("x", "# a comment\n\n \nHost.Example \t\n#b\nc # no comment\n b\n"
	    "last");
	CHECK_INT("set", control_list("x", &l), 1);
	CHECK_INT("entries", l.len, 4);
	CHECK_VIEW("file order", l.v[0].key, "Host.Example");
	CHECK(control_has(&l, VIEW_LIT("hOST.eXAMPLE")));
	CHECK(control_has(&l, VIEW_LIT("c # no comment")));
	CHECK(!control_has(&l, VIEW_LIT("c")));
	CHECK(control_has(&l, VIEW_LIT("last")));
	CHECK(control_has(&l, VIEW_LIT(" b")));
	CHECK(!control_has(&l, VIEW_LIT("b")));
	CHECK(!control_has(&l, VIEW_LIT("")));
	CHECK(!control_has(&l, VIEW_LIT("#b")));
	CHECK(!control_has_cr(buf_view(&l.text)));
	PUT("x", "# nothing\n");
	CHECK_INT("comments only: set", control_list("x", &l), 1);
	CHECK_INT("but empty", l.len, 0);
	CHECK(!control_has(&l, VIEW_LIT("c")));
	PUT("x", "a\r\nb\n");
	CHECK_INT("CR", control_list_path("control/x", &l), 1);
	CHECK(control_has(&l, VIEW_LIT("a\r")) && control_has_cr(
	    buf_view(&l.text)));
	drop("x");
	CHECK_INT("gone: list empty", control_list("x", &l), 0);
	CHECK_INT("gone: list empty", l.len, 0);
	control_list_free(&l);
}

/* spec: control.md 1 */
static void
check_map(void)
{
	struct control_list l = CONTROL_LIST_INIT;
	struct view v = VIEW_LIT("old");

	CHECK_INT("absent", control_map("x", &l), 0);
	PUT("x", "a:1\nnone\nb:x:y\nA:2\n:empty\nc:\n#d:4\na b: v \n");
	CHECK_INT("set", control_map("x", &l), 1);
	CHECK_INT("lines without colon are ignored", l.len, 6);
	CHECK(!control_find(&l, VIEW_LIT("none"), &v));
	CHECK_VIEW("untouched", v, "old");
	CHECK(control_find(&l, VIEW_LIT("a"), &v));
	CHECK_VIEW("later duplicate wins", v, "2");
	CHECK(control_find(&l, VIEW_LIT("B"), &v));
	CHECK_VIEW("first colon", v, "x:y");
	CHECK(control_find(&l, VIEW_LIT(""), &v));
	CHECK_VIEW("empty key", v, "empty");
	CHECK(control_find(&l, VIEW_LIT("c"), &v));
	CHECK_VIEW("empty value", v, "");
	CHECK(control_find(&l, VIEW_LIT("a b"), &v));
	CHECK_VIEW("leading blanks of a value stay", v, " v");
	drop("x");
	control_list_free(&l);
}

/* spec: control.md 1 */
static void
check_domain(void)
{
	static const struct {
		const char *domain, *with, *without;	/* NULL: not found */
	} cases[] = {
		{ "host.example", "whole", "whole" },
		{ "HOST.EXAMPLE", "whole", "whole" },
		{ "other.example", "suffix", "suffix" },
		{ "a.sub.example", "longer", "longer" },
		{ "sub.example", "suffix", "suffix" },
		{ "example", "empty", NULL },
		{ ".example", "suffix", "suffix" },
		{ "xexample", "empty", NULL },
		{ "", "empty", NULL },
		{ ".", "empty", NULL },
		{ "host.example.", "empty", NULL },
		{ "host", "empty", NULL },
	};
	struct control_list l = CONTROL_LIST_INIT;
	struct view v;

	PUT("x", ".example:suffix\nhost.example:whole\n"
	    ".sub.example:longer\n:empty\n");
	CHECK_INT("set", control_map("x", &l), 1);
	for (size_t i = 0; i < NELEM(cases); i++) {
		struct view d = view_of(cases[i].domain);
		CHECK_NAMED(cases[i].domain,
		    control_find_domain(&l, d, true, &v));
		CHECK_STR(cases[i].domain, v, cases[i].with);
		v = VIEW_EMPTY;
		CHECK_NAMED(cases[i].domain, control_find_domain(&l, d, false,
		    &v) == (cases[i].without != NULL));
		if (cases[i].without != NULL)
			CHECK_STR(cases[i].domain, v, cases[i].without);
	}
	PUT("x", ".:dot\n");
	CHECK_INT("set", control_map("x", &l), 1);
	CHECK(control_find_domain(&l, VIEW_LIT("host."), false, &v));
	CHECK(!control_find_domain(&l, VIEW_LIT("host"), false, &v));
	drop("x");
	control_list_free(&l);
}

static void
check_large(void)
{
	struct control_list l = CONTROL_LIST_INIT;
	char line[32];
	bool all = true;
	FILE *f = fopen("control/x", "w");
	struct buf dots = BUF_INIT;
	struct view v;

	for (int i = 0; f != NULL && i < 50000; i++)
		fprintf(f, "host%d.example\n", i);
	if (f == NULL || fclose(f) != 0)
		printf("Bail out! cannot write\n");
	CHECK_INT("set", control_list("x", &l), 1);
	CHECK_INT("many", l.len, 50000);
	for (int i = 0; i < 50000; i++) {
		snprintf(line, sizeof(line), "HOST%d.example", i);
		all = all && control_has(&l, view_of(line));
	}
	CHECK_NAMED("all of them found", all);
	CHECK(!control_has(&l, VIEW_LIT("host50000.example")));
	for (int i = 0; i < 1000000; i++)
		buf_putc(&dots, '.');
	/* a million suffixes: one pass, not a million */
	CHECK(!control_find_domain(&l, buf_view(&dots), true, &v));
	buf_free(&dots);
	f = fopen("control/x", "w");
	if (f == NULL || fseek(f, CONTROL_FILE_MAX, SEEK_SET) != 0 ||
	    fputc('x', f) == EOF || fclose(f) != 0)
		printf("Bail out! cannot write\n");
	errno = 0;
	CHECK_INT("beyond the limit", control_list("x", &l), -1);
	CHECK_INT("EFBIG", errno, EFBIG);
	CHECK_INT("the list is as before", l.len, 50000);
	errno = 0;
	CHECK_INT("a line too", control_line("x", &dots), -1);
	CHECK_INT("EFBIG", errno, EFBIG);
	buf_free(&dots);
	drop("x");
	control_list_free(&l);
}

int
main(void)
{
	if (scratch_enter() < 0 ||
	    mkdir("control", 0700) < 0)
		printf("Bail out! no scratch folder\n");
	check_line();
	check_me();
	check_int();
	check_list();
	check_map();
	check_domain();
	check_large();
	return scratch_leave() < 0 ? 1 : tap_end();
}
