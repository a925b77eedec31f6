/*
 * qfix_busy.h: queue-fix and messages that are being written (queue-fix.md 2,
 * in-flight): a qmail-queue that was started before the queue was closed.
 */
#ifndef MAIL_QFIX_BUSY_H
#define MAIL_QFIX_BUSY_H

#include "mail/qfix.h"

/*
 * Wait, a while, until no process holds a young file of the queue open; those
 * that stay are told to the user, and later scans pass over their messages.
 */
void qfix_await_writers(struct qfix *f);

#endif
