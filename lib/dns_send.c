#include "lib/dns_send.h"

#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "lib/dns.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/random.h"
#include "lib/view.h"

#define SERVERS_MAX 3		/* MAXNS of resolver(5) */
#define DNS_PORT 53
#define RESOLV_CONF "/etc/resolv.conf"
#define RESOLV_CONF_MAX 65536
#define TCP_S 10		/* one exchange by TCP */

struct server {
	struct ip ip;
	unsigned port;
};

struct servers {
	struct server v[SERVERS_MAX];
	size_t n;
};

/* How long to wait for a server, round by round (as in djbdns). */
static const int patience_s[] = { 1, 3, 11, 45 };

/* `1.2.3.4`, `1.2.3.4:53`, `::1`, `[::1]:53` */
static int
scan_server(struct view v, struct server *s)
{
	size_t colon = view_rchr(v, ':');
	struct view address = view_upto(v, colon);
	uint64_t port = DNS_PORT;

	s->port = DNS_PORT;
	if (ip_scan(v, &s->ip) == 0)
		return 0;
	if (colon == v.len || num_scan(view_from(v, colon + 1), 65535,
	    &port) < 0 || port == 0) {
		errno = EINVAL;
		return -1;
	}
	s->port = (unsigned)port;
	if (view_has_prefix(address, VIEW_LIT("[")))
		return ip_scan_literal(address, &s->ip);
	return view_has_byte(address, ':') ? -1 : ip_scan(address, &s->ip);
}

static struct view
cut_word(struct view *line)
{
	size_t end = 0;
	struct view word;

	*line = view_trim_start(*line);
	while (end < line->len && line->p[end] != ' ' && line->p[end] != '\t')
		end++;
	word = view_upto(*line, end);
	*line = view_from(*line, end);
	return word;
}

static int
read_resolv_conf(struct servers *s)
{
	struct buf b = BUF_INIT;
	struct view rest, line;

	if (file_read(RESOLV_CONF, &b, RESOLV_CONF_MAX) < 0) {
		buf_free(&b);
		return -1;
	}
	rest = buf_view(&b);
	while (s->n < SERVERS_MAX && view_cut(&rest, '\n', &line)) {
		if (!view_is(cut_word(&line), "nameserver"))
			continue;
		s->v[s->n].port = DNS_PORT;
		if (ip_scan(cut_word(&line), &s->v[s->n].ip) == 0)
			s->n++;
	}
	buf_free(&b);
	return 0;
}

static int
find_servers(struct servers *s)
{
	const char *cache = env_get("DNSCACHEIP");

	s->n = 0;
	if (cache != NULL) {
		s->n = 1;
		return scan_server(view_of(cache), &s->v[0]);
	}
	if (read_resolv_conf(s) < 0)
		return -1;
	if (s->n == 0) {
		s->n = 1;
		s->v[0].port = DNS_PORT;
		return ip_scan(VIEW_LIT("127.0.0.1"), &s->v[0].ip);
	}
	return 0;
}

/* A question under way: what is sent, and where answers go. */
struct exchange {
	const struct dns_name *name;
	unsigned type;
	bool edns;
	struct dns_query query;
	struct buf *answer;
};

static void
make_query(struct exchange *x)
{
	uint16_t id;

	random_bytes(&id, sizeof(id));
	dns_query_make(&x->query, x->name, x->type, id, x->edns);
}

/* Wait for a reply to our question; strange ones are passed over. */
static int
receive(int fd, struct exchange *x, const struct deadline *until,
    enum dns_reply *class)
{
	struct pollfd pfd = { .fd = fd, .events = POLLIN };
	ssize_t n;
	int r;

	for (;;) {
		r = poll(&pfd, 1, deadline_poll_ms(until));
		if (r < 0 && errno != EINTR)
			return -1;
		if (r <= 0) {
			if (!deadline_is_past(until))
				continue;
			errno = ETIMEDOUT;
			return -1;
		}
		buf_clear(x->answer);
		n = recv(fd, x->answer->p, DNS_UDP_MAX, MSG_DONTWAIT);
		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			continue;	/* a packet with a bad checksum */
		if (n < 0)
			return -1;
		x->answer->len = (size_t)n;
		x->answer->p[n] = '\0';
		*class = dns_reply_class(buf_view(x->answer), &x->query);
		if (*class != DNS_REPLY_STRANGE)
			return 0;
		/* a flood of strange packets ends with the time, too */
		if (deadline_is_past(until)) {
			errno = ETIMEDOUT;
			return -1;
		}
	}
}

static int
ask_udp(const struct server *s, struct exchange *x,
    const struct deadline *until, enum dns_reply *class)
{
	struct sockaddr_storage ss;
	socklen_t len;
	int r, fd;

	ip_to_sockaddr(&s->ip, s->port, &ss, &len);
	fd = net_socket(ss.ss_family, SOCK_DGRAM);
	if (fd < 0)
		return -1;
	make_query(x);
	r = connect(fd, (struct sockaddr *)&ss, len);
	if (r == 0 && send(fd, x->query.b, x->query.len, MSG_NOSIGNAL) < 0)
		r = -1;
	if (r == 0)
		r = receive(fd, x, until, class);
	fd_close(&fd);
	return r;
}

/* RFC 1035 4.2.2: the same messages, two bytes of length before each. */
static int
talk_tcp(int fd, struct exchange *x, const struct deadline *until)
{
	unsigned char len[2] = { (unsigned char)(x->query.len >> 8),
	    (unsigned char)x->query.len };
	char space[2 + DNS_QUERY_MAX], in_space[IO_SIZE];
	struct out out = OUT_INIT(fd, space);
	struct in in = IN_INIT(fd, in_space);
	size_t n;

	out.deadline = in.deadline = until;
	out_put(&out, len, sizeof(len));
	out_put(&out, x->query.b, x->query.len);
	if (out_flush(&out) < 0)
		return -1;
	if (in_get(&in, len, sizeof(len)) <= 0)
		return -1;
	n = (size_t)len[0] << 8 | len[1];
	buf_clear(x->answer);
	if (n > 0 && in_get(&in, x->answer->p, n) <= 0)
		return -1;
	x->answer->len = n;
	x->answer->p[n] = '\0';
	return 0;
}

static int
ask_tcp(const struct server *s, struct exchange *x, struct deadline until,
    enum dns_reply *class)
{
	struct net_peer peer = { .ip = s->ip, .port = s->port };
	int r, fd;

	until = deadline_min(until, deadline_in_s(TCP_S));
	fd = net_connect(&peer, &until);
	if (fd < 0)
		return -1;
	make_query(x);
	r = talk_tcp(fd, x, &until);
	fd_close(&fd);
	if (r == 0)
		*class = dns_reply_class(buf_view(x->answer), &x->query);
	return r;
}

/*
 * Ask one server, whichever way it needs: 1 answered; 0 it says that it
 * cannot; -1 with errno, silent or out of reach.
 */
static int
ask_server(const struct server *s, struct exchange *x, struct deadline whole,
    int wait_s)
{
	struct deadline until = deadline_min(whole, deadline_in_s(wait_s));
	enum dns_reply class;

	x->edns = true;
	if (ask_udp(s, x, &until, &class) < 0)
		return -1;
	if (class == DNS_REPLY_NO_EDNS) {
		x->edns = false;
		if (ask_udp(s, x, &until, &class) < 0)
			return -1;
	}
	if (class == DNS_REPLY_CUT && ask_tcp(s, x, whole, &class) < 0)
		return -1;
	return class == DNS_REPLY_OK ? 1 : 0;
}

int
dns_send(const struct dns_name *name, unsigned type, struct deadline until,
    struct buf *answer)
{
	struct exchange x = { .name = name, .type = type, .answer = answer };
	struct servers s;

	if (find_servers(&s) < 0)
		return -1;
	buf_clear(answer);
	buf_reserve(answer, DNS_ANSWER_MAX);
	for (size_t round = 0; round < NELEM(patience_s); round++) {
		size_t refused = 0;
		for (size_t i = 0; i < s.n; i++) {
			int r = ask_server(&s.v[i], &x, until,
			    patience_s[round]);
			if (r > 0)
				return 0;
			refused += r == 0;
			if (deadline_is_past(&until)) {
				errno = ETIMEDOUT;
				return -1;
			}
		}
		if (refused == s.n) {	/* all were heard: no use waiting */
			errno = EPROTO;
			return -1;
		}
	}
	return -1;
}
