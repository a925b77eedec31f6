#include "lib/io_core.h"

#include <sys/socket.h>

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "lib/num.h"
#include "lib/sys.h"

/* Wait until fd can be read or written: 0, -1 with errno. */
static int
wait_ready(int fd, short events, struct deadline until)
{
	struct pollfd pfd = { .fd = fd, .events = events };
	int r;

	for (;;) {
		r = poll(&pfd, 1, deadline_poll_ms(&until));
		if (r > 0)
			return 0;
		if (r < 0 && errno != EINTR)
			return -1;
		if (deadline_is_past(&until)) {
			errno = ETIMEDOUT;
			return -1;
		}
	}
}

static struct deadline
limit(int idle_s, const struct deadline *whole)
{
	struct deadline d = idle_s > 0 ? deadline_in_s(idle_s) : DEADLINE_NEVER;

	return whole == NULL ? d : deadline_min(d, *whole);
}

static bool
is_block(int error)
{
	return error == EAGAIN || error == EWOULDBLOCK;
}

/* One read(2) within the limits: bytes, 0 at the end, -1 with errno. */
static ssize_t
read_limited(struct in *in)
{
	bool limited = in->idle_s > 0 || in->deadline != NULL;
	struct deadline until = DEADLINE_NEVER;
	bool waited = false;
	ssize_t r;

	/* A peer that always has a byte ready never makes us wait. */
	if (in->deadline != NULL && deadline_is_past(in->deadline)) {
		errno = ETIMEDOUT;
		return -1;
	}
	if (in->is_patient)
		until = limit(in->idle_s, in->deadline);
	for (;;) {
		if (limited && !in->not_socket)
			r = recv(in->fd, in->p, in->size,
			    in->is_patient && !waited ? 0 : MSG_DONTWAIT);
		else if (limited && !waited)
			r = -1, errno = EAGAIN;
		else
			r = read(in->fd, in->p, in->size);
		if (r >= 0)
			return r;
		if (errno == ENOTSOCK && !in->not_socket) {
			in->not_socket = true;
			continue;
		}
		if (errno == EINTR)
			continue;
		if (!is_block(errno))
			return -1;
		if (limited && !waited && !in->is_patient)
			until = limit(in->idle_s, in->deadline);
		waited = true;
		if (wait_ready(in->fd, POLLIN, until) < 0)
			return -1;
	}
}

/* Refill the empty array: 1, 0 at the end, -1 with errno. */
static int
fill(struct in *in)
{
	ssize_t r;

	if (in->error != 0) {
		errno = in->error;
		return -1;
	}
	if (in->eof)
		return 0;
	if (in->flush_first != NULL && out_flush(in->flush_first) < 0) {
		in->error = errno;
		return -1;
	}
	in->pos = in->end = 0;
	r = read_limited(in);
	if (r < 0) {
		in->error = errno;
		return -1;
	}
	if (r == 0) {
		in->eof = true;
		return 0;
	}
	in->end = (size_t)r;
	return 1;
}

int
in_peekc(struct in *in)
{
	if (in->pos == in->end && fill(in) <= 0)
		return -1;
	return (unsigned char)in->p[in->pos];
}

void
in_preload(struct in *in)
{
	ssize_t r;

	do
		r = read(in->fd, in->p, in->size);
	while (r < 0 && errno == EINTR);
	if (r < 0) {
		in->error = errno;
		return;
	}
	in->pos = 0;
	in->end = (size_t)r;
	in->eof = in->end < in->size;
}

int
in_getc(struct in *in)
{
	int c = in_peekc(in);

	if (c >= 0)
		in->pos++;
	return c;
}

int
in_peek(struct in *in, struct view *v)
{
	if (in->pos == in->end) {
		int r = fill(in);
		if (r <= 0)
			return r;
	}
	*v = view_make(in->p + in->pos, in->end - in->pos);
	return 1;
}

void
in_skip(struct in *in, size_t n)
{
	in->pos += n < in_buffered(in) ? n : in_buffered(in);
}

int
in_get(struct in *in, void *p, size_t n)
{
	char *to = p;
	size_t done = 0;
	struct view v;

	while (done < n) {
		int r = in_peek(in, &v);
		if (r < 0)
			return -1;
		if (r == 0) {
			errno = EPIPE;
			return done == 0 ? 0 : -1;
		}
		v = view_upto(v, n - done);
		memcpy(to + done, v.p, v.len);
		in_skip(in, v.len);
		done += v.len;
	}
	return 1;
}

int
in_skip_line(struct in *in)
{
	struct view v;
	int r;

	while ((r = in_peek(in, &v)) > 0) {
		size_t n = view_chr(v, '\n');
		in_skip(in, n + 1);
		if (n < v.len)
			return 1;
	}
	return r;
}

/*
 * One write(2) within the limits: bytes, -1 with errno.  A blocking pipe that
 * poll(2) calls ready takes PIPE_BUF bytes at once; of more it would wait for
 * the reader, whatever the limits say.
 */
static ssize_t
write_limited(struct out *out, const char *p, size_t len)
{
	bool limited = out->idle_s > 0 || out->deadline != NULL;
	struct deadline until = DEADLINE_NEVER;
	bool waited = false;
	ssize_t w;

	for (;;) {
		if (limited && !out->not_socket)
			w = send(out->fd, p, len, MSG_DONTWAIT | MSG_NOSIGNAL);
		else if (limited && !waited)
			w = -1, errno = EAGAIN;
		else
			w = sys_write(out->fd, p, limited && len > PIPE_BUF ?
			    PIPE_BUF : len);
		if (w >= 0)
			return w;
		if (errno == ENOTSOCK && !out->not_socket) {
			out->not_socket = true;
			continue;
		}
		if (errno == EINTR)
			continue;
		if (!is_block(errno))
			return -1;
		if (limited && !waited)
			until = limit(out->idle_s, out->deadline);
		waited = true;
		if (wait_ready(out->fd, POLLOUT, until) < 0)
			return -1;
	}
}

static void
write_through(struct out *out, const char *p, size_t len)
{
	while (len > 0 && out->error == 0) {
		ssize_t w = write_limited(out, p, len);
		if (w < 0) {
			out->error = errno;
			return;
		}
		p += w;
		len -= (size_t)w;
	}
}

int
out_flush(struct out *out)
{
	write_through(out, out->p, out->len);
	out->len = 0;
	if (out->error != 0) {
		errno = out->error;
		return -1;
	}
	return 0;
}

int
out_sync(struct out *out)
{
	if (out_flush(out) < 0)
		return -1;
	if (sys_fsync(out->fd) < 0) {
		out->error = errno;
		return -1;
	}
	return 0;
}

void
out_put(struct out *out, const void *p, size_t len)
{
	if (out->error != 0 || len == 0)
		return;
	if (len > out->size - out->len) {
		write_through(out, out->p, out->len);
		out->len = 0;
	}
	if (len >= out->size) {
		write_through(out, p, len);
		return;
	}
	memcpy(out->p + out->len, p, len);
	out->len += len;
}

void
out_putc(struct out *out, int c)
{
	char byte = (char)c;

	out_put(out, &byte, 1);
}

void
out_puts(struct out *out, const char *s)
{
	out_put(out, s, strlen(s));
}

void
out_putv(struct out *out, struct view v)
{
	out_put(out, v.p, v.len);
}

void
out_put_u64(struct out *out, uint64_t n)
{
	char digits[NUM_FMT_MAX];

	out_put(out, digits, num_fmt(n, digits));
}

void
out_put_strings(struct out *out, const char *const *s)
{
	for (; *s != NULL; s++)
		out_puts(out, *s);
}

int
io_copy(struct out *out, struct in *in)
{
	struct view v;
	int r;

	while ((r = in_peek(in, &v)) > 0 && out->error == 0) {
		out_putv(out, v);
		in_skip(in, v.len);
	}
	return r < 0 ? -1 : 0;
}

int
io_write_all(int fd, const void *p, size_t len)
{
	const char *from = p;

	while (len > 0) {
		ssize_t w = sys_write(fd, from, len);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return -1;
		from += w;
		len -= (size_t)w;
	}
	return 0;
}
