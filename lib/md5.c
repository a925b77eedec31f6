#include "lib/md5.h"

#include <stdint.h>
#include <string.h>

#include "lib/attr.h"
#include "lib/hash.h"

#define WORDS 4
#define ROUNDS 64

static const uint32_t t[ROUNDS] = {	/* 2^32 |sin(i + 1)|, RFC 1321 3.4 */
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a,
	0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be,
	0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340,
	0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8,
	0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
	0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa,
	0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92,
	0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
	0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391
};

/* By how much each step rotates: four that repeat in each sixteen. */
static const unsigned turns[4][4] = {
	{ 7, 12, 17, 22 }, { 5, 9, 14, 20 },
	{ 4, 11, 16, 23 }, { 6, 10, 15, 21 }
};

/* Step i's mix of the three other words, and which word of the block. */
static uint32_t
mix(size_t i, const uint32_t v[WORDS], size_t *at)
{
	uint32_t b = v[1], c = v[2], d = v[3];

	switch (i / 16) {
	case 0:
		*at = i;
		return (b & c) | (~b & d);
	case 1:
		*at = (5 * i + 1) % 16;
		return (b & d) | (c & ~d);
	case 2:
		*at = (3 * i + 5) % 16;
		return b ^ c ^ d;
	}
	*at = 7 * i % 16;
	return c ^ (b | ~d);
}

static void
compress(uint32_t *state, const uint32_t block[16])
{
	uint32_t v[WORDS];
	size_t at;

	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < ROUNDS; i++) {
		unsigned n = turns[i / 16][i % 4];
		uint32_t x = mix(i, v, &at) + v[0] + t[i] + block[at];

		v[0] = v[3];
		v[3] = v[2];
		v[2] = v[1];
		v[1] += x << n | x >> (32 - n);
	}
	for (size_t i = 0; i < WORDS; i++)
		state[i] += v[i];
}

static const struct hash_kind kind = {
	.words = WORDS, .compress = compress,
	.first = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 }
};
static_assert(MD5_SIZE == WORDS * sizeof(uint32_t), "the state");

void
md5(struct view text, unsigned char digest[MD5_SIZE])
{
	hash_sum(&kind, text, digest);
}

void
md5_hmac(struct view key, struct view text, unsigned char digest[MD5_SIZE])
{
	hash_hmac(&kind, key, text, digest);
}

const char *
md5_hex(const unsigned char digest[MD5_SIZE], char *p)
{
	return hash_hex(digest, MD5_SIZE, p);
}
