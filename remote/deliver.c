#include "remote/deliver.h"

#include "mail/address.h"
#include "remote/check.h"
#include "remote/phrase.h"
#include "remote/text.h"

/*
 * Commands on the way at a time: their replies fit into any socket's buffer,
 * so that neither side waits for the other to read (RFC 2920 3.1).
 */
#define WINDOW 50
#define CODE_GO_AHEAD 300	/* and up to 399: DATA is accepted */
#define PARTIAL_LINE "SMTP cannot transfer messages with partial final " \
	"lines. (#5.6.2)\n"

/* The letters of a class about the message, and about a recipient. */
static const struct { char message, recipient; } letters[] = {
	[SMTP_OK] = { VERDICT_OK, RCPT_OK },
	[SMTP_TEMP] = { VERDICT_TEMP, RCPT_TEMP },
	[SMTP_PERM] = { VERDICT_PERM, RCPT_PERM },
};

enum step {
	STEP_ON,	/* go on */
	STEP_OVER,	/* settled and reported */
	STEP_STALE	/* see DELIVER_STALE */
};

/* How far the envelope is: commands in order, MAIL being the first. */
struct envelope {
	size_t n;		/* commands in all, DATA being the last */
	size_t said, answered;
	size_t naccepted;	/* recipients */
	bool is_first;		/* nothing went over the connection before */
};

static enum step
conclude(struct job *j, const struct dialogue *d, char letter, enum phrase p)
{
	phrase_fmt(p, d, &j->text);
	report_message(j->report, letter, buf_view(&j->text));
	return STEP_OVER;
}

static enum step
died(struct job *j, struct dialogue *d, enum phrase p)
{
	(void)conclude(j, d, VERDICT_TEMP, p);	/* the close below is all */
	dialogue_close(d);
	return STEP_OVER;
}

static const char *
quote(struct job *j, const char *address)
{
	buf_clear(&j->address);
	if (j->needs_utf8)
		address_quote_utf8(view_of(address), &j->address);
	else
		address_quote(view_of(address), &j->address);
	return j->address.p;
}

/* ---- the envelope ---- */

static bool
is_code_crowded(unsigned code)
{
	return code == 452 || code == 552;	/* RFC 5321 4.5.3.1.10 */
}

static void
say(struct job *j, struct dialogue *d, struct envelope *e)
{
	size_t i = e->said++;

	if (i == 0) {
		d->nmessages++;
		dialogue_say(d, "MAIL FROM:<", quote(j, j->sender), ">",
		    j->needs_utf8 ? " SMTPUTF8" : "");
	} else if (i + 1 < e->n) {
		dialogue_say(d, "RCPT TO:<",
		    quote(j, j->recipients[j->sound[i - 1]]), ">");
	} else
		dialogue_say(d, "DATA");
}

static enum step
answer_mail(struct job *j, struct dialogue *d, const struct envelope *e)
{
	enum smtp_class class = smtp_reply_class(&d->reply);

	if (class == SMTP_OK) {
		d->is_open = true;
		phrase_fmt(PHRASE_GIVING_UP, d, &j->report->giving_up);
		return STEP_ON;
	}
	/* it may have had enough messages of us, whatever the code */
	if (!e->is_first)
		return STEP_STALE;
	return conclude(j, d, letters[class].message, PHRASE_MAIL);
}

static enum step
answer_rcpt(struct job *j, struct dialogue *d, struct envelope *e)
{
	size_t i = j->sound[e->answered - 1];
	enum smtp_class class = smtp_reply_class(&d->reply);

	if (d->reply.code == SMTP_CODE_LEAVING && !e->is_first)
		return STEP_STALE;
	buf_clear(&j->text);
	if (class == SMTP_OK)
		e->naccepted++;
	else
		phrase_fmt(PHRASE_RCPT, d, &j->text);
	report_recipient(j->report, i, letters[class].recipient,
	    buf_view(&j->text));
	j->report->recipients[i].is_crowded = e->naccepted > 0 &&
	    is_code_crowded(d->reply.code);
	if (e->naccepted > 0 || e->answered + 2 < e->n)
		return STEP_ON;
	return conclude(j, d, VERDICT_PERM, PHRASE_GIVING_UP);
}

static enum step
answer_data(struct job *j, struct dialogue *d, const struct envelope *e)
{
	enum smtp_class class = smtp_reply_class(&d->reply);

	if (d->reply.code == SMTP_CODE_LEAVING && !e->is_first)
		return STEP_STALE;
	if (class != SMTP_OK)
		return conclude(j, d, letters[class].message, PHRASE_DATA);
	/*
	 * More than one reply to DATA, or to something before it: whatever
	 * comes next could not be told from the answer to the text.
	 */
	if (in_buffered(&d->in) > 0 ||
	    (d->has_pipelining && d->reply.code < CODE_GO_AHEAD))
		return died(j, d, PHRASE_DIED);
	return STEP_ON;
}

/* Read the next reply and do what it says. */
static enum step
answer(struct job *j, struct dialogue *d, struct envelope *e)
{
	enum step step;

	dialogue_begin(d);
	if (dialogue_reply(d) < 0)
		return e->is_first ? died(j, d, PHRASE_DIED) : STEP_STALE;
	if (e->answered == 0)
		step = answer_mail(j, d, e);
	else if (e->answered + 1 < e->n)
		step = answer_rcpt(j, d, e);
	else
		step = answer_data(j, d, e);
	e->answered++;
	if (step == STEP_ON && e->answered < e->said)
		dialogue_hurry(d);
	return step;
}

/*
 * The replies to what was said ahead and is settled by now.  A peer that wants
 * the text all the same must not see an end of it: even an empty message that
 * nobody gets would be one too many.
 */
static void
drain(struct dialogue *d, const struct envelope *e)
{
	for (size_t i = e->answered; i < e->said && d->fd >= 0; i++) {
		dialogue_hurry(d);
		dialogue_begin(d);
		if (dialogue_reply(d) < 0 || (i + 1 == e->n &&
		    smtp_reply_class(&d->reply) == SMTP_OK))
			dialogue_close(d);
	}
}

static enum step
send_envelope(struct job *j, struct dialogue *d, struct envelope *e)
{
	size_t window = d->has_pipelining ? WINDOW : 1;
	enum step step = STEP_ON;

	while (step == STEP_ON && e->answered < e->n) {
		while (e->said == e->answered || (e->said < e->n &&
		    e->said % window != 0))
			say(j, d, e);
		step = answer(j, d, e);
	}
	if (step == STEP_OVER)
		drain(d, e);
	return step;
}

/* ---- the text ---- */

/* The message itself is no good: the peer must not see the end of it. */
static enum step
drop(struct job *j, struct dialogue *d, char letter, struct view why)
{
	report_message(j->report, letter, why);
	dialogue_close(d);
	return STEP_OVER;
}

static enum step
send_text(struct job *j, struct dialogue *d)
{
	struct in message = IN_INIT(j->message_fd, j->space);

	dialogue_begin(d);
	switch (text_send(&message, &d->out, &d->until)) {
	case TEXT_SENT:
		return STEP_ON;
	case TEXT_UNREADABLE:
		return drop(j, d, VERDICT_TEMP,
		    VIEW_LIT("Unable to read message. (#4.3.0)\n"));
	case TEXT_PARTIAL:
		return drop(j, d, VERDICT_PERM, VIEW_LIT(PARTIAL_LINE));
	case TEXT_STUCK:
		break;
	}
	return died(j, d, PHRASE_DIED);
}

static enum step
finish_data(struct job *j, struct dialogue *d)
{
	enum smtp_class class;

	/* From here on the peer may have the whole message. */
	if (dialogue_ask(d, ".") < 0)
		return died(j, d, PHRASE_DIED_LATE);
	d->is_open = false;
	class = smtp_reply_class(&d->reply);
	/* that answers DATA: the peer is one reply behind */
	if (class == SMTP_OK && d->reply.code >= CODE_GO_AHEAD)
		return died(j, d, PHRASE_DIED_LATE);
	return conclude(j, d, letters[class].message,
	    class == SMTP_OK ? PHRASE_ACCEPTED : PHRASE_FINAL);
}

/* ---- all of it ---- */

/* A connection that has served before is in step, with nothing under way. */
static bool
is_ready(struct dialogue *d)
{
	if (!dialogue_is_quiet(d))
		return false;
	if (!d->is_open)
		return true;
	if (dialogue_ask(d, "RSET") < 0 ||
	    smtp_reply_class(&d->reply) != SMTP_OK)
		return false;
	d->is_open = false;
	return !d->is_leaving;
}

enum deliver_end
deliver(struct job *j, struct dialogue *d)
{
	struct envelope e = { .n = j->nsound + 2,
	    .is_first = d->nmessages == 0 };
	enum step step = STEP_STALE;

	if (e.is_first || is_ready(d))
		step = send_envelope(j, d, &e);
	if (step == STEP_STALE) {
		dialogue_quit(d);
		return DELIVER_STALE;
	}
	if (step == STEP_ON)
		step = send_text(j, d);
	if (step == STEP_ON)
		step = finish_data(j, d);
	return DELIVER_DONE;
}
