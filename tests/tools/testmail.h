/*
 * testmail.h: numbered messages whose bytes follow from their number, so that
 * whoever finds one can prove it is whole.
 */
#ifndef TESTS_TOOLS_TESTMAIL_H
#define TESTS_TOOLS_TESTMAIL_H

#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"

/*
 * Message number n of about size bytes, appended to b.  Its first line is
 * `X-Number: n size`; the body has lines of dots, `From ` lines, empty lines
 * and 8-bit bytes, ends in LF, and has neither CR nor NUL.
 */
void testmail_make(uint64_t n, size_t size, struct buf *b);

#endif
