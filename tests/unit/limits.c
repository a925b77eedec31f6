#include "ucspi/limits.h"

#include <string.h>

#include "lib/prog.h"
#include "tests/tap.h"

#define ROOM 8

static struct limits l;

static struct ip
ip(const char *text)
{
	struct ip got = IP_ANY4;

	CHECK_INT(text, ip_scan(view_of(text), &got), 0);
	return got;
}

static struct limits_entry *
come(const char *text, pid_t pid)
{
	struct ip who = ip(text);
	struct limits_entry *e;

	(void)limits_arrive(&l, &who);
	e = limits_stay(&l);
	limits_started(&l, e, pid);
	return e;
}

static int
hosts(const char *text)
{
	struct ip who = ip(text);

	return (int)limits_same_host(&l, &who, l.seq);
}

static int
nets(const char *text)
{
	struct ip who = ip(text);

	return (int)limits_same_net(&l, &who, l.seq);
}

static void
test_counts(void)
{
	CHECK_INT("room", limits_init(&l, ROOM), 0);
	CHECK_INT("nobody", hosts("192.0.2.1"), 0);
	come("192.0.2.1", 101);
	come("192.0.2.1", 102);
	come("192.0.2.9", 103);
	CHECK_INT("two of a host", hosts("192.0.2.1"), 2);
	CHECK_INT("three of a net", nets("192.0.2.77"), 3);
	CHECK_INT("not of the next net", nets("192.0.3.1"), 0);
	come("2001:db8:1:2::1", 104);
	come("2001:db8:1:2:ffff::9", 105);
	come("2001:db8:1:3::1", 106);
	CHECK_INT("a /64 is a host", hosts("2001:db8:1:2::5"), 2);
	CHECK_INT("a /48 is a net", nets("2001:db8:1:9::"), 3);
	/* ::/64 contains the mapped form of all of IPv4 */
	CHECK_INT("IPv4 is not in ::/64", hosts("::1"), 0);
	CHECK_INT("running", (int)l.running, 6);
}

static void
test_leaving(void)
{
	CHECK_INT("somebody else's child", limits_leave(&l, 999), 0);
	CHECK_INT("ours", limits_leave(&l, 101), 1);
	CHECK_INT("not twice", limits_leave(&l, 101), 0);
	CHECK_INT("one of the host is left", hosts("192.0.2.1"), 1);
	come("192.0.2.1", 107);
	CHECK_INT("its place is taken again", (int)l.top, 6);
	/* fork failed: the place is free as if nothing had been */
	(void)limits_arrive(&l, &IP_ANY4);
	limits_drop(&l, limits_stay(&l));
	CHECK_INT("running", (int)l.running, 6);
	for (int pid = 102; pid <= 107; pid++)
		CHECK_INT("goes", limits_leave(&l, pid), 1);
	CHECK_INT("all gone", (int)l.running, 0);
	CHECK_INT("nothing to look through", (int)l.top, 0);
	CHECK_INT("nobody", nets("192.0.2.1"), 0);
}

/* Children that are started at the same time, known in another order. */
static void
test_two_at_once(void)
{
	struct ip one = ip("198.51.100.1"), two = ip("198.51.100.2");
	struct limits_entry *a, *b;

	(void)limits_arrive(&l, &one);
	a = limits_stay(&l);
	(void)limits_arrive(&l, &two);
	b = limits_stay(&l);
	limits_started(&l, b, 402);
	limits_started(&l, a, 401);
	CHECK_INT("the first goes", limits_leave(&l, 401), 1);
	CHECK_INT("it was that one's", hosts("198.51.100.1"), 0);
	CHECK_INT("the other stays", hosts("198.51.100.2"), 1);
	CHECK_INT("and goes", limits_leave(&l, 402), 1);
}

static void
test_correction(void)
{
	struct ip client = ip("198.51.100.7");
	struct limits_entry *e = come("192.0.2.1", 201);

	limits_correct(&l, e, &client);
	CHECK_INT("the relay has none", hosts("192.0.2.1"), 0);
	CHECK_INT("its client has one", hosts("198.51.100.7"), 1);
	CHECK_INT("recently, too", (int)limits_recent(&l, &client, l.seq, 60),
	    1);
	CHECK_INT("it goes", limits_leave(&l, 201), 1);
	CHECK_INT("recent is not open", (int)limits_recent(&l, &client, l.seq,
	    60), 1);
}

/* Who comes at the limit counts only those before him. */
static void
test_order(void)
{
	struct ip who = ip("192.0.2.200");
	uint64_t first = limits_arrive(&l, &who), second;

	(void)limits_stay(&l);
	second = limits_arrive(&l, &who);
	(void)limits_stay(&l);
	CHECK_INT("first", (int)limits_same_host(&l, &who, first), 1);
	CHECK_INT("second", (int)limits_same_host(&l, &who, second), 2);
	CHECK_INT("recent first", (int)limits_recent(&l, &who, first, 60), 1);
}

static void
test_many(void)
{
	struct ip who = ip("203.0.113.1");
	struct limits big;

	CHECK_INT("room for 2000", limits_init(&big, 2000), 0);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 2000; i++) {
			(void)limits_arrive(&big, &who);
			limits_started(&big, limits_stay(&big), 1000 + i);
		}
		CHECK_INT("full", (int)limits_same_host(&big, &who, big.seq),
		    2000);
		for (int i = 1999; i >= 0; i--)
			if (!limits_leave(&big, 1000 + i))
				CHECK_INT("leaves", 0, 1);
	}
	CHECK_INT("empty", (int)big.running, 0);
	CHECK_INT("4096 are remembered", (int)limits_recent(&big, &who,
	    big.seq, 60), LIMITS_RECENT);
}

int
main(void)
{
	prog_init("limits", oom_exit);
	test_counts();
	test_leaving();
	test_two_at_once();
	test_correction();
	test_order();
	test_many();
	return tap_end();
}
