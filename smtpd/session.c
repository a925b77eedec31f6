#include "smtpd/session.h"

#include <sys/socket.h>
#include <sys/time.h>

#include <errno.h>
#include <unistd.h>

#include "lib/hangup.h"
#include "lib/mem.h"
#include "mail/conf.h"
#include "mail/control.h"

static void
die_controls(struct session *s)
{
	session_die(s, "421 unable to read controls (#4.3.0)");
}

void
session_reply(struct session *s, const char *line)
{
	out_cat(&s->out, line, "\r\n");
}

void
session_die(struct session *s, const char *line)
{
	session_reply(s, line);
	s->end = SESSION_BROKEN;
}

void
session_die_reading(struct session *s)
{
	/* when it was writing that took too long, this line is lost as well */
	if (errno == ETIMEDOUT)
		session_die(s, "451 timeout (#4.4.2)");
	s->end = SESSION_BROKEN;
}

/* Zero but for what owns memory. */
static void
init(struct session *s)
{
	struct buf *const bufs[] = { &s->greeting, &s->line, &s->helo,
	    &s->sender, &s->path, &s->rcpts };

	for (size_t i = 0; i < NELEM(bufs); i++)
		*bufs[i] = (struct buf)BUF_INIT;
	s->policy = (struct policy)POLICY_INIT;
	s->rcpthosts = (struct rcpthosts)RCPTHOSTS_INIT;
	s->validrcpt = (struct validrcpt)VALIDRCPT_INIT;
	s->localip = (struct localip)LOCALIP_INIT;
	if (!s->qq.is_kept)
		s->qq = (struct qq)QQ_INIT;
	s->tls.helper = (struct starttls)STARTTLS_INIT;
}

/*
 * No read or write takes longer.  A socket keeps this limit by itself, in one
 * call for each read.
 */
static void
set_limit(struct session *s, int idle_s)
{
	struct timeval limit = { .tv_sec = idle_s };

	s->in.idle_s = s->out.idle_s = idle_s;
	s->in.is_patient = setsockopt(s->in.fd, SOL_SOCKET, SO_RCVTIMEO,
	    &limit, sizeof(limit)) == 0;
}

static void
open_connection(struct session *s)
{
	s->in = (struct in)IN_INIT(0, s->in_space);
	s->out = (struct out)OUT_INIT(1, s->out_space);
	s->in.deadline = s->out.deadline = &s->deadline;
	s->in.flush_first = &s->out;
}

void
session_start(struct session *s, char *const *args)
{
	int idle_s = SETTINGS_TIMEOUT_S;

	init(s);
	smtpauth_init(s, args);
	s->deadline = deadline_in_s(SESSION_MAX_S);
	open_connection(s);
	s->in.idle_s = s->out.idle_s = idle_s;	/* for now */
	if (!smtptls_init(s))
		return;
	if (chdir(CONF_HOME) < 0 ||
	    control_line_or_me("smtpgreeting", NULL, &s->greeting) <= 0 ||
	    settings_timeout(&idle_s) < 0) {
		die_controls(s);
		return;
	}
	set_limit(s, idle_s);
	out_cat(&s->out, "220 ", s->greeting.p, " ESMTP\r\n");
}

void
session_restart(struct session *s)
{
	int idle_s = s->in.idle_s;

	in_wipe(&s->in);
	open_connection(s);
	set_limit(s, idle_s);
	session_forget(s);
	smtpauth_forget(s);
	buf_clear(&s->helo);
	s->has_helo = s->is_esmtp = false;
}

void
session_forget(struct session *s)
{
	s->state = SESSION_IDLE;
	buf_clear(&s->sender);
	buf_clear(&s->rcpts);
	s->nrcpts = s->nasked = 0;
}

/* One that was started for a message which did not come leaves nothing. */
static void
drop_queue(struct session *s)
{
	const char *text;

	if (!s->has_queue)
		return;
	s->has_queue = false;
	qq_fail(&s->qq);
	text = qq_close(&s->qq);
	(void)text;		/* it was told to fail */
}

void
session_finish(struct session *s)
{
	if (out_flush(&s->out) < 0)
		s->end = SESSION_BROKEN;
	drop_queue(s);
	/* we end it: the client may be in the middle of a message */
	if (s->end == SESSION_BROKEN && out_error(&s->out) == 0 &&
	    in_error(&s->in) == 0 && !s->in.eof)
		hang_up(s->in.fd, s->out.fd, HANGUP_MS);
	buf_free(&s->greeting);
	buf_free(&s->line);
	buf_free(&s->helo);
	buf_free(&s->sender);
	buf_free(&s->path);
	buf_free(&s->rcpts);
	session_unload(s);
}

bool
session_may_stay(const struct session *s)
{
	uint64_t leases = 1;

	return s->end != SESSION_GONE && !s->tls.is_active &&
	    !smtpauth_is_offered(s) &&
	    control_int("leases", 1, &leases) >= 0 && leases > 0;
}

void
session_renew(struct session *s)
{
	struct qq queue;

	qq_forget_client(&s->qq);	/* first: no copy of what it has */
	queue = s->qq;
	mem_wipe(s, sizeof(*s));
	s->qq = queue;
}

void
session_unload(struct session *s)
{
	policy_free(&s->policy);
	rcpthosts_free(&s->rcpthosts);
	validrcpt_free(&s->validrcpt);
	localip_free(&s->localip);
	s->has_lists = s->settings.is_loaded = false;
}

bool
session_load_settings(struct session *s)
{
	if (settings_load(&s->settings) == 0)
		return true;
	die_controls(s);
	return false;
}

static int
load_lists(struct session *s)
{
	if (policy_load(&s->policy, s->settings.relayclient != NULL) < 0 ||
	    localip_load(&s->localip) < 0)
		return -1;
	if (s->settings.relayclient != NULL)
		return 0;	/* its recipients are not asked about */
	if (rcpthosts_load(&s->rcpthosts) < 0 ||
	    validrcpt_load(&s->validrcpt) < 0)
		return -1;
	rcpthosts_warn(&s->rcpthosts);
	return 0;
}

bool
session_load_lists(struct session *s)
{
	if (s->has_lists)
		return true;
	if (!session_load_settings(s))
		return false;
	if (load_lists(s) < 0) {
		die_controls(s);
		return false;
	}
	s->has_lists = true;
	return true;
}
