/*
 * scan.h: walks through the whole queue, a few names in each step: info/ once
 * at the start, mess/ for leftovers at the start and then daily (queue.md 5).
 */
#ifndef SEND_SCAN_H
#define SEND_SCAN_H

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "send/shared.h"

struct scan {
	struct shared *shared;
	enum qdir dir;		/* QDIR_INFO or QDIR_MESS */
	unsigned at;		/* split directory being read */
	DIR *stream;
	struct ids {
		uint64_t *v;
		size_t len, cap;
	} names,		/* found in it; looked at once it is read */
	    skipped;		/* of info/: had a todo file, see load() */
	size_t seen;		/* of names */
	bool is_read;
	unsigned again;		/* looks at what was skipped so far */
	bool is_over;
	int64_t not_before;	/* unix seconds: after trouble, or until the
				 * next walk */
};

void scan_init(struct scan *s, struct shared *shared, enum qdir dir);
void scan_free(struct scan *s);
void scan_step(struct scan *s);
void scan_wake(const struct scan *s, struct wake *w);

/* Messages of the unsure heap whose time has come: look at one again. */
void scan_unsure(struct shared *shared);

#endif
