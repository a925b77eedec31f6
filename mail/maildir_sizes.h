/*
 * maildir_sizes.h: times and sizes of the files in cur of a large maildir,
 * remembered from one session to the next in the file DIR/pop3d.sizes.
 *
 * Messages never change, so a record is good as long as a file of its unique
 * name is there.  Records stand in the order in which the folder is read: they
 * are matched while it is read again, without holding them in memory.  A file
 * that is missing, damaged, or of another machine costs only time.
 */
#ifndef MAIL_MAILDIR_SIZES_H
#define MAIL_MAILDIR_SIZES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define MAILDIR_SIZES "pop3d.sizes"
#define MAILDIR_SIZES_MIN 1000	/* files looked at that make it worth it */
#define MAILDIR_SIZES_WINDOW 1024	/* records read ahead */

struct maildir_size {
	uint64_t key;		/* of the unique name */
	int64_t time;
	uint64_t size;
};

struct maildir_sizes {
	int fd;			/* -1: nothing more to read */
	size_t pos, len;	/* v[pos..len) are not used yet */
	struct maildir_size v[MAILDIR_SIZES_WINDOW];
};

/* Begin: dir's file, when there is one. */
void maildir_sizes_open(struct maildir_sizes *z, const char *dir);
/* What is known of a unique name: true with both. */
bool maildir_sizes_find(struct maildir_sizes *z, struct view unique,
    int64_t *time, uint64_t *size);
void maildir_sizes_close(struct maildir_sizes *z);

/* Write a new one: begin, each record, end.  Errors are sticky. */
struct maildir_sizes_out;
struct maildir_sizes_out *maildir_sizes_create(const char *dir);
void maildir_sizes_put(struct maildir_sizes_out *o, struct view unique,
    int64_t time, uint64_t size);
/* Replace the old one, or on any error leave it.  Frees o. */
void maildir_sizes_publish(struct maildir_sizes_out *o);

#endif
