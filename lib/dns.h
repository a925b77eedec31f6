/*
 * dns.h: questions to the name service, with our own transport
 * (lib/dns_send.h: servers of resolv.conf, retries, TCP after truncation) and
 * our own parser for the answers.  Not res_nsend(3): its TCP side waits for
 * ever, and no documented way gives it an IPv6 server.
 *
 * Every answer is hostile: names are checked for length, pointers may only
 * point back, counts are bounded, CNAME chains end after DNS_CNAME_MAX, names
 * with bytes outside 33..126 are refused where a host name is asked for.
 *
 * DNSCACHEIP in the environment names the server instead of resolv.conf, as in
 * djbdns; ours may carry a port: `127.0.0.1:5300`, `[::1]:5300`.  When it is
 * no address every question gives DNS_TEMP.
 *
 * All questions return enum dns_result.  Records are appended to the caller's
 * list, which starts as DNS_LIST_INIT and is freed by dns_list_free().
 */
#ifndef LIB_DNS_H
#define LIB_DNS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/ip.h"

#define DNS_NAME_MAX 1004	/* text of 255 wire bytes, escapes, NUL */
#define DNS_CNAME_MAX 16
#define DNS_ANSWER_MAX 65535

enum dns_result {
	DNS_OK,			/* at least one record */
	DNS_NONE,		/* name exists, no such record */
	DNS_NXDOMAIN,		/* no such name */
	DNS_TEMP		/* no answer, SERVFAIL, or an answer refused */
};

struct dns_record {
	struct buf name;	/* MX, PTR, CNAME: target; TXT: joined */
	struct ip ip;		/* A, AAAA */
	unsigned preference;	/* MX */
	uint32_t ttl;
};

struct dns_list {
	struct dns_record *v;	/* in the order of the answer */
	size_t len, cap;
};

#define DNS_LIST_INIT { .v = NULL, .len = 0, .cap = 0 }
void dns_list_free(struct dns_list *l);

/*
 * name: text without a trailing dot needed.  A null MX (RFC 7505) comes as a
 * record with an empty name.
 */
MUST_CHECK enum dns_result dns_a(const char *name, struct dns_list *l);
MUST_CHECK enum dns_result dns_aaaa(const char *name, struct dns_list *l);
/* A, then AAAA: DNS_OK if either gave one, DNS_TEMP if none and one failed. */
MUST_CHECK enum dns_result dns_addresses(const char *name, struct dns_list *l);
MUST_CHECK enum dns_result dns_mx(const char *name, struct dns_list *l);
MUST_CHECK enum dns_result dns_txt(const char *name, struct dns_list *l);
MUST_CHECK enum dns_result dns_ptr(const struct ip *ip, struct dns_list *l);

/*
 * The parser alone (for tests and fuzzing): records of type at the end of the
 * CNAME chain that begins at name, out of a packet.  DNS_TEMP when malformed.
 */
MUST_CHECK enum dns_result dns_parse(struct view packet, const char *name,
    unsigned type, struct dns_list *l);

/*
 * Append a name that a stranger chose for his address as a host name for the
 * environment: lower case, what host names are not made of (all but a-z, 0-9,
 * hyphen, underscore and dot) as a backslash and three octal digits, so that it
 * is no syntax anywhere.
 */
void dns_put_host(struct buf *b, struct view name);

/* Set the time limit of one question, all tries together (default 60 s). */
void dns_set_limit(int seconds);

#endif
