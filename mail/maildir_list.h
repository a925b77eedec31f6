/*
 * maildir_list.h: maildirs, maildir(5), for who reads them: the messages of
 * new and cur, in order, in some 70 bytes of memory each.
 * Paths are relative to the current directory; nothing here changes it.
 *
 * Time and size of a message are those of stat(2), unless its name begins with
 * the time and a dot and tells the size in `,S=BYTES` (Maildir++): then nothing
 * is asked about a regular file but its name.  Else, of a large maildir, they
 * may be remembered: mail/maildir_sizes.h.
 */
#ifndef MAIL_MAILDIR_LIST_H
#define MAIL_MAILDIR_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "lib/attr.h"
#include "lib/buf.h"

#define MAILDIR_STALE_S 129600	/* 36 h: then a file in tmp is left over */

struct maildir_entry {
	int64_t time;		/* of delivery, seconds */
	uint64_t size;		/* bytes */
	uint32_t name;		/* offset in names, NUL-ended */
	bool is_new;		/* in new/, not yet seen */
	bool is_there;		/* for maildir_follow() */
	bool is_marked;		/* the caller's, false at first */
};

struct maildir_list {
	struct maildir_entry *v;	/* oldest first; equal times by name */
	size_t len, cap;
	struct buf names;	/* without folder */
	const char *dir;	/* as given to maildir_scan() */
	struct buf path;	/* what maildir_path() gave last */
	struct timespec changed[2], looked;	/* for maildir_follow() */
	bool remembers;		/* set by the caller: use maildir_sizes.h */
};

#define MAILDIR_LIST_INIT { .v = NULL, .len = 0, .cap = 0, \
	.names = BUF_INIT, .dir = ".", .path = BUF_INIT }

/*
 * List the messages of new and cur into l (replaced).  Names that start with
 * '.' and what is no regular file are passed over, and so is a file that
 * disappears meanwhile.  dir has to stay as long as l.  0; -1 with errno,
 * EOVERFLOW beyond max messages.
 */
MUST_CHECK int maildir_scan(struct maildir_list *l, const char *dir,
    size_t max);
/*
 * Somebody renamed a file: another reader moves new/X to cur/X:2,FLAGS and
 * changes flags.  Find all messages by their unique names again.  Cheap when
 * the folders did not change since the last look.  1 when it looked, 0 when
 * there is nothing new, -1 with errno.
 */
MUST_CHECK int maildir_follow(struct maildir_list *l);

/* `DIR/new/X` or, for dir ".", `new/X`; valid until the next call. */
const char *maildir_path(struct maildir_list *l, size_t i);
/* Its name without folder and without `:` and what follows: its identity. */
struct view maildir_unique(const struct maildir_list *l, size_t i);
const char *maildir_name(const struct maildir_list *l, size_t i);
void maildir_list_free(struct maildir_list *l);

/*
 * What a name says: true with the time and the size, both or neither.  Nothing
 * behind a colon counts.
 */
bool maildir_scan_name(const char *name, int64_t *time, uint64_t *size);

/*
 * Remove from tmp what was not accessed for MAILDIR_STALE_S.  What cannot be
 * removed stays: the next one tries again.  0; -1: tmp cannot be read.
 */
MUST_CHECK int maildir_clean(const char *dir, int64_t now);

#endif
