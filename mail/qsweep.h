/*
 * qsweep.h: leftovers of dead qmail-queues, removed by age: files of pid/, and
 * files of intd/ whose message is gone and whose number they would block
 * (queue.md 5, 11).  Those with a text are qmail-send's affair: it asks for
 * foop/N.  A step looks at a bounded number of files.
 */
#ifndef MAIL_QSWEEP_H
#define MAIL_QSWEEP_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>

#include "mail/qscan.h"

struct qsweep {
	DIR *pids;		/* NULL: pid/ is not being swept */
	struct qscan intds;
	bool has_intds;		/* intd/ is being swept */
};

#define QSWEEP_INIT(layout_) { .intds = QSCAN_INIT((layout_), QDIR_INTD) }

/* Begin, unless under way. */
void qsweep_start_pid(struct qsweep *s);
void qsweep_start_intd(struct qsweep *s);
/*
 * Go on for at most max files of each.  What cannot be removed is logged and
 * left to the next time.
 */
void qsweep_step(struct qsweep *s, unsigned max, int64_t now);

#endif
