#include "lib/dns.h"

#include "lib/attr.h"
#include "lib/dns_packet.h"
#include "tests/tap.h"

#define HEAD(flags, answers) "\0\1" flags "\0\1\0" answers "\0\0\0\0"
#define OK_FLAGS "\x81\x80"
#define QUESTION(type) "\1a\7example\0\0" type "\0\1"
#define OWNER "\xc0\x0c"	/* the question's name */
#define RR(type, len) OWNER "\0" type "\0\1\0\0\1\x2c\0" len

static const struct {
	const char *name;
	unsigned type;
	struct view packet;
	enum dns_result want;
	size_t n;
} cases[] = {
	{ "A", 1, VIEW_LIT(HEAD(OK_FLAGS, "\2") QUESTION("\1")
	    RR("\1", "\4") "\1\2\3\4" RR("\1", "\4") "\5\6\7\x08"), DNS_OK, 2 },
	{ "none", 1, VIEW_LIT(HEAD(OK_FLAGS, "\0") QUESTION("\1")),
	    DNS_NONE, 0 },
	{ "no such name", 1, VIEW_LIT(HEAD("\x81\x83", "\0") QUESTION("\1")),
	    DNS_NXDOMAIN, 0 },
	{ "SERVFAIL", 1, VIEW_LIT(HEAD("\x81\x82", "\0") QUESTION("\1")),
	    DNS_TEMP, 0 },
	{ "truncated", 1, VIEW_LIT(HEAD("\x83\x80", "\0") QUESTION("\1")),
	    DNS_TEMP, 0 },
	{ "a query", 1, VIEW_LIT(HEAD("\1\0", "\0") QUESTION("\1")),
	    DNS_TEMP, 0 },
	{ "other question", 1, VIEW_LIT(HEAD(OK_FLAGS, "\0") QUESTION("\2")),
	    DNS_TEMP, 0 },
	{ "A of 3 bytes", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\1")
	    RR("\1", "\3") "\1\2\3"), DNS_TEMP, 0 },
	{ "A of 5 bytes", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\1")
	    RR("\1", "\5") "\1\2\3\4\5"), DNS_TEMP, 0 },
	{ "one sound, one not: none kept", 1, VIEW_LIT(HEAD(OK_FLAGS, "\2")
	    QUESTION("\1") RR("\1", "\4") "\1\2\3\4" RR("\1", "\3") "\1\2\3"),
	    DNS_TEMP, 0 },
	{ "data beyond the packet", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\1") RR("\1", "\4") "\1\2\3"), DNS_TEMP, 0 },
	{ "mapped AAAA", 28, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\x1c")
	    RR("\x1c", "\x10") "\0\0\0\0\0\0\0\0\0\0\xff\xff\x7f\0\0\1"),
	    DNS_TEMP, 0 },
	{ "null MX", 15, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\x0f")
	    RR("\x0f", "\3") "\0\0\0"), DNS_OK, 1 },
	{ "MX too short for its name", 15, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\x0f") RR("\x0f", "\4") "\0\1\2b"), DNS_TEMP, 0 },
	{ "MX, bytes behind the name", 15, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\x0f") RR("\x0f", "\6") "\0\1\1b\0x"), DNS_TEMP, 0 },
	{ "MX name with a dot in a label", 15, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\x0f") RR("\x0f", "\7") "\0\1\3b.c\0"), DNS_TEMP, 0 },
	{ "PTR to the root", 12, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\x0c") RR("\x0c", "\1") "\0"), DNS_TEMP, 0 },
	{ "TXT", 16, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\x10")
	    RR("\x10", "\6") "\2ab\0\1c"), DNS_OK, 1 },
	{ "TXT string beyond its record", 16, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\x10") RR("\x10", "\2") "\2ab"), DNS_TEMP, 0 },
	{ "TXT of nothing", 16, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\x10") RR("\x10", "\0")), DNS_TEMP, 0 },
	{ "CNAME to itself", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\1")
	    RR("\5", "\2") OWNER), DNS_TEMP, 0 },
	{ "pointer to itself", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\1")
	    "\xc0\x1b\0\1\0\1\0\0\0\0\0\4\1\2\3\4"), DNS_TEMP, 0 },
	{ "pointer into the head", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1")
	    QUESTION("\1") "\xc0\x02\0\1\0\1\0\0\0\0\0\4\1\2\3\4"),
	    DNS_TEMP, 0 },
	{ "label type 0x40", 1, VIEW_LIT(HEAD(OK_FLAGS, "\1") QUESTION("\1")
	    "\x41x\0\0\1\0\1\0\0\0\0\0\4\1\2\3\4"), DNS_TEMP, 0 },
};

static void
test_names(void)
{
	char longest[300];
	struct dns_name n;

	CHECK(dns_name_scan("a.Example", &n) == 0 && n.len == 11);
	CHECK(dns_name_scan("a.", &n) == 0 && n.len == 3);
	CHECK(dns_name_scan("", &n) < 0 && dns_name_scan(".", &n) < 0);
	CHECK(dns_name_scan("a..b", &n) < 0 && dns_name_scan("a b", &n) < 0);
	CHECK(dns_name_scan("\xc3\xa4.example", &n) < 0);
	memset(longest, 'x', sizeof(longest));
	longest[63] = '\0';
	CHECK(dns_name_scan(longest, &n) == 0 && n.len == 65);
	longest[63] = 'x';
	longest[64] = '\0';
	CHECK(dns_name_scan(longest, &n) < 0);
	memset(longest, 'x', sizeof(longest));
	longest[63] = longest[127] = longest[191] = '.';
	longest[253] = '\0';
	CHECK(dns_name_scan(longest, &n) == 0 && n.len == 255);
	longest[253] = 'x';
	longest[254] = '\0';
	CHECK(dns_name_scan(longest, &n) < 0);
}

int
main(void)
{
	struct dns_list l = DNS_LIST_INIT;
	struct buf host = BUF_INIT;

	dns_put_host(&host, VIEW_LIT("A-b_9.$(x):%/\xff.example"));
	CHECK_VIEW("host name", buf_view(&host),
	    "a-b_9.\\044\\050x\\051\\072\\045\\057\\377.example");
	buf_free(&host);
	for (size_t i = 0; i < NELEM(cases); i++) {
		CHECK_INT(cases[i].name, dns_parse(cases[i].packet,
		    "A.example", cases[i].type, &l), cases[i].want);
		CHECK_INT(cases[i].name, l.len, cases[i].n);
		dns_list_free(&l);
	}
	/* every shorter packet is refused */
	for (size_t n = 0; n < cases[0].packet.len; n++)
		if (dns_parse(view_upto(cases[0].packet, n), "a.example", 1,
		    &l) != DNS_TEMP || l.len != 0)
			CHECK_INT("cut packet", n, -1);
	test_names();
	return tap_end();
}
