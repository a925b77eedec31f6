#include "mail/received.h"

#include <unistd.h>

#include "lib/attr.h"
#include "tests/tap.h"

#define WHEN 1795488327
#define DATE "24 Nov 2026 02:45:27 -0000\n"

/* spec: messages.md 1 (Received of servers) */
static const struct {
	const char *name;
	struct received_server r;
	const char *want;
} servers[] = {
	{ "nothing known",
	  { .with = "SMTP" },
	  "Received: from unknown (unknown)\n  by unknown with SMTP; " DATE },
	{ "all known",
	  { .with = "SMTP", .remote_host = "a.example", .remote_ip = "1.2.3.4",
	    .helo = "b", .local = "mx" },
	  "Received: from a.example (HELO b) (1.2.3.4)\n"
	  "  by mx with SMTP; " DATE },
	{ "helo is the host",
	  { .with = "ESMTPS", .remote_host = "a.example", .helo = "A.Example",
	    .remote_ip = "::1", .remote_info = "joe", .local = "[::1]" },
	  "Received: from a.example (joe@::1)\n  by [::1] with ESMTPS; " DATE },
	{ "bad bytes",
	  { .with = "QMTP", .remote_host = "a_b c", .remote_ip = "1\r\n2",
	    .remote_info = "x(y)", .local = "\xc3\xa9" },
	  "Received: from a?b?c (x?y?@1??2)\n  by ?? with QMTP; " DATE },
	{ "helo is unknown",
	  { .with = "SMTP", .helo = "unknown" },
	  "Received: from unknown (unknown)\n  by unknown with SMTP; " DATE },
	{ "empty",
	  { .with = "SMTP", .helo = "", .remote_info = "" },
	  "Received: from unknown (HELO ) (@unknown)\n"
	  "  by unknown with SMTP; " DATE },
	{ "TLS",
	  { .with = "ESMTPS", .tls_protocol = "TLSv1.2",
	    .tls_cipher = "ECDHE-RSA-AES256_GCM" },
	  "Received: from unknown (unknown)\n  by unknown with ESMTPS "
	  "(TLSv1.2 ECDHE-RSA-AES256_GCM); " DATE },
	{ "TLS, no more known",
	  { .with = "QMTP", .tls_protocol = "TLSv1.3" },
	  "Received: from unknown (unknown)\n  by unknown with QMTP "
	  "(TLSv1.3); " DATE },
	{ "TLS, bad bytes",
	  { .with = "ESMTPS", .tls_protocol = "T)\n", .tls_cipher = "a(\\ " },
	  "Received: from unknown (unknown)\n  by unknown with ESMTPS "
	  "(T?" "? a?" "?" "?); " DATE },
	{ "no TLS",
	  { .with = "SMTP", .tls_protocol = "", .tls_cipher = "x" },
	  "Received: from unknown (unknown)\n  by unknown with SMTP; " DATE },
	{ "safe bytes",
	  { .with = "QMQP", .remote_host = "Az09.@%+/=:-[]", .helo = "\t<" },
	  "Received: from Az09.@%+/=:-[] (HELO ?" "?) (unknown)\n"
	  "  by unknown with QMQP; " DATE },
};

/* spec: messages.md 1 (Received of qmail-queue) */
static const struct {
	const char *who;
	const char *want;
} queued[] = {
	{ NULL, "Received: (qmail 123 invoked by uid 4294967294); " DATE },
	{ "by alias", "Received: (qmail 123 invoked by alias); " DATE },
	{ "from network", "Received: (qmail 123 invoked from network); " DATE },
	{ "for bounce", "Received: (qmail 123 invoked for bounce); " DATE },
};

static void
check_queued(const char *who, const char *want)
{
	char space[256];
	struct out out = { .fd = -1, .p = space, .size = sizeof(space) };

	received_put_queue(&out, 123, (uid_t)4294967294U, who, WHEN);
	CHECK_STR(who == NULL ? "by uid" : who,
	    view_make(space, out.len), want);
}

int
main(void)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(servers); i++) {
		buf_clear(&b);
		received_fmt_server(&servers[i].r, WHEN, &b);
		CHECK_STR(servers[i].name, buf_view(&b), servers[i].want);
	}
	for (size_t i = 0; i < NELEM(queued); i++)
		check_queued(queued[i].who, queued[i].want);
	buf_sets(&b, "before ");
	received_fmt_server(&servers[0].r, WHEN, &b);
	CHECK_NAMED("appended", view_has_prefix(buf_view(&b),
	    VIEW_LIT("before Received: ")));
	buf_free(&b);
	return tap_end();
}
