/* What qmail-send reads from the spawners, logs and writes into bounces. */
#include "mail/verdict.h"
#include "send/bounce.h"
#include "send/clean.h"
#include "send/note.h"
#include "send/report.h"
#include "tests/tap.h"

/* spec: programs.md 3.2 */
static void
check_reports(void)
{
	static const char bytes[] = "\0Kok\n\0" "\377Zno\0" "\1\0" "\2";
	struct view rest = view_make(bytes, sizeof(bytes) - 1);
	static const char wide[] = "\377\001\054Kx\0" "\376K\0" "\377\0\377K\0";
	struct report r = REPORT_INIT;
	unsigned numbers[4] = { 0 };
	size_t n = 0;

	CHECK(report_take(&r, &rest));
	CHECK_INT("number 0", r.number, 0);
	CHECK_VIEW("text", buf_view(&r.text), "Kok\n");
	CHECK(report_take(&r, &rest));
	CHECK_INT("number 255", r.number, 255);
	CHECK_VIEW("text", buf_view(&r.text), "Zno");
	CHECK(report_take(&r, &rest));
	CHECK_INT("empty", r.text.len, 0);
	CHECK_INT("number 1", r.number, 1);
	CHECK(!report_take(&r, &rest));
	/* the rest of it comes one byte at a time */
	rest = VIEW_LIT("D");
	CHECK(!report_take(&r, &rest));
	rest = VIEW_EMPTY;
	CHECK(!report_take(&r, &rest));
	rest = VIEW_LIT("\0\3");
	CHECK(report_take(&r, &rest));
	CHECK_INT("number 2", r.number, 2);
	CHECK_VIEW("text", buf_view(&r.text), "D");
	CHECK(!report_take(&r, &rest));
	for (int i = 0; i < 3000; i++) {
		rest = VIEW_LIT("0123456789");
		(void)report_take(&r, &rest);
	}
	rest = VIEW_LIT("\0");
	CHECK(report_take(&r, &rest));
	CHECK_INT("cut", r.text.len, VERDICT_REPORT_MAX - 1);
	buf_clear(&r.text);
	/* spec: programs.md 18.3 (wide numbers, a byte at a time) */
	r = (struct report)REPORT_INIT;
	r.is_wide = true;
	for (size_t i = 0; i < sizeof(wide) - 1; i++) {
		rest = view_make(wide + i, 1);
		if (report_take(&r, &rest))
			numbers[n++] = r.number;
	}
	CHECK_INT("three reports", n, 3);
	CHECK_INT("three bytes", numbers[0], 300);
	CHECK_INT("one byte", numbers[1], 254);
	CHECK_INT("the first of three bytes", numbers[2], 255);
	buf_free(&r.text);
}

/* spec: scheduling.md 7 */
static const struct {
	struct view in;
	const char *out;
} cleaned[] = {
	{ VIEW_LIT("did 1+0+0\n"), "did_1+0+0/" },
	{ VIEW_LIT("100%\t\177~!"), "100___~!" },
	{ VIEW_LIT("\0\200\377"), "___" },
	{ VIEW_LIT(""), "" },
};

static void
check_note(void)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(cleaned); i++) {
		buf_clear(&b);
		note_clean(cleaned[i].in, &b);
		CHECK_STR("cleaned", buf_view(&b), cleaned[i].out);
	}
	buf_free(&b);
}

/* spec: messages.md 7 */
static const struct {
	const char *recipient, *reason, *out;
} paragraphs[] = {
	{ "a@b", "text\n", "<a@b>:\ntext\n\n" },
	{ "a@b", "text", "<a@b>:\ntext\n\n" },
	{ "a@b", "", "<a@b>:\n\n" },
	{ "a\nb@c", "x", "<a_b@c>:\nx\n\n" },
	{ "a@b", "one\n\ntwo\n\n\nthree\n",
	    "<a@b>:\none\n/two\n//three\n\n" },
	{ "a@b", "\nx\n", "<a@b>:\n/x\n\n" },
	/* spec: messages.md 11.4; delivery.md 11.5 */
	{ "a\033\r@b", "\033[2J\a\tx\303\244\177\r\nD\001\n",
	    "<a__@b>:\n?[2J?\tx\303\244??\nD?\n\n" },
	{ "a@b", "two lines\nhere\n", "<a@b>:\ntwo lines\nhere\n\n" },
};

static void
check_paragraphs(void)
{
	struct route_rules rules = ROUTE_RULES_INIT;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(paragraphs); i++) {
		struct bounce_text t = {
			.recipient = view_of(paragraphs[i].recipient),
			.reason = view_of(paragraphs[i].reason) };
		buf_sets(&b, "\n");
		bounce_paragraph(&rules, &t, &b);
		CHECK_STR("paragraph", view_from(buf_view(&b), 1),
		    paragraphs[i].out);
	}
	buf_free(&b);
}

/* spec: programs.md 8, queue.md 10 */
static void
check_clean_names(void)
{
	struct clean c = { .layout = { .split = 23 } };
	struct clean_request todo = { .kind = CLEAN_TODO, .id = UINT64_MAX };
	struct clean_request foop = { .kind = CLEAN_FOOP, .id = 30 };
	char p[QPATH_MAX];

	CHECK_STR("todo", view_of(clean_name(&c, &todo, p)),
	    "todo/18446744073709551615");
	CHECK_STR("foop", view_of(clean_name(&c, &foop, p)), "foop/30");
	c.layout.split_todo = true;
	CHECK_STR("split", view_of(clean_name(&c, &foop, p)), "foop/7/30");
	foop.flat = true;
	CHECK_STR("flat in split", view_of(clean_name(&c, &foop, p)),
	    "foop/30");
}

int
main(void)
{
	check_reports();
	check_note();
	check_paragraphs();
	check_clean_names();
	return tap_end();
}
