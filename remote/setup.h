/*
 * setup.h: what qmail-remote's control files say, read once a process.
 */
#ifndef REMOTE_SETUP_H
#define REMOTE_SETUP_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/ip.h"
#include "lib/view.h"
#include "mail/control.h"
#include "mail/route.h"

#define CONNECT_LIMIT_S 60	/* control/timeoutconnect, control.md 2 */
#define REMOTE_LIMIT_S 1200	/* control/timeoutremote */
#define LIMIT_MAX_S 86400	/* no control file asks for more than a day */

struct setup {
	struct buf helohost;
	int connect_limit_s, remote_limit_s;
	bool is_broken;			/* could not be read again */
	uint64_t stamp;			/* of the files, before reading */
	bool may_pipeline;		/* EHLO, and PIPELINING if offered */
	struct route_table routes;
	struct control_list domainbindings;
	struct buf outgoingip;		/* text; empty: the system's choice */
};

#define SETUP_INIT { .helohost = BUF_INIT, .outgoingip = BUF_INIT, \
	.routes = ROUTE_TABLE_INIT, .domainbindings = CONTROL_LIST_INIT }

/* 0, or -1 with errno. */
MUST_CHECK int setup_read(struct setup *s);
/* Something else when one of the files is another, or was written to. */
uint64_t setup_stamp(void);
void setup_free(struct setup *s);

/*
 * The local address for mail of this sender: NULL when *ip is filled, else the
 * name of the control file that has no address there.
 */
MUST_CHECK const char *setup_local_ip(const struct setup *s,
    struct view sender, struct ip *ip);

#endif
