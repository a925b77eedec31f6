#include "mail/mx.h"

#include <stdlib.h>

#include "lib/mem.h"
#include "tests/tap.h"

/* ---- a name service of our own ---- */

static const struct { const char *name, *host; unsigned preference; }
mx_records[] = {
	{ "one.example", "a.example", 10 },
	{ "three.example", "c.example", 30 },
	{ "three.example", "a.example", 10 },
	{ "three.example", "b.example", 20 },
	{ "null.example", "", 0 },
	{ "half.example", "", 0 },
	{ "half.example", "a.example", 5 },
	{ "self.example", "me.example", 10 },
	{ "self.example", "a.example", 10 },
	{ "middle.example", "a.example", 10 },
	{ "middle.example", "me.example", 20 },
	{ "middle.example", "b.example", 20 },
	{ "middle.example", "c.example", 30 },
	{ "empty.example", "none.example", 10 },
	{ "softhost.example", "soft.example", 10 },
	{ "softself.example", "soft.example", 10 },
	{ "softself.example", "me.example", 20 },
	{ "softok.example", "soft.example", 10 },
	{ "softok.example", "a.example", 20 },
	{ "twice.example", "a.example", 10 },
	{ "twice.example", "again.example", 20 },
	{ "gone.example", "nx.example", 10 },
};
static const struct { const char *name, *ip; } addresses[] = {
	{ "a.example", "192.0.2.1" }, { "b.example", "192.0.2.2" },
	{ "c.example", "192.0.2.3" }, { "c.example", "2001:db8::3" },
	{ "me.example", "192.0.2.99" }, { "me.example", "192.0.2.98" },
	{ "again.example", "192.0.2.1" }, { "again.example", "192.0.2.4" },
	{ "host.example", "192.0.2.5" },
};
static size_t nquestions;

static struct dns_record *
add_record(struct dns_list *l)
{
	l->v = mem_grow(l->v, l->len + 1, sizeof(l->v[0]));
	l->cap = l->len + 1;
	l->v[l->len] = (struct dns_record){ .name = BUF_INIT };
	return &l->v[l->len++];
}

static enum dns_result
without(const char *name)
{
	if (strncmp(name, "soft", 4) == 0)
		return DNS_TEMP;
	return strncmp(name, "none", 4) == 0 ? DNS_NONE : DNS_NXDOMAIN;
}

static enum dns_result
ask_mx(const char *name, struct dns_list *l)
{
	nquestions++;
	if (strcmp(name, "many.example") == 0)
		for (unsigned i = 0; i < 3000; i++) {
			struct dns_record *r = add_record(l);
			r->preference = 3000 - i;
			buf_puts(&r->name, "many");
			buf_put_u64(&r->name, r->preference);
		}
	for (size_t i = 0; i < NELEM(mx_records); i++) {
		struct dns_record *r;
		if (strcmp(name, mx_records[i].name) != 0)
			continue;
		r = add_record(l);
		buf_sets(&r->name, mx_records[i].host);
		r->preference = mx_records[i].preference;
	}
	return l->len > 0 ? DNS_OK : without(name);
}

static enum dns_result
ask_addresses(const char *name, struct dns_list *l)
{
	nquestions++;
	if (strncmp(name, "many", 4) == 0) {
		struct dns_record *r = add_record(l);
		r->ip = IP_ANY4;
		r->ip.b[12] = 10;
		r->ip.b[15] = (unsigned char)strlen(name);
		r->ip.b[14] = (unsigned char)name[4];
		r->ip.b[13] = (unsigned char)name[5];
	}
	for (size_t i = 0; i < NELEM(addresses); i++)
		if (strcmp(name, addresses[i].name) == 0 && ip_scan(
		    view_of(addresses[i].ip), &add_record(l)->ip) < 0)
			abort();
	return l->len > 0 ? DNS_OK : without(name);
}

static uint32_t
last_of(uint32_t n)		/* leaves the order of ties as it was */
{
	return n - 1;
}

static uint32_t
middle_of(uint32_t n)
{
	return n / 2;
}

/* ---- tests ---- */

static const struct { const char *host; const char *targets; enum mx_what end;
    size_t questions; } cases[] = {
	/* spec: protocols.md 3.1 */
	{ "one.example", "192.0.2.1 ", MX_END, 2 },
	{ "three.example", "192.0.2.1 192.0.2.2 192.0.2.3 2001:db8::3 ",
	    MX_END, 4 },
	{ "host.example", "192.0.2.5 ", MX_END, 2 },
	{ "10.1.2.3", "10.1.2.3 ", MX_END, 0 },
	{ "[10.1.2.3]", "10.1.2.3 ", MX_END, 0 },
	{ "192.0.2.99", "", MX_SELF, 0 },
	{ "self.example", "", MX_SELF, 2 },
	{ "me.example", "", MX_SELF, 2 },
	{ "middle.example", "192.0.2.1 ", MX_END, 3 },
	{ "nx.example", "", MX_HARD, 2 },
	{ "none.example", "", MX_HARD, 2 },
	{ "", "", MX_HARD, 0 },
	{ "a b", "", MX_HARD, 0 },
	{ "j\303\266rg.example", "", MX_HARD, 0 },
	{ "empty.example", "", MX_NO_ADDRESS, 2 },
	{ "gone.example", "", MX_NO_ADDRESS, 2 },
	{ "soft.example", "", MX_SOFT, 1 },
	{ "softhost.example", "", MX_SOFT, 2 },
	{ "softself.example", "", MX_SOFT, 3 },
	{ "softok.example", "192.0.2.1 ", MX_END, 3 },
	{ "twice.example", "192.0.2.1 192.0.2.4 ", MX_END, 3 },
	/* spec: protocols.md 8.8 */
	{ "[2001:db8::1]", "2001:db8::1 ", MX_END, 0 },
	{ "[IPv6:2001:db8::1]", "2001:db8::1 ", MX_END, 0 },
	/* spec: protocols.md 8.9 */
	{ "null.example", "", MX_NULL, 1 },
	{ "half.example", "192.0.2.1 ", MX_END, 2 },
};

static void
use_fakes(struct mx *mx)
{
	mx->ask_mx = ask_mx;
	mx->ask_addresses = ask_addresses;
	mx->random_below = last_of;
	nquestions = 0;
}

static enum mx_what
collect(struct mx *mx, struct buf *b)
{
	char text[IP_FMT_MAX];
	enum mx_what what;
	struct ip ip;

	buf_clear(b);
	while ((what = mx_next(mx, &ip)) == MX_TARGET)
		buf_cat(b, ip_fmt(&ip, text), " ");
	return what;
}

static void
test_cases(struct mx *mx, struct buf *b)
{
	struct ip_net nets[2];
	struct ipme me = { .more = { .v = nets, .len = 2 } };

	CHECK(ip_net_scan(VIEW_LIT("192.0.2.99"), &nets[0]) == 0);
	CHECK(ip_net_scan(VIEW_LIT("198.51.100.0/24"), &nets[1]) == 0);
	for (size_t i = 0; i < NELEM(cases); i++) {
		nquestions = 0;
		mx_start(mx, cases[i].host, &me);
		CHECK_INT(cases[i].host, collect(mx, b), cases[i].end);
		CHECK_STR(cases[i].host, buf_view(b), cases[i].targets);
		CHECK_INT(cases[i].host, nquestions, cases[i].questions);
	}
}

static void
test_relay(struct mx *mx, struct buf *b)
{
	/* spec: protocols.md 3.1: no MX, nothing is ourselves */
	mx_start_relay(mx, "me.example");
	CHECK_INT("relay", collect(mx, b), MX_END);
	CHECK_STR("relay", buf_view(b), "192.0.2.99 192.0.2.98 ");
	mx_start_relay(mx, "one.example");
	CHECK_INT("relay without address", collect(mx, b), MX_HARD);
	mx_start_relay(mx, "[::1]");
	CHECK_INT("relay literal", collect(mx, b), MX_END);
	CHECK_STR("relay literal", buf_view(b), "::1 ");
}

static void
test_lazy(struct mx *mx)
{
	struct ip ip;

	nquestions = 0;
	mx_start(mx, "three.example", NULL);
	CHECK_INT("first target", mx_next(mx, &ip), MX_TARGET);
	CHECK_INT("the others were not asked for", nquestions, 2);
}

static void
test_rewind(struct mx *mx)
{
	struct ip first, ip;
	size_t n = 0, again = 0;
	unsigned asked;

	nquestions = 0;
	mx_start(mx, "three.example", NULL);
	CHECK_INT("a target", mx_next(mx, &first), MX_TARGET);
	mx_rewind(mx);
	CHECK_INT("the first again", mx_next(mx, &ip), MX_TARGET);
	CHECK(ip_is_eq(&first, &ip));
	CHECK_INT("without a question", nquestions, 2);
	for (n = 1; mx_next(mx, &ip) == MX_TARGET; n++)
		;
	asked = (unsigned)nquestions;
	mx_rewind(mx);
	while (mx_next(mx, &ip) == MX_TARGET)
		again++;
	CHECK(again == n && n > 1);
	CHECK_INT("nothing is asked twice", (int)nquestions, (int)asked);
}

static void
test_bounds(struct mx *mx)
{
	struct ip ip;
	size_t n = 0;

	nquestions = 0;
	mx_start(mx, "many.example", NULL);
	while (mx_next(mx, &ip) == MX_TARGET)
		n++;
	CHECK(n <= MX_TARGETS_MAX);
	CHECK(nquestions <= MX_HOSTS_MAX + 1);
}

static void
test_order(void)
{
	static const unsigned in[] = { 30, 10, 20, 10, 10 };
	struct mx_host h[NELEM(in)];
	char names[NELEM(in) + 1] = "";
	bool was_first[NELEM(in)] = { false };

	for (int round = 0; round < 200; round++) {
		for (size_t i = 0; i < NELEM(in); i++) {
			h[i] = (struct mx_host){ .name = BUF_INIT,
			    .preference = in[i] };
			buf_putc(&h[i].name, (char)('a' + i));
		}
		mx_order(h, NELEM(in), round == 0 ? last_of : round == 1 ?
		    middle_of : random_below);
		for (size_t i = 0; i < NELEM(in); i++)
			names[i] = h[i].name.p[0];
		if (round == 0)
			CHECK_STR("by preference", view_of(names), "bdeca");
		else if (round == 1)
			CHECK_STR("another tie", view_of(names), "dbeca");
		else
			was_first[names[0] - 'a'] = true;
		if (strcmp(names + 3, "ca") != 0)
			CHECK_STR("worse ones later", view_of(names + 3), "ca");
		for (size_t i = 0; i < NELEM(in); i++)
			buf_free(&h[i].name);
	}
	/* spec: protocols.md 3.1, 8.10: each tie may come first */
	CHECK(was_first[1] && was_first[3] && was_first[4]);
	CHECK(!was_first[0] && !was_first[2]);
}

int
main(void)
{
	struct mx mx = MX_INIT;
	struct buf b = BUF_INIT;

	use_fakes(&mx);
	test_cases(&mx, &b);
	test_relay(&mx, &b);
	test_lazy(&mx);
	test_rewind(&mx);
	test_bounds(&mx);
	test_order();
	mx_free(&mx);
	buf_free(&b);
	return tap_end();
}
