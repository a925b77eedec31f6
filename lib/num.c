#include "lib/num.h"

#include <errno.h>
#include <string.h>

#include "lib/ascii.h"

static int
scan(struct view v, unsigned base, uint64_t max, uint64_t *n)
{
	uint64_t sum = 0;

	if (v.len == 0) {
		errno = EINVAL;
		return -1;
	}
	for (size_t i = 0; i < v.len; i++) {
		int digit = ascii_hex_value(v.p[i]);
		if (digit < 0 || (unsigned)digit >= base) {
			errno = EINVAL;
			return -1;
		}
		if ((uint64_t)digit > max ||
		    sum > (max - (uint64_t)digit) / base) {
			errno = ERANGE;
			return -1;
		}
		sum = sum * base + (uint64_t)digit;
	}
	*n = sum;
	return 0;
}

int
num_scan(struct view v, uint64_t max, uint64_t *n)
{
	return scan(v, 10, max, n);
}

int
num_scan_octal(struct view v, uint64_t max, uint64_t *n)
{
	return scan(v, 8, max, n);
}

int
num_scan_hex(struct view v, uint64_t max, uint64_t *n)
{
	return scan(v, 16, max, n);
}

size_t
num_scan_prefix(struct view v, uint64_t max, uint64_t *n)
{
	size_t digits = 0;

	while (digits < v.len && ascii_is_digit(v.p[digits]))
		digits++;
	if (digits > 0 && scan(view_upto(v, digits), 10, max, n) < 0)
		*n = max;
	return digits;
}

size_t
num_fmt(uint64_t n, char *p)
{
	return num_fmt0(n, 1, p);
}

size_t
num_fmt0(uint64_t n, size_t width, char *p)
{
	char digits[NUM_FMT_MAX];
	size_t used = 0, zeros;

	do {
		digits[used++] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	zeros = width > used ? width - used : 0;
	memset(p, '0', zeros);
	for (size_t i = 0; i < used; i++)
		p[zeros + i] = digits[used - 1 - i];
	p[zeros + used] = '\0';
	return zeros + used;
}
