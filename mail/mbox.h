/*
 * mbox.h: mailboxes in one file, mbox(5), the "mboxrd" kind: each message is a
 * From_ line, the message with lines like `>*From ` quoted by one more '>', and
 * an empty line (delivery.md 4.2, 8).
 */
#ifndef MAIL_MBOX_H
#define MAIL_MBOX_H

#include <sys/types.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "lib/view.h"

#define MBOX_LOCK_S 30		/* delivery.md 4.2 */

/*
 * `From SENDER DATE` LF, appended to b: blanks, TABs and LFs of the sender
 * become '-', no sender is MAILER-DAEMON, the date is UTC.
 */
void mbox_from_line(struct view sender, int64_t when, struct buf *b);

/*
 * A message on its way into a mailbox, quoted; of any length, in constant
 * memory.  Starts as MBOX_QUOTE_INIT.
 */
struct mbox_quote {
	bool in_line;		/* behind a byte that cannot begin a From_ */
	bool is_partial;	/* the last line has no LF yet */
	size_t matched;		/* bytes of "From " held back */
};

#define MBOX_QUOTE_INIT { .in_line = false, .is_partial = false, .matched = 0 }

void mbox_quote_put(struct mbox_quote *q, struct out *out, struct view v);
/* The message is complete: a LF if its last line has none, an empty line. */
void mbox_quote_end(struct mbox_quote *q, struct out *out);

/*
 * A mailbox, open and locked, with a message being added.
 *	if (mbox_open(&m, path, MBOX_LOCK_S) < 0) ...
 *	write one message to m.fd (a From_ line first, then quoted)
 *	on trouble mbox_abandon(&m); else if (mbox_commit(&m) < 0) ...
 */
struct mbox {
	int fd;			/* appends; -1: none */
	bool is_locked;
	bool is_regular;
	off_t old_len;		/* before the message */
	const char *path;	/* the caller's */
};

enum mbox_open {
	MBOX_OK,
	MBOX_CANNOT_OPEN,	/* errno tells */
	MBOX_LOCKED		/* somebody kept the lock for lock_s */
};

/*
 * Open for appending, created 0600 (umask applies), and lock.  Where locking
 * does not work at all it is done without, and then never truncated.
 */
MUST_CHECK enum mbox_open mbox_open(struct mbox *m, const char *path,
    int lock_s);
/*
 * Contents to disk, and the name of a mailbox that was empty.  0; -1 with
 * errno, then as mbox_abandon() did.  Closes.
 */
MUST_CHECK int mbox_commit(struct mbox *m);
/* Cut the mailbox back to its old length and close; keeps errno. */
void mbox_abandon(struct mbox *m);

#endif
