/*
 * smtproute.h: where control/smtproutes (and its kin authsenders) send mail
 * (control.md 4).  A value is `relay`, `relay:port` or
 * `relay[:port]|user|password`; relay is a host name or an address, IPv6 in
 * brackets: `[2001:db8::1]:2525`.  An empty relay means: use MX records.
 */
#ifndef MAIL_SMTPROUTE_H
#define MAIL_SMTPROUTE_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/view.h"
#include "mail/control.h"

#define SMTP_PORT 25

struct smtproute {		/* views into the control file's text */
	struct view relay;	/* empty: none */
	unsigned port;
	bool has_auth;
	struct view user, password;
};

/* One value: 0; -1 (EINVAL) for a port that is no port. */
MUST_CHECK int smtproute_scan(struct view value, struct smtproute *r);
/*
 * The route of host: the whole name, each suffix that begins at a dot, the
 * empty key.  0 (no entry and an empty relay give the same: MX, port 25), or
 * -1 (EINVAL).
 */
MUST_CHECK int smtproute_find(const struct control_list *routes,
    struct view host, struct smtproute *r);

#endif
