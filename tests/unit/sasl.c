#include "mail/sasl.h"

#include "tests/tap.h"

/* spec: auth-and-relay.md 2 */
static const struct {
	const char *name;
	struct view in;
	int want;
	const char *user, *secret;	/* untouched on error */
} plain[] = {
	{ "no other identity", VIEW_LIT("\0joe\0pass"), 0, "joe", "pass" },
	{ "the own identity", VIEW_LIT("joe\0joe\0p q"), 0, "joe", "p q" },
	{ "somebody else's", VIEW_LIT("ann\0joe\0pass"), -1, "-", "-" },
	{ "a beginning of it", VIEW_LIT("jo\0joe\0pass"), -1, "-", "-" },
	{ "no NUL", VIEW_LIT("joepass"), -1, "-", "-" },
	{ "one NUL", VIEW_LIT("joe\0pass"), -1, "-", "-" },
	{ "three NULs", VIEW_LIT("\0joe\0pass\0"), -1, "-", "-" },
	{ "no name", VIEW_LIT("\0\0pass"), -1, "-", "-" },
	{ "no password", VIEW_LIT("\0joe\0"), -1, "-", "-" },
	{ "nothing", VIEW_LIT(""), -1, "-", "-" },
};

#define DIGEST "0123456789abcdef0123456789abcdef"

static const struct {
	const char *name;
	struct view in;
	int want;
	const char *user, *digest;
} cram[] = {
	{ "name and digest", VIEW_LIT("joe " DIGEST), 0, "joe", DIGEST },
	{ "a name with blanks", VIEW_LIT("a b " DIGEST), 0, "a b", DIGEST },
	{ "no name", VIEW_LIT(" " DIGEST), -1, "-", "-" },
	{ "no blank", VIEW_LIT(DIGEST), -1, "-", "-" },
	{ "no digest", VIEW_LIT("joe"), -1, "-", "-" },
	{ "an empty digest", VIEW_LIT("joe "), -1, "-", "-" },
	{ "a digit too many", VIEW_LIT("joe 0" DIGEST), -1, "-", "-" },
	{ "other digits",
	    VIEW_LIT("joe 0123456789ABCDEF0123456789abcdef"), -1, "-", "-" },
	{ "a NUL", VIEW_LIT("jo\0e " DIGEST), -1, "-", "-" },
	{ "nothing", VIEW_LIT(""), -1, "-", "-" },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
		struct view user = VIEW_LIT("-"), secret = VIEW_LIT("-");
		CHECK_INT(plain[i].name,
		    sasl_plain(plain[i].in, &user, &secret), plain[i].want);
		CHECK_STR("user", user, plain[i].user);
		CHECK_STR("password", secret, plain[i].secret);
	}
	for (size_t i = 0; i < sizeof(cram) / sizeof(cram[0]); i++) {
		struct view user = VIEW_LIT("-"), digest = VIEW_LIT("-");
		CHECK_INT(cram[i].name,
		    sasl_cram(cram[i].in, &user, &digest), cram[i].want);
		CHECK_STR("user", user, cram[i].user);
		CHECK_STR("digest", digest, cram[i].digest);
	}
	return tap_end();
}
