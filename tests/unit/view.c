#include "lib/view.h"

#include "lib/attr.h"
#include "lib/size.h"
#include "tests/tap.h"

#include <errno.h>
#include <stdint.h>

static void
test_cut(void)
{
	static const struct { struct view in; int n; const char *last; } t[] = {
		{ VIEW_LIT(""), 0, "" }, { VIEW_LIT("a"), 1, "a" },
		{ VIEW_LIT("a\n"), 1, "a" }, { VIEW_LIT("\n"), 1, "" },
		{ VIEW_LIT("a\n\nb"), 3, "b" }, { VIEW_LIT("a\n\n"), 2, "" },
	};

	for (size_t i = 0; i < NELEM(t); i++) {
		struct view rest = t[i].in, piece = VIEW_EMPTY;
		int n = 0;
		while (view_cut(&rest, '\n', &piece))
			n++;
		CHECK_INT("pieces", n, t[i].n);
		CHECK_STR("last", piece, t[i].last);
		CHECK_INT("nothing left", rest.len, 0);
	}
}

static void
test_size(void)
{
	size_t n = 5;

	CHECK(size_add(1, 2, &n) == 0 && n == 3);
	CHECK(size_add(SIZE_MAX, 0, &n) == 0 && n == SIZE_MAX);
	CHECK(size_add(SIZE_MAX, 1, &n) < 0 && errno == EOVERFLOW);
	CHECK(size_add(1, SIZE_MAX, &n) < 0 && n == SIZE_MAX);
	CHECK(size_mul(0, SIZE_MAX, &n) == 0 && n == 0);
	CHECK(size_mul(SIZE_MAX, 1, &n) == 0 && n == SIZE_MAX);
	CHECK(size_mul(SIZE_MAX / 2 + 1, 2, &n) < 0 && errno == EOVERFLOW);
	CHECK(size_mul(2, SIZE_MAX / 2 + 1, &n) < 0 && n == SIZE_MAX);
}

int
main(void)
{
	struct view v = VIEW_LIT("aXbXc");

	CHECK(view_is(v, "aXbXc") && !view_is(v, "aXbX") && !view_is(v, ""));
	CHECK(view_is(VIEW_EMPTY, ""));
	CHECK(!view_is(VIEW_LIT("a\0"), "a"));
	CHECK(view_is_ieq(v, VIEW_LIT("AxBxC")));
	CHECK(!view_is_eq(v, VIEW_LIT("AxBxC")));
	CHECK(!view_is_ieq(VIEW_LIT("\xc4"), VIEW_LIT("\xe4")));
	CHECK(!view_is_ieq(VIEW_LIT("@"), VIEW_LIT("`")));
	CHECK(view_has_prefix(v, VIEW_LIT("aX")) &&
	    view_has_prefix(v, VIEW_EMPTY) &&
	    !view_has_prefix(v, VIEW_LIT("aXbXcd")));
	CHECK(view_has_iprefix(v, VIEW_LIT("Ax")) &&
	    !view_has_iprefix(VIEW_LIT("A"), VIEW_LIT("Ax")));
	CHECK(view_has_suffix(v, VIEW_LIT("Xc")) &&
	    !view_has_suffix(v, VIEW_LIT("xc")) &&
	    view_has_isuffix(v, VIEW_LIT("xC")) &&
	    !view_has_isuffix(VIEW_LIT("c"), VIEW_LIT("xC")));
	CHECK_INT("first", view_chr(v, 'X'), 1);
	CHECK_INT("last", view_rchr(v, 'X'), 3);
	CHECK_INT("none", view_chr(v, 'z'), 5);
	CHECK_INT("none", view_rchr(v, 'z'), 5);
	CHECK_INT("empty", view_chr(VIEW_EMPTY, 'z'), 0);
	CHECK(view_has_byte(VIEW_LIT("a\0b"), '\0') &&
	    !view_has_byte(VIEW_LIT("ab"), '\0'));
	CHECK_VIEW("from", view_from(v, 3), "Xc");
	CHECK_VIEW("from beyond", view_from(v, 9), "");
	CHECK_VIEW("upto", view_upto(v, 2), "aX");
	CHECK_VIEW("upto beyond", view_upto(v, 9), "aXbXc");
	CHECK_VIEW("trim end", view_trim_end(VIEW_LIT(" a\r \t\n\n")),
	    " a\r");
	CHECK_VIEW("trim start", view_trim_start(VIEW_LIT(" \t\na ")), "\na ");
	CHECK_VIEW("trim all", view_trim_end(VIEW_LIT(" \n")), "");
	test_cut();
	test_size();
	return tap_end();
}
