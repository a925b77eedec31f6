/*
 * maildir_new.h: messages on their way into maildirs, one or many at a time
 * (delivery.md 4.3).  Many cost fewer flushes: contents of all, then all names
 * of a maildir together.
 *
 *	struct maildir_batch b; maildir_batch_init(&b);
 *	i = maildir_add(&b, "./Maildir/", &here, &names); -1: not possible
 *	write all of it to b.files[i].fd, set b.files[i].bytes; on trouble
 *	maildir_drop(&b, i)
 *	maildir_commit(&b);	b.files[i].error: 0, it is there for good
 *	maildir_batch_clear(&b);
 */
#ifndef MAIL_MAILDIR_NEW_H
#define MAIL_MAILDIR_NEW_H

#include <sys/stat.h>

#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "mail/maildir.h"

#define MAILDIR_BATCH_MAX 64	/* messages of a batch */

/* A maildir that messages go to, kept open meanwhile. */
struct maildir_folder {
	struct buf path;
	dev_t dev;		/* of the current directory when it was */
	ino_t ino;		/* opened: the path starts there */
	int tmp_fd, new_fd;
	int error;		/* its names could not be synced: errno */
};

struct maildir_file {
	int fd;			/* the file in tmp/, for writing; -1: none */
	struct buf name;	/* in tmp/; in new/ with `,S=BYTES` behind */
	uint64_t bytes;		/* written to fd; the writer says */
	size_t folder;
	bool is_dropped;
	int error;		/* of maildir_commit(): errno, 0 it is there */
};

struct maildir_batch {
	struct maildir_folder folders[MAILDIR_BATCH_MAX];
	size_t nfolders;
	struct maildir_file files[MAILDIR_BATCH_MAX];
	size_t nfiles;
};

void maildir_batch_init(struct maildir_batch *b);

/*
 * Create a file in dir/tmp, mode 0600.  here: the current directory, where dir
 * starts.  Its index in files; -1 with errno, nothing made (EMFILE also when
 * the batch is full).
 */
MUST_CHECK int maildir_add(struct maildir_batch *b, const char *dir,
    const struct stat *here, struct maildir_names *names);
/* Close and remove it; keeps errno. */
void maildir_drop(struct maildir_batch *b, size_t i);
/*
 * All that are not dropped: contents to disk, link into new/, directories to
 * disk.  With files[i].error 0 no power cut takes it back; else it may be
 * there or not.  Closes the files.
 */
void maildir_commit(struct maildir_batch *b);
/* Empty again; what was not committed is dropped. */
void maildir_batch_clear(struct maildir_batch *b);

#endif
