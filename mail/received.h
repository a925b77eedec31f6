/*
 * received.h: Received lines (messages.md 1).
 */
#ifndef MAIL_RECEIVED_H
#define MAIL_RECEIVED_H

#include <stdint.h>

#include "lib/buf.h"
#include "mail/received_queue.h"

/* A server's.  Values are cleaned: bytes outside the safe set become '?'. */
struct received_server {
	const char *with;	/* "SMTP", "ESMTP", "QMTP", ... */
	const char *remote_host, *remote_ip;	/* NULL: `unknown` */
	const char *remote_info;		/* NULL: none */
	const char *helo;	/* NULL: no HELO part */
	const char *local;	/* NULL: `unknown` */
	const char *tls_protocol;	/* NULL or empty: no TLS */
	const char *tls_cipher;		/* NULL: unknown */
};
void received_fmt_server(const struct received_server *r, int64_t now,
    struct buf *b);		/* appended to b */
/* The same, the peer as tcp-environ(5) says; helo may be NULL. */
void received_fmt_env(const char *with, const char *helo, int64_t now,
    struct buf *b);

#endif
