/*
 * random.h: unpredictable numbers from the kernel.
 */
#ifndef LIB_RANDOM_H
#define LIB_RANDOM_H

#include <stddef.h>
#include <stdint.h>

void random_bytes(void *p, size_t n);	/* dies (111) without the kernel's */
uint32_t random_below(uint32_t n);	/* 0..n-1, even; n > 0 */

#endif
