/*
 * address.h: envelope addresses: raw bytes, the domain after the last @
 * (messages.md 2, 3; protocols.md 2.3).  Header syntax is mail/header.h.
 */
#ifndef MAIL_ADDRESS_H
#define MAIL_ADDRESS_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define ADDRESS_MAX 1000	/* documented limit of the queue, bytes */

/* Split at the last @.  false: no @; then *local is all, *domain empty. */
bool address_split(struct view a, struct view *local, struct view *domain);

/*
 * a as SMTP commands, Return-Path and To want it, appended to out: the local
 * part in quotes when it needs them (messages.md 3).
 */
void address_quote(struct view a, struct buf *out);
/* The same under SMTPUTF8: bytes >= 128 need no quotes (messages.md 9). */
void address_quote_utf8(struct view a, struct buf *out);

/*
 * The argument of MAIL or RCPT (after the verb): the address without <>,
 * quotes, backslashes and source route, into out (replaced); what follows
 * (ESMTP parameters) is *rest.  protocols.md 2.3 in full.  false: the result
 * is longer than max bytes.
 */
bool address_path(struct view arg, size_t max, struct buf *out,
    struct view *rest);

/*
 * Contains a byte that no envelope address of ours may have: NUL, CR, LF, or
 * another control byte (programs.md 18.2).
 */
bool address_has_control(struct view a);

#endif
