/*
 * proxy.h: the PROXY protocol's header, versions 1 and 2 (haproxy's
 * proxy-protocol.txt): a relay in front says who the client really is.
 */
#ifndef UCSPI_PROXY_H
#define UCSPI_PROXY_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/env.h"
#include "ucspi/tcpenv.h"

#define PROXY_LIMIT_S 3		/* until the header has to be here */

enum proxy_status {		/* exit codes, too */
	PROXY_OK = 0,
	PROXY_BAD = 1,		/* not a header */
	PROXY_DATAGRAM = 2,	/* a transport that cannot be ours */
	PROXY_SHORT = 111	/* too late, or the end of input inside */
};

struct proxy {
	bool known;		/* ends were told; else: keep the socket's */
	struct tcpenv_end client, server;
	struct buf sni, version, subject, cipher;	/* empty: none */
};

#define PROXY_INIT { .known = false, .sni = BUF_INIT, .version = BUF_INIT, \
	.subject = BUF_INIT, .cipher = BUF_INIT }

#define PROXY_V1 1
#define PROXY_V2 2

/*
 * Read exactly the header from fd, in one of the versions (PROXY_ bits).
 */
MUST_CHECK enum proxy_status proxy_read(int fd, unsigned versions,
    const struct deadline *until, struct proxy *p);
const char *proxy_reason(enum proxy_status s);

/* Set or remove what TLS said: SSL_PROTOCOL, SSL_CIPHER, ... */
void proxy_put_tls(struct env_list *l, const struct proxy *p);
void proxy_free(struct proxy *p);

/* The parsers alone: a whole line without CRLF; the bytes behind the 16. */
MUST_CHECK enum proxy_status proxy_parse1(struct view line, struct proxy *p);
MUST_CHECK enum proxy_status proxy_parse2(const unsigned char head[16],
    struct view rest, struct proxy *p);

#endif
