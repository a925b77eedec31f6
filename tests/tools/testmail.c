#include "tests/tools/testmail.h"

static uint64_t
next(uint64_t *state)		/* xorshift64*, Vigna 2014 */
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

static void
put_line(struct buf *b, uint64_t *state)
{
	static const char *const special[] = {
		"", ".", "..", ". dot", "From here", ">From there", "\xe4\xff",
	};
	uint64_t r = next(state);
	size_t len = (size_t)(r >> 8) % 76;

	if (r % 16 < sizeof(special) / sizeof(special[0])) {
		buf_puts(b, special[r % 16]);
	} else {
		for (size_t i = 0; i < len; i++)
			buf_putc(b, (char)(' ' + next(state) % 95));
	}
	buf_putc(b, '\n');
}

void
testmail_make(uint64_t n, size_t size, struct buf *b)
{
	uint64_t state = (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
	size_t start = b->len;

	buf_puts(b, "X-Number: ");
	buf_put_u64(b, n);
	buf_putc(b, ' ');
	buf_put_u64(b, size);
	buf_puts(b, "\nSubject: test message ");
	buf_put_u64(b, n);
	buf_puts(b, "\n\n");
	while (b->len - start < size)
		put_line(b, &state);
}
