/*
 * escape.h: bytes in the scripts and the output of test tools.
 */
#ifndef TESTS_TOOLS_ESCAPE_H
#define TESTS_TOOLS_ESCAPE_H

#include "lib/buf.h"
#include "lib/view.h"

/* Add v, %XX being a byte. */
void escape_put(struct buf *b, struct view v);
/* Print v and a line end: LF as \n, other odd bytes as \xHH. */
void escape_show(struct view v);

#endif
