/*
 * passwd.h: accounts of the local files, read in process: no name service, no
 * NSS, so static programs can use it.  For the suite's own accounts, which
 * have to be in /etc/passwd and /etc/group; users' accounts go through
 * lib/nss.h.
 */
#ifndef LIB_PASSWD_H
#define LIB_PASSWD_H

#include <sys/types.h>

#include <stddef.h>

#include "lib/attr.h"

/* 1 with *uid and *gid; 0 no such account; -1 with errno. */
MUST_CHECK int passwd_user(const char *name, uid_t *uid, gid_t *gid);
MUST_CHECK int passwd_group(const char *name, gid_t *gid);

/*
 * Many at once, in one reading of each file: uids[i] for names[i].
 * 1 all found; 0 with *missing the first name that is not there; -1 errno.
 */
MUST_CHECK int passwd_users(const char *const *names, size_t n, uid_t *uids,
    gid_t *gids, const char **missing);

/*
 * The groups whose lines name the account as a member, *n of them, into gids.
 * 0; -1 with errno, E2BIG when there are more than max.
 */
MUST_CHECK int passwd_groups(const char *name, gid_t *gids, size_t max,
    size_t *n);

#endif
