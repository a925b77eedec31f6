#include "lib/io.h"

#include <errno.h>

#include "lib/mem.h"

int
in_until(struct in *in, char sep, struct buf *b, size_t max)
{
	struct view v;
	size_t n;
	int r;

	buf_clear(b);
	while ((r = in_peek(in, &v)) > 0) {
		n = view_chr(v, sep);
		if (n > buf_room(b, max)) {
			n = buf_room(b, max);
			buf_put(b, v.p, n);
			in_skip(in, n);
			errno = EMSGSIZE;
			return -1;
		}
		buf_put(b, v.p, n);
		in_skip(in, n + 1);
		if (n < v.len)
			return 1;
	}
	if (r == 0 && b->len > 0) {
		errno = EPIPE;
		return -1;
	}
	return r;
}

int
in_line(struct in *in, struct buf *b, size_t max)
{
	return in_until(in, '\n', b, max);
}

int
in_all(struct in *in, struct buf *b, size_t max)
{
	struct view v;
	int r;

	while ((r = in_peek(in, &v)) > 0) {
		if (v.len > buf_room(b, max)) {
			errno = EMSGSIZE;
			return -1;
		}
		buf_putv(b, v);
		in_skip(in, v.len);
	}
	return r;
}

void
in_wipe(struct in *in)
{
	/* behind the unread ones may be the end of an earlier, longer read */
	mem_wipe(in->p, in->pos);
	mem_wipe(in->p + in->end, in->size - in->end);
}
