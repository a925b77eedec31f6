/*
 * qfix_sort.h: queue-fix on messages that are not whole: what is missing, what
 * is too much (queue-fix.md 6, classes 12 to 26).  Nothing is deleted: what
 * cannot be used is moved out of the queue, and said.
 */
#ifndef MAIL_QFIX_SORT_H
#define MAIL_QFIX_SORT_H

#include "mail/qfix.h"

/* Go through the messages that the last scan found. */
void qfix_sort(struct qfix *f);
/*
 * After the repair: is each message that the last scan found in a state that
 * qmail-send knows (mail/qstate.h)?  Others are reported.
 */
void qfix_verify(struct qfix *f);

#endif
