#include "remote/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/attr.h"
#include "lib/file.h"
#include "tests/tap.h"

#define V(s) { .p = "" s, .len = sizeof(s) - 1 }

static const struct { const char *name; struct view in, out;
    enum text_end end; } cases[] = {
	{ "empty", V(""), V(""), TEXT_SENT },
	{ "lines", V("a\n\nb\n"), V("a\r\n\r\nb\r\n"), TEXT_SENT },
	{ "dots", V(".\n..\na.\n.b\n"), V("..\r\n...\r\na.\r\n..b\r\n"),
	    TEXT_SENT },
	/* spec: protocols.md 8.1 */
	{ "CR . CR", V("x\r.\ry\n"), V("x\r\n..\r\ny\r\n"), TEXT_SENT },
	{ "LF CR . LF", V("x\n\r.\ny\n"), V("x\r\n\r\n..\r\ny\r\n"),
	    TEXT_SENT },
	{ "CR . LF", V("x\r.\ny\n"), V("x\r\n..\r\ny\r\n"), TEXT_SENT },
	{ "CR LF . CR LF", V("x\r\n.\r\ny\r\n"), V("x\r\n..\r\ny\r\n"),
	    TEXT_SENT },
	{ "LF . CR", V("x\n.\ry\n"), V("x\r\n..\r\ny\r\n"), TEXT_SENT },
	{ "CR CR LF . LF", V("\r\r\n.\n"), V("\r\n\r\n..\r\n"), TEXT_SENT },
	{ "LF CR", V("a\n\rb\n"), V("a\r\n\r\nb\r\n"), TEXT_SENT },
	{ "CR at the end", V("a\r"), V("a\r\n"), TEXT_SENT },
	{ "NUL", V("a\0b\n\0.\n"), V("a\0b\r\n\0.\r\n"), TEXT_SENT },
	/* spec: protocols.md 3.1 */
	{ "partial", V("a\nb"), V("a\r\nb"), TEXT_PARTIAL },
	{ "a dot alone is partial", V("a\n."), V("a\r\n.."), TEXT_PARTIAL },
};

static char from[] = "/tmp/text.in.XXXXXX", to[] = "/tmp/text.out.XXXXXX";

/* in by pieces of step bytes, out through an array of step bytes. */
static void
run(size_t i, size_t step)
{
	char in_space[64], out_space[64];
	struct in in = { .p = in_space, .size = step };
	struct out out = { .p = out_space, .size = step };
	struct deadline until = { .at_ms = 1000 };
	struct buf got = BUF_INIT;

	in.fd = open(from, O_RDWR | O_TRUNC);
	out.fd = open(to, O_RDWR | O_TRUNC);
	CHECK(in.fd >= 0 && out.fd >= 0 && io_write_all(in.fd, cases[i].in.p,
	    cases[i].in.len) == 0 && lseek(in.fd, 0, SEEK_SET) == 0);
	CHECK_INT(cases[i].name, text_send(&in, &out, &until), cases[i].end);
	CHECK_INT("flush", out_flush(&out), 0);
	CHECK_INT("read back", file_read(to, &got, 1000), 1);
	tap_check_view(cases[i].name, buf_view(&got), cases[i].out, __FILE__,
	    __LINE__);
	CHECK(until.at_ms >= 1000);
	close(in.fd);
	close(out.fd);
	buf_free(&got);
}

static void
test_failures(void)
{
	char in_space[64], out_space[64];
	struct in in = { .fd = -1, .p = in_space, .size = 64 };
	struct out out = { .fd = -1, .p = out_space, .size = 2 };
	struct deadline until = { .at_ms = 0 };

	CHECK_INT("unreadable", text_send(&in, &out, &until), TEXT_UNREADABLE);
	in = (struct in){ .fd = open(from, O_RDWR | O_TRUNC), .p = in_space,
	    .size = 64 };
	CHECK(io_write_all(in.fd, "0123456789\n", 11) == 0 &&
	    lseek(in.fd, 0, SEEK_SET) == 0);
	CHECK_INT("stuck", text_send(&in, &out, &until), TEXT_STUCK);
	CHECK_INT("its errno", out_error(&out), EBADF);
	close(in.fd);
}

/* The limit grows with the text, and only with the text. */
static void
test_rate(void)
{
	static char zero[TEXT_RATE_MIN];
	char in_space[64], out_space[64];
	struct in in = { .fd = open(from, O_RDWR | O_TRUNC), .p = in_space,
	    .size = 64 };
	struct out out = { .fd = open(to, O_RDWR | O_TRUNC), .p = out_space,
	    .size = 64 };
	struct deadline until = { .at_ms = 5000 };

	CHECK(io_write_all(in.fd, zero, sizeof(zero)) == 0 &&
	    lseek(in.fd, 0, SEEK_SET) == 0);
	CHECK_INT("a second's text", text_send(&in, &out, &until),
	    TEXT_PARTIAL);
	CHECK_INT("is a second", until.at_ms, 6000);
	close(in.fd);
	close(out.fd);
}

int
main(void)
{
	CHECK(mkstemp(from) >= 0 && mkstemp(to) >= 0);
	for (size_t i = 0; i < NELEM(cases); i++)
		for (size_t step = 1; step < 8; step++)
			run(i, step);
	test_failures();
	test_rate();
	unlink(from);
	unlink(to);
	return tap_end();
}
