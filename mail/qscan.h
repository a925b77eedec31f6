/*
 * qscan.h: all message numbers that have a file in one of the queue's
 * directories, whatever its layout.  Names that are no numbers are passed
 * over (queue.md 5).  The current directory is CONF_HOME/queue.
 *
 *	struct qscan s = QSCAN_INIT(&layout, QDIR_INFO);
 *	while ((r = qscan_next(&s, &id)) > 0) ...
 *	if (r < 0) ... errno, and s.path is the directory
 *	qscan_close(&s);
 */
#ifndef MAIL_QSCAN_H
#define MAIL_QSCAN_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "mail/qpath.h"

struct qscan {
	const struct qlayout *layout;
	enum qdir dir;
	DIR *handle;		/* NULL: between two directories */
	unsigned next;		/* directory to open next: 0 dir, n dir/n-1 */
	bool is_flat;		/* the last number's file is dir/N itself */
	char path[QPATH_MAX];	/* of the directory being read */
};

#define QSCAN_INIT(layout_, dir_) { .layout = (layout_), .dir = (dir_) }

/* 1 with *id, 0 at the end, -1 with errno. */
MUST_CHECK int qscan_next(struct qscan *s, uint64_t *id);
/* At any time; the scan then starts again. */
void qscan_close(struct qscan *s);

#endif
