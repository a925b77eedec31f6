/*
 * hash.h: what SHA-256 and MD5 have in common: blocks of 64 bytes, words of
 * 32 bits, the padding, and HMAC (RFC 2104).  Use lib/sha256.h, lib/md5.h.
 */
#ifndef LIB_HASH_H
#define LIB_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/view.h"

#define HASH_BLOCK 64		/* bytes */
#define HASH_WORDS_MAX 8	/* of a state */

struct hash_kind {
	size_t words;		/* of a state; a digest has four bytes each */
	bool is_big_endian;
	uint32_t first[HASH_WORDS_MAX];
	/* Mix the words of a block into the state. */
	void (*compress)(uint32_t *state, const uint32_t block[16]);
};

void hash_sum(const struct hash_kind *kind, struct view text,
    unsigned char *digest);
/* Key of any length. */
void hash_hmac(const struct hash_kind *kind, struct view key,
    struct view text, unsigned char *digest);
/* size bytes in lower-case hexadecimal and a NUL into p.  Returns p. */
const char *hash_hex(const unsigned char *digest, size_t size, char *p);
/* Compared in a time that does not depend on where they differ. */
bool hash_is_eq(struct view a, struct view b);

#endif
