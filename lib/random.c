#include "lib/random.h"

#include "lib/os.h"
#include "lib/prog.h"

void
random_bytes(void *p, size_t n)
{
	if (os_random(p, n) < 0)
		die_sys("unable to get random bytes");
}

uint32_t
random_below(uint32_t n)
{
	uint32_t r, unfair = (uint32_t)(-n) % n;	/* 2^32 mod n */

	do
		random_bytes(&r, sizeof(r));
	while (r < unfair);
	return r % n;
}
