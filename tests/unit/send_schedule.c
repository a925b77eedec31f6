#include <inttypes.h>

#include "send/heap.h"
#include "send/idset.h"
#include "send/retry.h"
#include "tests/tap.h"

/* spec: scheduling.md 2: seconds after birth of attempt and the next one */
static const struct {
	int64_t age;
	int64_t local, remote;
} table[] = {
	{ 0, 100, 400 },
	{ 1, 121, 441 },
	{ 3, 121, 441 },
	{ 4, 144, 484 },
	{ 9, 169, 529 },
	{ 12, 169, 529 },
	{ 99, 361, 841 },
	{ 100, 400, 900 },
	{ 400, 900, 1600 },
	{ 900, 1600, 2500 },
	{ 1600, 2500, 3600 },
	{ 3600, 4900, 6400 },
	{ 604800, 619369, 635209 },	/* isqrt 777 */
	{ -5, 100, 400 },		/* born in the future: newborn */
	{ ((int64_t)1 << 40), 1099532599396, 1099553571216 },
};

static void
check_table(void)
{
	const int64_t birth = 1764000000;

	for (size_t i = 0; i < NELEM(table); i++) {
		CHECK_INT("local", retry_next(birth, birth + table[i].age,
		    CHANNEL_LOCAL), birth + table[i].local);
		CHECK_INT("remote", retry_next(birth, birth + table[i].age,
		    CHANNEL_REMOTE), birth + table[i].remote);
	}
	CHECK(retry_next(0, INT64_MAX, CHANNEL_LOCAL) > 0);
	CHECK(retry_next(INT64_MIN, INT64_MAX, CHANNEL_REMOTE) < INT64_MAX);
	CHECK_INT("no wrap", retry_next(INT64_MAX - 5, INT64_MAX,
	    CHANNEL_REMOTE), INT64_MAX);
}

/* About 78 local and 39 remote attempts within the default lifetime. */
static int
attempts(enum channel c)
{
	int64_t t = 0;
	int n = 0;

	while (t <= 604800) {
		n++;
		t = retry_next(0, t, c);
	}
	return n;
}

/* spec: scheduling.md 1, 10.9 */
static void
check_isqrt(void)
{
	static const uint64_t roots[] = { 0, 1, 2, 3, 10, 65535, 65536, 94906265,
	    94906266, 94906267, 3037000499, 4294967294, 4294967295 };

	for (size_t i = 0; i < NELEM(roots); i++) {
		uint64_t r = roots[i];
		CHECK_INT("square", retry_isqrt(r * r), r);
		CHECK_INT("below the next", retry_isqrt(r * r + 2 * r), r);
		if (r > 0)
			CHECK_INT("below", retry_isqrt(r * r - 1), r - 1);
	}
	CHECK_INT("largest", retry_isqrt(UINT64_MAX), 4294967295);
}

static void
check_heap(void)
{
	struct heap h = HEAP_INIT;
	uint64_t seed = 1;
	int64_t last = INT64_MIN;
	bool in_order = true;
	size_t n = 0;

	CHECK(heap_first(&h) == NULL && !heap_is_due(&h, INT64_MAX));
	heap_drop_first(&h);
	for (uint64_t i = 0; i < 5000; i++) {
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		heap_put(&h, (int64_t)(seed >> 50), i);
	}
	for (; heap_first(&h) != NULL; n++) {
		in_order &= heap_first(&h)->due >= last;
		last = heap_first(&h)->due;
		heap_drop_first(&h);
	}
	CHECK_NAMED("soonest first", in_order);
	CHECK_INT("all of them", n, 5000);
	heap_free(&h);
}

/* spec: scheduling.md 3 (SIGALRM), 10.6 (pace it) */
static void
check_hurry(void)
{
	struct heap h = HEAP_INIT;
	const int64_t now = 1000000;

	heap_hurry(&h, now, 1, 1);
	for (uint64_t i = 0; i < 100; i++)
		heap_put(&h, now + 5000 + (int64_t)(i * 7 % 100), i);
	heap_put(&h, now - 9, 1000);
	heap_put(&h, now + 3, 1001);
	heap_hurry(&h, now, 10, 2);
	CHECK_INT("what was due stays in front", heap_first(&h)->id, 1000);
	CHECK_INT("and due", heap_first(&h)->due, now - 9);
	heap_drop_first(&h);
	CHECK_INT("old order", heap_first(&h)->id, 1001);
	for (int i = 1; i < 10; i++) {
		CHECK_INT("burst", heap_first(&h)->due, now);
		heap_drop_first(&h);
	}
	for (int i = 0; i < 92; i++) {
		CHECK_INT("paced", heap_first(&h)->due, now + i / 2);
		heap_drop_first(&h);
	}
	heap_put(&h, now + 2, 1);
	heap_hurry(&h, now, 0, 1);
	CHECK_INT("never later than it was", heap_first(&h)->due, now);
	heap_free(&h);
}

static void
check_idset(void)
{
	struct idset s = IDSET_INIT;
	bool all = true, none = true;

	CHECK(!idset_has(&s, 0) && !idset_has(&s, 7));
	for (uint64_t i = 0; i < 3000; i++)
		idset_add(&s, i * 4096);
	idset_add(&s, UINT64_MAX);
	idset_add(&s, UINT64_MAX);
	for (uint64_t i = 0; i < 3000; i++) {
		all &= idset_has(&s, i * 4096);
		none &= !idset_has(&s, i * 4096 + 1);
	}
	CHECK(all);
	CHECK(none);
	CHECK(idset_has(&s, 0) && idset_has(&s, UINT64_MAX));
	CHECK_INT("no duplicates", s.len, 3000);	/* 0 is kept apart */
	idset_free(&s);
	CHECK(!idset_has(&s, 4096));
}

int
main(void)
{
	check_table();
	CHECK_INT("local attempts", attempts(CHANNEL_LOCAL), 78);
	CHECK_INT("remote attempts", attempts(CHANNEL_REMOTE), 39);
	check_isqrt();
	check_heap();
	check_hurry();
	check_idset();
	return tap_end();
}
