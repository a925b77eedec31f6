/*
 * qmail-qmtpd: receive mail by QMTP.		usage: qmail-qmtpd
 * reads  fd 0: any number of messages; control/databytes, control/rcpthosts,
 *        control/morercpthosts.cdb
 * writes fd 1: one answer for each recipient; messages go to qmail-queue
 * runs   as qmaild, under tcpserver or another super-server (tcp-environ(5))
 * exits  0 the client is gone, 100 it does not speak QMTP, 111 otherwise
 */
#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/hangup.h"
#include "lib/io.h"
#include "lib/netstring.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/qm.h"
#include "mail/qq_client.h"
#include "mail/rcpthosts.h"
#include "mail/received.h"
#include "mail/setting.h"

#define RECIPIENTS_MAX (8 * 1024 * 1024)	/* bytes of all together */

/* What became of a recipient; the rest depends on the message. */
#define ACCEPTED 'K'
#define NOT_OURS 'H'
#define NOT_AN_ADDRESS 'A'

static const char no_host[] =
    "Dsorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)";
static const char no_address[] =
    "Dsorry, I can't handle that recipient (#5.1.3)";
static const char no_sender[] = "Dunacceptable sender (#5.1.7)";
static const char no_size[] =
    "Dsorry, that message size exceeds my databytes limit (#5.3.4)";

struct session {
	struct qm q;
	struct in in;
	struct out out;
	struct deadline deadline;
	struct rcpthosts rcpthosts;
	const char *relayclient;
	uint64_t databytes;
	/* the message */
	struct qq qq;
	uint64_t stored;	/* bytes of it */
	bool has_bad_sender;
	struct buf address, fates, answer;
	char in_space[IO_SIZE], out_space[IO_SIZE];
};

static struct session session;

/* In the middle of a message; the answers to those before it are owed. */
static noreturn void
die_inside(struct session *s, const char *what)
{
	int error = errno;

	if (out_flush(&s->out) == 0)
		hang_up(0, 1, HANGUP_MS);
	errno = error;
	die_sys(what);
}

static bool
is_too_big(const struct session *s)
{
	return s->databytes > 0 && s->stored > s->databytes;
}

static void
put(struct session *s, const char *p, size_t len)
{
	s->stored += len;
	if (is_too_big(s))
		qq_fail(&s->qq);
	else
		qq_put(&s->qq, p, len);
}

/* Bytes of a message whose lines end in CR LF; a CR may wait for its LF. */
static void
put_crlf(struct session *s, struct view v, bool *has_cr)
{
	struct view piece;

	while (v.len > 0) {
		if (*has_cr && v.p[0] != '\n')
			put(s, "\r", 1);
		piece = view_upto(v, view_chr(v, '\r'));
		put(s, piece.p, piece.len);
		*has_cr = piece.len < v.len;
		v = view_from(v, piece.len + 1);
	}
}

static int
get_message(struct session *s)
{
	struct view v;
	bool is_crlf, has_cr = false;
	uint64_t len;
	char first;

	if (qm_get_len(&s->q, &len) < 0)
		return -1;
	if (len == 0)
		return errno = EPROTO, -1;
	if (qm_get_some(&s->q, 1, &v) < 0)
		return -1;
	first = v.p[0];
	if (first != '\n' && first != '\r')
		return errno = EPROTO, -1;
	is_crlf = first == '\r';
	s->stored = 0;
	for (len--; len > 0; len -= v.len) {
		if (qm_get_some(&s->q, len, &v) < 0)
			return -1;
		if (is_crlf)
			put_crlf(s, v, &has_cr);
		else
			put(s, v.p, v.len);
	}
	if (has_cr)
		put(s, "\r", 1);
	return qm_get_comma(&s->q);
}

static void
put_received(struct session *s)
{
	buf_clear(&s->answer);
	received_fmt_env("QMTP", NULL, time(NULL), &s->answer);
	qq_putv(&s->qq, buf_view(&s->answer));
}

static int
get_sender(struct session *s)
{
	if (qm_get_address(&s->q, &s->address, &s->has_bad_sender) < 0)
		return -1;
	if (s->has_bad_sender)
		qq_fail(&s->qq);
	qq_sender(&s->qq, buf_view(&s->address));
	return 0;
}

/* Take s->address as recipient, or not: its fate; 0 with errno: cannot tell. */
static char
judge(struct session *s, bool is_bad)
{
	int ours = 1;

	if (s->relayclient != NULL)
		buf_puts(&s->address, s->relayclient);
	if (is_bad || s->address.len > QM_ADDRESS_MAX)
		return NOT_AN_ADDRESS;
	if (s->relayclient == NULL)
		ours = rcpthosts_find(&s->rcpthosts, buf_view(&s->address));
	if (ours < 0)
		die_inside(s, "unable to read control/morercpthosts.cdb");
	if (ours == 0)
		return NOT_OURS;
	qq_recipient(&s->qq, buf_view(&s->address));
	return ACCEPTED;
}

static int
get_recipients(struct session *s)
{
	struct qm inner = { .in = &s->in };
	uint64_t len;
	bool is_bad;

	buf_clear(&s->fates);
	if (qm_get_len(&s->q, &len) < 0)
		return -1;
	if (len > RECIPIENTS_MAX)
		return errno = ERANGE, -1;
	inner.left = len;
	while (inner.left > 0) {
		if (qm_get_address(&inner, &s->address, &is_bad) < 0)
			return -1;
		buf_putc(&s->fates, judge(s, is_bad));
	}
	return qm_get_comma(&s->q);
}

static void
answer(struct session *s, const char *text)
{
	const char *said;

	buf_sets(&s->answer, text);
	if (s->has_bad_sender)
		buf_sets(&s->answer, no_sender);
	else if (is_too_big(s))
		buf_sets(&s->answer, no_size);
	else if (text[0] == '\0')
		qm_accepted(&s->answer, (uint64_t)s->qq.pid);
	for (size_t i = 0; i < s->fates.len; i++) {
		said = s->answer.p;
		if (s->fates.p[i] == NOT_OURS)
			said = no_host;
		else if (s->fates.p[i] == NOT_AN_ADDRESS)
			said = no_address;
		netstring_put(&s->out, view_of(said));
	}
}

/* One message, to its answers: 0, or -1 with errno. */
static int
serve(struct session *s)
{
	/* no queue program for a client that only says good-bye */
	if (in_peekc(&s->in) < 0)
		return errno = in_error(&s->in), -1;
	if (qq_open_session(&s->qq) < 0)
		die_inside(s, "unable to run qmail-queue");
	put_received(s);
	if (get_message(s) < 0 || get_sender(s) < 0 || get_recipients(s) < 0)
		return -1;	/* the queue program drops what it has */
	if (!view_has_byte(buf_view(&s->fates), ACCEPTED))
		qq_fail(&s->qq);
	answer(s, qq_close(&s->qq));
	return 0;
}

static void
start(struct session *s)
{
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	s->deadline = deadline_in_s(QM_LIFETIME_S);
	s->in = (struct in)IN_INIT(0, s->in_space);
	s->out = (struct out)OUT_INIT(1, s->out_space);
	s->in.deadline = s->out.deadline = &s->deadline;
	s->in.flush_first = &s->out;
	s->qq = (struct qq)QQ_INIT;
	s->q = (struct qm){ .in = &s->in, .left = QM_NOTHING };
	s->rcpthosts = (struct rcpthosts)RCPTHOSTS_INIT;
	s->address = s->fates = s->answer = (struct buf)BUF_INIT;
	if (setting_databytes(&s->databytes) < 0 ||
	    rcpthosts_load(&s->rcpthosts) < 0)
		die_sys("unable to read controls");
	s->relayclient = env_get("RELAYCLIENT");
	if (s->relayclient == NULL)
		rcpthosts_warn(&s->rcpthosts);
}

int
main(void)
{
	int code;

	prog_init("qmail-qmtpd", oom_exit);
	sig_ignore(SIGPIPE);
	start(&session);
	while (serve(&session) == 0)
		;
	code = qm_exit_code(errno);
	/* nonsense behind good messages takes no answer from these */
	if (out_flush(&session.out) == 0 && code != EXIT_OK)
		hang_up(0, 1, HANGUP_MS);
	return code;
}
