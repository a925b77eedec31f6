/*
 * dnsserver: a name server for tests, as good or as bad as its zone says.
 *	usage: dnsserver [-t seconds] zone [port]
 * Answers on UDP and TCP at 127.0.0.1 and port (0 or none: any); prints the
 * port on descriptor 1 once it is ready.  Ends after seconds (600).  Each
 * question is logged on descriptor 2: `query NAME TYPE udp|tcp`, the type as
 * a number.  Use it like this:
 *
 *	background dnsserver "$T/zone" > "$T/port" 2> "$T/queries"
 *	await 5 test -s "$T/port"
 *	DNSCACHEIP=127.0.0.1:$(cat "$T/port"); export DNSCACHEIP
 *
 * The zone is a text file; a line is `name type value`, fields apart by
 * blanks; empty lines and lines beginning with # are skipped.  It is read
 * again for each question.  Names are as asked for, without a trailing dot,
 * any case; `*.x` stands for all names below x that have no line themselves.
 *
 *	name a 127.0.0.1		name aaaa ::1
 *	name mx 10 host			name mx 0 .		(null MX)
 *	4.3.2.1.in-addr.arpa ptr host	name cname other
 *	name txt rest of the line	name hugetxt 30000	(so many bytes)
 *
 * CNAMEs are followed inside the zone (40 at most: loops are possible).  A
 * name without a line is NXDOMAIN, one without the type asked for is empty.
 * UDP answers that are larger than the client allows are cut, TC set.
 * Misbehaviour, for all questions to a name:
 *
 *	name nxdomain | servfail | refused	that code, no records
 *	name formerr		refuses EDNS0; proper without it
 *	name drop		no answer
 *	name delay MS		proper, late; other questions meanwhile
 *	name truncate		TC and no records by UDP, proper by TCP
 *	name wrongid		first a spoof with another id (A 6.6.6.6, TXT
 *				spoof, MX/PTR spoof.example), then proper
 *	name wrongquestion	first a spoof for another name, then proper
 *	name garbage		right head and question, then noise
 *	name pointerloop	an answer whose name points at itself
 *	name forward		an answer whose name points forward
 *	name counts		says 65535 answers, has the proper ones
 *	name short N		only the first N bytes of the proper answer
 *	name hangup		TC by UDP; TCP is closed after 3 bytes
 */
#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "tests/tools/dnszone.h"

#define LIFE_S 600
#define HEAD 12
#define PLAIN_MAX 512
#define CHAIN_MAX 40
#define CLIENT_S 10
#define BIND_TRIES 50

enum {
	A = 1, CNAME = 5, PTR = 12, MX = 15, TXT = 16, AAAA = 28,
	FORMERR = 1, SERVFAIL = 2, NXDOMAIN = 3, REFUSED = 5
};

static const char *zone_path;

struct query {
	const unsigned char *p;
	size_t len;
	struct buf name;
	size_t name_end;	/* behind the question's name */
	unsigned type;
	size_t udp_max;		/* 0: TCP */
	bool edns;
};

/* ---- building an answer ---- */

static void
put16(struct buf *b, size_t n)
{
	buf_putc(b, (char)(n >> 8 & 255));
	buf_putc(b, (char)(n & 255));
}

static void
set16(struct buf *b, size_t at, size_t n)
{
	b->p[at] = (char)(n >> 8 & 255);
	b->p[at + 1] = (char)(n & 255);
}

static size_t
get16(const char *p)
{
	return (size_t)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

static void
put_name(struct buf *b, struct view name)
{
	struct view label;

	while (view_cut(&name, '.', &label) && label.len > 0) {
		buf_putc(b, (char)label.len);
		buf_putv(b, label);
	}
	buf_putc(b, 0);
}

static void
put_text(struct buf *b, struct view text)
{
	do {
		struct view part = view_upto(text, 255);
		buf_putc(b, (char)part.len);
		buf_putv(b, part);
		text = view_from(text, part.len);
	} while (text.len > 0);
}

static void
put_data(struct buf *b, unsigned type, struct entry e)
{
	struct view word;
	struct ip ip;

	switch (type) {
	case A:
	case AAAA:
		if (ip_scan(e.value, &ip) < 0 || ip_is_v4(&ip) != (type == A))
			die_perm("zone: bad address");
		buf_put(b, type == A ? ip.b + 12 : ip.b, type == A ? 4 : 16);
		return;
	case MX:
		zone_cut_word(&e.value, &word);
		put16(b, zone_number(word, 65535));
		break;
	case TXT:
		put_text(b, e.value);
		return;
	}
	put_name(b, e.value);
}

/* Start a record; end_record() writes its length there. */
static size_t
start_record(struct buf *b, struct view owner, unsigned type)
{
	put_name(b, owner);
	put16(b, type);
	put16(b, 1);
	put16(b, 0);
	put16(b, 300);
	put16(b, 0);
	return b->len;
}

static void
end_record(struct buf *b, size_t start)
{
	set16(b, start - 2, b->len - start);
	set16(b, 6, get16(b->p + 6) + 1);
}

static const struct { const char *name; unsigned type; } types[] = {
	{ "a", A }, { "aaaa", AAAA }, { "mx", MX }, { "ptr", PTR },
	{ "txt", TXT }, { "hugetxt", TXT }, { "cname", CNAME },
};

static unsigned
type_of(struct view word)
{
	for (size_t i = 0; i < NELEM(types); i++)
		if (view_is_ieq(word, view_of(types[i].name)))
			return types[i].type;
	return 0;
}

static void
put_entry(struct buf *b, struct view owner, struct entry e)
{
	unsigned type = type_of(e.type);
	struct buf huge = BUF_INIT;
	size_t start;

	if (view_is_ieq(e.type, VIEW_LIT("hugetxt"))) {
		size_t n = zone_number(e.value, 65535);
		while (huge.len < n)
			buf_putc(&huge, 'x');
		e.value = buf_view(&huge);
	}
	start = start_record(b, owner, type);
	put_data(b, type, e);
	end_record(b, start);
	buf_free(&huge);
}

/* Head and question of an answer, no records yet. */
static void
put_head(struct buf *b, const struct query *q)
{
	buf_clear(b);
	buf_put(b, q->p, 2);
	put16(b, 0x8580);	/* QR AA RD RA */
	put16(b, 1);
	put16(b, 0);
	put16(b, 0);
	put16(b, 0);
	buf_put(b, q->p + HEAD, q->name_end + 4 - HEAD);
}

static void
set_code(struct buf *b, unsigned code)
{
	b->p[3] = (char)((b->p[3] & 0xf0) | (char)code);
}

static void
put_proper(struct buf *b, const struct query *q)
{
	struct view name = buf_view(&q->name), rest;
	struct entry e;

	put_head(b, q);
	for (int i = 0; i < CHAIN_MAX && q->type != CNAME &&
	    zone_find(name, "cname", &e); i++) {
		put_entry(b, name, e);
		name = e.value;
	}
	if (!zone_find(name, NULL, &e))
		set_code(b, NXDOMAIN);
	rest = zone_text();
	while (zone_next(&rest, &e))
		if (zone_is_for(&e, name) && type_of(e.type) == q->type)
			put_entry(b, name, e);
	if (q->udp_max > 0 && b->len > q->udp_max) {
		put_head(b, q);
		b->p[2] |= 2;	/* TC */
	}
}

static void
put_spoof(struct buf *b, const struct query *q, bool wrong_id)
{
	struct view owner = buf_view(&q->name);
	struct entry e = { .value = VIEW_LIT("spoof.example") };

	put_head(b, q);
	if (q->type == A)
		e.value = VIEW_LIT("6.6.6.6");
	else if (q->type == AAAA)
		e.value = VIEW_LIT("6::6");
	else if (q->type == MX)
		e.value = VIEW_LIT("0 spoof.example");
	if (wrong_id)
		b->p[1] ^= 1;
	else
		b->p[HEAD + 1] ^= 1;	/* the first letter of the name */
	size_t start = start_record(b, owner, q->type);
	put_data(b, q->type, e);
	end_record(b, start);
}

static void
put_pointer(struct buf *b, const struct query *q, size_t ahead)
{
	size_t start;

	put_head(b, q);
	put16(b, 0xc000 | (b->len + ahead));
	put16(b, q->type);
	put16(b, 1);
	put16(b, 0);
	put16(b, 300);
	put16(b, 0);
	start = b->len;
	buf_puts(b, "\1x\1y");
	buf_putc(b, 0);
	end_record(b, start);
}

/* ---- what happens to a question ---- */

typedef void send_fn(const struct buf *b, void *arg);

/* First whatever comes before the proper answer; false: it is all. */
static bool
misbehave(struct buf *b, struct query *q, send_fn *send_it, void *arg)
{
	static const struct { const char *word; unsigned code; } codes[] = {
		{ "nxdomain", NXDOMAIN }, { "servfail", SERVFAIL },
		{ "refused", REFUSED }, { "formerr", FORMERR },
	};
	struct view name = buf_view(&q->name);
	struct entry e;

	for (size_t i = 0; i < NELEM(codes); i++) {
		if (!zone_find(name, codes[i].word, &e))
			continue;
		if (codes[i].code == FORMERR && !q->edns)
			continue;
		put_head(b, q);
		set_code(b, codes[i].code);
		send_it(b, arg);
		return false;
	}
	if (zone_find(name, "drop", &e))
		return false;
	if (zone_find(name, "wrongid", &e) || zone_find(name, "wrongquestion", &e)) {
		put_spoof(b, q, view_is_ieq(e.type, VIEW_LIT("wrongid")));
		send_it(b, arg);
	}
	return true;
}

static void
spoil(struct buf *b, const struct query *q)
{
	struct view name = buf_view(&q->name);
	struct entry e;

	if (q->udp_max > 0 && (zone_find(name, "truncate", &e) ||
	    zone_find(name, "hangup", &e))) {
		put_head(b, q);
		b->p[2] |= 2;
	} else if (zone_find(name, "hangup", &e)) {
		buf_cut(b, 1);
	} else if (zone_find(name, "garbage", &e)) {
		put_head(b, q);
		set16(b, 6, 3);
		for (int i = 0; i < 60; i++)
			buf_putc(b, (char)(i * 37 + 200));
	} else if (zone_find(name, "pointerloop", &e)) {
		put_pointer(b, q, 0);
	} else if (zone_find(name, "forward", &e)) {
		put_pointer(b, q, 12);
	} else if (zone_find(name, "counts", &e)) {
		set16(b, 6, 65535);
	} else if (zone_find(name, "short", &e)) {
		buf_cut(b, zone_number(e.value, 65535));
	}
}

static void
log_query(const struct query *q)
{
	struct buf b = BUF_INIT;

	buf_cat(&b, "query ", q->name.len > 0 ? q->name.p : ".", " ");
	buf_put_u64(&b, q->type);
	buf_puts(&b, q->udp_max > 0 ? " udp\n" : " tcp\n");
	if (io_write_all(2, b.p, b.len) < 0)
		_exit(111);
	buf_free(&b);
}

/* Take the question apart; false: it is none. */
static bool
parse_query(struct query *q)
{
	size_t pos = HEAD;

	if (q->len < HEAD + 5 || get16((const char *)q->p + 4) != 1)
		return false;
	buf_clear(&q->name);
	while (pos < q->len && q->p[pos] != 0) {
		size_t n = q->p[pos];
		if (n > 63 || pos + 1 + n >= q->len)
			return false;
		if (q->name.len > 0)
			buf_putc(&q->name, '.');
		buf_put(&q->name, q->p + pos + 1, n);
		pos += n + 1;
	}
	q->name_end = pos + 1;
	if (q->name_end + 4 > q->len)
		return false;
	q->type = (unsigned)get16((const char *)q->p + q->name_end);
	q->edns = get16((const char *)q->p + 10) > 0;
	if (q->udp_max > 0 && q->edns && q->name_end + 9 <= q->len)
		q->udp_max = get16((const char *)q->p + q->name_end + 7);
	return true;
}

static void
reply(struct query *q, send_fn *send_it, void *arg)
{
	struct buf b = BUF_INIT;
	struct entry e;

	zone_read(zone_path);
	if (!parse_query(q))
		return;
	log_query(q);
	if (zone_find(buf_view(&q->name), "delay", &e)) {
		uint64_t ms = zone_number(e.value, 100000);
		struct timespec ts = { .tv_sec = (time_t)(ms / 1000),
		    .tv_nsec = (long)(ms % 1000) * 1000000 };
		nanosleep(&ts, NULL);
	}
	if (misbehave(&b, q, send_it, arg)) {
		put_proper(&b, q);
		spoil(&b, q);
		send_it(&b, arg);
	}
	buf_free(&b);
}

/* ---- sockets ---- */

struct udp_peer { int fd; struct sockaddr_storage ss; socklen_t len; };

static void
send_udp(const struct buf *b, void *arg)
{
	struct udp_peer *peer = arg;

	/* a client that has gone away does not matter */
	(void)sendto(peer->fd, b->p, b->len, 0, (struct sockaddr *)&peer->ss,
	    peer->len);
}

static void
send_tcp(const struct buf *b, void *arg)
{
	struct out *out = arg;
	unsigned char len[2] = { (unsigned char)(b->len >> 8),
	    (unsigned char)b->len };

	out_put(out, len, sizeof(len));
	out_put(out, b->p, b->len);
	if (out_flush(out) < 0)
		return;		/* as above; the error stays in out */
}

/* Every question is answered by a process of its own, so that some may wait. */
static bool
in_child(void)
{
	pid_t pid = fork();

	if (pid < 0)
		die_sys("unable to fork");
	return pid == 0;
}

static void
serve_udp(int fd)
{
	unsigned char packet[4096];
	struct udp_peer peer = { .fd = fd, .len = sizeof(peer.ss) };
	struct query q = { .p = packet, .name = BUF_INIT,
	    .udp_max = PLAIN_MAX };
	ssize_t n;

	n = recvfrom(fd, packet, sizeof(packet), MSG_DONTWAIT,
	    (struct sockaddr *)&peer.ss, &peer.len);
	if (n < 0 || !in_child())
		return;
	q.len = (size_t)n;
	reply(&q, send_udp, &peer);
	_exit(0);
}

static void
serve_tcp(int listener)
{
	unsigned char packet[4096];
	char in_space[IO_SIZE], out_space[IO_SIZE];
	struct deadline until = deadline_in_s(CLIENT_S);
	struct query q = { .p = packet, .name = BUF_INIT };
	int fd = accept(listener, NULL, NULL);
	struct in in = IN_INIT(fd, in_space);
	struct out out = OUT_INIT(fd, out_space);

	if (fd < 0)
		return;
	if (!in_child()) {
		fd_close(&fd);
		return;
	}
	in.deadline = out.deadline = &until;
	while (in_get(&in, packet, 2) > 0) {
		q.len = get16((char *)packet);
		if (q.len > sizeof(packet) || in_get(&in, packet, q.len) <= 0)
			break;
		reply(&q, send_tcp, &out);
		if (out.error != 0)
			break;
	}
	_exit(0);
}

static unsigned
port_of(int fd)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);
	unsigned port;
	struct ip ip;

	if (getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &ip, &port) < 0)
		die_sys("unable to get port");
	return port;
}

static int
bind_to(int type, unsigned port)
{
	struct sockaddr_storage ss;
	struct ip ip;
	socklen_t len;
	int on = 1, fd = net_socket(AF_INET, type);

	if (fd < 0 || ip_scan(VIEW_LIT("127.0.0.1"), &ip) < 0)
		die_sys("unable to make socket");
	ip_to_sockaddr(&ip, port, &ss, &len);
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(fd, (struct sockaddr *)&ss, len) < 0 ||
	    (type == SOCK_STREAM && listen(fd, 64) < 0))
		fd_close(&fd);
	return fd;
}

/* One port that is free for both kinds. */
static void
open_both(unsigned port, struct pollfd *pfd)
{
	for (int i = 0; i < BIND_TRIES; i++) {
		pfd[0].fd = bind_to(SOCK_STREAM, port);
		if (pfd[0].fd >= 0) {
			pfd[1].fd = bind_to(SOCK_DGRAM, port_of(pfd[0].fd));
			if (pfd[1].fd >= 0)
				return;
			fd_close(&pfd[0].fd);
		}
		if (port != 0)
			break;
	}
	die_sys("unable to bind");
}

static void
say_port(unsigned port)
{
	struct buf b = BUF_INIT;

	buf_put_u64(&b, port);
	buf_puts(&b, "\n");
	if (io_write_all(1, b.p, b.len) < 0)
		die_sys("unable to write port");
	buf_free(&b);
}

int
main(int argc, char **argv)
{
	struct pollfd pfd[2] = { { .events = POLLIN }, { .events = POLLIN } };
	uint64_t life = LIFE_S, port = 0;
	int opt;

	prog_init("dnsserver", oom_exit);
	while ((opt = getopt(argc, argv, "t:")) != -1)
		if (opt != 't' || num_scan(view_of(optarg), 86400, &life) < 0)
			die_usage("dnsserver [-t seconds] zone [port]");
	if (optind == argc || argc > optind + 2 || (argc == optind + 2 &&
	    num_scan(view_of(argv[optind + 1]), 65535, &port) < 0))
		die_usage("dnsserver [-t seconds] zone [port]");
	zone_path = argv[optind];
	alarm((unsigned)life);
	sig_ignore(SIGCHLD);	/* nobody waits for the children */
	sig_ignore(SIGPIPE);
	open_both((unsigned)port, pfd);
	say_port(port_of(pfd[0].fd));
	for (;;) {
		if (poll(pfd, 2, -1) < 0 && errno != EINTR)
			die_sys("poll");
		if (pfd[0].revents != 0)
			serve_tcp(pfd[0].fd);
		if (pfd[1].revents != 0)
			serve_udp(pfd[1].fd);
	}
}
