#include "lib/ascii.h"

int
ascii_hex_value(int c)
{
	if (ascii_is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

void
ascii_lower(char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		p[i] = ascii_tolower(p[i]);
}
