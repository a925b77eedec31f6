#include "send/fresh.h"
#include "tests/tap.h"

static struct fresh fresh;

static void
put(uint64_t id, unsigned channels, struct view sender, struct view records)
{
	struct fresh_message m = { .id = id, .birth = 100,
	    .channels = channels, .sender = sender, .records = records };

	fresh_put(&fresh, &m);
}

/* Another number with the same place. */
static uint64_t
twin_of(uint64_t id)
{
	uint64_t twin = id + 1;

	while (fresh_place(twin) != fresh_place(id))
		twin++;
	return twin;
}

/* Numbers in steps of 4, as file systems give them, use most places. */
static void
check_spread(void)
{
	static bool is_used[FRESH_MAX];
	unsigned used = 0;

	for (uint64_t id = 1000; id < 1000 + 4 * FRESH_MAX; id += 4) {
		used += !is_used[fresh_place(id)];
		is_used[fresh_place(id)] = true;
	}
	CHECK(used > FRESH_MAX / 2);
}

static void
check_once(void)
{
	const struct fresh_entry *e;

	put(7, 1, VIEW_LIT("s@x.example"), VIEW_LIT("Ta@x\0Tb@x\0"));
	CHECK(fresh_take(&fresh, 8) == NULL);
	CHECK(fresh_take(&fresh, twin_of(7)) == NULL);
	e = fresh_take(&fresh, 7);
	CHECK(e != NULL);
	CHECK_VIEW("sender", fresh_sender(e), "s@x.example");
	CHECK_VIEW("records", fresh_records(e), "Ta@x\0Tb@x\0");
	CHECK(e->birth == 100 && e->channels == 1);
	CHECK(fresh_take(&fresh, 7) == NULL);	/* the second attempt */
}

static void
check_two_channels(void)
{
	const struct fresh_entry *e;

	put(9, 2, VIEW_EMPTY, VIEW_LIT("Tof@one\0"));
	e = fresh_take(&fresh, 9);
	CHECK(e != NULL);
	CHECK_VIEW("of which?", fresh_records(e), "");
	CHECK(fresh_take(&fresh, 9) != NULL);
	CHECK(fresh_take(&fresh, 9) == NULL);
}

/* What does not fit is read from disk: never a shorter sender, or another's. */
static void
check_forgotten(void)
{
	char text[FRESH_TEXT_MAX + 1];
	const struct fresh_entry *e;

	memset(text, 'x', sizeof(text));
	put(11, 1, VIEW_LIT("old@x"), VIEW_EMPTY);
	put(11, 1, view_make(text, sizeof(text)), VIEW_EMPTY);
	CHECK(fresh_take(&fresh, 11) == NULL);
	put(11, 1, view_make(text, FRESH_TEXT_MAX), VIEW_LIT("T"));
	e = fresh_take(&fresh, 11);
	CHECK(e != NULL);
	CHECK_INT("whole", fresh_sender(e).len, FRESH_TEXT_MAX);
	CHECK_INT("no room", fresh_records(e).len, 0);
	put(11, 1, view_make(text, 30), view_make(text, FRESH_TEXT_MAX - 30));
	e = fresh_take(&fresh, 11);
	CHECK_INT("both fit", fresh_sender(e).len, 30);
	CHECK_INT("both fit", fresh_records(e).len, FRESH_TEXT_MAX - 30);
	put(11, 1, view_make(text, 30), view_make(text, FRESH_TEXT_MAX - 29));
	e = fresh_take(&fresh, 11);
	CHECK_INT("the sender fits", fresh_sender(e).len, 30);
	CHECK_INT("they do not", fresh_records(e).len, 0);
	uint64_t twin = twin_of(12), third = twin_of(twin);
	put(12, 1, VIEW_LIT("a@x"), VIEW_EMPTY);
	put(twin, 1, VIEW_LIT("b@x"), VIEW_EMPTY);
	put(third, 1, VIEW_LIT("c@x"), VIEW_EMPTY);
	CHECK(fresh_take(&fresh, 12) == NULL);
	CHECK_VIEW("beside", fresh_sender(fresh_take(&fresh, twin)), "b@x");
	CHECK_VIEW("in its place", fresh_sender(fresh_take(&fresh, third)),
	    "c@x");
	CHECK(fresh_take(&fresh, twin) == NULL);
	put(13, 0, VIEW_LIT("nobody@x"), VIEW_EMPTY);
	CHECK(fresh_take(&fresh, 13) == NULL);	/* no recipients */
}

int
main(void)
{
	check_spread();
	check_once();
	check_two_channels();
	check_forgotten();
	return tap_end();
}
