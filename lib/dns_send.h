/*
 * dns_send.h: carry one question to the name servers, for lib/dns.c alone.
 *
 * Servers: DNSCACHEIP, else the first three `nameserver` lines of
 * /etc/resolv.conf, else 127.0.0.1.  UDP with EDNS0 from a fresh socket each
 * time (so from a random port, and the kernel drops what comes from others);
 * TCP when the answer was cut.  All servers are asked in turn, again and again
 * with growing patience, until one answers or the deadline passes.
 */
#ifndef LIB_DNS_SEND_H
#define LIB_DNS_SEND_H

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/dns_packet.h"

/*
 * 0 with an answer that is OK by dns_reply_class(), in answer (replaced);
 * -1 with errno: ETIMEDOUT, EPROTO (all servers failed), EINVAL (DNSCACHEIP
 * is no address), the sockets'.
 */
MUST_CHECK int dns_send(const struct dns_name *name, unsigned type,
    struct deadline until, struct buf *answer);

#endif
