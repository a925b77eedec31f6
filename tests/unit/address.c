#include "mail/address.h"

#include "lib/attr.h"
#include "tests/tap.h"

/* spec: messages.md 2 (the last @) */
static const struct {
	const char *in, *local, *domain;
	bool has_at;
} splits[] = {
	{ "a@b", "a", "b", true },
	{ "a@b@c", "a@b", "c", true },
	{ "a", "a", "", false },
	{ "", "", "", false },
	{ "@", "", "", true },
	{ "@h", "", "h", true },
	{ "a@", "a", "", true },
	{ "#@[]", "#", "[]", true },
};

/* spec: messages.md 3, 9#1, 9 (any byte; SMTPUTF8) */
static const struct {
	const char *in, *want, *utf8;	/* utf8 NULL: the same */
} quotes[] = {
	{ "", "", NULL },
	{ "joe@h.example", "joe@h.example", NULL },
	{ "a b@far", "\"a b\"@far", NULL },
	{ "a..b@far", "\"a..b\"@far", NULL },
	{ "@far", "\"\"@far", NULL },
	{ ".a@far", "\".a\"@far", NULL },
	{ "a.@far", "\"a.\"@far", NULL },
	{ ".@far", "\".\"@far", NULL },
	{ "a.b.c@far", "a.b.c@far", NULL },
	{ "a@b@far", "\"a@b\"@far", NULL },
	{ "a", "a", NULL },
	{ "a b", "\"a b\"", NULL },
	{ ".", "\".\"", NULL },
	{ "a\"b\\c@far", "\"a\\\"b\\\\c\"@far", NULL },
	{ "a\rb\nc@far", "\"a\\\rb\\\nc\"@far", NULL },
	{ "a\tb@far", "\"a\tb\"@far", NULL },
	{ "a\x7f@far", "\"a\x7f\"@far", NULL },
	{ "a(@far", "\"a(\"@far", NULL }, { "a)@far", "\"a)\"@far", NULL },
	{ "a,@far", "\"a,\"@far", NULL }, { "a:@far", "\"a:\"@far", NULL },
	{ "a;@far", "\"a;\"@far", NULL }, { "a<@far", "\"a<\"@far", NULL },
	{ "a>@far", "\"a>\"@far", NULL }, { "a[@far", "\"a[\"@far", NULL },
	{ "a]@far", "\"a]\"@far", NULL },
	{ "a!#$%&'*+-/=?^_`{|}~@far", "a!#$%&'*+-/=?^_`{|}~@far", NULL },
	{ "j\xc3\xb6@far", "\"j\xc3\xb6\"@far", "j\xc3\xb6@far" },
	{ "j \xc3\xb6@far", "\"j \xc3\xb6\"@far", NULL },
	{ "\xff@\xff", "\"\xff\"@\xff", "\xff@\xff" },
	{ "joe@a b", "joe@a b", NULL },		/* the domain stays */
	{ "#@[]", "#@[]", NULL },
};

/* spec: protocols.md 2.3 */
static const struct {
	const char *in, *want, *rest;
} paths[] = {
	{ "FROM:<a@b>", "a@b", "" },
	{ "FROM:<a@b> SIZE=10", "a@b", " SIZE=10" },
	{ " from: <a@b>x", "a@b", "x" },
	{ "<a@b", "a@b", "" },
	{ "", "", "" },
	{ "TO:<>", "", "" },
	{ "TO:", "", "" },
	{ "TO", "", "" },
	{ "a@b", "", "" },			/* neither < nor : */
	{ "TO:a@b", "a@b", "" },
	{ "TO:   a@b SIZE=1", "a@b", "SIZE=1" },
	{ "TO:\"a b\"@h x", "a b@h", "x" },
	{ "TO:a\\ b@h x", "a b@h", "x" },
	{ "<\"a b\"@h>", "a b@h", "" },
	{ "<a\\\"b@c>", "a\"b@c", "" },
	{ "<\"a>b\"@h> y", "a>b@h", " y" },
	{ "<a\\>b@h>", "a>b@h", "" },
	{ "<\"a\\\\b\"@h>", "a\\b@h", "" },
	{ "<a\\", "a", "" },
	{ "<\"a@b> x", "a@b> x", "" },		/* unterminated quote */
	{ "<@x:a@b>", "a@b", "" },
	{ "<@x,@y:a@b> z", "a@b", " z" },
	{ "<@[IPv6:::1],@y:a@b>", "a@b", "" },
	{ "TO:@x,@y:a@b", "a@b", "" },
	{ "<@x>", "@x", "" },			/* no route: nothing follows */
	{ "<@x:>", "", "" },
	{ "<@x> a:b", "@x", " a:b" },
	{ "<a:b@h>", "a:b@h", "" },
	{ "<a@b@c>", "a@b@c", "" },
	{ "<<a@b>>", "<a@b", ">" },
	{ "<#@[]>", "#@[]", "" },
	{ "<j\xc3\xb6@h>", "j\xc3\xb6@h", "" },
	{ "<a\r@h>", "a\r@h", "" },
};

/* The number of a row: the rows have bytes that TAP cannot take. */
static const char *
row(const char *table, size_t i)
{
	static char p[64];

	(void)snprintf(p, sizeof(p), "%s, row %zu", table, i); /* for people */
	return p;
}

static void
check_limits(void)
{
	struct buf out = BUF_INIT, in = BUF_INIT;
	struct view rest;

	CHECK(address_path(VIEW_LIT("<abc>"), 3, &out, &rest));
	CHECK_VIEW("exactly max", buf_view(&out), "abc");
	CHECK(!address_path(VIEW_LIT("<abcd>"), 3, &out, &rest));
	CHECK_NAMED("never above max", out.len <= 3);
	CHECK(address_path(VIEW_LIT("<\"a\\bc\">"), 3, &out, &rest));
	CHECK(address_path(VIEW_LIT("<>"), 0, &out, &rest));
	CHECK(address_path(VIEW_LIT("<a\0b@h>"), 9, &out, &rest));
	CHECK_VIEW("NUL is a byte", buf_view(&out), "a\0b@h");
	buf_puts(&in, "<");
	for (size_t i = 0; i < 1000000; i++)
		buf_putc(&in, 'x');
	CHECK(!address_path(buf_view(&in), ADDRESS_MAX, &out, &rest));
	CHECK_NAMED("bounded", out.len <= ADDRESS_MAX);
	buf_free(&in);
	buf_free(&out);
}

int
main(void)
{
	struct buf out = BUF_INIT;
	struct view a, b;

	for (size_t i = 0; i < NELEM(splits); i++) {
		CHECK_INT(row("split", i), address_split(view_of(splits[i].in),
		    &a, &b), splits[i].has_at);
		CHECK_STR(row("split", i), a, splits[i].local);
		CHECK_STR(row("split", i), b, splits[i].domain);
	}
	for (size_t i = 0; i < NELEM(quotes); i++) {
		buf_clear(&out);
		address_quote(view_of(quotes[i].in), &out);
		CHECK_STR(row("quote", i), buf_view(&out), quotes[i].want);
		buf_clear(&out);
		address_quote_utf8(view_of(quotes[i].in), &out);
		CHECK_STR(row("quote", i), buf_view(&out), quotes[i].utf8 != NULL ?
		    quotes[i].utf8 : quotes[i].want);
	}
	for (size_t i = 0; i < NELEM(paths); i++) {
		CHECK_INT(row("path", i), address_path(view_of(paths[i].in),
		    ADDRESS_MAX, &out, &b), true);
		CHECK_STR(row("path", i), buf_view(&out), paths[i].want);
		CHECK_STR(row("path", i), b, paths[i].rest);
	}
	check_limits();
	/* spec: programs.md 18.2 */
	CHECK(!address_has_control(VIEW_LIT("a b@h\xc3\xa9")));
	CHECK(address_has_control(VIEW_LIT("a\0b")));
	CHECK(address_has_control(VIEW_LIT("a\r")));
	CHECK(address_has_control(VIEW_LIT("\n")));
	CHECK(address_has_control(VIEW_LIT("a\x7f")));
	CHECK(address_has_control(VIEW_LIT("a\x1f")));
	CHECK(!address_has_control(VIEW_EMPTY));
	buf_free(&out);
	return tap_end();
}
