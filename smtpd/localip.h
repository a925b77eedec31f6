/*
 * localip.h: control/localiphost in the place of our own address literals:
 * joe@[192.0.2.1] is joe@LOCALIPHOST when 192.0.2.1 is an address of ours.
 */
#ifndef SMTPD_LOCALIP_H
#define SMTPD_LOCALIP_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "mail/ipme.h"

struct localip {
	bool is_set;
	struct buf host;
	bool knows_me;		/* me is loaded: at the first literal */
	struct ipme me;
};

#define LOCALIP_INIT { .is_set = false, .host = BUF_INIT, .me = IPME_INIT }

MUST_CHECK int localip_load(struct localip *l);	/* 0, or -1 with errno */
/* Replace the domain of address if it is ours: 0, or -1 with errno. */
MUST_CHECK int localip_replace(struct localip *l, struct buf *address);
void localip_free(struct localip *l);

#endif
