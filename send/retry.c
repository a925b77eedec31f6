#include "send/retry.h"

#define RETRY_SKIP_LOCAL 10	/* scheduling.md 1: channel skip */
#define RETRY_SKIP_REMOTE 20
#define RETRY_AGE_MAX ((uint64_t)1 << 60)	/* seconds; no sum overflows */

uint64_t
retry_isqrt(uint64_t n)
{
	uint64_t root = 0, bit = (uint64_t)1 << 62;

	while (bit > n)
		bit >>= 2;
	for (; bit != 0; bit >>= 2) {
		if (n >= root + bit) {
			n -= root + bit;
			root = (root >> 1) + bit;
		} else
			root >>= 1;
	}
	return root;
}

int64_t
retry_next(int64_t birth, int64_t now, enum channel c)
{
	uint64_t age = 0, step;

	/* a birth in the future, or a clock set back, counts as newborn */
	if (now > birth)
		age = (uint64_t)now - (uint64_t)birth;
	if (age > RETRY_AGE_MAX)
		age = RETRY_AGE_MAX;
	step = retry_isqrt(age) +
	    (c == CHANNEL_LOCAL ? RETRY_SKIP_LOCAL : RETRY_SKIP_REMOTE);
	if (birth > INT64_MAX - (int64_t)(step * step))
		return INT64_MAX;
	return birth + (int64_t)(step * step);
}
