/*
 * starttls.h: the server's side of UCSPI-TLS (ucspi.md 9): a helper process
 * has the key and does TLS; after the handshake we go on in plain text with
 * it, over descriptors that it gave us.
 */
#ifndef MAIL_STARTTLS_H
#define MAIL_STARTTLS_H

#include <stdbool.h>

#include "lib/attr.h"

#define STARTTLS_LIMIT_S 30	/* for the handshake */
#define STARTTLS_ENV_MAX 65536	/* bytes that the helper may tell */

enum starttls_fd {
	STARTTLS_CONTROL,
	STARTTLS_READ,
	STARTTLS_WRITE,
	STARTTLS_FDS
};

struct starttls {
	int fds[STARTTLS_FDS];	/* -1, all of them: no helper */
};

#define STARTTLS_INIT { .fds = { -1, -1, -1 } }

/*
 * Take the helper's descriptors, SSLCTLFD, SSLREADFD and SSLWRITEFD, out of
 * the environment, if all three are there and open: programs that are run
 * from here on have neither.
 */
void starttls_take(struct starttls *t);
bool starttls_is_offered(const struct starttls *t);
/* The helper waits to be asked; it may have died. */
bool starttls_is_ready(const struct starttls *t);
/* SSL_PROTOCOL is set: this session is encrypted, by us or from the start. */
bool starttls_is_active(void);

/*
 * After the reply was flushed: have the helper shake hands, take what it says
 * as SSL_... variables into the environment, make its descriptors 0 and 1.
 * What is on 2 is the caller's affair (fd_mute_log()).
 * The caller forgets all that it read before and all that it was told.
 * 0; -1 with errno: the session cannot go on, not even in plain text (EPROTO:
 * the handshake failed).
 */
MUST_CHECK int starttls_begin(struct starttls *t);

/* TLS is not wanted any more: the helper goes. */
void starttls_decline(struct starttls *t);

#endif
