#include "lib/netstring.h"

#include <errno.h>

#include "lib/ascii.h"

#define DIGITS_MAX 20		/* of UINT64_MAX: ends a run of zeros */

static int
fail(int error)
{
	errno = error;
	return -1;
}

/* in_getc() said -1: an error keeps its errno, an end is one inside. */
static int
ended(const struct in *in)
{
	return fail(in_error(in) != 0 ? in_error(in) : EPIPE);
}

int
netstring_get_len(struct in *in, uint64_t max, uint64_t *len)
{
	uint64_t n = 0;
	int digits = 0, c;

	while ((c = in_getc(in)) >= 0) {
		if (c == ':' && digits > 0) {
			*len = n;
			return 1;
		}
		if (!ascii_is_digit(c) || digits == DIGITS_MAX)
			return fail(EPROTO);
		digits++;
		c -= '0';
		if ((uint64_t)c > max || n > (max - (uint64_t)c) / 10)
			return fail(ERANGE);
		n = n * 10 + (uint64_t)c;
	}
	if (digits == 0 && in_error(in) == 0)
		return 0;
	return ended(in);
}

int
netstring_get_comma(struct in *in)
{
	int c = in_getc(in);

	if (c < 0)
		return ended(in);
	return c == ',' ? 1 : fail(EPROTO);
}

int
netstring_get(struct in *in, struct buf *b, size_t max)
{
	uint64_t left;
	struct view v;
	int r;

	buf_clear(b);
	r = netstring_get_len(in, max, &left);
	if (r <= 0)
		return r;
	while (left > 0) {
		r = in_peek(in, &v);
		if (r <= 0)
			return ended(in);
		if (v.len > left)
			v.len = (size_t)left;
		buf_putv(b, v);
		in_skip(in, v.len);
		left -= v.len;
	}
	return netstring_get_comma(in);
}

void
netstring_put(struct out *out, struct view v)
{
	out_put_u64(out, v.len);
	out_putc(out, ':');
	out_putv(out, v);
	out_putc(out, ',');
}
