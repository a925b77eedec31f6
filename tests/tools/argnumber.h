/*
 * argnumber.h: a number among a tool's arguments.
 */
#ifndef TESTS_TOOLS_ARGNUMBER_H
#define TESTS_TOOLS_ARGNUMBER_H

#include <stdint.h>

/* text as a number up to max; else the program ends with its usage. */
uint64_t arg_number(const char *text, uint64_t max, const char *usage);

#endif
