#include "remote/dialogue.h"

#include <sys/socket.h>
#include <sys/time.h>

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "lib/fd.h"
#include "lib/os.h"

#define QUIT_LIMIT_S 5		/* a peer that does not even take a QUIT */

void
dialogue_init(struct dialogue *d, int limit_s)
{
	d->fd = -1;
	d->limit_s = limit_s;
	d->reply = (struct smtp_reply)SMTP_REPLY_INIT;
}

/* Without these all is slower, and as right. */
static void
tune(struct dialogue *d)
{
	struct timeval limit = { .tv_sec = d->limit_s };
	int one = 1;

	/*
	 * We gather what belongs together and then wait for the peer: Nagle's
	 * algorithm could only hold the end of a message back.
	 */
	(void)setsockopt(d->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	/* recv(2) waits by itself, for want of poll(2): dialogue_reply() */
	d->is_timed = setsockopt(d->fd, SOL_SOCKET, SO_RCVTIMEO, &limit,
	    sizeof(limit)) == 0;
}

void
dialogue_open(struct dialogue *d, int fd, const struct ip *ip)
{
	dialogue_close(d);
	d->fd = fd;
	tune(d);
	d->ip = *ip;
	ip_fmt(ip, d->ip_text);
	d->in = (struct in)IN_INIT(fd, d->in_space);
	d->out = (struct out)OUT_INIT(fd, d->out_space);
	d->in.deadline = d->out.deadline = &d->until;
	d->out.idle_s = d->limit_s;	/* a long text moves the deadline */
	d->in.flush_first = &d->out;
	d->has_pipelining = d->has_utf8 = false;
	d->is_open = d->is_leaving = false;
	d->nmessages = 0;
	dialogue_begin(d);
}

void
dialogue_close(struct dialogue *d)
{
	fd_close(&d->fd);
	d->in.fd = d->out.fd = -1;
}

void
dialogue_free(struct dialogue *d)
{
	dialogue_close(d);
	smtp_reply_free(&d->reply);
}

void
dialogue_begin(struct dialogue *d)
{
	d->until = deadline_in_s(d->limit_s);
}

int
dialogue_reply(struct dialogue *d)
{
	enum smtp_reply_state state = SMTP_REPLY_MORE;
	struct view v;
	size_t used;
	int r;

	/* A reply that came before its command still belongs to this one. */
	if (out_flush(&d->out) < 0)
		return -1;
	smtp_reply_start(&d->reply);
	/* the limit of the socket is that of the first bytes only */
	d->in.is_patient = d->is_timed;
	while (state == SMTP_REPLY_MORE) {
		if (deadline_is_past(&d->until)) {
			errno = ETIMEDOUT;
			return -1;
		}
		r = in_peek(&d->in, &v);
		d->in.is_patient = false;
		if (r == 0)
			errno = EPIPE;
		if (r <= 0)
			return -1;
		state = smtp_reply_feed(&d->reply, v, &used);
		in_skip(&d->in, used);
	}
	if (state == SMTP_REPLY_TOO_LONG) {
		errno = EPROTO;
		return -1;
	}
	if (d->reply.code == SMTP_CODE_LEAVING || d->reply.is_malformed)
		d->is_leaving = true;
	return 0;
}

void
dialogue_say_words(struct dialogue *d, const char *const *words)
{
	out_put_strings(&d->out, words);
	out_puts(&d->out, "\r\n");
}

int
dialogue_ask_words(struct dialogue *d, const char *const *words)
{
	dialogue_begin(d);
	dialogue_say_words(d, words);
	return dialogue_reply(d);
}

bool
dialogue_is_quiet(struct dialogue *d)
{
	char c;

	return in_buffered(&d->in) == 0 &&
	    recv(d->fd, &c, sizeof(c), MSG_PEEK | MSG_DONTWAIT) < 0 &&
	    (errno == EAGAIN || errno == EWOULDBLOCK);
}

void
dialogue_hurry(const struct dialogue *d)
{
	if (in_buffered(&d->in) == 0)
		os_ack_now(d->fd);
}

void
dialogue_quit(struct dialogue *d)
{
	if (d->fd < 0)
		return;
	d->until = deadline_in_s(QUIT_LIMIT_S);
	out_puts(&d->out, "QUIT\r\n");
	if (out_flush(&d->out) < 0) {
		/* the matter is settled without it */
	}
	dialogue_close(d);
}
