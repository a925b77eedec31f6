/*
 * sha256.h: SHA-256 (FIPS 180-4) and HMAC with it (RFC 2104), of bytes that
 * are all there.
 */
#ifndef LIB_SHA256_H
#define LIB_SHA256_H

#include "lib/view.h"

#define SHA256_SIZE 32		/* bytes of a digest */
#define SHA256_HEX_MAX 65	/* its text, with the NUL */

void sha256(struct view text, unsigned char digest[SHA256_SIZE]);
/* Key of any length. */
void sha256_hmac(struct view key, struct view text,
    unsigned char digest[SHA256_SIZE]);
/* In lower-case hexadecimal into p (SHA256_HEX_MAX bytes).  Returns p. */
const char *sha256_hex(const unsigned char digest[SHA256_SIZE], char *p);

#endif
