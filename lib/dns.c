#include "lib/dns.h"

#include "lib/ascii.h"
#include "lib/deadline.h"
#include "lib/dns_packet.h"
#include "lib/dns_send.h"
#include "lib/num.h"

#define LIMIT_S 60

static int limit_s = LIMIT_S;

void
dns_set_limit(int seconds)
{
	limit_s = seconds;
}

static enum dns_result
ask(const char *name, unsigned type, struct dns_list *l)
{
	enum dns_result result = DNS_TEMP;
	struct buf answer = BUF_INIT;
	struct dns_name wire;

	if (dns_name_scan(name, &wire) < 0)
		return DNS_NXDOMAIN;	/* nobody can have such a name */
	if (dns_send(&wire, type, deadline_in_s(limit_s), &answer) == 0)
		result = dns_parse(buf_view(&answer), name, type, l);
	buf_free(&answer);
	return result;
}

enum dns_result
dns_a(const char *name, struct dns_list *l)
{
	return ask(name, DNS_TYPE_A, l);
}

enum dns_result
dns_aaaa(const char *name, struct dns_list *l)
{
	return ask(name, DNS_TYPE_AAAA, l);
}

enum dns_result
dns_addresses(const char *name, struct dns_list *l)
{
	enum dns_result a = dns_a(name, l), aaaa;

	if (a == DNS_NXDOMAIN)
		return a;
	aaaa = dns_aaaa(name, l);
	if (a == DNS_OK || aaaa == DNS_OK)
		return DNS_OK;
	/* some servers deny a name when asked for AAAA: A knew better */
	return aaaa == DNS_TEMP ? aaaa : a;
}

enum dns_result
dns_mx(const char *name, struct dns_list *l)
{
	return ask(name, DNS_TYPE_MX, l);
}

enum dns_result
dns_txt(const char *name, struct dns_list *l)
{
	return ask(name, DNS_TYPE_TXT, l);
}

/* The name under which the owner of ip says what it is called. */
static void
put_ptr_name(struct buf *b, const struct ip *ip)
{
	static const char digits[] = "0123456789abcdef";

	if (ip_is_v4(ip)) {
		for (int i = 15; i >= 12; i--) {
			buf_put_u64(b, ip->b[i]);
			buf_putc(b, '.');
		}
		buf_puts(b, "in-addr.arpa");
		return;
	}
	for (int i = 15; i >= 0; i--) {
		buf_putc(b, digits[ip->b[i] & 15]);
		buf_putc(b, '.');
		buf_putc(b, digits[ip->b[i] >> 4]);
		buf_putc(b, '.');
	}
	buf_puts(b, "ip6.arpa");
}

enum dns_result
dns_ptr(const struct ip *ip, struct dns_list *l)
{
	struct buf name = BUF_INIT;
	enum dns_result result;

	put_ptr_name(&name, ip);
	result = ask(name.p, DNS_TYPE_PTR, l);
	buf_free(&name);
	return result;
}

void
dns_put_host(struct buf *b, struct view name)
{
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)ascii_tolower(name.p[i]);
		if (ascii_is_alnum(c) || c == '-' || c == '_' || c == '.') {
			buf_putc(b, (char)c);
			continue;
		}
		buf_putc(b, '\\');
		for (int shift = 6; shift >= 0; shift -= 3)
			buf_putc(b, (char)('0' + (c >> shift & 7)));
	}
}
