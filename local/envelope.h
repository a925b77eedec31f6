/*
 * envelope.h: what a delivery tells its programs, mailboxes and forwards about
 * the envelope (delivery.md 5, 6).
 */
#ifndef LOCAL_ENVELOPE_H
#define LOCAL_ENVELOPE_H

#include "lib/attr.h"
#include "local/job.h"

/* dtline, rpline, ufline. */
void envelope_lines(struct local_job *job);
/* newsender, which needs job->safe: 0, -1 failed. */
MUST_CHECK int envelope_newsender(struct local_job *job);
/* The environment of programs, made at the first call. */
char *const *envelope_envp(struct local_job *job);

#endif
