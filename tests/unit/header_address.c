#include "mail/header_address.h"

#include "lib/attr.h"
#include "tests/tap.h"

/*
 * spec: messages.md 5 (rewriting, tokens, errors, formatting)
 * Value of a To field -> the value as written, and its addresses, each with a
 * '|' behind.  The defaults are dh, dd and pd.  want NULL: cannot be parsed.
 */
static const struct { const char *in, *want, *addresses; } rows[] = {
	/* the rules, one by one */
	{ "<>", " <>", "|" },
	{ "foo@[]", " foo@[]", "foo@[]|" },
	{ "<foo@[]>", " <foo@[]>", "foo@[]|" },
	{ "#@[]", " #@[]", "#@[]|" },
	{ "foo@[ ]", " foo@[ ]", "foo@[ ]|" },
	{ "<@x,@y:u@h.d>", " <u@h.d>", "u@h.d|" },
	{ "<@x:@y:u@h.d>", " <u@h.d>", "u@h.d|" },
	{ "<@foo:>", " <>", "|" },
	{ "<@foo:u>", " <u@dh.dd>", "u@dh.dd|" },
	{ "<@foo>", " <@foo.dd>", "@foo.dd|" },
	{ "@foo", " @foo.dd", "@foo.dd|" },
	{ "fred@h.d.", " fred@h.d", "fred@h.d|" },
	{ "fred@h.", " fred@h.dd", "fred@h.dd|" },
	{ "fred@", " fred@dh.dd", "fred@dh.dd|" },
	{ "fred@.", " fred@dh.dd", "fred@dh.dd|" },
	{ "fred.", " fred@dh.dd", "fred@dh.dd|" },
	{ ".", "", "" },
	{ "@, a@b.c", " , a@b.c", "a@b.c|" },
	{ "<.>", " <>", "|" },
	{ "<@>", " <>", "|" },
	{ "@. ., a@b.c", " , a@b.c", "a@b.c|" },
	{ "<..@.>", " <>", "|" },
	{ "<@.>", " <>", "|" },
	{ "fred", " fred@dh.dd", "fred@dh.dd|" },
	{ "fred@h", " fred@h.dd", "fred@h.dd|" },
	{ "fred@h.d", " fred@h.d", "fred@h.d|" },
	{ "f@g+", " f@g.pd", "f@g.pd|" },
	{ "f@a.g+", " f@a.g.pd", "f@a.g.pd|" },
	{ "f+@g", " f+@g.dd", "f+@g.dd|" },
	{ "f+", " f+@dh.dd", "f+@dh.dd|" },
	{ "f@+", " f@.pd", "f@.pd|" },
	{ "fred@[1.2.3.4]", " fred@[1.2.3.4]", "fred@[1.2.3.4]|" },
	{ "f@[IPv6:::1]", " f@[IPv6:::1]", "f@[IPv6:::1]|" },
	{ "a.b", " a.b@dh.dd", "a.b@dh.dd|" },
	{ "\"a.b\".c@d", " \"a.b\".c@d.dd", "a.b.c@d.dd|" },
	{ "a@b@c", " a@b@c.dd", "a@b@c.dd|" },
	{ "a@b@c.d", " a@b@c.d", "a@b@c.d|" },
	{ "fred @ h . d", " fred@h.d", "fred@h.d|" },
	{ "fred@H.D", " fred@H.D", "fred@H.D|" },
	{ "fred-list@h.d", " fred-list@h.d", "fred-list@h.d|" },
	/* brackets and phrases */
	{ "X Y <x@y.z> (c)", " X Y <x@y.z>(c)", "x@y.z|" },
	{ "<x@y.z>", " <x@y.z>", "x@y.z|" },
	{ "<x>", " <x@dh.dd>", "x@dh.dd|" },
	{ "X<x@y.z>", " X <x@y.z>", "x@y.z|" },
	{ "John Q. Public <j>", " John Q.Public <j@dh.dd>", "j@dh.dd|" },
	{ "\"Doe, Joe\" <j@h.d>", " \"Doe, Joe\" <j@h.d>", "j@h.d|" },
	{ "\"a (b) [c]\" <j@h.d>", " \"a \\(b\\) \\[c\\]\" <j@h.d>", "j@h.d|" },
	{ "j@h.d <j@h.d>", " j@h.d <j@h.d>", "j@h.d|" },
	{ "Joe [Sales] <j@h.d>", " Joe [Sales] <j@h.d>", "j@h.d|" },
	{ "(c) X <x@y.z>", " (c) X <x@y.z>", "x@y.z|" },
	{ "X (c) Y <x@y.z>", " X (c) Y <x@y.z>", "x@y.z|" },
	{ "X <x (c) @y.z>", " X <x@y.z (c)>", "x@y.z|" },
	{ "X < x @ y . z >", " X <x@y.z>", "x@y.z|" },
	{ "X <x@y.z", " X <x@y.z>", "x@y.z|" },	/* > is supplied */
	{ "X <x@y.z, b@c.d", " X <x@y.z>, b@c.d", "x@y.z|b@c.d|" },
	{ "X <x@y.z; b@c.d", " X <x@y.z>;, b@c.d", "x@y.z|b@c.d|" },
	{ "<a@b.c <d@e.f>", " <a@b.c>, <d@e.f>", "a@b.c|d@e.f|" },
	{ "<", " <>", "|" },
	{ "a <", " a <>", "|" },
	{ "<a, b>", " <a, b@dh.dd>", "a,b@dh.dd|" },
	{ "<\"a b\"@c.d>", " <\"a b\"@c.d>", "a b@c.d|" },
	/* missing commas */
	{ "a b c@d", " a@dh.dd, b@dh.dd, c@d.dd",
	    "a@dh.dd|b@dh.dd|c@d.dd|" },
	{ "a,b", " a@dh.dd, b@dh.dd", "a@dh.dd|b@dh.dd|" },
	{ "a , b", " a@dh.dd, b@dh.dd", "a@dh.dd|b@dh.dd|" },
	{ "a@b.c d@e.f", " a@b.c, d@e.f", "a@b.c|d@e.f|" },
	{ "a. b", " a.b@dh.dd", "a.b@dh.dd|" },
	{ "a \"b\"", " a@dh.dd, \"b\"@dh.dd", "a@dh.dd|b@dh.dd|" },
	{ "<a@b.c> <d@e.f>", " <a@b.c>, <d@e.f>", "a@b.c|d@e.f|" },
	{ "<a@b.c> d", " <a@b.c>, d@dh.dd", "a@b.c|d@dh.dd|" },
	{ "<a@b.c> D <d@e.f>", " <a@b.c>, D <d@e.f>", "a@b.c|d@e.f|" },
	{ "<a@b.c> (c) D <d@e.f>", " <a@b.c>(c), D <d@e.f>",
	    "a@b.c|d@e.f|" },
	{ "<a@b.c> (c) d", " <a@b.c>(c), d@dh.dd", "a@b.c|d@dh.dd|" },
	{ "a (A) b (B)", " a@dh.dd (A), b@dh.dd (B)", "a@dh.dd|b@dh.dd|" },
	{ "a, (B) b", " a@dh.dd, b@dh.dd (B)", "a@dh.dd|b@dh.dd|" },
	/* empty places */
	{ "", "", "" },
	{ "   ", "", "" },
	{ ",", " ,", "" },
	{ ",,", " , ,", "" },
	{ "a,", " a@dh.dd,", "a@dh.dd|" },
	{ ",a", " , a@dh.dd", "a@dh.dd|" },
	{ "a,,b", " a@dh.dd, , b@dh.dd", "a@dh.dd|b@dh.dd|" },
	{ "a, ,b", " a@dh.dd, , b@dh.dd", "a@dh.dd|b@dh.dd|" },
	/* comments */
	{ "(c)", " (c)", "" },
	{ "(c) a", " a@dh.dd (c)", "a@dh.dd|" },
	{ "a (c) @ b.c (d)", " a@b.c (c) (d)", "a@b.c|" },
	{ "(a (b) c)", " (a \\(b\\) c)", "" },
	{ "(a \\) c)", " (a \\) c)", "" },
	{ "(\"x\")", " (\\\"x\\\")", "" },
	{ "a (b\n c)", " a@dh.dd (b c)", "a@dh.dd|" },
	{ "a (b\r\n\tc)", " a@dh.dd (b\tc)", "a@dh.dd|" },
	{ "a ()", " a@dh.dd ()", "a@dh.dd|" },
	{ "(a)(b)", " (a) (b)", "" },
	/* groups */
	{ "Grp: a, b;", " Grp: a@dh.dd, b@dh.dd;", "a@dh.dd|b@dh.dd|" },
	{ "Grp:;", " Grp: ;", "" },
	{ ":;", " : ;", "" },
	{ "recipient list not shown: ;", " recipient list not shown: ;", "" },
	{ "Grp: a;, c", " Grp: a@dh.dd;, c@dh.dd", "a@dh.dd|c@dh.dd|" },
	{ "Grp: a; c", " Grp: a@dh.dd;, c@dh.dd", "a@dh.dd|c@dh.dd|" },
	{ "A: a; B: b;", " A: a@dh.dd;, B: b@dh.dd;", "a@dh.dd|b@dh.dd|" },
	{ "x, A: a;", " x@dh.dd, A: a@dh.dd;", "x@dh.dd|a@dh.dd|" },
	{ "<x@y.z> A: a;", " <x@y.z>, A: a@dh.dd;", "x@y.z|a@dh.dd|" },
	{ "A: X <x@y.z>, b;", " A: X <x@y.z>, b@dh.dd;", "x@y.z|b@dh.dd|" },
	{ "A: <x@y.z>;", " A: <x@y.z>;", "x@y.z|" },
	{ "A: a b;", " A: a@dh.dd, b@dh.dd;", "a@dh.dd|b@dh.dd|" },
	{ "A: a; (c)", " A: a@dh.dd;(c)", "a@dh.dd|" },
	{ "a;", " a@dh.dd;", "a@dh.dd|" },
	{ "a; b", " a@dh.dd;, b@dh.dd", "a@dh.dd|b@dh.dd|" },
	{ "a; B: b;", " a@dh.dd;, B: b@dh.dd;", "a@dh.dd|b@dh.dd|" },
	/* atoms that have to be quoted */
	{ "a)b@c.d", " \"a\\)b\"@c.d", "a)b@c.d|" },
	{ "a]b@c.d", " \"a\\]b\"@c.d", "a]b@c.d|" },
	{ "j\xc3\xb6@c.d", " \"j\xc3\xb6\"@c.d", "j\xc3\xb6@c.d|" },
	{ "J\xc3\xb6 X <j@c.d>", " \"J\xc3\xb6\" X <j@c.d>", "j@c.d|" },
	{ "a\\b@c.d", " ab@c.d", "ab@c.d|" },
	{ "a\\\\b@c.d", " \"a\\\\b\"@c.d", "a\\b@c.d|" },
	{ "a\\ b@c.d", " \"a b\"@c.d", "a b@c.d|" },
	{ "a\\@b@c.d", " \"a@b\"@c.d", "a@b@c.d|" },
	{ "a\\,b@c.d", " \"a,b\"@c.d", "a,b@c.d|" },
	{ "a\x01" "b@c.d", " \"a\x01" "b\"@c.d", "a\x01" "b@c.d|" },
	{ "a\x7f" "b@c.d", " \"a\x7f" "b\"@c.d", "a\x7f" "b@c.d|" },
	{ "a!#$%&'*+-/=?^_`{|}~@c.d", " a!#$%&'*+-/=?^_`{|}~@c.d",
	    "a!#$%&'*+-/=?^_`{|}~@c.d|" },
	/* quoted strings */
	{ "\"a b\"@c.d", " \"a b\"@c.d", "a b@c.d|" },
	{ "\"\"@c.d", " \"\"@c.d", "@c.d|" },
	{ "\"a\\\"b\"@c.d", " \"a\\\"b\"@c.d", "a\"b@c.d|" },
	{ "\"a\\\\b\"@c.d", " \"a\\\\b\"@c.d", "a\\b@c.d|" },
	{ "\"a\n b\"@c.d", " \"a b\"@c.d", "a b@c.d|" },
	{ "\"a\\\n b\"@c.d", " \"a b\"@c.d", "a b@c.d|" },
	{ "\"@\"@c.d", " \"@\"@c.d", "@@c.d|" },
	{ "\"a@b\"", " \"a@b\"@dh.dd", "a@b@dh.dd|" },
	{ "\"<a@b>\"", " \"<a@b>\"@dh.dd", "<a@b>@dh.dd|" },
	{ "a@\"b+\"", " a@\"b+\".dd", "a@b+.dd|" },
	/* white space */
	{ "a\t@\tb.c", " a@b.c", "a@b.c|" },
	{ "a,\n\tb", " a@dh.dd, b@dh.dd", "a@dh.dd|b@dh.dd|" },
	{ "a@b.c\r", " a@b.c", "a@b.c|" },
	{ "a   b", " a@dh.dd, b@dh.dd", "a@dh.dd|b@dh.dd|" },
	/* what cannot be parsed */
	{ ")", NULL, "" }, { "a )", NULL, "" }, { "]", NULL, "" },
	{ "a ]", NULL, "" }, { "(", NULL, "" }, { "(a", NULL, "" },
	{ "(a(b)", NULL, "" }, { "(a\\)", NULL, "" }, { "\"", NULL, "" },
	{ "\"a", NULL, "" }, { "\"a\\\"", NULL, "" }, { "[", NULL, "" },
	{ "a@[1.2", NULL, "" }, { "a@[1.2\\]", NULL, "" },
	{ "A: b", NULL, "" }, { "A: b: c;", NULL, "" }, { ":", NULL, "" },
	{ "a; b; c", NULL, "" }, { "A: b;;", NULL, "" },
	{ "A: b; c;", NULL, "" }, { ">", NULL, "" }, { "a>", NULL, "" },
	{ "a@b.c> <d@e.f>", NULL, "" }, { "<a@b.c>>", NULL, "" },
	{ "<a@b.c>, d>", NULL, "" },
};

#define A10 "aaaaaaaaaa"
#define A60 A10 A10 A10 A10 A10 A10

/* spec: messages.md 5 (78 columns fit, 79 fold) */
static const struct { const char *in, *want; } folds[] = {
	/* 78 and 79 columns on the first line, at its end */
	{ "To: a@b.c, " A60 "@b.c567\n", "To: a@b.c, " A60 "@b.c567\n" },
	{ "To: a@b.c, " A60 "@b.c5678\n", "To: a@b.c,\n  " A60 "@b.c5678\n" },
	/* 78 and 79 columns with the comma */
	{ "To: a@b.c, " A60 "@b.c56, x@y.z\n",
	  "To: a@b.c, " A60 "@b.c56,\n  x@y.z\n" },
	{ "To: a@b.c, " A60 "@b.c567, x@y.z\n",
	  "To: a@b.c,\n  " A60 "@b.c567, x@y.z\n" },
	/* 78 and 79 on a later line */
	{ "To: " A60 A60 "@b.c, " A60 "@b.c, z@b.c56\n",
	  "To: " A60 A60 "@b.c,\n  " A60 "@b.c, z@b.c56\n" },
	{ "To: " A60 A60 "@b.c, " A60 "@b.c, z@b.c56789\n",
	  "To: " A60 A60 "@b.c,\n  " A60 "@b.c, z@b.c56789\n" },
	{ "To: " A60 A60 "@b.c, " A60 "@b.c, z@b.c567890\n",
	  "To: " A60 A60 "@b.c,\n  " A60 "@b.c,\n  z@b.c567890\n" },
	/* nowhere to break */
	{ "To: " A60 A60 "@b.c\n", "To: " A60 A60 "@b.c\n" },
	{ "To: \"" A60 A60 "\" <a@b.c>\n", "To: \"" A60 A60 "\" <a@b.c>\n" },
	/* the name is kept, the blank behind it not */
	{ "tO\t : a@b.c\n", "tO: a@b.c\n" },
};

/* spec: messages.md 5 (command line) */
static const struct { const char *in, *want; } raws[] = {
	{ "", "" }, { "<>", "" }, { "joe", "joe@dh.dd" },
	{ "joe@h", "joe@h.dd" }, { "joe@h.d", "joe@h.d" },
	{ "<joe@h.d>", "joe@h.d" }, { "joe@h.d.", "joe@h.d" },
	{ "joe@", "joe@dh.dd" }, { "joe@g+", "joe@g.pd" },
	{ "a b@c.d", "a b@c.d" }, { "a,b@c.d", "a,b@c.d" },
	{ "a\"b@c.d", "a\"b@c.d" }, { "a@b@c.d", "a@b@c.d" },
	{ "a b", "a b@dh.dd" }, { "(a", "(a@dh.dd" }, { "#@[]", "#@[]" },
	{ "x@[]", "x@[]" }, { "x@[1.2.3.4]", "x@[1.2.3.4]" },
	{ "j\xc3\xb6@c.d", "j\xc3\xb6@c.d" }, { ".@c.d", ".@c.d" },
	{ "list-@h.d-@[]", "list-@h.d-@[]" }, { "@", "@dh.dd" },
	{ "a@b c", NULL }, { "a@b,c", NULL }, { "a@(b", NULL },
	{ "a@b)", "a@b).dd" }, { "a@\"b", NULL }, { "a@b>", NULL },
	{ "a@b:c", NULL }, { "a@b;", NULL }, { "a@b (c)", NULL },
	{ "a@[b", NULL }, { "a@<b", NULL }, { "a\nb@c.d", NULL },
	{ "a\tb@c.d", NULL }, { "a@b.c\r\n", NULL },
};

static const char *hosts[HEADER_DEFAULTS] = {
	[HEADER_DEFAULT_HOST] = "dh",
	[HEADER_DEFAULT_DOMAIN] = "dd",
	[HEADER_PLUS_DOMAIN] = "pd",
};
static int asked;

static struct view
default_of(void *arg, enum header_default which)
{
	(void)arg;			/* no state of ours */
	asked++;
	return view_of(hosts[which]);
}

/* A name for a check; TAP takes no line ends in it, nor #. */
static const char *
row(const char *table, size_t i, const char *in)
{
	static char p[128];
	size_t n = (size_t)snprintf(p, sizeof(p), "%s %zu: %.60s", table, i, in);

	for (size_t k = 0; k < n && k < sizeof(p) - 1; k++)
		if (p[k] < ' ' || p[k] == '#' || p[k] == '\\')
			p[k] = '_';
	return p;
}

static void
check_row(struct header_rewriter *r, size_t i)
{
	struct buf in = BUF_INIT, want = BUF_INIT, out = BUF_INIT;
	struct buf addresses = BUF_INIT;
	enum header_result result;

	buf_cat(&in, "To: ", rows[i].in, "\n");
	buf_puts(&out, "before");
	result = header_rewrite(r, buf_view(&in), &out, &addresses);
	for (size_t n = 0; n < addresses.len; n++)
		if (addresses.p[n] == '\0')
			addresses.p[n] = '|';
	if (rows[i].want == NULL) {
		CHECK_INT(row("error", i, rows[i].in), result, HEADER_SYNTAX);
		buf_puts(&want, "before");
	} else {
		CHECK_INT(row("value", i, rows[i].in), result, HEADER_OK);
		buf_cat(&want, "beforeTo:", rows[i].want, "\n");
	}
	CHECK_STR(row("text", i, rows[i].in), buf_view(&out), want.p);
	CHECK_STR(row("addresses", i, rows[i].in), buf_view(&addresses),
	    rows[i].addresses);
	buf_free(&in);
	buf_free(&want);
	buf_free(&out);
	buf_free(&addresses);
}

static void
check_folds(struct header_rewriter *r)
{
	struct buf out = BUF_INIT, addresses = BUF_INIT;

	for (size_t i = 0; i < NELEM(folds); i++) {
		buf_clear(&out);
		CHECK_INT(row("fold", i, ""), header_rewrite(r,
		    view_of(folds[i].in), &out, &addresses), HEADER_OK);
		CHECK_STR(row("folded", i, ""), buf_view(&out), folds[i].want);
	}
	buf_free(&out);
	buf_free(&addresses);
}

static void
check_raws(struct header_rewriter *r)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < NELEM(raws); i++) {
		enum header_result want = raws[i].want == NULL ?
		    HEADER_SYNTAX : HEADER_OK;
		CHECK_INT(row("raw", i, raws[i].in), header_rewrite_raw(r,
		    view_of(raws[i].in), &out), want);
		if (raws[i].want != NULL)
			CHECK_STR(row("raw", i, raws[i].in), buf_view(&out),
			    raws[i].want);
	}
	buf_free(&out);
}

static void
check_defaults(struct header_rewriter *r)
{
	struct buf out = BUF_INIT, addresses = BUF_INIT;

	asked = 0;
	CHECK_INT("complete", header_rewrite(r, VIEW_LIT("To: a@b.c\n"), &out,
	    &addresses), HEADER_OK);
	CHECK_INT("then no default is asked for", asked, 0);
	CHECK_INT("many", header_rewrite(r, VIEW_LIT("To: a, b, c, d\n"), &out,
	    &addresses), HEADER_OK);
	CHECK_INT("each is asked for once", asked, 2);
	buf_clear(&out);
	hosts[HEADER_DEFAULT_HOST] = "a.b";
	CHECK_INT("dotted", header_rewrite(r, VIEW_LIT("To: x\n"), &out,
	    &addresses), HEADER_OK);
	CHECK_VIEW("a dotted default", buf_view(&out), "To: x@a.b\n");
	buf_clear(&out);
	hosts[HEADER_DEFAULT_HOST] = "g+";
	CHECK_INT("plus", header_rewrite(r, VIEW_LIT("To: x\n"), &out,
	    &addresses), HEADER_OK);
	CHECK_VIEW("a default with a plus", buf_view(&out),
	    "To: x@g.pd\n");
	hosts[HEADER_DEFAULT_HOST] = "a(b";
	CHECK_INT("bad default", header_rewrite(r, VIEW_LIT("To: x\n"), &out,
	    &addresses), HEADER_BAD_DEFAULT);
	hosts[HEADER_DEFAULT_HOST] = "";
	buf_clear(&out);
	CHECK_INT("empty default", header_rewrite(r, VIEW_LIT("To: x\n"), &out,
	    &addresses), HEADER_OK);
	CHECK_VIEW("empty default", buf_view(&out), "To: x@.dd\n");
	hosts[HEADER_DEFAULT_HOST] = "dh";
	buf_free(&out);
	buf_free(&addresses);
}

static void
repeat(struct buf *b, const char *begin, const char *s, size_t n)
{
	buf_sets(b, begin);
	for (size_t i = 0; i < n; i++)
		buf_puts(b, s);
	buf_puts(b, "\n");
}

/* Hostile sizes: each of these must be quick and stay in bounds. */
static void
check_sizes(struct header_rewriter *r)
{
	static const struct {
		const char *s;
		size_t n;
		enum header_result want;
	} cases[] = {
		{ "a,", 100000, HEADER_OK },
		{ "a ", 300000, HEADER_OK },
		{ "a.", 1000000, HEADER_OK },
		{ "x", 300000, HEADER_OK },
		{ "<", 300000, HEADER_OK },
		{ "<a", 300000, HEADER_OK },
		{ "<a,", 300000, HEADER_OK },
		{ "<@a:", 300000, HEADER_OK },
		{ "(", 1000000, HEADER_SYNTAX },
		{ "()", 1000000, HEADER_OK },
		{ "(a)b", 300000, HEADER_OK },
		{ "a:b;", 300000, HEADER_OK },
		{ "\\", 1000000, HEADER_OK },
		{ "\"", 1000000, HEADER_OK },
		{ "\"", 999999, HEADER_SYNTAX },
		{ ",", 1000000, HEADER_OK },
		{ "@", 300000, HEADER_OK },
		{ "<a@b>", 300000, HEADER_OK },
	};
	struct buf in = BUF_INIT, out = BUF_INIT, addresses = BUF_INIT;

	for (size_t i = 0; i < NELEM(cases); i++) {
		repeat(&in, "To:", cases[i].s, cases[i].n);
		buf_clear(&out);
		buf_clear(&addresses);
		CHECK_INT(row("size", i, cases[i].s), header_rewrite(r,
		    buf_view(&in), &out, &addresses), cases[i].want);
	}
	hosts[HEADER_DEFAULT_HOST] = A60 A60 A60 "." A60;
	repeat(&in, "To:", "a,", HEADER_TEXT_MAX / 240);
	CHECK_INT("names that grow too much", header_rewrite(r,
	    buf_view(&in), &out, &addresses), HEADER_TOO_LONG);
	hosts[HEADER_DEFAULT_HOST] = "dh";
	repeat(&in, "To:", A60, HEADER_TEXT_MAX / 60 + 1);
	CHECK_INT("longer than positions reach", header_rewrite(r,
	    buf_view(&in), &out, &addresses), HEADER_TOO_LONG);
	CHECK_INT("NUL in an address", header_rewrite(r,
	    VIEW_LIT("To: a\0b@c\n"), &out, &addresses), HEADER_SYNTAX);
	buf_clear(&out);
	CHECK_INT("NUL in a phrase", header_rewrite(r,
	    VIEW_LIT("To: a\0b <c@d.e>\n"), &out, &addresses), HEADER_OK);
	CHECK_VIEW("is kept", buf_view(&out), "To: \"a\0b\" <c@d.e>\n");
	buf_free(&in);
	buf_free(&out);
	buf_free(&addresses);
}

int
main(void)
{
	struct header_rewriter r = HEADER_REWRITER_INIT(default_of, NULL);

	for (size_t i = 0; i < NELEM(rows); i++)
		check_row(&r, i);
	check_folds(&r);
	check_raws(&r);
	check_defaults(&r);
	check_sizes(&r);
	header_rewriter_free(&r);
	return tap_end();
}
