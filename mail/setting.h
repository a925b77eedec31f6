/*
 * setting.h: numbers that a control file gives and the environment replaces
 * (control.md 6).
 */
#ifndef MAIL_SETTING_H
#define MAIL_SETTING_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"

/*
 * The number of $variable (NULL: none), else of control/file, at most max.
 * As patched servers read them: a negative one counts as 0; a variable that is
 * no number counts as 0 too; a file that is none leaves *n alone, as does no
 * file.  0, or -1 with errno.
 */
MUST_CHECK int setting_number(const char *file, const char *variable,
    uint64_t max, uint64_t *n);

/* A switch in the environment: set, neither empty nor 0. */
bool setting_is_on(const char *variable);

/* databytes, DATABYTES: the largest message in bytes, 0 for no limit. */
MUST_CHECK int setting_databytes(uint64_t *n);

#endif
