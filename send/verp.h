/*
 * verp.h: senders that are different for each recipient (messages.md 8).
 */
#ifndef SEND_VERP_H
#define SEND_VERP_H

#include "lib/buf.h"
#include "lib/view.h"

/*
 * Append the sender that this recipient is to see: `list-@host-@[]` becomes
 * `list-user=domain@host`; any other is itself.
 */
void verp_put(struct view sender, struct view recipient, struct buf *out);

/* Where bounces go: the sender without a final `-@[]`. */
struct view verp_strip(struct view sender);

#endif
