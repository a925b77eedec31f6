/* What relay-ctrl-send and relay-ctrl-udp read from outside. */
#include "relay/datagram.h"
#include "relay/remotes.h"

#include "lib/attr.h"
#include "tests/tap.h"

/* spec: auth-and-relay.md 3.1 */
static const struct { const char *in; int want; size_t n; const char *last; unsigned port; } lists[] = {
	{ "10.0.0.1", 0, 1, "10.0.0.1", 811 },
	{ "10.0.0.1:99,10.0.0.2:65535", 0, 2, "10.0.0.2", 65535 },
	{ "2001:DB8::1", 0, 1, "2001:db8::1", 811 },
	{ "[2001:db8::1]:7", 0, 1, "2001:db8::1", 7 },
	{ "[2001:db8::1]", 0, 1, "2001:db8::1", 811 },
	{ ",10.0.0.1,", 0, 1, "10.0.0.1", 811 },
	{ "", 0, 0, NULL, 0 },
	{ "10.0.0.1:0", -1, 0, NULL, 0 },
	{ "10.0.0.1:65536", -1, 0, NULL, 0 },
	{ "10.0.0.1:", -1, 0, NULL, 0 },
	{ "host", -1, 0, NULL, 0 },
	{ "[10.0.0.1", -1, 0, NULL, 0 },
	{ "[2001:db8::1]7", -1, 0, NULL, 0 },
};

static void
check_lists(void)
{
	struct relay_remote remotes[RELAY_REMOTES_MAX];
	char text[IP_FMT_MAX], many[16 * RELAY_REMOTES_MAX + 16];
	size_t n, len = 0;

	for (size_t i = 0; i < NELEM(lists); i++) {
		CHECK_INT(lists[i].in, relay_remotes_scan(view_of(lists[i].in),
		    811, remotes, &n), lists[i].want);
		if (lists[i].want < 0)
			continue;
		CHECK_INT(lists[i].in, n, lists[i].n);
		if (n == 0)
			continue;
		CHECK_STR(lists[i].in, view_of(ip_fmt(&remotes[n - 1].ip, text)),
		    lists[i].last);
		CHECK_INT(lists[i].in, remotes[n - 1].port, lists[i].port);
	}
	for (size_t i = 0; i <= RELAY_REMOTES_MAX; i++, len += 8)
		memcpy(many + len, "1.2.3.4,", 8);
	CHECK_INT("too many", relay_remotes_scan(view_make(many, len), 811,
	    remotes, &n), -1);
	CHECK_INT("just enough", relay_remotes_scan(view_make(many, len - 8),
	    811, remotes, &n), 0);
}

/* spec: auth-and-relay.md 3.4 */
static void
check_signed(void)
{
	struct relay_key key = RELAY_KEY_INIT, none = RELAY_KEY_INIT;
	struct relay_clock at = { 1000000, 900 };
	struct buf request = BUF_INIT;
	struct view address;

	relay_request_put(&none, VIEW_LIT("10.0.0.1"), at.now, &request);
	CHECK_STR("plain", buf_view(&request), "10.0.0.1");
	CHECK_INT("plain", relay_request_scan(&none, at, buf_view(&request),
	    &address), 0);
	CHECK_STR("plain", address, "10.0.0.1");

	key.is_set = true;
	buf_sets(&key.text, "secret");
	CHECK_INT("plain, key wanted", relay_request_scan(&key, at,
	    buf_view(&request), &address), -1);
	buf_clear(&request);
	relay_request_put(&key, VIEW_LIT("10.0.0.1"), at.now, &request);
	CHECK_INT("signed", relay_request_scan(&key, at, buf_view(&request),
	    &address), 0);
	CHECK_STR("signed", address, "10.0.0.1");
	at.now += 900;
	CHECK_INT("as old as may be", relay_request_scan(&key, at,
	    buf_view(&request), &address), 0);
	at.now += 1;
	CHECK_INT("too old", relay_request_scan(&key, at, buf_view(&request),
	    &address), -1);
	at.now -= 1802;
	CHECK_INT("of the future", relay_request_scan(&key, at,
	    buf_view(&request), &address), -1);
	at.now = 1000000;
	for (size_t i = 0; i < request.len; i++) {
		request.p[i] ^= 1;
		if (relay_request_scan(&key, at, buf_view(&request),
		    &address) == 0)
			CHECK_INT("changed and good at", (int)i, -1);
		request.p[i] ^= 1;
	}
	CHECK_INT("cut", relay_request_scan(&key, at, view_upto(
	    buf_view(&request), request.len - 1), &address), -1);
	buf_free(&request);
	buf_free(&key.text);
}

int
main(void)
{
	check_lists();
	check_signed();
	return tap_end();
}
