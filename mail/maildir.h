/*
 * maildir.h: maildirs, maildir(5): make one, deliver into one.  Reading them
 * is mail/maildir_list.h.
 * Paths are relative to the current directory; nothing here changes it.
 * A maildir is named by its path, with or without a final '/'.
 */
#ifndef MAIL_MAILDIR_H
#define MAIL_MAILDIR_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"

#define MAILDIR_HOST_MAX 63	/* bytes of the host name that are used */
#define MAILDIR_TRIES 3		/* names tried before giving up */

/*
 * Make dir with tmp, new and cur, all mode 0700, and make their names durable.
 * 0; -1 with errno (EEXIST: there is something already), nothing left behind.
 */
MUST_CHECK int maildir_make(const char *dir);

/*
 * Whether dir could be made the current directory; else errno says why not.
 * For telling a bad path from a passing fault after maildir_add() failed.
 */
bool maildir_can_enter(const char *dir);

/* ---- delivering: mail/maildir_new.h ---- */

/*
 * Where unique names come from: one for the life of a process.
 * Names are TIME.M<usec>P<pid>Q<seq>.HOST with '/' and ':' of the host name as
 * \057 and \072.
 */
struct maildir_names {
	char host[4 * MAILDIR_HOST_MAX + 1];
	pid_t pid;		/* ours */
	uint64_t seq;		/* names given out so far */
};

void maildir_names_init(struct maildir_names *n);	/* asks for HOST */
/* The next name, appended to b. */
void maildir_names_next(struct maildir_names *n, struct buf *b);
void maildir_host_escape(const char *host, struct maildir_names *n);


#endif
