#include "lib/hash.h"

#include <string.h>

#define WORD 4			/* bytes */
#define DIGEST_MAX (HASH_WORDS_MAX * WORD)
#define LENGTH_AT (HASH_BLOCK - 8) /* in the last block: the length in bits */
#define INNER 0x36		/* RFC 2104 2 */
#define OUTER 0x5c

struct hash {
	const struct hash_kind *kind;
	uint32_t state[HASH_WORDS_MAX];
	unsigned char block[HASH_BLOCK];
	uint64_t len;		/* bytes so far */
};

/* The shift of byte i among n of a number. */
static unsigned
shift(const struct hash_kind *kind, size_t i, size_t n)
{
	return (unsigned)(8 * (kind->is_big_endian ? n - 1 - i : i));
}

static void
start(struct hash *h, const struct hash_kind *kind)
{
	h->kind = kind;
	memcpy(h->state, kind->first, sizeof(h->state));
	h->len = 0;
}

static void
compress(struct hash *h)
{
	uint32_t words[HASH_BLOCK / WORD] = { 0 };

	for (size_t i = 0; i < HASH_BLOCK; i++)
		words[i / WORD] |= (uint32_t)h->block[i] <<
		    shift(h->kind, i % WORD, WORD);
	h->kind->compress(h->state, words);
}

static void
add(struct hash *h, struct view v)
{
	while (v.len > 0) {
		size_t at = (size_t)(h->len % HASH_BLOCK);
		size_t n = HASH_BLOCK - at;

		if (n > v.len)
			n = v.len;
		memcpy(h->block + at, v.p, n);
		h->len += n;
		if (at + n == HASH_BLOCK)
			compress(h);
		v = view_from(v, n);
	}
}

static void
finish(struct hash *h, unsigned char *digest)
{
	static const char padding[HASH_BLOCK] = { '\x80' };
	unsigned char bits[8];
	uint64_t len = h->len * 8;
	size_t at = (size_t)(h->len % HASH_BLOCK);

	for (size_t i = 0; i < sizeof(bits); i++)
		bits[i] = (unsigned char)(len >>
		    shift(h->kind, i, sizeof(bits)));
	add(h, view_make(padding,
	    (at < LENGTH_AT ? LENGTH_AT : LENGTH_AT + HASH_BLOCK) - at));
	add(h, view_make((const char *)bits, sizeof(bits)));
	for (size_t i = 0; i < h->kind->words * WORD; i++)
		digest[i] = (unsigned char)(h->state[i / WORD] >>
		    shift(h->kind, i % WORD, WORD));
}

void
hash_sum(const struct hash_kind *kind, struct view text, unsigned char *digest)
{
	struct hash h;

	start(&h, kind);
	add(&h, text);
	finish(&h, digest);
}

static void
sum_keyed(const struct hash_kind *kind, const unsigned char *key,
    unsigned char mask, struct view text, unsigned char *digest)
{
	unsigned char block[HASH_BLOCK];
	struct hash h;

	for (size_t i = 0; i < HASH_BLOCK; i++)
		block[i] = key[i] ^ mask;
	start(&h, kind);
	add(&h, view_make((const char *)block, HASH_BLOCK));
	add(&h, text);
	finish(&h, digest);
}

void
hash_hmac(const struct hash_kind *kind, struct view key, struct view text,
    unsigned char *digest)
{
	unsigned char block[HASH_BLOCK] = { 0 }, inner[DIGEST_MAX];

	if (key.len > HASH_BLOCK)
		hash_sum(kind, key, block);
	else if (key.len > 0)
		memcpy(block, key.p, key.len);
	sum_keyed(kind, block, INNER, text, inner);
	sum_keyed(kind, block, OUTER, view_make((const char *)inner,
	    kind->words * WORD), digest);
}

const char *
hash_hex(const unsigned char *digest, size_t size, char *p)
{
	static const char digit[] = "0123456789abcdef";

	for (size_t i = 0; i < size; i++) {
		p[2 * i] = digit[digest[i] >> 4];
		p[2 * i + 1] = digit[digest[i] & 15];
	}
	p[2 * size] = '\0';
	return p;
}

bool
hash_is_eq(struct view a, struct view b)
{
	unsigned char difference = 0;

	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		difference |= (unsigned char)(a.p[i] ^ b.p[i]);
	return difference == 0;
}
