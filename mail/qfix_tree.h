/*
 * qfix_tree.h: queue-fix on directories, on lock/, on owners and modes
 * (queue-fix.md 3).
 */
#ifndef MAIL_QFIX_TREE_H
#define MAIL_QFIX_TREE_H

#include "mail/qfix.h"

/* Create what is missing, set owners and modes. */
void qfix_dirs(struct qfix *f);
/* sendmutex, tcpto, trigger. */
void qfix_lock_files(struct qfix *f);
/* Owners and modes of the files that the last scan found. */
void qfix_file_modes(struct qfix *f);
/* Remove empty split directories beyond the target. */
void qfix_surplus(struct qfix *f);
/* pid/: owners, and how many are left over (-v). */
void qfix_pid(struct qfix *f);

#endif
