#include "lib/ip.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>

#include "lib/attr.h"
#include "tests/tap.h"

/* text, and its canonical form; NULL: refused */
static const struct { const char *in, *out; } addresses[] = {
	{ "0.0.0.0", "0.0.0.0" },
	{ "127.0.0.1", "127.0.0.1" },
	{ "255.255.255.255", "255.255.255.255" },
	{ "010.001.000.009", "10.1.0.9" },	/* decimal, as qmail reads it */
	{ "256.1.1.1", NULL },
	{ "1.2.3", NULL },
	{ "1.2.3.", NULL },
	{ ".1.2.3", NULL },
	{ "1.2.3.4.", NULL },
	{ "1.2.3.4.5", NULL },
	{ "1..2.3", NULL },
	{ "1.2.3.4 ", NULL },
	{ " 1.2.3.4", NULL },
	{ "1.2.3.-4", NULL },
	{ "1.2.3.0004", NULL },
	{ "1.2.3.4%eth0", NULL },
	{ "", NULL },
	{ "localhost", NULL },
	{ "::", "::" },
	{ "::1", "::1" },
	{ "1::", "1::" },
	{ "0:0:0:0:0:0:0:0", "::" },
	{ "2001:DB8::0001", "2001:db8::1" },
	{ "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1" },
	{ "2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1" },
	{ "2001:0:0:1:0:0:0:1", "2001:0:0:1::1" },
	{ "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0" },
	{ "::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8" },
	{ "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8" },
	{ "fedc:ba98:7654:3210:fedc:ba98:7654:3210",
	    "fedc:ba98:7654:3210:fedc:ba98:7654:3210" },
	{ "::ffff:1.2.3.4", "1.2.3.4" },
	{ "::FFFF:102:304", "1.2.3.4" },
	{ "64:ff9b::1.2.3.4", "64:ff9b::102:304" },
	{ "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304" },
	{ "fe80::1%9999", "fe80::1%9999" },
	{ "1:2:3:4:5:6:7:1.2.3.4", NULL },
	{ "::1.2.3", NULL },
	{ "1.2.3.4::", NULL },
	{ "::1.2.3.4:5", NULL },
	{ ":", NULL },
	{ ":::", NULL },
	{ ":1", NULL },
	{ "1:", NULL },
	{ "1::2::3", NULL },
	{ "1:::2", NULL },
	{ "::1:", NULL },
	{ ":1::", NULL },
	{ "1:2:3:4:5:6:7", NULL },
	{ "1:2:3:4:5:6:7:8:9", NULL },
	{ "1:2:3:4:5:6:7:8::", NULL },
	{ "::1:2:3:4:5:6:7:8", NULL },
	{ "1:2:3:4::5:6:7:8", NULL },
	{ "12345::", NULL },
	{ "g::", NULL },
	{ "::1%1", NULL },		/* zones belong to link-local */
	{ "fe80::1%", NULL },
	{ "fe80::1%0", NULL },
	{ "fe80::1%nosuchif", NULL },
	{ "fe80::1%averyveryverylonginterfacename", NULL },
	{ "fe80::1%4294967296", NULL },
};

static void
test_text(void)
{
	char text[IP_FMT_MAX];
	struct ip ip;

	for (size_t i = 0; i < NELEM(addresses); i++) {
		int r = ip_scan(view_of(addresses[i].in), &ip);
		CHECK_INT(addresses[i].in, r,
		    addresses[i].out == NULL ? -1 : 0);
		if (r == 0 && addresses[i].out != NULL)
			CHECK_STR(addresses[i].in, view_of(ip_fmt(&ip, text)),
			    addresses[i].out);
	}
	CHECK_INT("NUL inside", ip_scan(VIEW_LIT("1.2.3.4\0"), &ip), -1);
	CHECK_INT("NUL in zone", ip_scan(VIEW_LIT("fe80::1%lo\0"), &ip), -1);
}

static void
test_zone_name(void)
{
	char text[IP_FMT_MAX], lo[IF_NAMESIZE];
	struct ip ip;

	if (if_indextoname(1, lo) == NULL || strcmp(lo, "lo") != 0) {
		CHECK_NAMED("zone names # SKIP no interface lo", true);
		return;
	}
	CHECK_INT("zone name", ip_scan(VIEW_LIT("fe80::1%lo"), &ip), 0);
	CHECK_INT("index", ip.scope, 1);
	CHECK_STR("printed", view_of(ip_fmt(&ip, text)), "fe80::1%lo");
}

static const struct { const char *in, *out; } literals[] = {
	{ "[1.2.3.4]", "1.2.3.4" },
	{ "[2001:db8::1]", "2001:db8::1" },
	{ "[IPv6:2001:db8::1]", "2001:db8::1" },
	{ "[ipv6:::1]", "::1" },
	{ "[IPv6:1.2.3.4]", NULL },
	{ "1.2.3.4", NULL },
	{ "[1.2.3.4", NULL },
	{ "[]", NULL },
	{ "[", NULL },
	{ "]", NULL },
};

static void
test_literals(void)
{
	char text[IP_FMT_MAX];
	struct ip ip;

	for (size_t i = 0; i < NELEM(literals); i++) {
		int r = ip_scan_literal(view_of(literals[i].in), &ip);
		CHECK_INT(literals[i].in, r, literals[i].out == NULL ? -1 : 0);
		if (r == 0 && literals[i].out != NULL)
			CHECK_STR(literals[i].in, view_of(ip_fmt(&ip, text)),
			    literals[i].out);
	}
}

static const struct { const char *net, *ip; int want; } nets[] = {
	{ "10.0.0.0/8", "10.255.0.1", 1 },
	{ "10.0.0.0/8", "11.0.0.1", 0 },
	{ "10.1.2.3/8", "10.9.9.9", 1 },	/* host bits are cleared */
	{ "10.1.2.3/255.255.0.0", "10.1.9.9", 1 },
	{ "10.1.2.3/255.255.0.0", "10.2.2.3", 0 },
	{ "10.1.2.3/0.0.0.0", "99.2.2.3", 1 },
	{ "10.1.2.3", "10.1.2.3", 1 },
	{ "10.1.2.3", "10.1.2.2", 0 },
	{ "10.1.2.2/31", "10.1.2.3", 1 },
	{ "10.1.2.2/31", "10.1.2.4", 0 },
	{ "0.0.0.0/0", "10.1.2.4", 1 },
	{ "0.0.0.0/0", "::1", 0 },
	{ "::/0", "::1", 1 },
	{ "::/0", "1.2.3.4", 0 },
	{ "2001:db8::/32", "2001:db8:ffff::1", 1 },
	{ "2001:db8::/32", "2001:db9::1", 0 },
	{ "2001:db8::/33", "2001:db8:8000::", 0 },
	{ "fe80::/10", "fe80::1%7", 1 },
	{ "2001:db8::1", "2001:db8::1", 1 },
	{ "10.0.0.0/33", NULL, -1 },
	{ "10.0.0.0/", NULL, -1 },
	{ "10.0.0.0/255.0.255.0", NULL, -1 },
	{ "10.0.0.0/255.0.0", NULL, -1 },
	{ "10.0.0/8", NULL, -1 },
	{ "::/129", NULL, -1 },
	{ "::/255.0.0.0", NULL, -1 },
	{ "/8", NULL, -1 },
	{ "", NULL, -1 },
};

static void
test_nets(void)
{
	struct ip_net net;
	struct ip ip;

	for (size_t i = 0; i < NELEM(nets); i++) {
		int r = ip_net_scan(view_of(nets[i].net), &net);
		CHECK_INT(nets[i].net, r, nets[i].want < 0 ? -1 : 0);
		if (nets[i].want < 0 || r < 0)
			continue;
		CHECK_INT(nets[i].ip, ip_scan(view_of(nets[i].ip), &ip), 0);
		CHECK_INT(nets[i].net, ip_net_has(&net, &ip), nets[i].want);
	}
}

static void
test_questions(void)
{
	struct ip ip, other;

	CHECK(ip_is_any(&IP_ANY4) && ip_is_v4(&IP_ANY4));
	CHECK(ip_is_any(&IP_ANY6) && !ip_is_v4(&IP_ANY6));
	CHECK(!ip_is_eq(&IP_ANY4, &IP_ANY6));
	CHECK(ip_scan(VIEW_LIT("127.9.8.7"), &ip) == 0);
	CHECK(ip_is_loopback(&ip) && !ip_is_any(&ip));
	CHECK(ip_scan(VIEW_LIT("::1"), &ip) == 0 && ip_is_loopback(&ip));
	CHECK(ip_scan(VIEW_LIT("::2"), &ip) == 0 && !ip_is_loopback(&ip));
	CHECK(ip_scan(VIEW_LIT("fe80::1%2"), &ip) == 0);
	CHECK(ip_scan(VIEW_LIT("fe80::1%3"), &other) == 0);
	CHECK(!ip_is_eq(&ip, &other));
	ip = IP_ANY6;
	memset(ip.b, 0xff, 16);
	ip_mask(&ip, 9);
	CHECK(ip.b[0] == 0xff && ip.b[1] == 0x80 && ip.b[2] == 0);
	ip_mask(&ip, 0);
	CHECK(ip_is_any(&ip));
}

static void
test_sockaddr(void)
{
	static const char *const in[] = { "1.2.3.4", "2001:db8::1",
	    "fe80::1%4" };
	struct sockaddr_storage ss;
	struct sockaddr_in sin;
	struct ip ip, back;
	socklen_t len;
	unsigned port;

	for (size_t i = 0; i < NELEM(in); i++) {
		CHECK(ip_scan(view_of(in[i]), &ip) == 0);
		ip_to_sockaddr(&ip, 2525, &ss, &len);
		CHECK_INT(in[i], len, i == 0 ? sizeof(struct sockaddr_in) :
		    sizeof(struct sockaddr_in6));
		CHECK(ip_from_sockaddr(&ss, &back, &port) == 0);
		CHECK(ip_is_eq(&ip, &back) && port == 2525);
	}
	CHECK(ip_scan(VIEW_LIT("1.2.3.4"), &ip) == 0);
	ip_to_sockaddr(&ip, 25, &ss, &len);
	memcpy(&sin, &ss, sizeof(sin));
	CHECK(sin.sin_family == AF_INET && sin.sin_port == htons(25) &&
	    sin.sin_addr.s_addr == htonl(0x01020304));
	ss.ss_family = AF_UNIX;
	CHECK_INT("other families", ip_from_sockaddr(&ss, &ip, &port), -1);
}

int
main(void)
{
	test_text();
	test_zone_name();
	test_literals();
	test_nets();
	test_questions();
	test_sockaddr();
	return tap_end();
}
