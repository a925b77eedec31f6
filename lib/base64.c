#include "lib/base64.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#define GROUP 3			/* bytes that make four digits */
#define DIGITS (GROUP + 1)
#define PAD '='

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "abcdefghijklmnopqrstuvwxyz0123456789+/";

static void
put_group(struct buf *b, const unsigned char *p, size_t n)
{
	uint32_t bits = 0;

	for (size_t i = 0; i < GROUP; i++)
		bits = bits << 8 | (i < n ? p[i] : 0u);
	for (size_t i = 0; i <= GROUP; i++)
		buf_putc(b, i <= n ? digits[bits >> (18 - 6 * i) & 63] : PAD);
}

void
base64_put(struct buf *b, struct view v)
{
	const unsigned char *p = (const unsigned char *)v.p;

	for (size_t i = 0; i < v.len; i += GROUP)
		put_group(b, p + i, v.len - i < GROUP ? v.len - i : GROUP);
}

/* Four digits; n of them are no padding: 0, -1. */
static int
get_group(struct buf *b, const char *p, size_t n)
{
	uint32_t bits = 0;

	for (size_t i = 0; i < DIGITS; i++) {
		const char *d = i < n && p[i] != '\0' ?
		    strchr(digits, p[i]) : NULL;
		if (i < n && d == NULL)
			return -1;
		bits = bits << 6 | (d == NULL ? 0 : (uint32_t)(d - digits));
	}
	/* n digits make n - 1 bytes */
	if (n < 2 || (bits & ((1u << (8 * (DIGITS - n))) - 1)) != 0)
		return -1;
	for (size_t i = 0; i + 1 < n; i++)
		buf_putc(b, (char)(bits >> (16 - 8 * i) & 255));
	return 0;
}

int
base64_get(struct buf *b, struct view v)
{
	size_t pads = 0;

	while (pads < 2 && pads < v.len && v.p[v.len - 1 - pads] == PAD)
		pads++;
	for (size_t i = 0; i < v.len; i += DIGITS) {
		bool is_last = v.len - i <= DIGITS;
		if (v.len - i < DIGITS || get_group(b, v.p + i,
		    is_last ? DIGITS - pads : DIGITS) < 0) {
			errno = EINVAL;
			return -1;
		}
	}
	return 0;
}
