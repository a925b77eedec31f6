/*
 * smtptls.h: STARTTLS (RFC 3207) by a helper that does TLS (ucspi.md 9).
 */
#ifndef SMTPD_SMTPTLS_H
#define SMTPD_SMTPTLS_H

#include <stdbool.h>

#include "lib/view.h"
#include "mail/starttls.h"

struct session;

struct smtptls {
	struct starttls helper;
	bool is_active;		/* nobody else can listen */
	bool is_required;	/* before MAIL */
};

/*
 * What the environment says; with SMTPS the handshake comes first of all.
 * false: it failed, the session is over.
 */
bool smtptls_init(struct session *s);
/* There is, or was, a helper: the verb exists. */
bool smtptls_is_known(const struct session *s);
/* Its line in the reply to EHLO, if there is something to start. */
void smtptls_announce(struct session *s);
/* MAIL is only for those who came by TLS, and this one did not. */
bool smtptls_is_missing(const struct session *s);
void smtptls_command(struct session *s, struct view arg);

#endif
