/*
 * qmail-qmqpc: hand a message to a QMQP server, in place of qmail-queue.
 * reads  fd 0: message; fd 1: envelope, F sender \0 { T recipient \0 } \0;
 *        control/qmqpservers: an address a line, tried in order
 * writes TCP, port 628; a large message to an unlinked file in TMPDIR or /tmp
 * runs   as anybody
 * exits  enum qq_exit (mail/qq_exit.h): the table in qmail-qmqpc(8)
 *
 * A server that fails before it can have accepted the message, or that says
 * not now, is followed by the next one.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/confine.h"
#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/net.h"
#include "lib/netstring.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/control.h"
#include "mail/qq_exit.h"
#include "mail/queue.h"

#define QMQP_PORT 628
#define PORT_MAX 65535
#define CONNECT_S 10		/* programs.md 15 */
#define IDLE_S 60
#define MEMORY_MAX (1024 * 1024)	/* a larger message goes to a file */
#define ENVELOPE_MAX (256 * 1024 * 1024)
#define REPLY_SCAN_MAX 32	/* bytes of a reply before its letter */
#define TMP_NAME "/qmqpc.XXXXXX"

struct job {
	struct buf message;	/* its beginning, or all of it */
	int spool;		/* the rest, -1: there is none */
	uint64_t spooled;	/* bytes in it */
	struct buf envelope;	/* as netstrings */
	char in_space[IO_SIZE], out_space[IO_SIZE];
};

static struct job job = {
	.message = BUF_INIT, .spool = -1, .envelope = BUF_INIT
};

static void
oom_exit_queue(void)
{
	_exit(QQ_MEMORY);
}

/* ---- what to send ---- */

/* An unlinked file: descriptor, -1 with errno. */
static int
open_spool(void)
{
	const char *dir = env_get("TMPDIR");
	struct buf path = BUF_INIT;
	int fd;

	buf_cat(&path, dir == NULL || *dir == '\0' ? "/tmp" : dir, TMP_NAME);
	fd = mkstemp(path.p);
	if (fd >= 0 && unlink(path.p) < 0)
		fd_close(&fd);
	buf_free(&path);
	return fd;
}

static enum qq_exit
read_message(struct job *j)
{
	struct in in = IN_INIT(0, j->in_space);
	struct out out = OUT_INIT(-1, j->out_space);
	struct view v;
	int r;

	while ((r = in_peek(&in, &v)) > 0 && out_error(&out) == 0) {
		if (j->spool < 0 && v.len <= buf_room(&j->message, MEMORY_MAX))
			buf_putv(&j->message, v);
		else {
			if (j->spool < 0)
				j->spool = out.fd = open_spool();
			if (j->spool < 0)
				return QQ_WRITE;
			out_putv(&out, v);
			j->spooled += v.len;
		}
		in_skip(&in, v.len);
	}
	if (r < 0)
		return QQ_READ;
	return out_flush(&out) < 0 ? QQ_WRITE : QQ_OK;
}

static void
put_netstring(struct buf *b, struct view v)
{
	buf_put_u64(b, v.len);
	buf_putc(b, ':');
	buf_putv(b, v);
	buf_putc(b, ',');
}

/* The address of one record; the same limits as qmail-queue's. */
static enum qq_exit
read_address(struct job *j, struct in *in, struct buf *address)
{
	int r = in_until(in, '\0', address, QQ_ADDRESS_MAX - 1);

	if (r < 0 && errno == EMSGSIZE)
		return QQ_ADDRESS;
	if (r <= 0)
		return QQ_READ;
	for (size_t i = 0; i < address->len; i++)
		if (ascii_is_control(address->p[i]))
			return QQ_REFUSED;
	if (buf_room(&j->envelope, ENVELOPE_MAX) < QQ_ADDRESS_MAX + NUM_FMT_MAX)
		return QQ_MEMORY;
	put_netstring(&j->envelope, buf_view(address));
	return QQ_OK;
}

static enum qq_exit
read_records(struct job *j, struct in *in, struct buf *address)
{
	enum qq_exit code;
	int c = in_getc(in);

	if (c != QUEUE_SENDER)
		return c < 0 ? QQ_READ : QQ_ENVELOPE;
	do {
		if ((code = read_address(j, in, address)) != QQ_OK)
			return code;
	} while ((c = in_getc(in)) == QUEUE_TODO);
	if (c != '\0')
		return c < 0 ? QQ_READ : QQ_ENVELOPE;
	return QQ_OK;
}

static enum qq_exit
read_envelope(struct job *j)
{
	struct in in = IN_INIT(1, j->in_space);
	struct buf address = BUF_INIT;
	enum qq_exit code = read_records(j, &in, &address);

	buf_free(&address);
	return code;
}

/* ---- one server ---- */

/* The message as it was spooled: 0, -1 when our own file fails us. */
static int
put_spooled(struct job *j, struct out *out)
{
	struct in in = IN_INIT(j->spool, j->in_space);

	if (j->spool < 0)
		return 0;
	if (lseek(j->spool, 0, SEEK_SET) < 0)
		return -1;
	return io_copy(out, &in);
}

static enum qq_exit
put_request(struct job *j, struct out *out)
{
	uint64_t len = j->message.len + j->spooled;
	char digits[NUM_FMT_MAX];
	size_t n = num_fmt(len, digits);

	out_put_u64(out, n + 1 + len + 1 + j->envelope.len);
	out_cat(out, ":", digits, ":");
	out_putv(out, buf_view(&j->message));
	if (put_spooled(j, out) < 0)
		return QQ_READ;
	out_puts(out, ",");
	out_putv(out, buf_view(&j->envelope));
	out_puts(out, ",");
	return out_flush(out) < 0 ? QQ_CONVERSATION : QQ_OK;
}

/* The letter behind the length: programs.md 15, protocols.md 5. */
static enum qq_exit
get_reply(struct in *in)
{
	int c;

	for (int i = 0; i < REPLY_SCAN_MAX; i++) {
		c = in_getc(in);
		switch (c) {
		case 'K':
			return QQ_OK;
		case 'Z':
			return QQ_DEFERRED;
		case 'D':
			return QQ_REFUSED;
		}
		if (c != ':' && !ascii_is_digit(c))
			break;
	}
	return QQ_CONVERSATION;
}

/*
 * The whole conversation.  *is_unsure: the server may have accepted it without
 * our knowing, because it got the last byte and did not answer.
 */
static enum qq_exit
converse(struct job *j, int fd, bool *is_unsure)
{
	struct out out = OUT_INIT(fd, j->out_space);
	struct in in = IN_INIT(fd, j->in_space);
	enum qq_exit code;

	out.idle_s = in.idle_s = IDLE_S;
	code = put_request(j, &out);
	if (code != QQ_OK)
		return code;
	code = get_reply(&in);
	*is_unsure = code == QQ_CONVERSATION;
	return code;
}

static enum qq_exit
connect_code(int error)
{
	switch (error) {
	case ETIMEDOUT:
		return QQ_CONNECT_TIMEOUT;
	case EMFILE:
	case ENFILE:
	case ENOBUFS:
	case ENOMEM:
	case EAFNOSUPPORT:
		return QQ_NETWORK;
	default:
		return QQ_CONNECT;
	}
}

static enum qq_exit
try_server(struct job *j, const struct net_peer *peer, bool *is_unsure)
{
	struct deadline until = deadline_in_s(CONNECT_S);
	int fd = net_connect(peer, &until);
	enum qq_exit code;

	if (fd < 0)
		return connect_code(errno);
	code = converse(j, fd, is_unsure);
	fd_close(&fd);
	return code;
}

/* ---- all of them ---- */

/* `1.2.3.4`, `2001:db8::1`, `[2001:db8::1]`; `:PORT` after the 1st and 3rd. */
static bool
scan_server(struct view line, struct net_peer *peer)
{
	size_t colon = view_rchr(line, ':');
	uint64_t port;

	*peer = (struct net_peer){ .port = QMQP_PORT };
	if (ip_scan(line, &peer->ip) == 0 ||
	    ip_scan_literal(line, &peer->ip) == 0)
		return true;
	if (colon == line.len || num_scan(view_from(line, colon + 1),
	    PORT_MAX, &port) < 0 || port == 0)
		return false;
	peer->port = (unsigned)port;
	line = view_upto(line, colon);
	if (ip_scan_literal(line, &peer->ip) == 0)
		return true;
	return ip_scan(line, &peer->ip) == 0 && ip_is_v4(&peer->ip);
}

/* Whether the next server may help, and cannot make a duplicate. */
static bool
is_worth_another(enum qq_exit code, bool is_unsure)
{
	return code != QQ_OK && code != QQ_REFUSED && code != QQ_READ &&
	    !is_unsure;
}

/* What a server said counts more than that another could not be reached. */
static bool
is_from_server(enum qq_exit code)
{
	return code == QQ_DEFERRED || code == QQ_CONVERSATION;
}

static enum qq_exit
send_message(struct job *j, const struct control_list *servers)
{
	enum qq_exit code, worst = QQ_CONFIG;	/* no usable line */
	struct net_peer peer;
	bool is_unsure = false;

	for (size_t i = 0; i < servers->len; i++) {
		if (!scan_server(servers->v[i].key, &peer))
			continue;
		code = try_server(j, &peer, &is_unsure);
		if (!is_worth_another(code, is_unsure))
			return code;
		if (is_from_server(code) || !is_from_server(worst))
			worst = code;
	}
	return worst;
}

static enum qq_exit
do_job(struct job *j)
{
	struct control_list servers = CONTROL_LIST_INIT;
	enum qq_exit code;

	if (control_list("qmqpservers", &servers) <= 0)
		return QQ_CONFIG;
	if ((code = read_message(j)) == QQ_OK &&
	    (code = read_envelope(j)) == QQ_OK &&
	    (code = confine(CONFINE_QMQPC) < 0 ? QQ_NETWORK : QQ_OK) == QQ_OK)
		code = send_message(j, &servers);
	control_list_free(&servers);
	buf_free(&j->message);
	buf_free(&j->envelope);
	fd_close(&j->spool);
	j->spooled = 0;
	return code;
}

int
main(void)
{
	prog_init("qmail-qmqpc", oom_exit_queue);
	/* a closed descriptor must not turn into an empty message */
	if (fcntl(0, F_GETFD) < 0 || fcntl(1, F_GETFD) < 0)
		_exit(QQ_READ);
	if (fd_open_std() < 0)
		_exit(QQ_NETWORK);
	sig_ignore(SIGPIPE);
	if (chdir(CONF_HOME) < 0)
		_exit(QQ_HOME);
	_exit((int)do_job(&job));
}
