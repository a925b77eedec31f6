#include "smtpd/envelope.h"

#include <time.h>

#include "lib/num.h"
#include "mail/address.h"
#include "smtpd/data.h"
#include "smtpd/note.h"

/* Why a command is refused: the reply, and a word for the log. */
struct refusal {
	const char *reply, *reason;
	bool counts;		/* the recipient is bad: brtlimit */
};

static const struct refusal bad_syntax =
	{ "555 syntax error (#5.5.4)", "other", false };
static const struct refusal too_big =
	{ "552 sorry, that message size exceeds my databytes limit (#5.3.4)",
	    "size", false };
static const struct refusal in_the_clear =
	{ "530 must issue STARTTLS first (#5.7.0)", "tls", false };
static const struct refusal nobody =
	{ "530 Authorization required (#5.7.1)", "auth", false };
static const struct refusal too_many =
	{ "452 max rcpt limit exceeded (#4.5.3)", "limit", false };
static const struct refusal bad_helo =
	{ "553 sorry, your HELO host name has been denied (#5.7.1)",
	    "other", false };
static const struct refusal bad_sender =
	{ "553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)",
	    "badmailfrom", false };
static const struct refusal bad_recipient =
	{ "553 sorry, your envelope recipient has been denied (#5.7.1)",
	    "badrcptto", true };
static const struct refusal not_ours =
	{ "553 sorry, that domain isn't in my list of allowed rcpthosts "
	    "(#5.7.1)", "relay", false };
static const struct refusal no_mailbox =
	{ "550 sorry, no mailbox here by that name (#5.1.1)", "other", true };

static void
refuse(struct session *s, const struct refusal *why)
{
	session_reply(s, why->reply);
	note_reject(s, why->reply, why->reason, buf_view(&s->path));
}

/* The argument's address into s->path: false when it cannot be one. */
static bool
take_path(struct session *s, struct view arg, struct view *rest)
{
	if (!address_path(arg, SESSION_PATH_MAX, &s->path, rest) ||
	    address_has_control(buf_view(&s->path)))
		return false;
	if (localip_replace(&s->localip, &s->path) < 0) {
		session_die(s,
		    "421 unable to figure out my IP addresses (#4.3.0)");
		return true;	/* the session is over, nothing follows */
	}
	return s->path.len <= SESSION_PATH_MAX;
}

/* ---- MAIL ---- */

/* Whether the parameter SIZE= says more than we take (RFC 1870). */
static bool
is_too_big(const struct session *s, struct view parameters)
{
	struct view word;
	uint64_t size = 0;

	while (s->settings.databytes > 0 &&
	    view_cut(&parameters, ' ', &word)) {
		if (!view_has_iprefix(word, VIEW_LIT("SIZE=")))
			continue;
		word = view_from(word, 5);
		return num_scan_prefix(word, UINT64_MAX, &size) > 0 &&
		    size > s->settings.databytes;
	}
	return false;
}

void
envelope_mail(struct session *s, struct view arg)
{
	const struct refusal *why = NULL;
	struct view parameters = VIEW_EMPTY;

	if (!session_load_lists(s))
		return;
	/* refused or not, what came before is over: no mixed envelopes */
	session_forget(s);
	if (!take_path(s, arg, &parameters))
		why = &bad_syntax;
	else if (smtptls_is_missing(s))
		why = &in_the_clear;
	else if (smtpauth_is_missing(s))
		why = &nobody;
	else if (is_too_big(s, parameters))
		why = &too_big;
	if (s->end != SESSION_GOES_ON)
		return;
	buf_set(&s->sender, buf_view(&s->path));
	if (why != NULL) {
		buf_clear(&s->path);
		refuse(s, why);
		session_forget(s);
		return;
	}
	s->state = SESSION_MAIL;
	session_reply(s, "250 ok");
}

/* ---- RCPT ---- */

static bool
is_limit_reached(const struct session *s)
{
	uint64_t max = s->settings.maxrcpt;

	return (max > 0 && s->nrcpts >= max) ||
	    buf_room(&s->rcpts, SESSION_RCPTS_MAX) <= s->path.len;
}

/* What the lists of senders and recipients say, in the contract's order. */
static const struct refusal *
ask_policy(const struct session *s)
{
	if (policy_has(&s->policy, POLICY_HELO, &s->helo))
		return &bad_helo;
	if (policy_has(&s->policy, POLICY_SENDER, &s->sender))
		return &bad_sender;
	if (policy_has(&s->policy, POLICY_RECIPIENT, &s->path))
		return &bad_recipient;
	return NULL;
}

/* Whether we take mail for this address: 0 with *why, or -1 with errno. */
static int
ask_hosts(struct session *s, const struct refusal **why)
{
	int ours = rcpthosts_find(&s->rcpthosts, buf_view(&s->path));
	int exists = validrcpt_find(&s->validrcpt, buf_view(&s->path));

	if (ours < 0 || exists < 0)
		return -1;
	if (ours == 0)
		*why = &not_ours;
	else if (exists == 0)
		*why = &no_mailbox;
	return 0;
}

/* s->path as the recipient it would become: 0 with *why, or -1. */
static int
judge(struct session *s, const struct refusal **why)
{
	if (is_limit_reached(s))
		*why = &too_many;
	else
		*why = ask_policy(s);
	if (*why != NULL)
		return 0;
	if (s->settings.relayclient == NULL)
		return ask_hosts(s, why);
	buf_puts(&s->path, s->settings.relayclient);
	if (s->path.len > ADDRESS_MAX)
		*why = &bad_syntax;
	return 0;
}

/* After tarpitcount recipients each reply takes its time. */
static void
tarpit(struct session *s)
{
	struct timespec pause =
	    { .tv_sec = (time_t)s->settings.tarpitdelay };

	if (s->settings.tarpitcount == 0 || pause.tv_sec == 0 ||
	    s->nasked <= s->settings.tarpitcount)
		return;
	if (out_flush(&s->out) < 0)
		return;		/* sticky: reading says so */
	while (nanosleep(&pause, &pause) < 0)
		;
}

static void
refuse_recipient(struct session *s, const struct refusal *why)
{
	if (why->counts)
		s->nbad++;
	if (why->counts && s->settings.brtlimit > 0 &&
	    s->nbad >= s->settings.brtlimit) {
		note_reject(s, "421", "limit", buf_view(&s->path));
		session_die(s,
		    "421 too many invalid addresses, goodbye (#4.3.0)");
		return;
	}
	refuse(s, why);
}

void
envelope_rcpt(struct session *s, struct view arg)
{
	const struct refusal *why = NULL;
	struct view parameters;

	s->nasked++;
	if (!take_path(s, arg, &parameters))
		why = &bad_syntax;
	else if (s->end == SESSION_GOES_ON && judge(s, &why) < 0)
		session_die(s, "421 unable to read controls (#4.3.0)");
	if (s->end != SESSION_GOES_ON)
		return;
	tarpit(s);
	if (why != NULL) {
		refuse_recipient(s, why);
		return;
	}
	buf_putv(&s->rcpts, buf_view(&s->path));
	buf_putc(&s->rcpts, '\0');
	s->nrcpts++;
	s->state = SESSION_RCPT;
	session_reply(s, "250 ok");
	data_prepare(s);
}
