/*
 * dns_packet.h: DNS messages (RFC 1035 4, RFC 6891), for lib/dns.c alone:
 * building questions, and telling what a reply is.  dns_parse() of lib/dns.h
 * takes the records out.
 */
#ifndef LIB_DNS_PACKET_H
#define LIB_DNS_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define DNS_WIRE_NAME_MAX 255	/* RFC 1035 2.3.4 */
#define DNS_HEAD 12
#define DNS_QUERY_MAX (DNS_HEAD + DNS_WIRE_NAME_MAX + 4 + 11)
#define DNS_UDP_MAX 4096	/* of an answer; we announce DNS_EDNS_SIZE */
#define DNS_EDNS_SIZE 1232	/* never in fragments: DNS flag day 2020 */

enum dns_type {
	DNS_TYPE_A = 1,
	DNS_TYPE_CNAME = 5,
	DNS_TYPE_PTR = 12,
	DNS_TYPE_MX = 15,
	DNS_TYPE_TXT = 16,
	DNS_TYPE_AAAA = 28,
	DNS_TYPE_OPT = 41
};

struct dns_name {		/* wire form without pointers */
	unsigned char b[DNS_WIRE_NAME_MAX];
	size_t len;
};

/*
 * A host name's wire form: labels of 1..63 bytes 33..126, one trailing dot
 * allowed.  0, or -1 (EINVAL).
 */
MUST_CHECK int dns_name_scan(const char *text, struct dns_name *n);

struct dns_query {
	unsigned char b[DNS_QUERY_MAX];
	size_t len;
};

/* A recursive question in class IN; edns adds the OPT record. */
void dns_query_make(struct dns_query *q, const struct dns_name *n,
    unsigned type, uint16_t id, bool edns);

enum dns_reply {
	DNS_REPLY_STRANGE,	/* not an answer to this question: wait on */
	DNS_REPLY_OK,		/* worth parsing: records, none, or no name */
	DNS_REPLY_CUT,		/* truncated: ask by TCP */
	DNS_REPLY_NO_EDNS,	/* FORMERR, NOTIMP: ask again without OPT */
	DNS_REPLY_FAILED	/* SERVFAIL and the like: ask another server */
};

enum dns_reply dns_reply_class(struct view reply, const struct dns_query *q);

#endif
