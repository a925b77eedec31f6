#include "lib/num.h"

#include <errno.h>

#include "tests/tap.h"

static const struct { struct view in; uint64_t max, n; int error; } cases[] = {
	{ VIEW_LIT("0"), 9, 0, 0 },
	{ VIEW_LIT("007"), 9, 7, 0 },
	{ VIEW_LIT("10"), 10, 10, 0 },
	{ VIEW_LIT("18446744073709551615"), UINT64_MAX, UINT64_MAX, 0 },
	{ VIEW_LIT("11"), 10, 0, ERANGE },
	{ VIEW_LIT("1"), 0, 0, ERANGE },
	{ VIEW_LIT("18446744073709551616"), UINT64_MAX, 0, ERANGE },
	{ VIEW_LIT("99999999999999999999999"), UINT64_MAX, 0, ERANGE },
	{ VIEW_LIT(""), 9, 0, EINVAL },
	{ VIEW_LIT("+1"), 9, 0, EINVAL },
	{ VIEW_LIT("-1"), 9, 0, EINVAL },
	{ VIEW_LIT(" 1"), 9, 0, EINVAL },
	{ VIEW_LIT("1 "), 9, 0, EINVAL },
	{ VIEW_LIT("1\0"), 9, 0, EINVAL },
	{ VIEW_LIT("a"), 9, 0, EINVAL },
	{ VIEW_LIT("\xb1"), 9, 0, EINVAL },
};

int
main(void)
{
	char text[NUM_FMT_MAX + 10];
	uint64_t n;

	for (size_t i = 0; i < NELEM(cases); i++) {
		int want = cases[i].error == 0 ? 0 : -1;
		n = 77;
		errno = 0;
		CHECK_INT(cases[i].in.p, num_scan(cases[i].in, cases[i].max,
		    &n), want);
		CHECK_INT("errno", errno, cases[i].error);
		CHECK(n == (want == 0 ? cases[i].n : 77));
	}
	CHECK_INT("octal", num_scan_octal(VIEW_LIT("0755"), 07777, &n), 0);
	CHECK_INT("octal", n, 0755);
	CHECK_INT("no octal", num_scan_octal(VIEW_LIT("8"), 99, &n), -1);
	CHECK_INT("hex", num_scan_hex(VIEW_LIT("fFfF"), 0xffff, &n), 0);
	CHECK_INT("hex", n, 0xffff);
	CHECK_INT("hex max", num_scan_hex(VIEW_LIT("10000"), 0xffff, &n), -1);
	CHECK_INT("prefix", num_scan_prefix(VIEW_LIT("12x"), 99, &n), 2);
	CHECK_INT("prefix", n, 12);
	CHECK_INT("prefix beyond", num_scan_prefix(VIEW_LIT("123"), 99, &n), 3);
	CHECK_INT("clipped", n, 99);
	CHECK_INT("no prefix", num_scan_prefix(VIEW_LIT("x"), 99, &n), 0);
	CHECK_INT("untouched", n, 99);
	CHECK_INT("fmt", num_fmt(0, text), 1);
	CHECK_STR("0", view_of(text), "0");
	CHECK_INT("fmt", num_fmt(UINT64_MAX, text), 20);
	CHECK_STR("max", view_of(text), "18446744073709551615");
	CHECK_INT("fmt0", num_fmt0(42, 5, text), 5);
	CHECK_STR("zeros", view_of(text), "00042");
	CHECK_INT("fmt0", num_fmt0(123456, 3, text), 6);
	CHECK_STR("never cut", view_of(text), "123456");
	return tap_end();
}
