#include "mail/smtp_line.h"

#include <errno.h>
#include <unistd.h>

#include "tests/tap.h"

#define VIEW(s) { .p = s, .len = sizeof(s) - 1 }

/* ---- DATA ---- */

/* spec: protocols.md 2.4, 8.2 */
static const struct {
	const char *name;
	struct view in, stored;
	enum smtp_data_state end;
	size_t rest;			/* bytes behind the end */
} texts[] = {
	{ "empty message", VIEW(".\r\n"), VIEW(""), SMTP_DATA_END, 0 },
	{ "a line", VIEW("a\r\n.\r\n"), VIEW("a\n"), SMTP_DATA_END, 0 },
	{ "pipelined behind", VIEW("a\r\n.\r\nQUIT\r\n"), VIEW("a\n"),
	    SMTP_DATA_END, 6 },
	{ "empty lines", VIEW("\r\n\r\n.\r\n"), VIEW("\n\n"),
	    SMTP_DATA_END, 0 },
	{ "dot removed", VIEW(".x\r\n.\r\n"), VIEW("x\n"), SMTP_DATA_END, 0 },
	{ "dots stuffed", VIEW("..\r\n...\r\n.\r\n"), VIEW(".\n..\n"),
	    SMTP_DATA_END, 0 },
	{ "dot inside", VIEW("a.\r\n.b.\r\n.\r\n"), VIEW("a.\nb.\n"),
	    SMTP_DATA_END, 0 },
	{ "lone CR is data", VIEW("a\rb\r\n.\r\n"), VIEW("a\rb\n"),
	    SMTP_DATA_END, 0 },
	{ "CR CR LF", VIEW("a\r\r\n.\r\n"), VIEW("a\r\n"), SMTP_DATA_END, 0 },
	{ "CR CR CR LF", VIEW("\r\r\r\n.\r\n"), VIEW("\r\r\n"),
	    SMTP_DATA_END, 0 },
	{ "dot CR x keeps the dot", VIEW(".\rx\r\n.\r\n"), VIEW(".\rx\n"),
	    SMTP_DATA_END, 0 },
	{ "dot CR CR LF ends nothing", VIEW(".\r\r\n.\r\n"), VIEW(".\r\n"),
	    SMTP_DATA_END, 0 },
	{ "dot CR dot", VIEW(".\r.\r\n.\r\n"), VIEW(".\r.\n"),
	    SMTP_DATA_END, 0 },
	{ "NUL and high bytes", VIEW("\0\xff\r\n.\r\n"), VIEW("\0\xff\n"),
	    SMTP_DATA_END, 0 },
	/* smuggling: none of these may end the text */
	{ "CR dot CR", VIEW("x\r.\rMAIL\r\n.\r\n"), VIEW("x\r.\rMAIL\n"),
	    SMTP_DATA_END, 0 },
	{ "CR dot CR LF", VIEW("x\r.\r\nMAIL\r\n.\r\n"),
	    VIEW("x\r.\nMAIL\n"), SMTP_DATA_END, 0 },
	{ "CR LF dot CR", VIEW("x\r\n.\rMAIL\r\n.\r\n"),
	    VIEW("x\n.\rMAIL\n"), SMTP_DATA_END, 0 },
	{ "CR CR LF dot CR CR LF", VIEW("x\r\r\n.\r\r\ny\r\n.\r\n"),
	    VIEW("x\r\n.\r\ny\n"), SMTP_DATA_END, 0 },
	{ "NUL before the dot", VIEW("x\r\n\0.\r\ny\r\n.\r\n"),
	    VIEW("x\n\0.\ny\n"), SMTP_DATA_END, 0 },
	{ "space behind the dot", VIEW("x\r\n. \r\ny\r\n.\r\n"),
	    VIEW("x\n \ny\n"), SMTP_DATA_END, 0 },
	{ "LF dot LF", VIEW("x\n.\nMAIL"), VIEW("x"), SMTP_DATA_BARE_LF, 6 },
	{ "LF dot CR LF", VIEW("x\n.\r\n"), VIEW("x"),
	    SMTP_DATA_BARE_LF, 3 },
	{ "CR LF dot LF", VIEW("x\r\n.\ny"), VIEW("x\n"),
	    SMTP_DATA_BARE_LF, 1 },
	{ "dot LF at the start", VIEW(".\n"), VIEW(""), SMTP_DATA_BARE_LF, 0 },
	{ "LF at the start", VIEW("\n.\r\n"), VIEW(""),
	    SMTP_DATA_BARE_LF, 3 },
	{ "LF CR dot CR LF", VIEW("x\r\n\n\r.\r\n"), VIEW("x\n"),
	    SMTP_DATA_BARE_LF, 4 },
	{ "LF LF", VIEW("x\r\n\n.\r\n"), VIEW("x\n"), SMTP_DATA_BARE_LF, 3 },
	/* not over yet */
	{ "open line", VIEW("x"), VIEW("x"), SMTP_DATA_TEXT, 0 },
	{ "open CR", VIEW("x\r"), VIEW("x"), SMTP_DATA_CR, 0 },
	{ "open dot", VIEW("x\r\n."), VIEW("x\n"), SMTP_DATA_DOT, 0 },
	{ "open dot CR", VIEW("x\r\n.\r"), VIEW("x\n"), SMTP_DATA_DOT_CR, 0 },
	{ "open line end", VIEW("x\r\n"), VIEW("x\n"), SMTP_DATA_LINE, 0 },
};

/* Decode in pieces of size step; the result must not depend on it. */
static void
check_text(size_t i, size_t step)
{
	struct smtp_data d = SMTP_DATA_INIT;
	struct buf stored = BUF_INIT;
	struct view in = texts[i].in, piece;
	size_t took = 1;

	while (in.len > 0 && took > 0) {
		took = smtp_data_decode(&d, view_upto(in, step), &piece);
		buf_putv(&stored, piece);
		in = view_from(in, took);
	}
	CHECK_INT(texts[i].name, d.state, texts[i].end);
	CHECK_INT(texts[i].name, in.len, texts[i].rest);
	tap_check_view(texts[i].name, buf_view(&stored), texts[i].stored,
	    __FILE__, __LINE__);
	buf_free(&stored);
}

/* spec: protocols.md 2.4 hop count */
static const struct {
	struct view in;
	unsigned hops;
} headers[] = {
	{ VIEW("Received: x\r\n.\r\n"), 1 },
	{ VIEW("RECEIVED\r\ndeLIVEred-To: y\r\n.\r\n"), 2 },
	{ VIEW("Received"), 0 },		/* the line is not over */
	{ VIEW("receive: x\r\ndeliver: y\r\n.\r\n"), 0 },
	{ VIEW(" Received: x\r\nX-Received: y\r\n.\r\n"), 0 },
	{ VIEW("a\r\n\r\nReceived: x\r\n.\r\n"), 0 },
	{ VIEW("\r\r\nReceived: x\r\n.\r\n"), 1 },	/* CR CR LF: not it */
	{ VIEW("..Received: x\r\nDelivered\r\n.\r\n"), 1 },
	{ VIEW("receivedreceived\r\n.\r\n"), 1 },
};

static void
check_hops(size_t i, size_t step)
{
	struct smtp_data d = SMTP_DATA_INIT;
	struct view in = headers[i].in, piece;
	size_t took = 1;

	while (in.len > 0 && took > 0) {
		took = smtp_data_decode(&d, view_upto(in, step), &piece);
		in = view_from(in, took);
	}
	CHECK_INT("hops", d.hops, headers[i].hops);
}

static void
check_long_text(void)
{
	struct smtp_data d = SMTP_DATA_INIT;
	struct buf text = BUF_INIT;
	struct view in, piece;
	size_t stored = 0;

	for (size_t i = 0; i < 3 * IO_SIZE; i++)
		buf_puts(&text, ".\rx");	/* the most that is held back */
	buf_puts(&text, "\r\n.\r\n");
	in = buf_view(&text);
	while (in.len > 0) {
		in = view_from(in, smtp_data_decode(&d, in, &piece));
		stored += piece.len;
	}
	CHECK_INT("long text ends", d.state, SMTP_DATA_END);
	CHECK_INT("nothing lost", stored, text.len - 4);
	buf_free(&text);
}

/* ---- reading ---- */

static char space[64];

static struct in
reader(struct view bytes)
{
	int fds[2];
	struct in in = IN_INIT(-1, space);

	if (pipe(fds) < 0 || write(fds[1], bytes.p, bytes.len) < 0)
		return in;
	close(fds[1]);
	in.fd = fds[0];
	return in;
}

static void
check_next(void)
{
	struct smtp_data d = SMTP_DATA_INIT;
	struct in in = reader(VIEW_LIT("a\r\n.\r\nb"));
	struct view piece;

	CHECK_INT("a piece", smtp_data_next(&d, &in, &piece), 1);
	CHECK_VIEW("its bytes", piece, "a\n");
	CHECK_INT("the end", smtp_data_next(&d, &in, &piece), 0);
	CHECK_INT("still the end", smtp_data_next(&d, &in, &piece), 0);
	CHECK_INT("what follows is unread", in_getc(&in), 'b');
	close(in.fd);

	d = (struct smtp_data)SMTP_DATA_INIT;
	in = reader(VIEW_LIT("a\r\nb\n.\r\n"));
	CHECK_INT("bare LF", smtp_data_next(&d, &in, &piece), -1);
	CHECK_INT("is EPROTO", errno, EPROTO);
	CHECK_INT("for good", smtp_data_next(&d, &in, &piece), -1);
	close(in.fd);

	d = (struct smtp_data)SMTP_DATA_INIT;
	in = reader(VIEW_LIT("a\r\n."));
	CHECK_INT("before the end", smtp_data_next(&d, &in, &piece), 1);
	CHECK_INT("cut off", smtp_data_next(&d, &in, &piece), -1);
	CHECK_INT("is EPIPE", errno, EPIPE);
	close(in.fd);
}

/* spec: protocols.md 2.2 (line end), 8.4 (bounded, resynchronised) */
static void
check_commands(void)
{
	struct in in = reader(VIEW_LIT("NOOP\r\nnoop\n\r\n\nx\r\r\na\0b\r\n"
	    "12345678\r\n12345678\n123456789\r\n123456789\n"
	    "123456789012345678901234567890123456789012345678901234567890\n"
	    "QUIT\r\nhalf"));
	static const struct { int r; const char *line; size_t len; } want[] = {
		{ 1, "NOOP", 4 }, { 1, "noop", 4 }, { 1, "", 0 }, { 1, "", 0 },
		{ 1, "x\r", 2 }, { 1, "a\0b", 3 }, { 1, "12345678", 8 },
		{ 1, "12345678", 8 }, { -1, NULL, 0 }, { -1, NULL, 0 },
		{ -1, NULL, 0 }, { 1, "QUIT", 4 },
	};
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(want); i++) {
		int r = smtp_command(&in, &b, 8);
		CHECK_INT("command", r, want[i].r);
		if (r < 0)
			CHECK_INT("too long", errno, EMSGSIZE);
		else
			tap_check_view("line", buf_view(&b), view_make(
			    want[i].line, want[i].len), __FILE__, __LINE__);
	}
	CHECK_INT("cut off", smtp_command(&in, &b, 8), -1);
	CHECK_INT("is EPIPE", errno, EPIPE);
	close(in.fd);
	in = reader(VIEW_LIT("123456789"));
	CHECK_INT("too long and cut off", smtp_command(&in, &b, 8), -1);
	CHECK_INT("is EPIPE too", errno, EPIPE);
	close(in.fd);
	in = reader(VIEW_EMPTY);
	CHECK_INT("end of input", smtp_command(&in, &b, 8), 0);
	close(in.fd);
	buf_free(&b);
}

int
main(void)
{
	for (size_t i = 0; i < NELEM(texts); i++)
		for (size_t step = 1; step <= texts[i].in.len; step++)
			check_text(i, step);
	for (size_t i = 0; i < NELEM(headers); i++)
		for (size_t step = 1; step <= headers[i].in.len; step++)
			check_hops(i, step);
	check_long_text();
	check_next();
	check_commands();
	return tap_end();
}
