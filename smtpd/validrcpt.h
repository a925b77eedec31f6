/*
 * validrcpt.h: the recipients that exist: validrcptto, morevalidrcptto.cdb
 * and validrcptto.cdb (control.md 5), and of the hosts in accountdomains the
 * mailbox accounts (mail/account.h).  When none of the files is there,
 * everybody does.
 */
#ifndef SMTPD_VALIDRCPT_H
#define SMTPD_VALIDRCPT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/cdb.h"
#include "lib/view.h"
#include "mail/control.h"

#define VALIDRCPT_CDBS 2

struct validrcpt {
	bool is_set;
	struct control_list list;
	struct validrcpt_cdb {
		bool is_open;
		int fd;
		struct cdb cdb;
	} v[VALIDRCPT_CDBS];
	struct control_list domains;	/* where only accounts are */
	int accounts_fd;		/* valid when there are such domains */
	struct buf key, data;	/* for look-ups */
};

#define VALIDRCPT_INIT { .is_set = false, .list = CONTROL_LIST_INIT, \
	.domains = CONTROL_LIST_INIT, .accounts_fd = -1, \
	.key = BUF_INIT, .data = BUF_INIT }

/* 0, or -1 with errno. */
MUST_CHECK int validrcpt_load(struct validrcpt *v);
/*
 * Whether address exists: 1, 0, or -1 with errno.  Entries: the address;
 * `@host`; `user-@host` for every user-...@host.  Always: postmaster without
 * a host (RFC 5321 4.5.1), and the empty recipient.  In an account domain an
 * account does, or an entry.
 */
MUST_CHECK int validrcpt_find(struct validrcpt *v, struct view address);
void validrcpt_free(struct validrcpt *v);

#endif
