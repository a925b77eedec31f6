/*
 * link.h: what lasts longer than one message: the connection to a peer, and
 * where the host's mail goes.  All of it may be thrown away at any time.
 */
#ifndef REMOTE_LINK_H
#define REMOTE_LINK_H

#include <stdbool.h>

#include "lib/buf.h"
#include "lib/deadline.h"
#include "mail/ipme.h"
#include "mail/mx.h"
#include "remote/dialogue.h"

#define LINK_MESSAGES_MAX 100	/* over one connection */
#define LINK_LIFE_S 300		/* of a connection */
#define LINK_ADDRESSES_S 30	/* that answers of the name service count */

struct link {
	struct dialogue dialogue;
	struct buf key;		/* to where and as whom it was opened */
	struct deadline until;
	bool is_kept;		/* for more messages: else QUIT after one */

	struct mx mx;
	struct buf mx_key;	/* whose addresses mx has; empty: none */
	struct deadline mx_until;
	struct ipme me;
};

void link_init(struct link *l, int limit_s);
void link_free(struct link *l);

/* A connection for key was greeted. */
void link_opened(struct link *l, const struct buf *key);
/* Whether it may carry one more message, for key. */
bool link_can_serve(const struct link *l, const struct buf *key,
    bool needs_utf8);
/* A message is over: keep the connection, or end it. */
void link_rest(struct link *l);
void link_quit(struct link *l);		/* nothing if not open */
/* Forget where the mail goes, too: the control files have changed. */
void link_forget(struct link *l);

/*
 * Begin with the addresses of host (relay: no MX): l->mx.  They may be those
 * of the last time.  0, or -1 with errno: our own addresses are unknown.
 */
MUST_CHECK int link_start_mx(struct link *l, struct view host, bool is_relay);

#endif
