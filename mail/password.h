/*
 * password.h: hashes of passwords, by crypt(3), and what stands for them
 * (mail/clear_secret.h).
 */
#ifndef MAIL_PASSWORD_H
#define MAIL_PASSWORD_H

#include "lib/attr.h"
#include "lib/buf.h"

/*
 * Whether secret is the password that hash was made of: 1, 0, or -1 with
 * errno when crypt(3) could not tell.  An empty hash and one that begins with
 * `*` or `!` never match.  Every answer costs one crypt(3).
 */
MUST_CHECK int password_check(const char *secret, const char *hash);
/* The same cost for somebody who does not exist. */
void password_check_nobody(const char *secret);

/*
 * A new hash of secret, with fresh salt, by the best method that crypt(3) has:
 * 0, or -1 with errno.
 */
MUST_CHECK int password_hash(const char *secret, struct buf *hash);

#endif
