#include "ucspi/proxy.h"

#include <string.h>

#include "lib/ascii.h"
#include "lib/io.h"
#include "lib/num.h"

#define V1_MAX 107		/* bytes with CRLF */
#define V2_HEAD 16
#define V2_VERSION 0x2
#define V2_CMD_LOCAL 0
#define V2_CMD_PROXY 1
#define TLV_HEAD 3
#define TLV_AUTHORITY 0x02
#define TLV_SSL 0x20
#define TLV_SSL_VERSION 0x21
#define TLV_SSL_CN 0x22
#define TLV_SSL_CIPHER 0x23
#define SSL_HEAD 5		/* client bits, verify result */
#define TLS_TEXT_MAX 255

static const unsigned char v2_start[12] = {
	0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a
};

/* ---- version 1 ---- */

enum proxy_status
proxy_parse1(struct view line, struct proxy *p)
{
	struct view word[6];
	uint64_t client_port, server_port;
	bool v4;
	int n = 0;

	while (n < 6 && view_cut(&line, ' ', &word[n]))
		n++;
	if (n < 2 || !view_is(word[0], "PROXY"))
		return PROXY_BAD;
	if (view_is(word[1], "UNKNOWN"))
		return PROXY_OK;	/* what follows does not count */
	v4 = view_is(word[1], "TCP4");
	if (n != 6 || line.len > 0 || (!v4 && !view_is(word[1], "TCP6")))
		return PROXY_BAD;
	if (ip_scan(word[2], &p->client.ip) < 0 ||
	    ip_scan(word[3], &p->server.ip) < 0 ||
	    num_scan(word[4], UINT16_MAX, &client_port) < 0 ||
	    num_scan(word[5], UINT16_MAX, &server_port) < 0)
		return PROXY_BAD;
	if (view_has_byte(word[2], ':') == v4 ||
	    view_has_byte(word[3], ':') == v4)
		return PROXY_BAD;
	p->client.port = (unsigned)client_port;
	p->server.port = (unsigned)server_port;
	p->known = true;
	return PROXY_OK;
}

/* ---- version 2 ---- */

static size_t
get16(struct view v)
{
	return (size_t)(unsigned char)v.p[0] << 8 | (unsigned char)v.p[1];
}

/* The next type-length-value: 1, 0 at the end, -1 it does not fit. */
static int
next_tlv(struct view *rest, unsigned *type, struct view *value)
{
	size_t len;

	if (rest->len == 0)
		return 0;
	if (rest->len < TLV_HEAD)
		return -1;
	*type = (unsigned char)rest->p[0];
	len = get16(view_from(*rest, 1));
	if (len > rest->len - TLV_HEAD)
		return -1;
	*value = view_upto(view_from(*rest, TLV_HEAD), len);
	*rest = view_from(*rest, TLV_HEAD + len);
	return 1;
}

static void
set_text(struct buf *b, struct view v)
{
	buf_clear(b);
	for (size_t i = 0; i < v.len && i < TLS_TEXT_MAX; i++)
		buf_putc(b, ascii_is_print(v.p[i]) ? v.p[i] : '?');
}

static enum proxy_status
parse_ssl(struct view rest, struct proxy *p)
{
	struct view value;
	unsigned type;
	int r;

	if (rest.len < SSL_HEAD)
		return PROXY_BAD;
	rest = view_from(rest, SSL_HEAD);
	while ((r = next_tlv(&rest, &type, &value)) > 0) {
		if (type == TLV_SSL_VERSION)
			set_text(&p->version, value);
		else if (type == TLV_SSL_CN)
			set_text(&p->subject, value);
		else if (type == TLV_SSL_CIPHER)
			set_text(&p->cipher, value);
	}
	return r < 0 ? PROXY_BAD : PROXY_OK;
}

static enum proxy_status
parse_tlvs(struct view rest, struct proxy *p)
{
	enum proxy_status s = PROXY_OK;
	struct view value;
	unsigned type;
	int r;

	while ((r = next_tlv(&rest, &type, &value)) > 0 && s == PROXY_OK) {
		if (type == TLV_AUTHORITY)
			set_text(&p->sni, value);
		else if (type == TLV_SSL)
			s = parse_ssl(value, p);
	}
	return r < 0 ? PROXY_BAD : s;
}

static void
take_ends(struct view v, bool v4, struct proxy *p)
{
	size_t size = v4 ? 4 : 16, at = v4 ? 12 : 0;

	p->client.ip = p->server.ip = v4 ? IP_ANY4 : IP_ANY6;
	memcpy(p->client.ip.b + at, v.p, size);
	memcpy(p->server.ip.b + at, v.p + size, size);
	p->client.port = (unsigned)get16(view_from(v, size * 2));
	p->server.port = (unsigned)get16(view_from(v, size * 2 + 2));
	p->known = true;
}

enum proxy_status
proxy_parse2(const unsigned char head[16], struct view rest, struct proxy *p)
{
	static const struct { unsigned char kind; size_t len; } kinds[] = {
		{ 0x00, 0 },	/* unspecified */
		{ 0x11, 12 },	/* TCP over IPv4 */
		{ 0x21, 36 },	/* TCP over IPv6 */
		{ 0x31, 216 },	/* stream socket of the system */
	};
	unsigned command = head[12] & 15, kind = head[13];

	if (memcmp(head, v2_start, sizeof(v2_start)) != 0 ||
	    head[12] >> 4 != V2_VERSION || command > V2_CMD_PROXY)
		return PROXY_BAD;
	if (command == V2_CMD_LOCAL)
		return PROXY_OK;	/* the relay itself: a health check */
	for (size_t i = 0; i < NELEM(kinds); i++) {
		if (kind != kinds[i].kind)
			continue;
		if (rest.len < kinds[i].len)
			return PROXY_BAD;
		if (kind == 0)		/* its bytes have no meaning */
			return PROXY_OK;
		if (kind != 0x31)
			take_ends(rest, kind == 0x11, p);
		return parse_tlvs(view_from(rest, kinds[i].len), p);
	}
	return (kind & 15) == 2 && kind >> 4 <= 3 ? PROXY_DATAGRAM : PROXY_BAD;
}

/* ---- reading ---- */

/* Exactly n bytes and not one more: 0, -1. */
static int
read_exactly(int fd, const struct deadline *until, unsigned char *p, size_t n)
{
	size_t done = 0;

	while (done < n) {
		struct in in = { .fd = fd, .p = (char *)p + done,
		    .size = n - done, .deadline = until };
		struct view v;
		if (in_peek(&in, &v) <= 0)
			return -1;
		done += v.len;
	}
	return 0;
}

static enum proxy_status
read1(int fd, const struct deadline *until, struct proxy *p)
{
	unsigned char line[V1_MAX];
	size_t n = 1;

	line[0] = 'P';		/* was read already */
	do {
		if (n == sizeof(line))
			return PROXY_BAD;
		if (read_exactly(fd, until, line + n, 1) < 0)
			return PROXY_SHORT;
		/* not even a start: do not wait for the rest of it */
		if (n < 6 && line[n] != "PROXY "[n])
			return PROXY_BAD;
	} while (line[n++] != '\n');
	if (line[n - 2] != '\r')
		return PROXY_BAD;
	return proxy_parse1(view_make((char *)line, n - 2), p);
}

static enum proxy_status
read2(int fd, const struct deadline *until, struct proxy *p)
{
	unsigned char head[V2_HEAD];
	struct buf rest = BUF_INIT;
	enum proxy_status s = PROXY_SHORT;
	size_t len;

	head[0] = v2_start[0];	/* was read already */
	if (read_exactly(fd, until, head + 1, V2_HEAD - 1) < 0)
		return PROXY_SHORT;
	if (memcmp(head, v2_start, sizeof(v2_start)) != 0)
		return PROXY_BAD;
	len = (size_t)head[14] << 8 | head[15];
	buf_reserve(&rest, len);
	if (read_exactly(fd, until, (unsigned char *)rest.p, len) == 0)
		s = proxy_parse2(head, view_make(rest.p, len), p);
	buf_free(&rest);
	return s;
}

enum proxy_status
proxy_read(int fd, unsigned versions, const struct deadline *until,
    struct proxy *p)
{
	unsigned char first;

	if (read_exactly(fd, until, &first, 1) < 0)
		return PROXY_SHORT;
	if (first == 'P' && (versions & PROXY_V1) != 0)
		return read1(fd, until, p);
	if (first == v2_start[0] && (versions & PROXY_V2) != 0)
		return read2(fd, until, p);
	return PROXY_BAD;
}

const char *
proxy_reason(enum proxy_status s)
{
	switch (s) {
	case PROXY_OK:
		return "ok";
	case PROXY_BAD:
		return "bad PROXY header";
	case PROXY_DATAGRAM:
		return "PROXY header of a datagram transport";
	case PROXY_SHORT:
		break;
	}
	return "no PROXY header in time";
}

static void
put(struct env_list *l, const char *name, const struct buf *value)
{
	if (value->len > 0)
		env_list_put(l, name, buf_view(value));
	else
		env_list_unset(l, name);
}

void
proxy_put_tls(struct env_list *l, const struct proxy *p)
{
	put(l, "SSL_TLS_SNI_SERVERNAME", &p->sni);
	put(l, "SSL_PROTOCOL", &p->version);
	put(l, "SSL_CLIENT_S_DN_CN", &p->subject);
	put(l, "SSL_CIPHER", &p->cipher);
}

void
proxy_free(struct proxy *p)
{
	buf_free(&p->sni);
	buf_free(&p->version);
	buf_free(&p->subject);
	buf_free(&p->cipher);
}
