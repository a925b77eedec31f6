#include "smtpd/smtptls.h"

#include <errno.h>

#include "lib/env.h"
#include "lib/err.h"
#include "lib/log.h"
#include "mail/setting.h"
#include "smtpd/note.h"
#include "smtpd/session.h"

/* Nothing more is said: neither side knows what the other has heard. */
static bool
shake_hands(struct session *s)
{
	const char *ip = env_get("TCPREMOTEIP");

	if (starttls_begin(&s->tls.helper) == 0) {
		s->tls.is_active = true;
		return true;
	}
	log_warning("tls failed: ", ip == NULL ? "unknown" : ip, ": ",
	    err_str(errno));
	s->end = SESSION_GONE;
	return false;
}

bool
smtptls_init(struct session *s)
{
	s->tls.is_active = starttls_is_active();
	s->tls.is_required = setting_is_on("REQUIRETLS");
	starttls_take(&s->tls.helper);
	if (setting_is_on("DISABLETLS") || s->tls.is_active)
		starttls_decline(&s->tls.helper);
	if (setting_is_on("SMTPS") && starttls_is_offered(&s->tls.helper))
		return shake_hands(s);
	return true;
}

bool
smtptls_is_known(const struct session *s)
{
	return s->tls.is_active || starttls_is_offered(&s->tls.helper);
}

void
smtptls_announce(struct session *s)
{
	if (!s->tls.is_active && starttls_is_offered(&s->tls.helper))
		session_reply(s, "250-STARTTLS");
}

bool
smtptls_is_missing(const struct session *s)
{
	return s->tls.is_required && !s->tls.is_active;
}

void
smtptls_command(struct session *s, struct view arg)
{
	if (!session_load_settings(s))
		return;
	if (arg.len > 0)
		session_reply(s, "501 no parameters allowed (#5.5.4)");
	else if (s->tls.is_active)
		session_reply(s, "503 TLS is active already (#5.5.1)");
	else if (!starttls_is_ready(&s->tls.helper))
		session_reply(s, "454 TLS not available (#4.3.0)");
	else {
		session_reply(s, "220 ready for tls");
		if (out_flush(&s->out) < 0)
			s->end = SESSION_BROKEN;
		else if (shake_hands(s)) {
			session_restart(s);
			note_tls(s);
		}
	}
}
