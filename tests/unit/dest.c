/* dest.c: how many processes a destination gets. */
#include "mail/dest.h"

#include "tests/tap.h"

static struct dest_table t;

/* Start as many as it takes for waiting deliveries; how many that is. */
static unsigned
start_all(struct dest *d, unsigned running, unsigned waiting, int64_t now,
    int64_t *again)
{
	struct dest_load l = { .running = running, .waiting = waiting,
	    .birth_ms = 2 };

	while (l.waiting > 0 && dest_may_start(d, &l, now, again)) {
		l.running++;
		l.waiting--;
	}
	return l.running;
}

static void
test_unknown(void)
{
	struct dest *d = dest_get(&t, VIEW_LIT("slow"), 1000);
	int64_t again = 0;

	CHECK_INT("some at once", start_all(d, 0, 120, 1000, &again),
	    DEST_BURST);
	CHECK_INT("when to ask again", again, 1000 + DEST_RAMP_BIRTHS * 2);
	CHECK_INT("not before", start_all(d, DEST_BURST, 100, again - 1,
	    &again), DEST_BURST);
	CHECK_INT("then twice as many", start_all(d, DEST_BURST, 100, again,
	    &again), 2 * DEST_BURST);
	CHECK_INT("and again", start_all(d, 2 * DEST_BURST, 80, again,
	    &again), 4 * DEST_BURST);
	CHECK_INT("never more than wait", start_all(d, 4 * DEST_BURST,
	    DEST_BURST, again, &again), 5 * DEST_BURST);
}

static void
test_fast(void)
{
	struct dest *d = dest_get(&t, VIEW_LIT("fast"), 1000);
	int64_t again = 0;

	dest_note_end(&t, VIEW_LIT("fast"), -1, 1000);
	CHECK_INT("a first delivery says nothing", d->best, -1);
	for (int i = 0; i < 100; i++)
		dest_note_end(&t, VIEW_LIT("fast"), 1 + i % 3, 1000 + i);
	CHECK_INT("one process", start_all(d, 0, 20, 1100, &again), 1);
	CHECK(start_all(d, 1, 119, 1100, &again) <= 10);
	CHECK_INT("stands still", start_all(d, 1, 5, 1100 + DEST_STALL_MS,
	    &again), 2);
}

static void
test_slow(void)
{
	struct dest *d = dest_get(&t, VIEW_LIT("slow"), 5000);
	int64_t again = 0;

	for (int i = 0; i < 3; i++)
		dest_note_end(&t, VIEW_LIT("slow"), 400, 5000);
	CHECK_INT("all at once", start_all(d, 0, 20, 5000, &again), 20);
	dest_note_end(&t, VIEW_LIT("slow"), 2, 5000);
	CHECK(start_all(d, 0, 20, 5000, &again) <= 2);	/* it is fast now */
	for (int i = 0; i < 300; i++)
		dest_note_end(&t, VIEW_LIT("slow"), 400, 5000);
	CHECK_INT("slow again", start_all(d, 0, 20, 5000, &again), 20);
}

static void
test_table(void)
{
	struct buf key = BUF_INIT;
	struct dest *d;

	for (unsigned i = 0; i < 2 * DEST_MAX; i++) {
		buf_clear(&key);
		buf_put_u64(&key, i);
		dest_note_end(&t, buf_view(&key), i, 10000 + i);
	}
	CHECK_INT("bounded", t.n, DEST_MAX);
	d = dest_get(&t, buf_view(&key), 20000);
	CHECK_INT("the newest is known", d->best,
	    (2 * DEST_MAX - 1) * DEST_PART);
	d = dest_get(&t, VIEW_LIT("fast"), 20000);
	CHECK_INT("the oldest is not", d->best, -1);
	buf_free(&key);
}

/* ---- limits ---- */

static void
report(const char *key, const char *text, unsigned running, int64_t now)
{
	struct dest_report r = { .key = view_of(key), .text = view_of(text),
	    .running = running, .limit = 20 };

	dest_note_report(&t, &r, now);
}

#define TAKEN "K192.0.2.1 accepted message.\nRemote host said: 250 ok\n"
#define ENOUGH "ZConnected to 192.0.2.1 but greeting failed.\n" \
	"Remote host said: 421-too many\n421 connections\n"

static unsigned
room(const char *key)
{
	unsigned n = 0;

	while (dest_has_room(&t, view_of(key), n, 20))
		n++;
	return n;
}

/* spec: scheduling.md 10.5 */
static void
test_limits(void)
{
	CHECK_INT("nobody knows it", room("h.new"), 20);
	report("h.a", TAKEN, 4, 50000);
	report("h.b", "h192.0.2.1 does not like recipient.\n", 4, 50000);
	report("h.c", "Z192.0.2.11 accepted message.\n", 4, 50000);
	report("h.d", "ZSorry, no host.\n", 4, 50000);
	report("h.e", "", 4, 50000);
	report("h.e", "Z\n\n999.1.1.1 \n", 4, 50000);
	CHECK(dest_is_same_peer(&t, VIEW_LIT("h.a"), VIEW_LIT("h.b")));
	CHECK(!dest_is_same_peer(&t, VIEW_LIT("h.a"), VIEW_LIT("h.c")));
	CHECK(!dest_is_same_peer(&t, VIEW_LIT("h.d"), VIEW_LIT("h.e")));
	CHECK(dest_is_same_peer(&t, VIEW_LIT("h.d"), VIEW_LIT("h.d")));
	CHECK(!dest_is_same_peer(&t, VIEW_LIT("h.a"), VIEW_LIT("h.none")));
	CHECK_INT("the limit", room("h.a"), 20);
	report("h.a", ENOUGH, 8, 60000);
	CHECK_INT("421: half of them", room("h.a"), 4);
	CHECK_INT("another host there, too", room("h.b"), 4);
	CHECK_INT("not elsewhere", room("h.c"), 20);
	report("h.b", ENOUGH, 4, 60000 + DEST_CUT_MS - 1);
	CHECK_INT("421s at a time are one", room("h.a"), 4);
	report("h.b", ENOUGH, 4, 60000 + DEST_CUT_MS);
	CHECK_INT("and again", room("h.a"), 2);
	report("h.a", ENOUGH, 1, 80000);
	CHECK_INT("never none", room("h.a"), 1);
	report("h.a", TAKEN, 1, 80001);
	CHECK_INT("one more", room("h.a"), 2);
	report("h.a", TAKEN, 2, 80001);
	CHECK_INT("only when both were accepted", room("h.a"), 2);
	report("h.a", TAKEN, 2, 80001);
	CHECK_INT("another one", room("h.b"), 3);
	for (int i = 0; i < 500; i++)
		report("h.a", TAKEN, 20, 80002);
	CHECK_INT("the limit again", room("h.a"), 20);
}

int
main(void)
{
	test_unknown();
	test_fast();
	test_slow();
	test_table();
	test_limits();
	for (size_t i = 0; i < t.n; i++)
		buf_free(&t.v[i].key);
	return tap_end();
}
