/*
 * account.h: mailbox users without Unix accounts, qmail-accounts(5): the text
 * file users/accounts, and what qmail-newaccounts makes of it.
 */
#ifndef MAIL_ACCOUNT_H
#define MAIL_ACCOUNT_H

#include <sys/types.h>

#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/cdb.h"
#include "lib/view.h"

/* Paths below CONF_HOME. */
#define ACCOUNT_TEXT "users/accounts"		/* mode 0600: hashes */
#define ACCOUNT_CDB "users/accounts.cdb"	/* mode 0600: hashes */
#define ACCOUNT_PUBLIC_CDB "users/mailboxes.cdb"	/* the same without */
#define ACCOUNT_ASSIGN "users/accounts.assign"	/* for qmail-newu */
#define ACCOUNT_LOCK "users/accounts.lock"

#define ACCOUNT_ADDRESS_MAX 255	/* bytes; a login has to fit descriptor 3 */
#define ACCOUNT_LINE_MAX 4096	/* bytes of a line, and of a record */
#define ACCOUNT_FIELDS 6	/* address, hash, uid, gid, home, quota */

/* One line of users/accounts; views into it. */
struct account_line {
	struct view address, hash, home, quota;
	uid_t uid;
	gid_t gid;
};

/*
 * 1: an account; 0: a comment or an empty line; -1: EINVAL with *why, words
 * for the person who wrote the line.
 */
MUST_CHECK int account_scan_line(struct view line, struct account_line *l,
    const char **why);

/* The same checks for single fields: NULL, or what is wrong. */
const char *account_address_fault(struct view address);
const char *account_home_fault(struct view home);
const char *account_quota_fault(struct view quota);

/* Add the line's record: address in lower case; hash may be VIEW_EMPTY. */
void account_put(struct cdb_make *m, const struct account_line *l,
    struct view hash);

/* What is known of an address.  Owns its memory. */
struct account {
	struct buf data;		/* the fields, each with a NUL behind */
	const char *hash, *home, *quota;	/* into data */
	uid_t uid;
	gid_t gid;
};

#define ACCOUNT_INIT { .data = BUF_INIT }

/*
 * Look address up in the cdb open as fd, in any case.  1 with *a; 0 no such
 * account; -1 with errno, EPROTO when this is no file of qmail-newaccounts.
 */
MUST_CHECK int account_find(int fd, struct view address, struct account *a);
/*
 * The same for a recipient: user-ext@host is user@host's, when it is no
 * account of its own (and so on: the longest one counts).
 */
MUST_CHECK int account_find_recipient(int fd, struct view address,
    struct account *a);
void account_free(struct account *a);		/* wipes the hash */

#endif
