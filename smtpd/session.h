/*
 * session.h: one SMTP conversation: all that is known about it, and how it
 * speaks.  The rooms of qmail-smtpd work on this struct and keep nothing.
 */
#ifndef SMTPD_SESSION_H
#define SMTPD_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/io.h"
#include "mail/qq_client.h"
#include "mail/rcpthosts.h"
#include "mail/smtp_line.h"
#include "smtpd/localip.h"
#include "smtpd/policy.h"
#include "smtpd/settings.h"
#include "smtpd/smtpauth.h"
#include "smtpd/smtptls.h"
#include "smtpd/validrcpt.h"

#define SESSION_MAX_S 86400	/* no conversation is longer: qmail-queue's */
#define SESSION_PATH_MAX 899	/* bytes of an address, protocols.md 2.2 */
#define SESSION_RCPTS_MAX (4 * 1024 * 1024)	/* bytes, protocols.md 8.4 */

enum session_state {
	SESSION_IDLE,		/* no sender */
	SESSION_MAIL,		/* a sender, no recipient yet */
	SESSION_RCPT,		/* at least one recipient */
	SESSION_STATES
};

enum session_end {
	SESSION_GOES_ON,
	SESSION_QUIT,		/* the client said so: exit 0 */
	SESSION_BROKEN,		/* anything else: exit 1 */
	SESSION_GONE		/* ... and the connection is not ours now */
};

struct session {
	struct in in;
	struct out out;
	struct deadline deadline;
	enum session_end end;

	struct buf greeting;	/* control/smtpgreeting or me */
	struct buf line;	/* the command being read */
	struct settings settings;
	struct policy policy;
	struct rcpthosts rcpthosts;
	struct validrcpt validrcpt;
	struct localip localip;
	bool has_lists;		/* these four are read */

	struct buf helo;	/* argument, bytes of no text as `?` */
	bool has_helo, is_esmtp;
	struct smtpauth auth;
	struct smtptls tls;
	uint64_t nbad;		/* recipients refused for what they are */

	/* the transaction: session_forget() */
	enum session_state state;
	struct buf sender;
	struct buf path;	/* the address of this command */
	struct buf rcpts;	/* accepted ones, a NUL behind each */
	uint64_t nrcpts;	/* ... how many */
	uint64_t nasked;	/* RCPT commands since MAIL */

	bool has_queue;		/* qq is open, and nothing is in it yet */
	struct qq qq;
	struct smtp_data data;
	char in_space[IO_SIZE], out_space[IO_SIZE];
};

/*
 * Begin on descriptors 0 and 1: go to CONF_HOME, put the banner on its way.
 * *s was zero, or is renewed.  args: of the program, for AUTH.
 */
void session_start(struct session *s, char *const *args);
/*
 * Descriptors 0 and 1 are others, with TLS: all that came before is dropped,
 * read or not, and what the client said is forgotten (CVE-2011-0411).
 */
void session_restart(struct session *s);
/*
 * What was read for this client is forgotten, and read again when it is needed
 * (it is somebody else now).  Not during a transaction.
 */
void session_unload(struct session *s);
/* Forget sender and recipients. */
void session_forget(struct session *s);
/* The last replies are written; memory and descriptors are given back. */
void session_finish(struct session *s);
/*
 * Whether the process may serve another client: not under TLS, not where
 * passwords are given, which an earlier client must never have in reach, and
 * not with 0 in control/leases.
 */
bool session_may_stay(const struct session *s);
/* A finished one is zero again, but for the queue program that stays. */
void session_renew(struct session *s);

/* Read what only mail needs, once.  false: refused for good, s has ended. */
bool session_load_lists(struct session *s);
bool session_load_settings(struct session *s);

/* One line of a reply, CR LF added. */
void session_reply(struct session *s, const char *line);
/* A last line and the end. */
void session_die(struct session *s, const char *line);
/* Reading failed or ended, errno says why: the end, with a line or without. */
void session_die_reading(struct session *s);

#endif
