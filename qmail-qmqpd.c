/*
 * qmail-qmqpd: receive one message by QMQP.	usage: qmail-qmqpd
 * reads  fd 0: the message and its envelope, for anywhere: no relay control
 * writes fd 1: one answer; the message goes to qmail-queue or $QMAILQUEUE
 * runs   as qmaild, under a super-server that lets only friends in
 * exits  0 answered or the client is gone, 100 it does not speak QMQP, 111
 */
#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/io.h"
#include "lib/netstring.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/qm.h"
#include "mail/qq_client.h"
#include "mail/received.h"

struct session {
	struct qm q;
	struct in in;
	struct out out;
	struct deadline deadline;
	struct qq qq;
	bool has_bad_address;
	struct buf address, answer;
	char in_space[IO_SIZE], out_space[1024];
};

static struct session session;

static const char no_address[] =
    "Dsorry, I can't accept addresses like that (#5.1.3)";

static void
put_received(struct session *s)
{
	buf_clear(&s->answer);
	received_fmt_env("QMQP", NULL, time(NULL), &s->answer);
	qq_putv(&s->qq, buf_view(&s->answer));
}

static int
get_message(struct session *s)
{
	struct view v;
	uint64_t len;

	if (qm_get_len(&s->q, &len) < 0)
		return -1;
	for (; len > 0; len -= v.len) {
		if (qm_get_some(&s->q, len, &v) < 0)
			return -1;
		qq_putv(&s->qq, v);
	}
	return qm_get_comma(&s->q);
}

/* The next address into s->address. */
static int
get_address(struct session *s)
{
	bool is_bad;

	if (qm_get_address(&s->q, &s->address, &is_bad) < 0)
		return -1;
	if (is_bad) {
		s->has_bad_address = true;
		qq_fail(&s->qq);
	}
	return 0;
}

/* All that the outer netstring holds. */
static int
get_all(struct session *s)
{
	if (get_message(s) < 0 || get_address(s) < 0)
		return -1;
	qq_sender(&s->qq, buf_view(&s->address));
	while (s->q.left > 0) {
		if (get_address(s) < 0)
			return -1;
		qq_recipient(&s->qq, buf_view(&s->address));
	}
	s->q.left = QM_NOTHING;
	return qm_get_comma(&s->q);
}

/* The message, to its answer: 0, or -1 with errno. */
static int
serve(struct session *s)
{
	const char *text;
	uint64_t len;

	if (qm_get_len(&s->q, &len) < 0)
		return -1;
	if (qq_open(&s->qq) < 0)
		die_sys("unable to run qmail-queue");
	put_received(s);
	s->q.left = len;
	if (get_all(s) < 0)
		return -1;	/* the queue program drops what it has */
	text = qq_close(&s->qq);
	buf_sets(&s->answer, s->has_bad_address ? no_address : text);
	if (s->answer.len == 0)
		qm_accepted(&s->answer, (uint64_t)s->qq.pid);
	netstring_put(&s->out, buf_view(&s->answer));
	return out_flush(&s->out);
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
	s->q = (struct qm){ .in = &s->in, .left = QM_NOTHING };
	s->address = s->answer = (struct buf)BUF_INIT;
}

int
main(void)
{
	prog_init("qmail-qmqpd", oom_exit);
	sig_ignore(SIGPIPE);
	start(&session);
	if (serve(&session) < 0)
		return qm_exit_code(errno);
	return 0;
}
