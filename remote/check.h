/*
 * check.h: envelope addresses that must not reach an SMTP conversation
 * (programs.md 18.2).
 */
#ifndef REMOTE_CHECK_H
#define REMOTE_CHECK_H

#include <stdbool.h>

#include "lib/view.h"

/* NULL: fine; else the text of a permanent failure, with LF. */
const char *check_sender(struct view a);
const char *check_recipient(struct view a);
/* Only SMTPUTF8 can carry it (messages.md 9). */
bool check_needs_utf8(struct view a);

#endif
