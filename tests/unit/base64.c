#include "lib/base64.h"

#include "lib/attr.h"
#include "tests/tap.h"

#define V(s) { .p = "" s, .len = sizeof(s) - 1 }

static const struct { struct view in; const char *want; } cases[] = {
	/* RFC 4648 10 */
	{ V(""), "" },
	{ V("f"), "Zg==" },
	{ V("fo"), "Zm8=" },
	{ V("foo"), "Zm9v" },
	{ V("foob"), "Zm9vYg==" },
	{ V("fooba"), "Zm9vYmE=" },
	{ V("foobar"), "Zm9vYmFy" },
	{ V("\0user\0pass"), "AHVzZXIAcGFzcw==" },
	{ V("\377\376\373\357"), "//777w==" },
};

static const char *const bad[] = {
	"Z", "Zg", "Zg=", "Zm9", "=", "====", "Z===", "Zg==Zg==", "Zm9v=",
	"Zh==", "Zm9=", "Zm9v\n", "Zm 9", "Z-9v", "Zm9v====", "Zg=v",
};

static void
test_get(void)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(cases); i++) {
		buf_sets(&b, "=");
		CHECK_INT(cases[i].want,
		    base64_get(&b, view_of(cases[i].want)), 0);
		CHECK(view_is_eq(view_from(buf_view(&b), 1), cases[i].in));
	}
	for (size_t i = 0; i < NELEM(bad); i++)
		CHECK_INT(bad[i], base64_get(&b, view_of(bad[i])), -1);
	CHECK_INT("NUL", base64_get(&b, VIEW_LIT("Zm\0v")), -1);
	buf_free(&b);
}

int
main(void)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(cases); i++) {
		buf_sets(&b, "=");
		base64_put(&b, cases[i].in);
		CHECK_STR(cases[i].want, view_from(buf_view(&b), 1),
		    cases[i].want);
	}
	buf_free(&b);
	test_get();
	return tap_end();
}
