/*
 * command.h: the commands of SMTP, as rows of a table (protocols.md 2.2).
 */
#ifndef SMTPD_COMMAND_H
#define SMTPD_COMMAND_H

#include "lib/view.h"
#include "smtpd/session.h"

/* Do what one command line asks, if the session's state allows it. */
void command_run(struct session *s, struct view line);

/* The whole conversation, banner to end; s->end says how it went. */
void command_loop(struct session *s);

#endif
