/*
 * ip.h: addresses of both families in one shape.  IPv4 is kept as the mapped
 * form ::ffff:a.b.c.d, so equal hosts compare equal however they came in.
 */
#ifndef LIB_IP_H
#define LIB_IP_H

#include <sys/socket.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define IP_FMT_MAX 64		/* longest text, zone and NUL included */

struct ip {
	unsigned char b[16];	/* network order */
	uint32_t scope;		/* interface index of fe80::/10; 0: none */
};

#define IP_ANY4 ((struct ip){ .b = { [10] = 0xff, [11] = 0xff } })
#define IP_ANY6 ((struct ip){ .b = { 0 } })

bool ip_is_v4(const struct ip *ip);		/* mapped IPv4 */
bool ip_is_any(const struct ip *ip);		/* 0.0.0.0 or :: */
bool ip_is_loopback(const struct ip *ip);	/* 127/8 or ::1 */
bool ip_is_eq(const struct ip *a, const struct ip *b);

/*
 * The whole of v as an address: four decimal bytes, or IPv6 text (RFC 4291
 * 2.2), `%zone` allowed behind link-local ones.  0, or -1 (EINVAL).
 */
MUST_CHECK int ip_scan(struct view v, struct ip *ip);
/* The same in brackets: [1.2.3.4], [2001:db8::1], [IPv6:2001:db8::1]. */
MUST_CHECK int ip_scan_literal(struct view v, struct ip *ip);
/* Text of ip into p (IP_FMT_MAX bytes): dotted, or RFC 5952.  Returns p. */
const char *ip_fmt(const struct ip *ip, char *p);

/* Socket addresses: *len is set; port in host order. */
void ip_to_sockaddr(const struct ip *ip, unsigned port,
    struct sockaddr_storage *ss, socklen_t *len);
/* 0, or -1 (EAFNOSUPPORT) for other families. */
MUST_CHECK int ip_from_sockaddr(const struct sockaddr_storage *ss,
    struct ip *ip, unsigned *port);

/* A network: an address and how many leading bits count (0..128). */
struct ip_net {
	struct ip ip;
	unsigned bits;		/* of the 128; IPv4 /8 is 104 */
};
/*
 * `a.b.c.d`, `a.b.c.d/8`, `a.b.c.d/255.0.0.0`, `2001:db8::/32`: 0, -1
 * (EINVAL).  Host bits are cleared.
 */
MUST_CHECK int ip_net_scan(struct view v, struct ip_net *net);
/* IPv4 addresses are in IPv4 networks only: not in ::/0. */
bool ip_net_has(const struct ip_net *net, const struct ip *ip);
void ip_mask(struct ip *ip, unsigned bits);	/* clear the host bits */

#endif
