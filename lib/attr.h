/*
 * attr.h: what a declaration can promise.
 */
#ifndef LIB_ATTR_H
#define LIB_ATTR_H

#include <assert.h>
#include <stdnoreturn.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define NELEM(a) (sizeof(a) / sizeof((a)[0]))

#endif
