/*
 * supervise/mlmatch: a pattern, a NUL, and a line of any bytes.  A line is its
 * own pattern as long as it has no `*`, and so is each of its beginnings with
 * one behind.
 */
#include "supervise/mlmatch.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_own(struct view line)
{
	struct buf b = BUF_INIT;

	if (view_has_byte(line, '*') || view_has_byte(line, '\0'))
		return;
	buf_set(&b, line);
	if (!mlmatch_is(b.p, line))
		abort();
	for (size_t n = line.len + 1; n-- > 0; ) {
		buf_cut(&b, n);
		if (n < line.len && mlmatch_is(b.p, line))
			abort();
		buf_putc(&b, '*');
		if (!mlmatch_is(b.p, line))
			abort();
	}
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view rest = view_make((const char *)data, size), v;
	struct buf pattern = BUF_INIT;

	if (!view_cut(&rest, '\0', &v))
		return 0;
	buf_set(&pattern, v);
	/* each byte of a pattern needs one of the line, but for `*` */
	if (mlmatch_is(pattern.p, rest) && !view_has_byte(v, '*') &&
	    !view_is_eq(v, rest))
		abort();
	if (rest.len < 200)
		check_own(rest);
	buf_free(&pattern);
	return 0;
}
