/*
 * clear_secret.h: passwords that an account keeps themselves, not a hash of
 * them (qmail-accounts(5)): for APOP (RFC 1939 7) and CRAM-MD5 (RFC 2195),
 * where the client shows only that it knows the password.
 */
#ifndef MAIL_CLEAR_SECRET_H
#define MAIL_CLEAR_SECRET_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define CLEAR_SECRET_PREFIX "{PLAIN.b64}"	/* as Dovecot writes it */

/* What stands in the place of the hash, added to b. */
void clear_secret_put(struct buf *b, struct view secret);
/*
 * 1 with the secret that hash keeps added to b; 0: it keeps none; -1 (EINVAL):
 * it means to, but it is not such a text, or the secret is empty or has a NUL.
 */
MUST_CHECK int clear_secret_get(struct buf *b, struct view hash);
/* Whether digest answers challenge, by APOP or by CRAM-MD5. */
bool clear_secret_is_answer(struct view hash, struct view challenge,
    struct view digest);

#endif
