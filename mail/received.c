#include "mail/received.h"

#include "lib/ascii.h"
#include "lib/env.h"
#include "mail/date.h"

/* What may stand in a Received line as it is (messages.md 1). */
static const struct view safe_marks = { .p = ".@%+/=:-[]", .len = 10 };

#define UNKNOWN "unknown"

static void
put_clean(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		buf_putc(b, ascii_is_alnum(*s) ||
		    view_has_byte(safe_marks, *s) ? *s : '?');
}

static void
put_word(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		buf_putc(b, ascii_is_alnum(*s) || *s == '_' || *s == '.' ||
		    *s == '-' ? *s : '?');
}

static void
put_tls(struct buf *b, const char *protocol, const char *cipher)
{
	if (protocol == NULL || protocol[0] == '\0')
		return;
	buf_puts(b, " (");
	put_word(b, protocol);
	if (cipher != NULL) {
		buf_putc(b, ' ');
		put_word(b, cipher);
	}
	buf_putc(b, ')');
}

void
received_fmt_server(const struct received_server *r, int64_t now,
    struct buf *b)
{
	const char *host = r->remote_host == NULL ? UNKNOWN : r->remote_host;
	char date[DATE_MAX];

	buf_puts(b, "Received: from ");
	put_clean(b, host);
	if (r->helo != NULL && !view_is_ieq(view_of(host), view_of(r->helo))) {
		buf_puts(b, " (HELO ");
		put_clean(b, r->helo);
		buf_puts(b, ")");
	}
	buf_puts(b, " (");
	if (r->remote_info != NULL) {
		put_clean(b, r->remote_info);
		buf_putc(b, '@');
	}
	put_clean(b, r->remote_ip == NULL ? UNKNOWN : r->remote_ip);
	buf_puts(b, ")\n  by ");
	put_clean(b, r->local == NULL ? UNKNOWN : r->local);
	buf_cat(b, " with ", r->with);
	put_tls(b, r->tls_protocol, r->tls_cipher);
	buf_cat(b, "; ", date_822(now, date), "\n");
}

void
received_fmt_env(const char *with, const char *helo, int64_t now,
    struct buf *b)
{
	const char *local = env_get("TCPLOCALHOST");
	struct received_server r = {
		.with = with,
		.remote_host = env_get("TCPREMOTEHOST"),
		.remote_ip = env_get("TCPREMOTEIP"),
		.remote_info = env_get("TCPREMOTEINFO"),
		.helo = helo,
		.tls_protocol = env_get("SSL_PROTOCOL"),
		.tls_cipher = env_get("SSL_CIPHER"),
		.local = local != NULL ? local : env_get("TCPLOCALIP"),
	};

	received_fmt_server(&r, now, b);
}
