/*
 * conf.h: what conf-home and conf-users say, compiled in.
 *
 * It is one block of fixed size in read-only data, with a mark in front, so
 * that mk/rehome can make a copy of a program for another home and other
 * accounts: packagers, `make try` and the tests use the very objects that a
 * plain build installs.  Nothing overrides it at run time.
 */
#ifndef MAIL_CONF_H
#define MAIL_CONF_H

#include <sys/types.h>

#include <stdbool.h>

#include "lib/attr.h"

#define CONF_MARK "qsuite-conf-1:"
#define CONF_MARK_MAX 16
#define CONF_HOME_MAX 512
#define CONF_NAME_MAX 64

enum conf_user {		/* the lines of conf-users, in this order */
	CONF_ALIAS, CONF_QMAILD, CONF_QMAILL, CONF_ROOT, CONF_QMAILP,
	CONF_QMAILQ, CONF_QMAILR, CONF_QMAILS, CONF_USERS
};
enum conf_group {		/* then these two lines */
	CONF_QMAIL, CONF_NOFILES, CONF_GROUPS
};

struct conf {
	char mark[CONF_MARK_MAX];
	char home[CONF_HOME_MAX];
	char user[CONF_USERS][CONF_NAME_MAX];
	char group[CONF_GROUPS][CONF_NAME_MAX];
};

extern const struct conf conf;

#define CONF_HOME conf.home	/* /var/qmail */

/*
 * Ids of our accounts, from /etc/passwd and /etc/group.  0, or -1: errno, or
 * errno ENOENT when there is no such account.  The caller stops the program
 * (programs.md 0).
 */
MUST_CHECK int conf_uid(enum conf_user u, uid_t *uid);
MUST_CHECK int conf_gid(enum conf_group g, gid_t *gid);
/* All eight at once: uids[CONF_USERS] in one reading of the file. */
MUST_CHECK int conf_uids(uid_t uids[CONF_USERS]);
/* All accounts are one ordinary user (design.md 7). */
bool conf_is_single_user(void);

#endif
