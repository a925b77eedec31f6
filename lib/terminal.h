/*
 * terminal.h: secrets from a person.
 */
#ifndef LIB_TERMINAL_H
#define LIB_TERMINAL_H

#include "lib/attr.h"
#include "lib/buf.h"

#define TERMINAL_SECRET_MAX 500	/* bytes */

enum terminal { TERMINAL_OK, TERMINAL_DIFFERENT, TERMINAL_FAILED };

/*
 * When descriptor 0 is a terminal, ask there twice, with echo off meanwhile;
 * else take its first line, unasked.  The secret, without line end, replaces
 * b; FAILED leaves errno.
 */
MUST_CHECK enum terminal terminal_secret(const char *prompt,
    const char *again, struct buf *b);

#endif
