#include "lib/ip.h"

#include <sys/types.h>

#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>

#include "lib/ascii.h"
#include "lib/num.h"

#define V4_PREFIX_BITS 96	/* ::ffff:0:0/96 holds the IPv4 addresses */
#define V4_BYTES_AT 12
#define GROUPS 8		/* 16-bit pieces of an IPv6 address */
#define GROUP_DIGITS_MAX 4	/* RFC 4291 2.2 */
#define BYTE_DIGITS_MAX 3

static const unsigned char v4_prefix[V4_BYTES_AT] = { [10] = 0xff, 0xff };

static int
invalid(void)
{
	errno = EINVAL;
	return -1;
}

bool
ip_is_v4(const struct ip *ip)
{
	return memcmp(ip->b, v4_prefix, sizeof(v4_prefix)) == 0;
}

bool
ip_is_any(const struct ip *ip)
{
	static const unsigned char zero[16];

	if (ip_is_v4(ip))
		return memcmp(ip->b + V4_BYTES_AT, zero, 4) == 0;
	return memcmp(ip->b, zero, 16) == 0;
}

bool
ip_is_loopback(const struct ip *ip)
{
	static const unsigned char one[16] = { [15] = 1 };

	if (ip_is_v4(ip))
		return ip->b[V4_BYTES_AT] == 127;
	return memcmp(ip->b, one, 16) == 0;
}

bool
ip_is_eq(const struct ip *a, const struct ip *b)
{
	return memcmp(a->b, b->b, sizeof(a->b)) == 0 && a->scope == b->scope;
}

static bool
is_link_local(const struct ip *ip)
{
	return ip->b[0] == 0xfe && (ip->b[1] & 0xc0) == 0x80;
}

/* Four decimal bytes, the whole of v. */
static int
scan_dotted(struct view v, unsigned char *b)
{
	struct view part;
	uint64_t n;

	for (int i = 0; i < 4; i++) {
		size_t end = view_chr(v, '.');
		if ((end == v.len) != (i == 3))
			return invalid();
		part = view_upto(v, end);
		if (part.len > BYTE_DIGITS_MAX || num_scan(part, 255, &n) < 0)
			return invalid();
		b[i] = (unsigned char)n;
		v = view_from(v, end + 1);
	}
	return 0;
}

/* Groups of an IPv6 address before and behind its `::`. */
struct groups {
	unsigned char b[16];
	size_t n;		/* groups in use */
	size_t gap;		/* groups before `::`; GROUPS + 1: no `::` */
};

/* One piece between colons; last says that dotted IPv4 may stand here. */
static int
scan_group(struct view piece, bool last, struct groups *g)
{
	uint64_t n;

	if (last && view_has_byte(piece, '.')) {
		if (g->n > GROUPS - 2 ||
		    scan_dotted(piece, g->b + g->n * 2) < 0)
			return invalid();
		g->n += 2;
		return 0;
	}
	if (g->n == GROUPS || piece.len > GROUP_DIGITS_MAX ||
	    num_scan_hex(piece, 0xffff, &n) < 0)
		return invalid();
	g->b[g->n * 2] = (unsigned char)(n >> 8);
	g->b[g->n * 2 + 1] = (unsigned char)n;
	g->n++;
	return 0;
}

static int
scan_groups(struct view v, struct groups *g)
{
	bool need_group = false;

	while (v.len > 0 || need_group) {
		size_t end = view_chr(v, ':');
		if (view_has_prefix(v, VIEW_LIT("::"))) {
			if (g->gap <= GROUPS || need_group)
				return invalid();
			g->gap = g->n;
			v = view_from(v, 2);
			continue;
		}
		if (scan_group(view_upto(v, end), end == v.len, g) < 0)
			return -1;
		v = view_from(v, end);
		need_group = false;
		if (v.len > 0 && !view_has_prefix(v, VIEW_LIT("::"))) {
			v = view_from(v, 1);
			need_group = true;
		}
	}
	return 0;
}

static int
scan_v6(struct view v, struct ip *ip)
{
	struct groups g = { .n = 0, .gap = GROUPS + 1 };
	size_t before, behind;

	if (scan_groups(v, &g) < 0)
		return -1;
	if (g.gap > GROUPS ? g.n != GROUPS : g.n == GROUPS)
		return invalid();
	before = g.gap > GROUPS ? GROUPS : g.gap;
	behind = g.n - before;
	memset(ip, 0, sizeof(*ip));
	memcpy(ip->b, g.b, before * 2);
	memcpy(ip->b + 16 - behind * 2, g.b + before * 2, behind * 2);
	return 0;
}

static int
scan_zone(struct view zone, struct ip *ip)
{
	char name[IF_NAMESIZE];
	uint64_t n;

	if (!is_link_local(ip))
		return invalid();
	if (num_scan(zone, UINT32_MAX, &n) < 0) {
		if (zone.len >= sizeof(name) || view_has_byte(zone, '\0'))
			return invalid();
		memcpy(name, zone.p, zone.len);
		name[zone.len] = '\0';
		n = if_nametoindex(name);
	}
	if (n == 0)
		return invalid();
	ip->scope = (uint32_t)n;
	return 0;
}

int
ip_scan(struct view v, struct ip *ip)
{
	struct ip got = IP_ANY4;
	size_t percent;

	if (!view_has_byte(v, ':')) {
		if (scan_dotted(v, got.b + V4_BYTES_AT) < 0)
			return -1;
		*ip = got;
		return 0;
	}
	percent = view_chr(v, '%');
	if (scan_v6(view_upto(v, percent), &got) < 0)
		return -1;
	if (percent < v.len && scan_zone(view_from(v, percent + 1), &got) < 0)
		return -1;
	*ip = got;
	return 0;
}

int
ip_scan_literal(struct view v, struct ip *ip)
{
	static const struct view tag = VIEW_LIT("IPv6:");

	if (v.len < 2 || v.p[0] != '[' || v.p[v.len - 1] != ']')
		return invalid();
	v = view_make(v.p + 1, v.len - 2);
	if (view_has_iprefix(v, tag)) {
		v = view_from(v, tag.len);
		if (!view_has_byte(v, ':'))
			return invalid();
	}
	return ip_scan(v, ip);
}

static char *
put_num(char *p, unsigned n)
{
	return p + num_fmt(n, p);
}

static char *
put_hex(char *p, unsigned n)
{
	static const char digits[] = "0123456789abcdef";
	int shift = 12;

	while (shift > 0 && n >> shift == 0)
		shift -= 4;
	for (; shift >= 0; shift -= 4)
		*p++ = digits[n >> shift & 15];
	return p;
}

static unsigned
group_of(const struct ip *ip, size_t i)
{
	return (unsigned)ip->b[i * 2] << 8 | ip->b[i * 2 + 1];
}

/* The first of the longest runs of two or more zero groups: RFC 5952 4.2. */
static size_t
longest_gap(const struct ip *ip, size_t *len)
{
	size_t at = GROUPS, run = 0;

	*len = 1;
	for (size_t i = 0; i < GROUPS; i++) {
		run = group_of(ip, i) == 0 ? run + 1 : 0;
		if (run > *len) {
			*len = run;
			at = i + 1 - run;
		}
	}
	return at;
}

static char *
put_v6(char *p, const struct ip *ip)
{
	size_t gap_len, gap = longest_gap(ip, &gap_len);

	for (size_t i = 0; i < GROUPS; i++) {
		if (i == gap) {
			*p++ = ':';
			*p++ = ':';
			i += gap_len - 1;
			continue;
		}
		if (i > 0 && p[-1] != ':')
			*p++ = ':';
		p = put_hex(p, group_of(ip, i));
	}
	return p;
}

static char *
put_zone(char *p, uint32_t scope)
{
	char name[IF_NAMESIZE];
	size_t len;

	*p++ = '%';
	if (if_indextoname(scope, name) == NULL)
		return put_num(p, scope);
	len = strlen(name);
	memcpy(p, name, len);
	return p + len;
}

const char *
ip_fmt(const struct ip *ip, char *start)
{
	char *p = start;

	if (ip_is_v4(ip)) {
		for (size_t i = V4_BYTES_AT; i < 16; i++) {
			if (i > V4_BYTES_AT)
				*p++ = '.';
			p = put_num(p, ip->b[i]);
		}
	} else {
		p = put_v6(p, ip);
		if (ip->scope != 0)
			p = put_zone(p, ip->scope);
	}
	*p = '\0';
	return start;
}

void
ip_to_sockaddr(const struct ip *ip, unsigned port,
    struct sockaddr_storage *ss, socklen_t *len)
{
	struct sockaddr_in sin = { .sin_family = AF_INET };
	struct sockaddr_in6 sin6 = { .sin6_family = AF_INET6 };

	memset(ss, 0, sizeof(*ss));
	if (ip_is_v4(ip)) {
		sin.sin_port = htons((uint16_t)port);
		memcpy(&sin.sin_addr, ip->b + V4_BYTES_AT, 4);
		memcpy(ss, &sin, sizeof(sin));
		*len = sizeof(sin);
		return;
	}
	sin6.sin6_port = htons((uint16_t)port);
	sin6.sin6_scope_id = ip->scope;
	memcpy(&sin6.sin6_addr, ip->b, 16);
	memcpy(ss, &sin6, sizeof(sin6));
	*len = sizeof(sin6);
}

int
ip_from_sockaddr(const struct sockaddr_storage *ss, struct ip *ip,
    unsigned *port)
{
	struct sockaddr_in sin;
	struct sockaddr_in6 sin6;

	if (ss->ss_family == AF_INET) {
		memcpy(&sin, ss, sizeof(sin));
		*ip = IP_ANY4;
		memcpy(ip->b + V4_BYTES_AT, &sin.sin_addr, 4);
		*port = ntohs(sin.sin_port);
		return 0;
	}
	if (ss->ss_family == AF_INET6) {
		memcpy(&sin6, ss, sizeof(sin6));
		memcpy(ip->b, &sin6.sin6_addr, 16);
		ip->scope = is_link_local(ip) ? sin6.sin6_scope_id : 0;
		*port = ntohs(sin6.sin6_port);
		return 0;
	}
	errno = EAFNOSUPPORT;
	return -1;
}

void
ip_mask(struct ip *ip, unsigned bits)
{
	for (unsigned i = 0; i < 16; i++) {
		unsigned keep = bits > i * 8 ? bits - i * 8 : 0;
		if (keep < 8)
			ip->b[i] &= (unsigned char)(0xff00U >> keep);
	}
}

/* `255.255.0.0` as a number of bits; -1 when ones follow zeros. */
static int
scan_netmask(struct view v, uint64_t *bits)
{
	unsigned char b[4];
	uint32_t mask, host;

	if (scan_dotted(v, b) < 0)
		return -1;
	mask = (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
	    (uint32_t)b[2] << 8 | b[3];
	host = ~mask;
	if ((host & (host + 1)) != 0)
		return invalid();
	for (*bits = 32; host != 0; host >>= 1)
		(*bits)--;
	return 0;
}

int
ip_net_scan(struct view v, struct ip_net *net)
{
	size_t slash = view_chr(v, '/');
	struct view address = view_upto(v, slash), length;
	bool v6 = view_has_byte(address, ':');
	struct ip_net got;
	uint64_t bits = v6 ? 128 : 32;

	if (ip_scan(address, &got.ip) < 0)
		return -1;
	if (slash < v.len) {
		length = view_from(v, slash + 1);
		if (!v6 && view_has_byte(length, '.')) {
			if (scan_netmask(length, &bits) < 0)
				return -1;
		} else if (num_scan(length, bits, &bits) < 0)
			return invalid();
	}
	got.bits = (unsigned)bits + (v6 ? 0 : V4_PREFIX_BITS);
	ip_mask(&got.ip, got.bits);
	*net = got;
	return 0;
}

bool
ip_net_has(const struct ip_net *net, const struct ip *ip)
{
	struct ip a = *ip;

	/* ::/0 means all of IPv6; that IPv4 is stored inside is our secret */
	if (ip_is_v4(ip) && net->bits < V4_PREFIX_BITS)
		return false;
	if (net->ip.scope == 0)
		a.scope = 0;
	ip_mask(&a, net->bits);
	return ip_is_eq(&a, &net->ip);
}
