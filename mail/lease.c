#include "mail/lease.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "lib/num.h"
#include "lib/os.h"
#include "lib/seqpacket.h"
#include "mail/conf.h"

#define HEAD 9			/* bytes before an entry's: id, code, length */
#define SWITCH_MAX 64		/* bytes of control/leases */

static_assert(LEASE_BATCH_MAX == SEQPACKET_FDS_MAX, "fds have room");

static int
bad(void)
{
	errno = EPROTO;
	return -1;
}

/* ---- records: taking apart ---- */

static uint32_t
unpack(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

/* 1, 0 at the end, -1 malformed. */
static int
take_entry(struct view *rest, struct lease_entry *e)
{
	uint32_t len;

	if (rest->len == 0)
		return 0;
	if (rest->len < HEAD)
		return bad();
	e->id = unpack(rest->p);
	e->code = (unsigned char)rest->p[4];
	len = unpack(rest->p + 5);
	*rest = view_from(*rest, HEAD);
	if (len > rest->len)
		return bad();
	e->body = view_upto(*rest, len);
	*rest = view_from(*rest, len);
	return 1;
}

static bool
is_sound(enum lease_type type, const struct lease_entry *e)
{
	switch (type) {
	case LEASE_OFFER:
	case LEASE_HELLO:
		return e->id == 0 && e->code == 0 &&
		    view_is(e->body, LEASE_MAGIC);
	case LEASE_JOBS:
		return e->id != LEASE_FIRST && e->code == 0 &&
		    e->body.len > 0 && e->body.p[e->body.len - 1] == '\0';
	case LEASE_SLOW:
		return e->code <= 1 && e->body.len == 0;
	case LEASE_OUTPUT:
	case LEASE_BACK:
		return e->id != LEASE_FIRST && e->code == 0 &&
		    e->body.len == 0;
	case LEASE_REPLY:
		return e->body.len <= LEASE_TEXT_MAX;
	}
	return false;		/* no type of ours */
}

static bool
is_count_sound(enum lease_type type, size_t count, size_t nfds)
{
	switch (type) {
	case LEASE_JOBS:
		return nfds == 0 || nfds == count;
	case LEASE_OUTPUT:
		return count == 1 && nfds == 1;
	case LEASE_BACK:
	case LEASE_REPLY:
		return nfds == 0;
	case LEASE_OFFER:
	case LEASE_HELLO:
	case LEASE_SLOW:
		break;
	}
	return count == 1 && nfds == 0;
}

int
lease_parse(struct lease_record *r, struct view bytes, size_t nfds)
{
	struct lease_entry e;
	struct view rest;
	int got;

	if (bytes.len == 0)
		return bad();
	r->type = (enum lease_type)(unsigned char)bytes.p[0];
	r->rest = rest = view_from(bytes, 1);
	r->count = 0;
	while ((got = take_entry(&rest, &e)) > 0)
		if (++r->count > LEASE_BATCH_MAX || !is_sound(r->type, &e))
			return bad();
	return got == 0 && r->count > 0 &&
	    is_count_sound(r->type, r->count, nfds) ? 0 : bad();
}

bool
lease_next(struct lease_record *r, struct lease_entry *e)
{
	return take_entry(&r->rest, e) > 0;
}

size_t
lease_words(struct view body, const char **words)
{
	size_t n = 0;

	while (body.len > 0) {
		if (n == LEASE_WORDS_MAX)
			return 0;
		words[n++] = body.p;
		body = view_from(body, view_chr(body, '\0') + 1);
	}
	return n;
}

/* ---- records: receiving ---- */

void
lease_close_fds(struct lease_record *r)
{
	for (size_t i = 0; i < r->nfds; i++)
		fd_close(&r->fds[i]);
	r->nfds = 0;
}

int
lease_recv(int fd, struct lease_record *r, bool waits, bool takes_fds)
{
	ssize_t n = seqpacket_recv(fd, r->space, sizeof(r->space),
	    takes_fds ? r->fds : NULL, &r->nfds, waits);

	if (n <= 0)
		return (int)n;
	if (lease_parse(r, view_make(r->space, (size_t)n), r->nfds) < 0) {
		lease_close_fds(r);
		return bad();
	}
	return 1;
}

/* ---- records: sending ---- */

static void
put_u32(struct buf *b, uint32_t n)
{
	for (int i = 0; i < 4; i++, n >>= 8)
		buf_putc(b, (char)(n & 0xff));
}

void
lease_begin(struct buf *b, enum lease_type type)
{
	buf_clear(b);
	buf_putc(b, (char)type);
}

bool
lease_has_room(const struct buf *b, size_t len)
{
	size_t room = buf_room(b, LEASE_RECORD_MAX);

	return room >= HEAD && room - HEAD >= len;
}

void
lease_put(struct buf *b, uint32_t id, unsigned code, struct view body)
{
	put_u32(b, id);
	buf_putc(b, (char)code);
	put_u32(b, (uint32_t)body.len);
	buf_putv(b, body);
}

int
lease_send(int fd, const struct buf *b, const int *fds, size_t nfds,
    bool waits)
{
	if (b->len > LEASE_RECORD_MAX || nfds > LEASE_BATCH_MAX) {
		errno = EMSGSIZE;
		return -1;
	}
	return seqpacket_send(fd, buf_view(b), fds, nfds, waits);
}

static int
send_entry(enum lease_type type, uint32_t id, unsigned code, struct view body)
{
	struct buf b = BUF_INIT;
	int r;

	lease_begin(&b, type);
	lease_put(&b, id, code, body);
	r = lease_send(LEASE_FD, &b, NULL, 0, true);
	buf_free(&b);
	return r;
}

/* ---- the parent ---- */

int
lease_is_on(void)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	uint64_t n = 1;
	int r;

	buf_cat(&path, CONF_HOME, "/control/leases");
	r = file_read(path.p, &text, SWITCH_MAX);
	/* no digit: as in every control file with a number, the default */
	if (r > 0 && num_scan_prefix(buf_view(&text), 1, &n) == 0)
		n = 1;
	buf_free(&path);
	buf_free(&text);
	return r < 0 ? -1 : (int)n;
}

static int
send_offer(int fd)
{
	struct buf b = BUF_INIT;
	int r;

	lease_begin(&b, LEASE_OFFER);
	lease_put(&b, 0, 0, VIEW_LIT(LEASE_MAGIC));
	r = lease_send(fd, &b, NULL, 0, false);
	buf_free(&b);
	return r;
}

int
lease_pair(int *ours, int *theirs)
{
	int fds[2];

	if (os_seqpair(fds) < 0)
		return -1;
	if (send_offer(fds[0]) < 0) {
		fd_close(&fds[0]);
		fd_close(&fds[1]);
		return -1;
	}
	*ours = fds[0];
	*theirs = fds[1];
	return 0;
}

/* ---- the worker ---- */

bool
lease_accept(void)
{
	static const char offer[] = "O\0\0\0\0\0\016\0\0\0" LEASE_MAGIC;
	char byte;

	static_assert(sizeof(LEASE_MAGIC) - 1 == 016, "the length is right");
	/* look first: another's socket keeps its bytes */
	return seqpacket_is(LEASE_FD) &&
	    seqpacket_next_is(LEASE_FD, view_make(offer, sizeof(offer) - 1)) &&
	    recv(LEASE_FD, &byte, 1, MSG_DONTWAIT) == 1 &&
	    fcntl(LEASE_FD, F_SETFD, FD_CLOEXEC) == 0 &&
	    send_entry(LEASE_HELLO, 0, 0, VIEW_LIT(LEASE_MAGIC)) == 0;
}

/* /dev/null as the descriptors from first to last. */
static int
silence(int first, int last)
{
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	int r = fd < 0 ? -1 : 0;

	for (int to = first; r == 0 && to <= last; to++)
		r = fd_copy(to, fd);

	fd_close(&fd);
	return r;
}

int
lease_first_done(int code, bool keeps_2)
{
	if (silence(0, keeps_2 ? 1 : 2) < 0)
		return -1;
	return lease_reply(LEASE_FIRST, code, VIEW_EMPTY);
}

int
lease_reply(uint32_t id, int code, struct view text)
{
	return send_entry(LEASE_REPLY, id, (unsigned)code & 0xff,
	    view_upto(text, LEASE_TEXT_MAX));
}

static int
take_output(struct lease_record *r, uint32_t id)
{
	struct lease_entry e;
	int got = lease_recv(LEASE_FD, r, true, true);

	if (got < 0)
		return -1;
	if (got > 0 && r->type == LEASE_OUTPUT && lease_next(r, &e) &&
	    e.id == id)
		return fd_copy(1, r->fds[0]) < 0 ||
		    fd_copy(2, r->fds[0]) < 0 ? -1 : 0;
	return bad();
}

int
lease_slow(struct lease_record *space, uint32_t id, bool output)
{
	int r;

	if (send_entry(LEASE_SLOW, id, output ? 1 : 0, VIEW_EMPTY) < 0)
		return -1;
	if (!output)
		return 0;
	r = take_output(space, id);
	lease_close_fds(space);
	return r;
}

int
lease_end_output(void)
{
	return silence(1, 2);
}

void
lease_leave(void)
{
	/* the parent's next record fails and finds another worker */
	(void)shutdown(LEASE_FD, SHUT_RD);
}

long
lease_memory_kb(void)
{
	struct rusage use;

	return getrusage(RUSAGE_SELF, &use) < 0 ? 0 : use.ru_maxrss;
}
