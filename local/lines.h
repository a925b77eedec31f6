/*
 * lines.h: the instructions of a .qmail file, one after the other
 * (delivery.md 4).
 */
#ifndef LOCAL_LINES_H
#define LOCAL_LINES_H

#include "lib/attr.h"
#include "local/job.h"

/*
 * Do all lines of job->qmail.text, then forward.  0, -1 failed.
 * With job->is_dry only say them.
 */
MUST_CHECK int lines_do(struct local_job *job);

/* Whether text has only comments and maildirs. */
bool lines_are_quick(struct view text);

#endif
