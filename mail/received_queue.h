/*
 * received_queue.h: qmail-queue's Received line (messages.md 1), apart from
 * mail/received.h because the set-uid program links no heap.
 */
#ifndef MAIL_RECEIVED_QUEUE_H
#define MAIL_RECEIVED_QUEUE_H

#include <sys/types.h>

#include <stdint.h>

#include "lib/io_core.h"

/*
 * qmail-queue's: `Received: (qmail PID invoked WHO); DATE`.  who: one of
 * "by alias", "from network", "for bounce", or NULL for `by uid UID`.
 */
void received_put_queue(struct out *out, pid_t pid, uid_t uid,
    const char *who, int64_t now);

#endif
