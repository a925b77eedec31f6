/*
 * qfix_move.h: queue-fix on messages in the wrong place: a text whose inode is
 * not its number takes its envelope along to the new number; files in the
 * wrong directory go to theirs (queue-fix.md 4 step 7, classes 1, 2, 27, 29).
 *
 * All goes through names ID.fix first, so cycles and collisions are harmless,
 * and through a journal, QFIX_JOURNAL, so a killed run can be continued.
 */
#ifndef MAIL_QFIX_MOVE_H
#define MAIL_QFIX_MOVE_H

#include "mail/qfix.h"

#define QFIX_JOURNAL "lock/fix.log"

/*
 * Continue what a killed run began: 0, -1 (reported).  -N: 1, that has to be
 * done before more can be said.
 */
MUST_CHECK int qfix_resume(struct qfix *f);
/* Move what the last scan found in the wrong place: 0, -1 (reported). */
MUST_CHECK int qfix_move(struct qfix *f);

#endif
