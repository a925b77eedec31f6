#include "mail/qq_session.h"

#include <errno.h>
#include <string.h>

#define MAGIC_SIZE (sizeof(QQ_HELLO_MAGIC) - 1)
#define REPLY 'R'

static void
put_number(uint64_t n, char *p, size_t len)
{
	for (; len > 0; n >>= 8)
		p[--len] = (char)(n & 0xff);
}

static uint64_t
scan_number(const char *p, size_t len)
{
	uint64_t n = 0;

	for (size_t i = 0; i < len; i++)
		n = n << 8 | (unsigned char)p[i];
	return n;
}

void
qq_hello_put(const struct qq_hello *h, char p[QQ_HELLO_SIZE])
{
	memcpy(p, QQ_HELLO_MAGIC, MAGIC_SIZE);
	put_number(h->dev, p + MAGIC_SIZE, 8);
	put_number(h->ino, p + MAGIC_SIZE + 8, 8);
}

int
qq_hello_scan(const char p[QQ_HELLO_SIZE], struct qq_hello *h)
{
	if (memcmp(p, QQ_HELLO_MAGIC, MAGIC_SIZE) != 0)
		return errno = EPROTO, -1;
	h->dev = scan_number(p + MAGIC_SIZE, 8);
	h->ino = scan_number(p + MAGIC_SIZE + 8, 8);
	return 0;
}

void
qq_frame_put(const struct qq_frame *f, char p[QQ_FRAME_SIZE])
{
	p[0] = (char)f->type;
	put_number(f->len, p + 1, QQ_FRAME_SIZE - 1);
}

int
qq_frame_scan(const char p[QQ_FRAME_SIZE], struct qq_frame *f)
{
	size_t len = (size_t)scan_number(p + 1, QQ_FRAME_SIZE - 1);

	switch (p[0]) {
	case QQ_FRAME_MESSAGE:
	case QQ_FRAME_ENVELOPE:
		break;
	case QQ_FRAME_END:
	case QQ_FRAME_ABORT:
		if (len == 0)
			break;
		return errno = EPROTO, -1;
	default:
		return errno = EPROTO, -1;
	}
	f->type = (enum qq_frame_type)p[0];
	f->len = len;
	return 0;
}

void
qq_reply_put(const struct qq_reply *r, char p[QQ_REPLY_SIZE])
{
	p[0] = REPLY;
	p[1] = (char)r->code;
	p[2] = p[3] = 0;
	put_number(r->pid, p + 4, 4);
}

int
qq_reply_scan(const char p[QQ_REPLY_SIZE], struct qq_reply *r)
{
	if (p[0] != REPLY || p[2] != 0 || p[3] != 0)
		return errno = EPROTO, -1;
	r->code = (unsigned char)p[1];
	r->pid = (uint32_t)scan_number(p + 4, 4);
	return 0;
}
