#include "lib/tai.h"

#include <time.h>

#include "lib/attr.h"
#include "tests/tap.h"

static const struct { int64_t unix_s; uint32_t nano; const char *label; } good[] = {
	/* spec: supervise.md 5 */
	{ 0, 0, "@400000000000000a00000000" },
	{ 1, 999999999, "@400000000000000b3b9ac9ff" },
	{ -11, 5, "@3fffffffffffffff00000005" },
	{ 946684800, 500000000, "@40000000386d438a1dcd6500" },
	{ INT64_C(4294967296), 0, "@400000010000000a00000000" },
};

static const char *const bad[] = {
	"", "@", "@400000000000000a0000000", "400000000000000a00000000@",
	"@400000000000000A00000000", "@400000000000000g00000000",
	"@400000000000000a3b9aca00",	/* 10^9 ns */
	"@800000000000000a00000000",	/* reserved */
	"@ffffffffffffffff00000000",
};

int
main(void)
{
	char text[TAI_LABEL + 1];
	unsigned char packed[TAI_PACK];
	struct tai t, back;
	int64_t before;

	for (size_t i = 0; i < NELEM(good); i++) {
		tai_from_unix(&t, good[i].unix_s, good[i].nano);
		tai_fmt(&t, text);
		CHECK_STR("label", view_of(text), good[i].label);
		CHECK(tai_scan(view_of(good[i].label), &back) == 0);
		CHECK(back.sec == t.sec && back.nano == t.nano);
		CHECK_INT("seconds", tai_to_unix(&back), good[i].unix_s);
		tai_pack(&t, packed);
		tai_unpack(packed, &back);
		CHECK(back.sec == t.sec && back.nano == t.nano);
	}
	CHECK_INT("first byte", packed[0], 0x40);
	CHECK_INT("text may follow",
	    tai_scan(VIEW_LIT("@400000000000000a00000000 text"), &t), 0);
	for (size_t i = 0; i < NELEM(bad); i++)
		CHECK_INT(bad[i], tai_scan(view_of(bad[i]), &t), -1);
	tai_from_unix(&t, 5, 999999998);
	back = t;
	tai_step(&back);
	CHECK(tai_is_before(&t, &back) && !tai_is_before(&back, &t));
	CHECK(!tai_is_before(&t, &t));
	tai_step(&back);
	CHECK(back.sec == t.sec + 1 && back.nano == 0);
	CHECK(tai_is_before(&t, &back) && !tai_is_before(&back, &t));
	before = time(NULL);
	tai_now(&t);
	/* time(2) may be a tick behind */
	CHECK(tai_to_unix(&t) >= before && tai_to_unix(&t) <= time(NULL) + 1);
	return tap_end();
}
