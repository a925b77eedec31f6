/*
 * compose.h: the fields that qmail-inject puts in front of a header, because
 * they were not there (messages.md 4.2, 6).
 */
#ifndef INJECT_COMPOSE_H
#define INJECT_COMPOSE_H

#include "inject/fields.h"
#include "lib/buf.h"
#include "mail/control.h"

/* lists: the mailing lists of $QMAILMFTFILE */
void compose_header(const struct fields *f, const struct control_list *lists,
    struct buf *out);

#endif
