/*
 * Both readers of mail/smtp_line.h.  First byte: how the rest is cut into
 * pieces; the result must not depend on that.
 */
#include "mail/smtp_line.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct smtp_data whole, pieces;

static void
decode(struct smtp_data *d, struct view v, size_t step, struct buf *stored)
{
	struct view piece;
	size_t took = 1;

	*d = (struct smtp_data)SMTP_DATA_INIT;
	while (v.len > 0 && took > 0) {
		took = smtp_data_decode(d, view_upto(v, step), &piece);
		buf_putv(stored, piece);
		v = view_from(v, took);
	}
}

static void
check_data(struct view v, size_t step)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	decode(&whole, v, v.len, &a);
	decode(&pieces, v, step, &b);
	if (whole.state != pieces.state || whole.hops != pieces.hops ||
	    !view_is_eq(buf_view(&a), buf_view(&b)))
		abort();
	/* what ends the text is CR LF . CR LF, or . CR LF at its start */
	if (whole.state == SMTP_DATA_END && a.len > 0 &&
	    a.p[a.len - 1] != '\n')
		abort();
	buf_free(&a);
	buf_free(&b);
}

/* Commands through a pipe: it holds that much. */
static void
check_commands(struct view v)
{
	static char space[32];
	struct in in = IN_INIT(-1, space);
	struct buf line = BUF_INIT;
	int fds[2], r;

	if (v.len > 4096 || pipe(fds) < 0)
		return;
	if (write(fds[1], v.p, v.len) != (ssize_t)v.len)
		abort();
	close(fds[1]);
	in.fd = fds[0];
	do {
		r = smtp_command(&in, &line, 20);
		if (r > 0 && (line.len > 20 ||
		    view_has_byte(buf_view(&line), '\n')))
			abort();
	} while (r > 0 || (r < 0 && in_error(&in) == 0 && !in.eof));
	close(fds[0]);
	buf_free(&line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v;

	if (size < 2)
		return 0;
	v = view_make((const char *)data + 1, size - 1);
	check_data(v, (size_t)data[0] % 64 + 1);
	check_commands(v);
	return 0;
}
