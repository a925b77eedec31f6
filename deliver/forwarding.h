/*
 * forwarding.h: the message, fd 0, sent on.  For the delivery helpers: dies
 * with its report.
 */
#ifndef DELIVER_FORWARDING_H
#define DELIVER_FORWARDING_H

/*
 * Queue head and then fd 0 from sender to the NULL-ended recipients, and say
 * `program: qp N` on descriptor 2.
 */
void forward_message(const char *head, const char *sender, char **recipients);

#endif
