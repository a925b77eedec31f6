#include "lib/sha256.h"

#include <stdint.h>
#include <string.h>

#include "lib/attr.h"
#include "lib/hash.h"

#define WORDS 8
#define ROUNDS 64

static const uint32_t k[ROUNDS] = {	/* FIPS 180-4 4.2.2 */
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
	0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static void
schedule(const uint32_t block[16], uint32_t w[ROUNDS])
{
	memcpy(w, block, 16 * sizeof(w[0]));
	for (size_t i = 16; i < ROUNDS; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] +
		    (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
		    (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
	}
}

static void
compress(uint32_t *state, const uint32_t block[16])
{
	uint32_t w[ROUNDS], v[WORDS];

	schedule(block, w);
	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < ROUNDS; i++) {
		uint32_t a = v[0], e = v[4];
		uint32_t t = v[7] + k[i] + w[i] +
		    (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
		    ((e & v[5]) ^ (~e & v[6]));
		uint32_t u = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
		    ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));

		memmove(v + 1, v, (WORDS - 1) * sizeof(v[0]));
		v[4] += t;
		v[0] = t + u;
	}
	for (size_t i = 0; i < WORDS; i++)
		state[i] += v[i];
}

static const struct hash_kind kind = {
	.words = WORDS, .is_big_endian = true, .compress = compress,
	.first = {		/* FIPS 180-4 5.3.3 */
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
	}
};
static_assert(SHA256_SIZE == WORDS * sizeof(uint32_t), "the state");

void
sha256(struct view text, unsigned char digest[SHA256_SIZE])
{
	hash_sum(&kind, text, digest);
}

void
sha256_hmac(struct view key, struct view text,
    unsigned char digest[SHA256_SIZE])
{
	hash_hmac(&kind, key, text, digest);
}

const char *
sha256_hex(const unsigned char digest[SHA256_SIZE], char *p)
{
	return hash_hex(digest, SHA256_SIZE, p);
}
