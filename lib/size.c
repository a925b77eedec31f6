#include "lib/size.h"

#include <errno.h>
#include <stdint.h>

int
size_add(size_t a, size_t b, size_t *result)
{
	if (b > SIZE_MAX - a) {
		errno = EOVERFLOW;
		return -1;
	}
	*result = a + b;
	return 0;
}

int
size_mul(size_t a, size_t b, size_t *result)
{
	if (a != 0 && b > SIZE_MAX / a) {
		errno = EOVERFLOW;
		return -1;
	}
	*result = a * b;
	return 0;
}
