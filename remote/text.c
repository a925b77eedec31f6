#include "remote/text.h"

#define MS_PER_S 1000

enum place { AT_START, INSIDE, AFTER_CR };

/* Up to the end of the line, or of v: bytes taken from v (not empty). */
static size_t
put_line(struct out *out, struct view v, enum place *place)
{
	size_t n = view_chr(v, '\n');

	/* memchr(3) twice is faster than looking at each byte once. */
	n = view_chr(view_upto(v, n), '\r');
	if (*place == AT_START && v.p[0] == '.')
		out_putc(out, '.');
	out_put(out, v.p, n);
	if (n == v.len) {
		*place = INSIDE;
		return n;
	}
	out_put(out, "\r\n", 2);
	*place = v.p[n] == '\r' ? AFTER_CR : AT_START;
	return n + 1;
}

static void
put_lines(struct out *out, struct view v, enum place *place)
{
	size_t n = 0;

	while (n < v.len && out_error(out) == 0) {
		if (*place == AFTER_CR) {
			*place = AT_START;
			if (v.p[n] == '\n') {	/* of CR LF: sent already */
				n++;
				continue;
			}
		}
		n += put_line(out, view_from(v, n), place);
	}
}

enum text_end
text_send(struct in *message, struct out *out, struct deadline *until)
{
	enum place place = AT_START;
	int64_t start_ms = until->at_ms, total = 0;
	struct view v;
	int r;

	while ((r = in_peek(message, &v)) > 0) {
		total += (int64_t)v.len;
		until->at_ms = start_ms + total * MS_PER_S / TEXT_RATE_MIN;
		put_lines(out, v, &place);
		in_skip(message, v.len);
		if (out_error(out) != 0)
			return TEXT_STUCK;
	}
	if (r < 0)
		return TEXT_UNREADABLE;
	return place == INSIDE ? TEXT_PARTIAL : TEXT_SENT;
}
