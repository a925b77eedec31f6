#include "tls/relay.h"

#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <unistd.h>

#include "lib/attr.h"

#define SPACE 16384		/* plain bytes of a record, RFC 8446 5.1 */

struct flow {			/* one direction */
	char space[SPACE];
	size_t pos, end;	/* bytes waiting: space[pos..end) */
	bool is_over;		/* its source has ended */
	bool is_closed;		/* and that was passed on */
};

struct relay {
	struct tls *tls;
	int fd, clear;
	struct flow in, out;	/* from the peer; to the peer */
	short tls_wants;	/* events of fd that the last TLS calls want */
	bool is_broken;
};

int
relay_handshake(struct tls *tls, int fd, const struct deadline *until)
{
	struct pollfd p = { .fd = fd };
	int r;

	while ((r = tls_handshake(tls)) == TLS_WANT_POLLIN ||
	    r == TLS_WANT_POLLOUT) {
		if (deadline_is_past(until)) {
			errno = ETIMEDOUT;
			return -1;
		}
		p.events = r == TLS_WANT_POLLIN ? POLLIN : POLLOUT;
		if (poll(&p, 1, deadline_poll_ms(until)) < 0 && errno != EINTR)
			return -1;
	}
	errno = 0;
	return r < 0 ? -1 : 0;
}

static size_t
waiting(const struct flow *f)
{
	return f->end - f->pos;
}

/* What a TLS call said: bytes, 0; or note what it waits for. */
static size_t
heed(struct relay *r, ssize_t n)
{
	if (n == TLS_WANT_POLLIN)
		r->tls_wants |= POLLIN;
	else if (n == TLS_WANT_POLLOUT)
		r->tls_wants |= POLLOUT;
	else if (n < 0)
		r->is_broken = true;
	return n > 0 ? (size_t)n : 0;
}

static bool
would_block(void)
{
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/* From the peer as far as it goes now; true when something moved. */
static bool
step_in(struct relay *r)
{
	struct flow *f = &r->in;
	bool moved = false;
	ssize_t n;

	if (waiting(f) == 0 && !f->is_over) {
		n = tls_read(r->tls, f->space, SPACE);
		f->pos = 0;
		f->end = heed(r, n);
		f->is_over = n == 0;
		moved = n >= 0;
	}
	if (waiting(f) > 0) {
		n = send(r->clear, f->space + f->pos, waiting(f),
		    MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n > 0) {
			f->pos += (size_t)n;
			moved = true;
		} else if (!would_block()) {
			/* the program reads no more; it may still speak */
			f->pos = f->end;
			f->is_over = moved = true;
		}
	}
	if (f->is_over && !f->is_closed && waiting(f) == 0) {
		/* the program may be gone: then there is nobody to tell */
		(void)shutdown(r->clear, SHUT_WR);
		f->is_closed = moved = true;
	}
	return moved;
}

static bool
step_out(struct relay *r)
{
	struct flow *f = &r->out;
	bool moved = false;
	ssize_t n;

	if (waiting(f) == 0 && !f->is_over) {
		n = recv(r->clear, f->space, SPACE, MSG_DONTWAIT);
		if (n > 0) {
			f->pos = 0;
			f->end = (size_t)n;
			moved = true;
		} else if (n == 0 || !would_block())
			f->is_over = moved = true;
	}
	if (waiting(f) > 0) {
		size_t sent = heed(r, tls_write(r->tls, f->space + f->pos,
		    waiting(f)));
		f->pos += sent;
		moved = moved || sent > 0;
	}
	return moved;
}

static void
wait_for(struct relay *r, const struct deadline *until)
{
	struct pollfd p[2] = { { .fd = r->fd, .events = r->tls_wants },
	    { .fd = r->clear } };

	if (waiting(&r->in) > 0)
		p[1].events |= POLLOUT;
	if (waiting(&r->out) == 0 && !r->out.is_over)
		p[1].events |= POLLIN;
	/* what nothing is wanted of would only report its end again */
	for (size_t i = 0; i < NELEM(p); i++)
		if (p[i].events == 0)
			p[i].fd = -1;
	if (poll(p, 2, deadline_poll_ms(until)) < 0 && errno != EINTR)
		r->is_broken = true;
}

void
relay_run(struct tls *tls, int fd, int clear)
{
	static struct relay r;		/* two records: too much for a stack */
	struct deadline until = DEADLINE_NEVER;
	bool moved;

	r = (struct relay){ .tls = tls, .fd = fd, .clear = clear };
	while (!r.is_broken && !(r.out.is_over && waiting(&r.out) == 0) &&
	    !deadline_is_past(&until)) {
		r.tls_wants = 0;
		moved = step_in(&r);
		moved = step_out(&r) || moved;
		if (moved && (r.in.is_over || r.out.is_over))
			until = deadline_in_s(RELAY_FLUSH_S);
		if (!moved && !r.is_broken)
			wait_for(&r, &until);
	}
	/* the peer is told; whether it hears that is its affair */
	(void)tls_close(tls);
}
