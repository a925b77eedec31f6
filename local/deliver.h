/*
 * deliver.h: the four things a line can do with the message
 * (delivery.md 4.1 to 4.4).  All return 0, or -1 when the job has failed.
 */
#ifndef LOCAL_DELIVER_H
#define LOCAL_DELIVER_H

#include "lib/attr.h"
#include "lib/view.h"
#include "local/job.h"

#define DELIVER_MAILDIR_S 86400	/* a maildir delivery may take a day */

MUST_CHECK int deliver_maildir(struct local_job *job, const char *dir);
MUST_CHECK int deliver_mbox(struct local_job *job, const char *path);
/* 1: go on; 0: done, and no line after this (exit 99); -1 failed. */
MUST_CHECK int deliver_program(struct local_job *job, struct view command);
/* One message to the address of every forward line in text. */
MUST_CHECK int deliver_forward(struct local_job *job, struct view text);

#endif
