/*
 * mailbox.h: where the mail of an account goes.
 */
#ifndef MAIL_MAILBOX_H
#define MAIL_MAILBOX_H

#include <sys/types.h>

#include "lib/attr.h"

/*
 * Make home (mode 0700, of uid and gid) and home/Maildir, as that user, where
 * they are missing; the folder that home is in has to exist, or its own (one
 * for a domain is made like it).  A quota that is not empty starts a new
 * Maildir's maildirsize.  0, or -1 with errno.
 */
MUST_CHECK int mailbox_make(const char *home, uid_t uid, gid_t gid,
    const char *quota);

#endif
