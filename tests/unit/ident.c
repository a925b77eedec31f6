#include "lib/ident.h"

#include "tests/tap.h"

#define X50 "0123456789" "0123456789" "0123456789" "0123456789" "0123456789"

static const struct { const char *reply; bool want; const char *id; } cases[] = {
	{ "6193, 23 : USERID : UNIX : joe\r", true, "joe" },
	{ "6193,23:USERID:UNIX:joe", true, "joe" },
	{ "1 , 2 : userid : OTHER , x : \tj\x01oe", true, "j" },
	{ "1,2:USERID:UNIX:joe:more", true, "joe" },
	{ "1,2:USERID:UNIX:joe smith", true, "joe" },
	{ "1,2:USERID:UNIX:" X50 X50 "x", true, X50 X50 },
	{ "1,2:USERID:UNIX:\xff", true, "\xff" },
	{ "1,2:ERROR:NO-USER", false, "" },
	{ "1,2:ERROR:UNIX:joe", false, "" },
	{ "1,2:USERID:UNIX", false, "" },
	{ "1,2:USERID:UNIX: \r", false, "" },
	{ "1,2:USERID", false, "" },
	{ "joe", false, "" },
	{ "", false, "" },
};

int
main(void)
{
	for (size_t i = 0; i < NELEM(cases); i++) {
		struct view id = VIEW_EMPTY;
		bool got = ident_parse(view_of(cases[i].reply), &id);
		CHECK_INT(cases[i].reply, got, cases[i].want);
		if (got)
			CHECK_STR(cases[i].reply, id, cases[i].id);
	}
	return tap_end();
}
