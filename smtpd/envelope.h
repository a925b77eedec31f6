/*
 * envelope.h: MAIL and RCPT: what an address must be, and who is refused
 * (protocols.md 2.2, 2.3; control.md 5).
 */
#ifndef SMTPD_ENVELOPE_H
#define SMTPD_ENVELOPE_H

#include "lib/view.h"
#include "smtpd/session.h"

void envelope_mail(struct session *s, struct view arg);
void envelope_rcpt(struct session *s, struct view arg);

#endif
