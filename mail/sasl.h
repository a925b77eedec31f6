/*
 * sasl.h: what a client answers in the mechanisms of SASL, decoded already
 * from base64: PLAIN (RFC 4616) and CRAM-MD5 (RFC 2195).
 */
#ifndef MAIL_SASL_H
#define MAIL_SASL_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/view.h"

#define SASL_DIGEST_LEN 32	/* digits of an MD5 sum */

/*
 * AUTHZID NUL NAME NUL PASSWORD; nobody may be somebody else, so AUTHZID is
 * empty or NAME.  0 with name and password, which are not empty and have no
 * NUL; -1 (EINVAL).
 */
MUST_CHECK int sasl_plain(struct view bytes, struct view *user,
    struct view *secret);

/* An MD5 sum in lower-case hexadecimal, as APOP and CRAM-MD5 send it. */
bool sasl_is_digest(struct view v);

/* NAME SP DIGEST, the name not empty and without NUL: 0, -1 (EINVAL). */
MUST_CHECK int sasl_cram(struct view bytes, struct view *user,
    struct view *digest);

#endif
