/*
 * mail/mbox: any message, in any pieces, is quoted so that no line of it is a
 * From_ line and removing one '>' gives it back.
 */
#include "mail/mbox.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define INPUT_MAX 20000		/* its quoted form fits into a pipe */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct view
unmark(struct view v)
{
	while (v.len > 0 && v.p[0] == '>')
		v = view_from(v, 1);
	return v;
}

/* What a reader makes of it. */
static void
unquote(struct view rest, struct buf *b)
{
	struct view line;

	while (view_cut(&rest, '\n', &line)) {
		if (view_has_prefix(line, VIEW_LIT("From ")))
			abort();
		if (view_has_prefix(unmark(line), VIEW_LIT("From ")))
			line = view_from(line, 1);
		buf_putv(b, line);
		buf_putc(b, '\n');
	}
}

static void
quote(struct view v, size_t piece, struct buf *quoted)
{
	struct mbox_quote q = MBOX_QUOTE_INIT;
	char space[IO_SIZE], bytes[IO_SIZE];
	struct out out;
	int fds[2];

	if (pipe(fds) < 0)
		abort();
	out = (struct out)OUT_INIT(fds[1], space);
	while (v.len > 0) {
		mbox_quote_put(&q, &out, view_upto(v, piece));
		v = view_from(v, piece);
	}
	mbox_quote_end(&q, &out);
	if (out_flush(&out) < 0 || close(fds[1]) < 0)
		abort();
	struct in in = IN_INIT(fds[0], bytes);
	if (in_all(&in, quoted, 1 << 20) < 0)
		abort();
	(void)close(fds[0]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf quoted = BUF_INIT, back = BUF_INIT, want = BUF_INIT;

	if (size < 1 || size > INPUT_MAX)
		return 0;
	buf_put(&want, data + 1, size - 1);
	quote(buf_view(&want), (size_t)data[0] % 16 + 1, &quoted);
	unquote(buf_view(&quoted), &back);
	if (want.len > 0 && want.p[want.len - 1] != '\n')
		buf_putc(&want, '\n');
	buf_putc(&want, '\n');
	if (!view_is_eq(buf_view(&back), buf_view(&want)))
		abort();
	buf_free(&quoted);
	buf_free(&back);
	buf_free(&want);
	return 0;
}
