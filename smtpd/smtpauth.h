/*
 * smtpauth.h: AUTH (RFC 4954) by a program that checks passwords
 * (auth-and-relay.md 2).
 */
#ifndef SMTPD_SMTPAUTH_H
#define SMTPD_SMTPAUTH_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/view.h"

#define SMTPAUTH_LINE_MAX 12288	/* bytes of a line with AUTH, RFC 4954 4 */
#define SMTPAUTH_PATIENCE 3	/* failures before each takes its time */
#define SMTPAUTH_DELAY_S 5	/* ... how long */
#define SMTPAUTH_FAILURES_MAX 10	/* then the session is over */
#define SMTPAUTH_VARIABLES 3	/* of the environment that success sets */

struct session;

struct smtpauth {
	char *const *checker;	/* and its arguments; NULL: no AUTH here */
	const char *host;	/* of challenges; NULL: the greeting's */
	bool has_plain;		/* mechanisms: PLAIN, LOGIN */
	bool has_cram;		/* CRAM-MD5 */
	bool is_required;	/* before MAIL */
	bool needs_tls;		/* no password in the clear */
	bool is_done;		/* the client is somebody */
	char *before[SMTPAUTH_VARIABLES];	/* their values; NULL: unset */
	unsigned failures;	/* never forgotten */
};

/*
 * What the arguments of the program ([hostname] checker ...) and the
 * environment say.
 */
void smtpauth_init(struct session *s, char *const *args);
/* There is a checker: the verb exists. */
bool smtpauth_is_offered(const struct session *s);
/* Its line in the reply to EHLO, if it can be used now. */
void smtpauth_announce(struct session *s);
/* MAIL is only for those who said who they are, and this one did not. */
bool smtpauth_is_missing(const struct session *s);
/* The client is nobody again. */
void smtpauth_forget(struct session *s);
void smtpauth_command(struct session *s, struct view arg);

#endif
