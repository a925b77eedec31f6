/*
 * setid.h: giving up and keeping privilege.
 */
#ifndef LIB_SETID_H
#define LIB_SETID_H

#include <sys/types.h>

#include <stddef.h>

#include "lib/attr.h"

/*
 * Become uid and gid for good, with exactly the groups given (ngroups may be
 * 0: only gid): setgroups, setgid, setuid in this order, then proof that
 * root cannot come back.  When the process is not root it succeeds only if it
 * has those ids already (single-user mode).  0, or -1 with errno.
 */
MUST_CHECK int setid_become(uid_t uid, gid_t gid, const gid_t *groups,
    size_t ngroups);

/*
 * First line of a set-uid program: descriptors 0-2 open, umask mask; the
 * signals that a caller, his timers or a write(2) may send are blocked, all
 * others not; alarm(2) set to lifetime_s, whose handler does _exit(code); no
 * core file.  Dies with code when it cannot.
 */
void setid_begin(unsigned lifetime_s, int code, mode_t mask);

#endif
