#include "local/hops.h"

#include <errno.h>

#include "lib/buf.h"

static const struct view counted[] = {
	{ .p = "received:", .len = 9 },
	{ .p = "delivered-to:", .len = 13 },
};

/* Longer than every counted name. */
#define NAME_MAX_LEN 16

static bool
is_hop(struct view line)
{
	for (size_t i = 0; i < NELEM(counted); i++)
		if (view_has_iprefix(line, counted[i]))
			return true;
	return false;
}

/* The next line, cut to max bytes: 1, 0 at the end, -1 errno. */
static int
next_line(struct in *in, struct buf *line, size_t max, bool *is_whole)
{
	int r = in_line(in, line, max);

	*is_whole = r > 0;
	if (r >= 0 || (errno != EMSGSIZE && errno != EPIPE) || in_error(in))
		return r;
	/* the rest of a long line; at the end of input there is none */
	return in_skip_line(in) < 0 ? -1 : 1;
}

static enum hops
look(struct in *in, struct view dtline, struct buf *line)
{
	size_t max = dtline.len > NAME_MAX_LEN ? dtline.len : NAME_MAX_LEN;
	unsigned hops = 0;
	bool is_whole;
	int r;

	while ((r = next_line(in, line, max, &is_whole)) > 0) {
		if (is_whole && line->len == 0)
			return HOPS_FINE;
		/* LF stands in for the one that in_line() took */
		buf_putc(line, '\n');
		if (is_whole && view_is_eq(buf_view(line), dtline))
			return HOPS_LOOP;
		if (is_hop(buf_view(line)) && ++hops > HOPS_MAX)
			return HOPS_TOO_MANY;
	}
	return r < 0 ? HOPS_ERROR : HOPS_FINE;
}

enum hops
hops_check(struct in *in, struct view dtline)
{
	struct buf line = BUF_INIT;
	enum hops h = look(in, dtline, &line);

	buf_free(&line);
	return h;
}
