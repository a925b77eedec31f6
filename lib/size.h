/*
 * size.h: sums and products of sizes that cannot wrap.
 * Both return 0, or -1 with errno EOVERFLOW and *result untouched.
 */
#ifndef LIB_SIZE_H
#define LIB_SIZE_H

#include <stddef.h>

#include "lib/attr.h"

MUST_CHECK int size_add(size_t a, size_t b, size_t *result);
MUST_CHECK int size_mul(size_t a, size_t b, size_t *result);

#endif
