#include "lib/buf.h"

#include "tests/tap.h"

int
main(void)
{
	struct buf b = BUF_INIT;

	CHECK(b.p[0] == '\0');
	buf_cut(&b, 0);
	buf_puts(&b, "ab");
	buf_putc(&b, '\0');
	buf_put_u64(&b, UINT64_MAX);
	CHECK_VIEW("appended", buf_view(&b), "ab\00018446744073709551615");
	CHECK(b.p[b.len] == '\0');
	buf_drop(&b, 3);
	buf_cut(&b, 4);
	CHECK_VIEW("dropped and cut", buf_view(&b), "1844");
	buf_cat(&b, "x", "", "yz");
	CHECK_VIEW("several", buf_view(&b), "1844xyz");
	CHECK_INT("room", buf_room(&b, 10), 3);
	CHECK_INT("no room", buf_room(&b, 5), 0);
	for (int i = 0; i < 1000; i++)
		buf_puts(&b, "0123456789");
	CHECK_INT("grown", b.len, 10007);
	buf_set(&b, VIEW_LIT("new"));
	CHECK_VIEW("replaced", buf_view(&b), "new");
	buf_free(&b);
	CHECK(b.cap == 0 && b.len == 0 && b.p[0] == '\0');
	return tap_end();
}
