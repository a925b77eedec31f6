/*
 * data.h: DATA: from the text on the wire to a message in the queue
 * (protocols.md 2.4).
 */
#ifndef SMTPD_DATA_H
#define SMTPD_DATA_H

#include "lib/view.h"
#include "smtpd/session.h"

#define DATA_HOPS_MAX 100	/* this many Received lines: a loop */

/*
 * A recipient was accepted, and the client waits for that reply before it says
 * more: send it, and let qmail-queue start while it is on its way.
 */
void data_prepare(struct session *s);
void data_command(struct session *s, struct view arg);

#endif
