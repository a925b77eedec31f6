#include "mail/smtproute.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/attr.h"
#include "lib/io.h"
#include "tests/tap.h"

static const struct {
	const char *in;
	int want;
	const char *relay;
	unsigned port;
	bool has_auth;
	const char *user, *password;
} values[] = {
	/* spec: control.md 4 */
	{ "", 0, "", 25, false, "", "" },
	{ "relay", 0, "relay", 25, false, "", "" },
	{ "relay:", 0, "relay", 25, false, "", "" },
	{ "relay:2525", 0, "relay", 2525, false, "", "" },
	{ "10.0.0.1:26", 0, "10.0.0.1", 26, false, "", "" },
	{ "[10.0.0.1]:26", 0, "[10.0.0.1]", 26, false, "", "" },
	/* spec: control.md 4#1, 7.7 */
	{ "[2001:db8::1]", 0, "[2001:db8::1]", 25, false, "", "" },
	{ "[2001:db8::1]:2525", 0, "[2001:db8::1]", 2525, false, "", "" },
	{ "relay|u|p", 0, "relay", 25, true, "u", "p" },
	{ "relay:587|u@x|p:q|r", 0, "relay", 587, true, "u@x", "p:q|r" },
	{ "relay:587|u", 0, "relay", 587, true, "u", "" },
	{ "|u|p", 0, "", 25, true, "u", "p" },
	{ "relay:65535", 0, "relay", 65535, false, "", "" },
	{ "relay:65536", -1, "", 0, false, "", "" },
	{ "relay:25x", -1, "", 0, false, "", "" },
	{ "relay:-1", -1, "", 0, false, "", "" },
	{ "relay: 25", -1, "", 0, false, "", "" },
	{ "2001:db8::1", -1, "", 0, false, "", "" },
	{ "[2001:db8::1", 0, "[2001:db8::1", 25, false, "", "" },
};

static const char routes_text[] =
    "full.example:a\n"
    ".sub.example:b:26\n"
    "mx.sub.example:\n"
    ".bad.example:c:x\n"
    ":last\n";

static const struct { const char *host; int want; const char *relay;
    unsigned port; } lookups[] = {
	/* spec: control.md 4 */
	{ "full.example", 0, "a", 25 },
	{ "FULL.Example", 0, "a", 25 },
	{ "x.full.example", 0, "last", 25 },
	{ "x.sub.example", 0, "b", 26 },
	{ "y.x.sub.example", 0, "b", 26 },
	{ "sub.example", 0, "last", 25 },
	{ "mx.sub.example", 0, "", 25 },
	{ "x.bad.example", -1, "", 0 },
	{ "", 0, "last", 25 },
};

static void
test_values(void)
{
	struct smtproute r;

	for (size_t i = 0; i < NELEM(values); i++) {
		const char *name = values[i].in;
		int got = smtproute_scan(view_of(name), &r);
		CHECK_INT(name, got, values[i].want);
		if (got < 0)
			continue;
		CHECK_STR(name, r.relay, values[i].relay);
		CHECK_INT(name, r.port, values[i].port);
		CHECK_INT(name, r.has_auth, values[i].has_auth);
		CHECK_STR(name, r.user, values[i].user);
		CHECK_STR(name, r.password, values[i].password);
	}
}

static void
test_lookups(void)
{
	struct control_list routes = CONTROL_LIST_INIT;
	char path[] = "/tmp/smtproute.XXXXXX";
	struct smtproute r;
	int fd = mkstemp(path);

	CHECK(fd >= 0 && io_write_all(fd, routes_text,
	    sizeof(routes_text) - 1) == 0);
	CHECK(control_map_path(path, &routes) == 1);
	for (size_t i = 0; i < NELEM(lookups); i++) {
		const char *host = lookups[i].host;
		int got = smtproute_find(&routes, view_of(host), &r);
		CHECK_INT(host, got, lookups[i].want);
		if (got < 0)
			continue;
		CHECK_STR(host, r.relay, lookups[i].relay);
		CHECK_INT(host, r.port, lookups[i].port);
	}
	control_list_free(&routes);
	CHECK_INT("no routes", smtproute_find(&routes, VIEW_LIT("x"), &r), 0);
	CHECK_VIEW("no routes", r.relay, "");
	close(fd);
	unlink(path);
}

int
main(void)
{
	test_values();
	test_lookups();
	return tap_end();
}
