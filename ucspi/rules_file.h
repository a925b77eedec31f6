/*
 * rules_file.h: the rules of a server that lives long.  The file stays open
 * and is opened again when its name means another one, or its bytes changed:
 * for a connection that costs one stat(2).
 *
 * The server's children look up; they cannot give it a descriptor, so they
 * only note in shared memory that it should open the file anew.  A file stays
 * open as long as somebody who starts a child holds it.
 */
#ifndef UCSPI_RULES_FILE_H
#define UCSPI_RULES_FILE_H

#include <sys/types.h>

#include <signal.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/cdb.h"

struct rules_stamp {		/* tells one state of a file from another */
	dev_t dev;
	ino_t ino;
	off_t size;
	int64_t mtime_s, mtime_ns, ctime_s, ctime_ns;
};

struct rules_held {		/* the file as it was once */
	struct cdb cdb;		/* fd -1: not open */
	struct rules_stamp stamp;
	size_t holders;
};

#define RULES_HOLDERS_MAX 32

struct rules_file {
	const char *path;
	struct rules_held held[RULES_HOLDERS_MAX + 1];
	struct rules_held *now;
	volatile sig_atomic_t *is_stale;	/* shared with the children */
};

/* Memory for *f: 0, -1 with errno.  The file may be missing. */
MUST_CHECK int rules_file_init(struct rules_file *f, const char *path);
/*
 * In the server, one thread at a time, before each child: the newest, opened
 * anew if somebody said so.  To be released once the child has started.
 */
struct rules_held *rules_file_hold(struct rules_file *f);
void rules_file_release(struct rules_file *f, struct rules_held *h);
/* Have it opened anew (async-signal-safe). */
void rules_file_expire(struct rules_file *f);
/*
 * In a child: the file as it is now.  0; -1 with errno, EPROTO for what is no
 * cdb.  A descriptor opened for it stays open until the child's end or exec.
 */
MUST_CHECK int rules_file_get(struct rules_file *f,
    const struct rules_held *h, struct cdb *c);

#endif
