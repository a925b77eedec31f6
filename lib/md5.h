/*
 * md5.h: MD5 (RFC 1321) and HMAC with it, of bytes that are all there: what
 * APOP and CRAM-MD5 are made of.  For nothing else: it is broken as a
 * fingerprint.
 */
#ifndef LIB_MD5_H
#define LIB_MD5_H

#include "lib/view.h"

#define MD5_SIZE 16		/* bytes of a digest */
#define MD5_HEX_MAX 33		/* its text, with the NUL */

void md5(struct view text, unsigned char digest[MD5_SIZE]);
/* Key of any length. */
void md5_hmac(struct view key, struct view text,
    unsigned char digest[MD5_SIZE]);
/* In lower-case hexadecimal into p (MD5_HEX_MAX bytes).  Returns p. */
const char *md5_hex(const unsigned char digest[MD5_SIZE], char *p);

#endif
