#include "mail/header.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/attr.h"
#include "tests/tap.h"

/* spec: messages.md 4.1 (names) */
static const struct { const char *in; enum header_field want; } names[] = {
	{ "To: x", HEADER_TO }, { "tO:x", HEADER_TO }, { "TO \t :x", HEADER_TO },
	{ "To", HEADER_OTHER }, { "", HEADER_OTHER }, { ":", HEADER_OTHER },
	{ "Too: x", HEADER_OTHER }, { "T: x", HEADER_OTHER },
	{ " To: x", HEADER_OTHER }, { "To x:", HEADER_OTHER },
	{ "cc:", HEADER_CC }, { "bcc:", HEADER_BCC }, { "from:", HEADER_FROM },
	{ "apparently-to:", HEADER_APPARENTLY_TO }, { "date:", HEADER_DATE },
	{ "content-length:", HEADER_CONTENT_LENGTH },
	{ "delivered-to:", HEADER_DELIVERED_TO },
	{ "errors-to:", HEADER_ERRORS_TO },
	{ "mail-followup-to:", HEADER_MAIL_FOLLOWUP_TO },
	{ "mail-reply-to:", HEADER_MAIL_REPLY_TO },
	{ "message-id:", HEADER_MESSAGE_ID },
	{ "notice-requested-upon-delivery-to:", HEADER_NOTICE_REQUESTED },
	{ "received:", HEADER_RECEIVED }, { "reply-to:", HEADER_REPLY_TO },
	{ "resent-bcc:", HEADER_RESENT_BCC }, { "resent-cc:", HEADER_RESENT_CC },
	{ "resent-date:", HEADER_RESENT_DATE },
	{ "resent-from:", HEADER_RESENT_FROM },
	{ "resent-message-id:", HEADER_RESENT_MESSAGE_ID },
	{ "resent-reply-to:", HEADER_RESENT_REPLY_TO },
	{ "resent-sender:", HEADER_RESENT_SENDER },
	{ "resent-to:", HEADER_RESENT_TO },
	{ "return-path:", HEADER_RETURN_PATH },
	{ "return-receipt-to:", HEADER_RETURN_RECEIPT_TO },
	{ "sender:", HEADER_SENDER }, { "subject:", HEADER_SUBJECT },
};

/* spec: messages.md 4; fields and body, each in brackets */
static const struct { const char *in, *want; } texts[] = {
	{ "", "body[]" },
	{ "\n", "body[]" },
	{ "\nx", "body[x]" },
	{ "\n\nx\n", "body[\nx\n]" },
	{ "A: b\n", "[A: b\n]body[]" },
	{ "A: b", "[A: b\n]body[]" },
	{ "A: b\n\nx", "[A: b\n]body[x]" },
	{ "A: b\nC: d\n\nx\n", "[A: b\n][C: d\n]body[x\n]" },
	{ "A: b\n c\n\td\nE:f\n", "[A: b\n c\n\td\n][E:f\n]body[]" },
	{ "A: b\n c", "[A: b\n c\n]body[]" },
	{ "A: b\n \n\nx", "[A: b\n \n]body[x]" },
	{ "A:\n", "[A:\n]body[]" },
	{ "A:", "[A:\n]body[]" },
	{ "A", "body[A]" },
	{ "A ", "body[A ]" },
	{ "A\nB: c\n", "body[A\nB: c\n]" },
	{ " A: b\n", "body[ A: b\n]" },
	{ "\tA: b\n", "body[\tA: b\n]" },
	{ ": b\n", "body[: b\n]" },
	{ "A: b\n: c\nD: e\n", "[A: b\n]body[: c\nD: e\n]" },
	{ "A: b\nx y\n", "[A: b\n]body[x y\n]" },
	{ "A: b\nx y: z\n", "[A: b\n]body[x y: z\n]" },
	{ "A: b\nx\x7f: z\n", "[A: b\n]body[x\x7f: z\n]" },
	{ "A: b\nx\xff: z\n", "[A: b\n]body[x\xff: z\n]" },
	{ "A: b\nx\r\n", "[A: b\n]body[x\r\n]" },
	{ "A: b\r\n\r\nx\r\n", "[A: b\r\n]body[\r\nx\r\n]" },
	{ "A\t :b\n", "[A\t :b\n]body[]" },
	{ "From a\nB: c\n", "[MBOX-Line: From a\n][B: c\n]body[]" },
	{ "B: c\nFrom : d\n", "[B: c\n][MBOX-Line: From : d\n]body[]" },
	{ "From \n", "[MBOX-Line: From \n]body[]" },
	{ "From ", "[MBOX-Line: From \n]body[]" },
	{ "From", "body[From]" },
	{ "From\tx\n", "body[From\tx\n]" },
	{ "from x\n", "body[from x\n]" },
	{ "Fromm: x\n", "[Fromm: x\n]body[]" },
	{ "From: x\n", "[From: x\n]body[]" },
	{ "From a\n b\n", "[MBOX-Line: From a\n b\n]body[]" },
};

static char space[16];		/* small: every text crosses its end */

/* Everything of in, as in texts[].  The last result of header_next(). */
static int
read_text(struct view in, size_t max, struct buf *got)
{
	struct buf field = BUF_INIT;
	struct in from = IN_INIT(-1, space);
	struct header_reader r = HEADER_READER_INIT(&from, max);
	int fds[2], n;

	if (pipe(fds) < 0 || write(fds[1], in.p, in.len) != (ssize_t)in.len)
		return -2;
	close(fds[1]);
	from.fd = fds[0];
	buf_clear(got);
	while ((n = header_next(&r, &field)) > 0)
		buf_cat(got, "[", field.p, "]");
	if (n == 0) {
		CHECK_INT("the end stays", header_next(&r, &field), 0);
		buf_cat(got, "body[", r.begun.p);
		CHECK_INT("body", in_all(&from, got, 5000), 0);
		buf_puts(got, "]");
	}
	close(fds[0]);
	buf_free(&field);
	header_reader_free(&r);
	return n;
}

static void
check_limits(void)
{
	struct buf in = BUF_INIT, got = BUF_INIT;
	struct in broken = IN_INIT(-1, space);
	struct header_reader r = HEADER_READER_INIT(&broken, 100);

	CHECK_INT("exactly max", read_text(VIEW_LIT("A: b\nC: d\n"), 10, &got),
	    0);
	CHECK_INT("one more", read_text(VIEW_LIT("A: b\nC: dd\n"), 10, &got),
	    -1);
	CHECK_INT("errno", errno, EMSGSIZE);
	CHECK_VIEW("what fitted was given", buf_view(&got), "[A: b\n]");
	CHECK_INT("in a continuation", read_text(VIEW_LIT("A: b\n ccccc\n"), 10,
	    &got), -1);
	CHECK_INT("body is not counted", read_text(VIEW_LIT("A: b\n\nxxxxxxxx"),
	    5, &got), 0);
	for (size_t i = 0; i < HEADER_NAME_MAX; i++)
		buf_putc(&in, 'x');
	buf_puts(&in, ": y\n");
	CHECK_INT("longest name", read_text(buf_view(&in), 2000, &got), 0);
	CHECK_INT("is a field", got.p[0], '[');
	buf_drop(&in, 1);
	buf_set(&got, buf_view(&in));
	buf_sets(&in, "xx");
	buf_putv(&in, buf_view(&got));
	CHECK_INT("longer name", read_text(buf_view(&in), 2000, &got), 0);
	CHECK_NAMED("is body", view_has_prefix(buf_view(&got),
	    VIEW_LIT("body[xxx")));
	CHECK_INT("cannot be read", header_next(&r, &got), -1);
	CHECK_INT("errno", errno, EBADF);
	header_reader_free(&r);
	buf_free(&in);
	buf_free(&got);
}

int
main(void)
{
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < NELEM(names); i++)
		CHECK_INT(names[i].in, header_field_of(view_of(names[i].in)),
		    names[i].want);
	CHECK_VIEW("value", header_value(VIEW_LIT("A: b\n c\n")), " b\n c\n");
	CHECK_VIEW("no value", header_value(VIEW_LIT("A")), "");
	for (size_t i = 0; i < NELEM(texts); i++) {
		CHECK_INT("read", read_text(view_of(texts[i].in), 1000, &got),
		    0);
		CHECK_STR("text", buf_view(&got), texts[i].want);
	}
	check_limits();
	buf_free(&got);
	return tap_end();
}
