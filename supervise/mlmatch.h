/*
 * mlmatch.h: multilog's patterns.
 */
#ifndef SUPERVISE_MLMATCH_H
#define SUPERVISE_MLMATCH_H

#include <stdbool.h>

#include "lib/view.h"

/*
 * Whether line is all of pattern: `*` matches up to the first sight of the
 * pattern's next byte; a last one, all.
 */
bool mlmatch_is(const char *pattern, struct view line);

#endif
