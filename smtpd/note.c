#include "smtpd/note.h"

#include <unistd.h>

#include "lib/env.h"
#include "lib/log.h"
#include "lib/num.h"
#include "smtpd/session.h"

#define CODE_LEN 3		/* digits of a reply code */

/* An address as one word: what could end it is `?`. */
static void
put_address(struct buf *b, const char *before, struct view address)
{
	buf_puts(b, before);
	for (size_t i = 0; i < address.len; i++)
		buf_putc(b, view_has_byte(VIEW_LIT("<> "), address.p[i]) ?
		    '?' : address.p[i]);
	buf_putc(b, '>');
}

static void
put_peer(struct buf *b)
{
	const char *ip = env_get("TCPREMOTEIP");

	buf_puts(b, "pid ");
	buf_put_u64(b, (uint64_t)getpid());
	buf_cat(b, " ip ", ip == NULL ? "unknown" : ip, " ");
}

void
note_tls(const struct session *s)
{
	const char *protocol = env_get("SSL_PROTOCOL");
	const char *cipher = env_get("SSL_CIPHER");
	struct buf b = BUF_INIT;

	if (s->settings.log == 0)
		return;
	put_peer(&b);
	buf_cat(&b, "tls ", protocol == NULL ? "unknown" : protocol, " ",
	    cipher == NULL ? "unknown" : cipher);
	log_plain(b.p);
	buf_free(&b);
}

void
note_accept(const struct session *s, uint64_t qp, uint64_t bytes)
{
	struct buf b = BUF_INIT;

	if (s->settings.log == 0)
		return;
	put_peer(&b);
	buf_puts(&b, "accept qp ");
	buf_put_u64(&b, qp);
	buf_puts(&b, " bytes ");
	buf_put_u64(&b, bytes);
	put_address(&b, " from <", buf_view(&s->sender));
	buf_puts(&b, " rcpts ");
	buf_put_u64(&b, s->nrcpts);
	log_plain(b.p);
	buf_free(&b);
}

void
note_reject(const struct session *s, const char *reply, const char *reason,
    struct view recipient)
{
	struct buf b = BUF_INIT;

	if (s->settings.log == 0)
		return;
	put_peer(&b);
	buf_puts(&b, "reject ");
	buf_put(&b, reply, CODE_LEN);
	buf_cat(&b, " ", reason);
	put_address(&b, " from <", buf_view(&s->sender));
	put_address(&b, " to <", recipient);
	log_plain(b.p);
	buf_free(&b);
}
