#include "mail/smtp_reply.h"

#include "lib/attr.h"
#include "tests/tap.h"

struct reply_case {
	const char *name;
	struct view in;
	enum smtp_reply_state state;
	unsigned code;
	enum smtp_class class;
	struct view text;
	size_t left;		/* bytes of in that are not of this reply */
};

#define V(s) { .p = "" s, .len = sizeof(s) - 1 }

static const struct reply_case cases[] = {
	/* spec: protocols.md 3.2 */
	{ "one line", V("250 ok\r\n"), SMTP_REPLY_DONE, 250, SMTP_OK,
	    V("250 ok\n"), 0 },
	{ "lines", V("250-a\r\n250-b\r\n250 c\r\n"), SMTP_REPLY_DONE, 250,
	    SMTP_OK, V("250-a\n250-b\n250 c\n"), 0 },
	{ "last code", V("250-a\r\n550 b\r\n"), SMTP_REPLY_DONE, 550,
	    SMTP_PERM, V("250-a\n550 b\n"), 0 },
	{ "LF only", V("451-a\n451 b\n"), SMTP_REPLY_DONE, 451, SMTP_TEMP,
	    V("451-a\n451 b\n"), 0 },
	{ "399 is success", V("399 x\r\n"), SMTP_REPLY_DONE, 399, SMTP_OK,
	    V("399 x\n"), 0 },
	{ "400 is not", V("400 x\r\n"), SMTP_REPLY_DONE, 400, SMTP_TEMP,
	    V("400 x\n"), 0 },
	{ "499", V("499 x\r\n"), SMTP_REPLY_DONE, 499, SMTP_TEMP,
	    V("499 x\n"), 0 },
	{ "500", V("500 x\r\n"), SMTP_REPLY_DONE, 500, SMTP_PERM,
	    V("500 x\n"), 0 },
	{ "999", V("999 x\r\n"), SMTP_REPLY_DONE, 999, SMTP_PERM,
	    V("999 x\n"), 0 },
	{ "code alone", V("250\r\n"), SMTP_REPLY_DONE, 250, SMTP_OK,
	    V("250\n"), 0 },
	{ "code alone goes on", V("250-\r\n250\r\n"), SMTP_REPLY_DONE, 250,
	    SMTP_OK, V("250-\n250\n"), 0 },
	{ "other separator ends", V("250_x\r\n"), SMTP_REPLY_DONE, 250,
	    SMTP_OK, V("250_x\n"), 0 },
	{ "the next reply stays", V("250 a\r\n354 b\r\n"), SMTP_REPLY_DONE,
	    250, SMTP_OK, V("250 a\n"), 7 },
	{ "NUL and control bytes", V("250 a\0b\033c\177\td\r\n"),
	    SMTP_REPLY_DONE, 250, SMTP_OK, V("250 a?b?c?\td\n"), 0 },
	{ "8 bit stays", V("250 \303\266\r\n"), SMTP_REPLY_DONE, 250, SMTP_OK,
	    V("250 \303\266\n"), 0 },
	{ "CR inside", V("250 a\rb\r\r\n"), SMTP_REPLY_DONE, 250, SMTP_OK,
	    V("250 ab\n"), 0 },
	/* malformed: never success, never permanent */
	{ "empty line", V("\r\n"), SMTP_REPLY_DONE, 0, SMTP_TEMP, V("\n"), 0 },
	{ "two digits", V("25\r\n"), SMTP_REPLY_DONE, 0, SMTP_TEMP,
	    V("25\n"), 0 },
	{ "letters", V("abc-x\r\n"), SMTP_REPLY_DONE, 0, SMTP_TEMP,
	    V("abc-x\n"), 0 },
	{ "bytes above digits", V("5:0 x\r\n"), SMTP_REPLY_DONE, 0, SMTP_TEMP,
	    V("5:0 x\n"), 0 },
	{ "garbage after lines", V("250-a\r\nx\r\n250 b\r\n"),
	    SMTP_REPLY_DONE, 0, SMTP_TEMP, V("250-a\nx\n"), 7 },
	{ "NUL first", V("\0" "50 x\r\n"), SMTP_REPLY_DONE, 0, SMTP_TEMP,
	    V("?50 x\n"), 0 },
	/* incomplete */
	{ "nothing", V(""), SMTP_REPLY_MORE, 0, SMTP_OK, V(""), 0 },
	{ "no LF", V("250 ok\r"), SMTP_REPLY_MORE, 0, SMTP_OK, V("250 ok"), 0 },
	{ "last line missing", V("250-a\r\n"), SMTP_REPLY_MORE, 250, SMTP_OK,
	    V("250-a\n"), 0 },
};

static void
check(const struct reply_case *c, const struct smtp_reply *r, size_t left)
{
	CHECK_INT(c->name, r->code, c->code);
	tap_check_view(c->name, buf_view(&r->text), c->text, __FILE__,
	    __LINE__);
	CHECK_INT(c->name, left, c->left);
	if (c->state == SMTP_REPLY_DONE)
		CHECK_INT(c->name, smtp_reply_class(r), c->class);
}

/* Feed in pieces of step bytes. */
static void
run(const struct reply_case *c, struct smtp_reply *r, size_t step)
{
	enum smtp_reply_state state = SMTP_REPLY_MORE;
	size_t pos = 0, used;

	smtp_reply_start(r);
	while (state == SMTP_REPLY_MORE && pos < c->in.len) {
		state = smtp_reply_feed(r, view_upto(view_from(c->in, pos),
		    step), &used);
		pos += used;
	}
	CHECK_INT(c->name, state, c->state);
	check(c, r, c->in.len - pos);
}

static void
test_limits(struct smtp_reply *r)
{
	enum smtp_reply_state state = SMTP_REPLY_MORE;
	struct buf line = BUF_INIT;
	size_t used, total = 0;

	/* spec: protocols.md 3.2, 5000 bytes */
	smtp_reply_start(r);
	buf_puts(&line, "550 ");
	while (line.len < 9000)
		buf_puts(&line, "0123456789");
	buf_puts(&line, "\r\n");
	state = smtp_reply_feed(r, buf_view(&line), &used);
	CHECK_INT("a long line is one reply", state, SMTP_REPLY_DONE);
	CHECK_INT("its code", r->code, 550);
	CHECK_INT("what is kept", r->text.len, SMTP_REPLY_TEXT_MAX);
	CHECK(r->text.p[r->text.len - 1] == '\n');

	/* spec: protocols.md 8.4 */
	smtp_reply_start(r);
	do {
		state = smtp_reply_feed(r, VIEW_LIT("250-x\r\n"), &used);
		total += used;
	} while (state == SMTP_REPLY_MORE && total < 1000000);
	CHECK_INT("endless lines", state, SMTP_REPLY_TOO_LONG);
	CHECK_INT("read at most", total, SMTP_REPLY_BYTES_MAX + 1);
	CHECK(r->text.len <= SMTP_REPLY_TEXT_MAX);
	CHECK(r->text.cap <= 4 * SMTP_REPLY_TEXT_MAX);
	buf_free(&line);
}

static void
test_offers(struct smtp_reply *r)
{
	struct view params = VIEW_EMPTY;
	size_t used;

	smtp_reply_start(r);
	CHECK_INT("EHLO", smtp_reply_feed(r, VIEW_LIT("250-SIZE is my name\r\n"
	    "250-pipelining\r\n250-SIZE 1000\r\n250-AUTH=LOGIN PLAIN\r\n"
	    "250-8BITMIMEX\r\n250-\r\n250 SMTPUTF8\r\n"), &used),
	    SMTP_REPLY_DONE);
	CHECK(smtp_reply_offers(r, "PIPELINING", &params));
	CHECK(smtp_reply_offers(r, "SIZE", &params));
	CHECK_VIEW("not the server's name", params, "1000");
	CHECK(smtp_reply_offers(r, "AUTH", &params));
	CHECK_VIEW("old spelling", params, "LOGIN PLAIN");
	CHECK(!smtp_reply_offers(r, "8BITMIME", &params));
	CHECK(smtp_reply_offers(r, "SMTPUTF8", &params));
	CHECK_VIEW("no parameters", params, "");
}

int
main(void)
{
	struct smtp_reply r = SMTP_REPLY_INIT;

	for (size_t i = 0; i < NELEM(cases); i++) {
		run(&cases[i], &r, 1);
		run(&cases[i], &r, 3);
		run(&cases[i], &r, 1000);
	}
	test_limits(&r);
	test_offers(&r);
	smtp_reply_free(&r);
	return tap_end();
}
