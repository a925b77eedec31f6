#include "tests/tools/escape.h"

#include "lib/num.h"

void
escape_put(struct buf *b, struct view v)
{
	uint64_t byte;

	for (size_t i = 0; i < v.len; i++) {
		if (v.p[i] == '%' && num_scan_hex(view_upto(view_from(v, i + 1),
		    2), 255, &byte) == 0) {
			buf_putc(b, (char)byte);
			i += 2;
		} else
			buf_putc(b, v.p[i]);
	}
}

void
escape_show(struct view v)
{
	for (size_t i = 0; i < v.len; i++) {
		unsigned char c = (unsigned char)v.p[i];
		if (c == '\n')
			printf("\\n");
		else if (c < 32 || c > 126)
			printf("\\x%02x", c);
		else
			putchar(c);
	}
	printf("\n");
	fflush(stdout);
}
