/*
 * qpath.h: names of queue files, relative to CONF_HOME/queue (queue.md 1, 10).
 * No memory, no errors: usable in the set-uid program.
 */
#ifndef MAIL_QPATH_H
#define MAIL_QPATH_H

#include <sys/stat.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define QPATH_MAX 64		/* bytes of the longest name with its NUL */
#define QPATH_SPLIT 23		/* what a new queue gets; found at run time */
#define QPATH_SPLIT_MAX 10000

enum qdir {
	QDIR_PID, QDIR_MESS, QDIR_INTD, QDIR_TODO,
	QDIR_INFO, QDIR_LOCAL, QDIR_REMOTE, QDIR_BOUNCE, QDIRS
};

/* How this queue is laid out; filled by qpath_layout(). */
struct qlayout {
	unsigned split;		/* directories 0..split-1 of mess, info, ... */
	bool split_todo;	/* todo/ and intd/ are split too (big-todo) */
};

/*
 * Look at the queue in the current directory: count mess/0, mess/1, ...; see
 * whether todo/0 is a directory.  0; -1 with errno (ENOTDIR: mess/0 is
 * missing).
 */
MUST_CHECK int qpath_layout(struct qlayout *l);
/* qpath_layout(), and info, local, remote must have as many: EINVAL if not. */
MUST_CHECK int qpath_layout_checked(struct qlayout *l);

/*
 * For a process that looks before each message, which then costs less: 1, all
 * directories are those of the last time; 0, *l is found anew; -1 as above.
 * seen: all zero at first.
 */
struct qlayout_seen {
	bool has_looked, is_known;
	struct stat mess, todo;
};
MUST_CHECK int qpath_layout_again(struct qlayout *l,
    struct qlayout_seen *seen);

const char *qpath_dir_name(enum qdir dir);	/* "mess" */
bool qpath_is_split(const struct qlayout *l, enum qdir dir);

/* `mess/7/30` or `todo/30` into p (QPATH_MAX); returns p. */
const char *qpath(const struct qlayout *l, enum qdir dir, uint64_t id, char *p);
/* The directory that holds it: `mess/7`, `todo`. */
const char *qpath_parent(const struct qlayout *l, enum qdir dir, uint64_t id,
    char *p);
/* `7/30`, as the spawners want it: always split. */
const char *qpath_spawn(const struct qlayout *l, uint64_t id, char *p);
/* Flat name whatever the layout: for draining a half-converted todo/. */
const char *qpath_flat(enum qdir dir, uint64_t id, char *p);

/*
 * Whether a split todo/ or intd/ may still have a flat file of id.  Where the
 * number is that of a subdirectory it cannot.
 */
bool qpath_may_be_flat(const struct qlayout *l, enum qdir dir, uint64_t id);

/* A name found in a directory as a message number: digits only, no leading
 * zero, 64 bits.  0, or -1 (EINVAL). */
MUST_CHECK int qpath_scan_id(struct view name, uint64_t *id);

#endif
