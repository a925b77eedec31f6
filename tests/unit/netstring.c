#include "lib/netstring.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/tap.h"

#define MAX 12

static const struct {
	struct view in;
	int want, error;
	const char *text;
} cases[] = {
	/* spec: protocols.md QMTP, QMQP */
	{ VIEW_LIT("5:hello,"), 1, 0, "hello" },
	{ VIEW_LIT("0:,"), 1, 0, "" },
	{ VIEW_LIT("012:twelve bytes,"), 1, 0, "twelve bytes" },
	{ VIEW_LIT(""), 0, 0, NULL },
	{ VIEW_LIT("5"), -1, EPIPE, NULL },
	{ VIEW_LIT("5:hell"), -1, EPIPE, NULL },
	{ VIEW_LIT("5:hello"), -1, EPIPE, NULL },
	{ VIEW_LIT("5:hello;"), -1, EPROTO, NULL },
	{ VIEW_LIT("5:helloo,"), -1, EPROTO, NULL },
	{ VIEW_LIT(":hello,"), -1, EPROTO, NULL },
	{ VIEW_LIT("-5:hello,"), -1, EPROTO, NULL },
	{ VIEW_LIT(" 5:hello,"), -1, EPROTO, NULL },
	{ VIEW_LIT("5 :hello,"), -1, EPROTO, NULL },
	{ VIEW_LIT("5\0:hello,"), -1, EPROTO, NULL },
	{ VIEW_LIT("13:thirteenbytes,"), -1, ERANGE, NULL },
	{ VIEW_LIT("18446744073709551621:hello,"), -1, ERANGE, NULL },
	{ VIEW_LIT("00000000000000000000000000000005:hello,"), -1, EPROTO,
	    NULL },
};

static int
get(struct view v, struct buf *b)
{
	char space[3];		/* small: values cross its ends */
	int fds[2], r, saved;
	struct in in;

	if (pipe(fds) < 0 || write(fds[1], v.p, v.len) != (ssize_t)v.len)
		return -2;
	(void)close(fds[1]);
	in = (struct in)IN_INIT(fds[0], space);
	r = netstring_get(&in, b, MAX);
	saved = errno;
	(void)close(fds[0]);
	errno = saved;
	return r;
}

static void
test_put(void)
{
	char space[64], got[64];
	int fds[2];
	struct out out;
	ssize_t n;

	CHECK(pipe(fds) == 0);
	out = (struct out)OUT_INIT(fds[1], space);
	netstring_put(&out, VIEW_LIT("a\0b"));
	netstring_put(&out, VIEW_EMPTY);
	CHECK_INT("written", out_flush(&out), 0);
	n = read(fds[0], got, sizeof(got));
	CHECK_VIEW("bytes", view_make(got, (size_t)n), "3:a\0b,0:,");
	(void)close(fds[0]);
	(void)close(fds[1]);
}

static void
test_lengths(void)
{
	char space[IO_SIZE];
	int fds[2];
	struct in in;
	uint64_t len = 7;

	CHECK(pipe(fds) == 0 && write(fds[1], "18446744073709551615:", 21) == 21);
	in = (struct in)IN_INIT(fds[0], space);
	CHECK_INT("largest", netstring_get_len(&in, UINT64_MAX, &len), 1);
	CHECK(len == UINT64_MAX);
	CHECK(write(fds[1], "18446744073709551616:", 21) == 21);
	CHECK_INT("too large", netstring_get_len(&in, UINT64_MAX, &len), -1);
	CHECK_INT("reason", errno, ERANGE);
	(void)close(fds[0]);
	(void)close(fds[1]);
	in = (struct in)IN_INIT(-1, space);
	CHECK_INT("read error", netstring_get_len(&in, 9, &len), -1);
	CHECK_INT("kept", errno, EBADF);
	CHECK_INT("sticky", netstring_get_comma(&in), -1);
	CHECK_INT("kept", errno, EBADF);
}

int
main(void)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(cases); i++) {
		errno = 0;
		CHECK_INT(cases[i].in.p, get(cases[i].in, &b), cases[i].want);
		if (cases[i].want < 0)
			CHECK_INT("reason", errno, cases[i].error);
		if (cases[i].text != NULL)
			CHECK_STR("bytes", buf_view(&b), cases[i].text);
	}
	buf_free(&b);
	test_put();
	test_lengths();
	return tap_end();
}
