/*
 * rcpthosts.h: whose mail the servers take: control/rcpthosts and
 * control/morercpthosts.cdb (control.md 2).  Without control/rcpthosts every
 * recipient is allowed: that is an open relay, so callers warn.
 */
#ifndef MAIL_RCPTHOSTS_H
#define MAIL_RCPTHOSTS_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/cdb.h"
#include "lib/view.h"
#include "mail/control.h"

struct rcpthosts {
	bool is_open_relay;	/* there is no control/rcpthosts */
	struct control_list list;
	int fd;			/* of morercpthosts.cdb; -1: none */
	struct cdb more;
	struct buf key, data;	/* for look-ups */
};

#define RCPTHOSTS_INIT { .is_open_relay = true, .list = CONTROL_LIST_INIT, \
	.fd = -1, .key = BUF_INIT, .data = BUF_INIT }

/* Read the files: 0, or -1 with errno.  Then rcpthosts_free() in any case. */
MUST_CHECK int rcpthosts_load(struct rcpthosts *r);
/* Log a warning if it is an open relay, unless the log is the client. */
void rcpthosts_warn(const struct rcpthosts *r);
/* Whether mail to address is taken: 1, 0, or -1 with errno. */
MUST_CHECK int rcpthosts_find(struct rcpthosts *r, struct view address);
void rcpthosts_free(struct rcpthosts *r);

#endif
