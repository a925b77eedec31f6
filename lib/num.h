/*
 * num.h: numbers as text, without signs, blanks, locale or overflow.
 */
#ifndef LIB_NUM_H
#define LIB_NUM_H

#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define NUM_FMT_MAX 21		/* digits of UINT64_MAX, and a NUL */

/*
 * The whole of v as a decimal number: digits only, at least one, at most max.
 * Returns 0; -1 with errno EINVAL or ERANGE and *n untouched.
 */
MUST_CHECK int num_scan(struct view v, uint64_t max, uint64_t *n);

/*
 * The decimal digits that v begins with.  Returns how many bytes they are
 * (0: none, *n untouched); a number beyond max is stored as max.
 */
MUST_CHECK size_t num_scan_prefix(struct view v, uint64_t max, uint64_t *n);

/* The whole of v as octal or hexadecimal digits; as num_scan(). */
MUST_CHECK int num_scan_octal(struct view v, uint64_t max, uint64_t *n);
MUST_CHECK int num_scan_hex(struct view v, uint64_t max, uint64_t *n);

/* Write n in decimal to p (NUM_FMT_MAX bytes), NUL behind; returns digits. */
size_t num_fmt(uint64_t n, char *p);
/* The same with at least width digits; p: NUM_FMT_MAX or width + 1 bytes. */
size_t num_fmt0(uint64_t n, size_t width, char *p);

#endif
