/*
 * maildir_quota.h: maildirsize, Maildir++'s record of a quota: a first line
 * that says the limits, and a line BYTES COUNT for each change since.
 */
#ifndef MAIL_MAILDIR_QUOTA_H
#define MAIL_MAILDIR_QUOTA_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"

/*
 * Whether a message of that name counts: not once a reader has given it the
 * flag T (trashed).
 */
bool maildir_quota_counts(const char *name);
/*
 * Messages that count were removed: tell maildirsize when there is one (in the
 * folder above for a subfolder, which has a file maildirfolder).  0, or -1
 * with errno: the record says too much until somebody counts again.
 */
MUST_CHECK int maildir_quota_less(const char *dir, uint64_t bytes,
    uint64_t count);

#endif
