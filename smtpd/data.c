#include "smtpd/data.h"

#include <errno.h>
#include <time.h>

#include "lib/num.h"
#include "mail/received.h"
#include "mail/verdict.h"
#include "smtpd/note.h"

/* Words of RFC 3848. */
static const char *
protocol(const struct session *s)
{
	if (s->auth.is_done)
		return s->tls.is_active ? "ESMTPSA" : "ESMTPA";
	if (s->tls.is_active)
		return "ESMTPS";
	return s->is_esmtp ? "ESMTP" : "SMTP";
}

static void
put_received(struct session *s)
{
	struct buf line = BUF_INIT;

	received_fmt_env(protocol(s),
	    s->has_helo ? s->helo.p : NULL, time(NULL), &line);
	qq_putv(&s->qq, buf_view(&line));
	buf_free(&line);
}

static bool
is_over_limit(const struct session *s, uint64_t bytes)
{
	return s->settings.databytes > 0 && bytes > s->settings.databytes;
}

/* All of the text to the queue; 0 with its *bytes, -1 as smtp_data_next(). */
static int
copy_text(struct session *s, uint64_t *bytes)
{
	struct view piece;
	int r;

	s->data = (struct smtp_data)SMTP_DATA_INIT;
	*bytes = 0;
	while ((r = smtp_data_next(&s->data, &s->in, &piece)) > 0) {
		*bytes += piece.len;
		if (is_over_limit(s, *bytes))
			qq_fail(&s->qq);	/* read on, keep nothing */
		else
			qq_putv(&s->qq, piece);
	}
	return r;
}

static void
put_envelope(struct session *s)
{
	struct view rest = buf_view(&s->rcpts), recipient;

	qq_sender(&s->qq, buf_view(&s->sender));
	while (view_cut(&rest, '\0', &recipient))
		qq_recipient(&s->qq, recipient);
}

static void
reply_queued(struct session *s)
{
	out_puts(&s->out, "250 ok ");
	out_put_u64(&s->out, (uint64_t)time(NULL));
	out_puts(&s->out, " qp ");
	out_put_u64(&s->out, (uint64_t)s->qq.pid);
	out_puts(&s->out, "\r\n");
}

/* Not queued; text: what the queue says, letter first. */
static void
reply_refused(struct session *s, uint64_t bytes, const char *text)
{
	struct buf line = BUF_INIT;
	const char *reason = "other";

	if (s->data.hops >= DATA_HOPS_MAX)
		buf_puts(&line, "554 too many hops, "
		    "this message is looping (#5.4.6)");
	else if (is_over_limit(s, bytes)) {
		reason = "size";
		buf_puts(&line, "552 sorry, that message size exceeds "
		    "my databytes limit (#5.3.4)");
	} else
		buf_cat(&line, text[0] == VERDICT_PERM ? "554 " : "451 ",
		    text + 1);
	session_reply(s, line.p);
	note_reject(s, line.p, reason, view_upto(buf_view(&s->rcpts),
	    view_chr(buf_view(&s->rcpts), '\0')));
	buf_free(&line);
}

static void
die_inside(struct session *s)
{
	/* the queue program sees the pipes close and drops the message */
	if (errno == EPROTO)
		session_die(s, "451 See https://cr.yp.to/docs/smtplf.html.");
	else
		session_die_reading(s);
}

void
data_prepare(struct session *s)
{
	if (s->has_queue || s->qq.is_kept || in_buffered(&s->in) > 0 ||
	    qq_is_replaced() || out_flush(&s->out) < 0)
		return;
	/* when it fails DATA tries again, and says so */
	s->has_queue = qq_open_session(&s->qq) == 0;
}

void
data_command(struct session *s, struct view arg)
{
	const char *text;
	uint64_t bytes;

	(void)arg;
	if (!s->has_queue && qq_open_session(&s->qq) < 0) {
		session_forget(s);
		session_reply(s, "451 qqt failure (#4.3.0)");
		return;
	}
	s->has_queue = false;
	session_reply(s, "354 go ahead");
	put_received(s);
	if (copy_text(s, &bytes) < 0) {
		die_inside(s);
		return;
	}
	if (s->data.hops >= DATA_HOPS_MAX)
		qq_fail(&s->qq);
	put_envelope(s);
	text = qq_close(&s->qq);
	if (text[0] == '\0') {
		note_accept(s, (uint64_t)s->qq.pid, bytes);
		reply_queued(s);
	} else
		reply_refused(s, bytes, text);
	session_forget(s);
}
