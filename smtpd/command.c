#include "smtpd/command.h"

#include <errno.h>

#include "lib/ascii.h"
#include "smtpd/data.h"
#include "smtpd/envelope.h"

#define IN(state) (1u << (state))
#define ANYWHERE (IN(SESSION_STATES) - 1)

static void cmd_helo(struct session *s, struct view arg);
static void cmd_ehlo(struct session *s, struct view arg);
static void cmd_rset(struct session *s, struct view arg);
static void cmd_noop(struct session *s, struct view arg);
static void cmd_vrfy(struct session *s, struct view arg);
static void cmd_help(struct session *s, struct view arg);
static void cmd_quit(struct session *s, struct view arg);

static const struct command {
	const char *verb;
	unsigned states;	/* where it is allowed */
	void (*run)(struct session *s, struct view arg);
	bool (*exists)(const struct session *s);	/* NULL: always */
	const char *refusal;	/* elsewhere; NULL: the state's */
} commands[] = {
	{ "HELO", ANYWHERE,			   cmd_helo, NULL, NULL },
	{ "EHLO", ANYWHERE,			   cmd_ehlo, NULL, NULL },
	{ "MAIL", ANYWHERE,			   envelope_mail, NULL, NULL },
	{ "RCPT", IN(SESSION_MAIL) | IN(SESSION_RCPT),
	    envelope_rcpt, NULL, NULL },
	{ "DATA", IN(SESSION_RCPT),		   data_command, NULL, NULL },
	{ "AUTH", IN(SESSION_IDLE),		   smtpauth_command,
	    smtpauth_is_offered,
	    "503 no auth during mail transaction (#5.5.0)" },
	{ "STARTTLS", ANYWHERE,			   smtptls_command,
	    smtptls_is_known, NULL },
	{ "RSET", ANYWHERE,			   cmd_rset, NULL, NULL },
	{ "NOOP", ANYWHERE,			   cmd_noop, NULL, NULL },
	{ "VRFY", ANYWHERE,			   cmd_vrfy, NULL, NULL },
	{ "HELP", ANYWHERE,			   cmd_help, NULL, NULL },
	{ "QUIT", ANYWHERE,			   cmd_quit, NULL, NULL },
};

/* What a command that is not allowed in a state hears. */
static const char *const refusals[] = {
	[SESSION_IDLE] = "503 MAIL first (#5.5.1)",
	[SESSION_MAIL] = "503 RCPT first (#5.5.1)",
	[SESSION_RCPT] = "503 not during a mail transaction (#5.5.1)",
};
static_assert(NELEM(refusals) == SESSION_STATES, "one refusal per state");

/* Bytes of no text become `?`: it goes into lists and the Received line. */
static void
keep_helo(struct session *s, struct view arg)
{
	session_forget(s);
	buf_set(&s->helo, arg);
	for (size_t i = 0; i < s->helo.len; i++)
		if (!ascii_is_print(s->helo.p[i]))
			s->helo.p[i] = '?';
	s->has_helo = true;
}

static void
cmd_helo(struct session *s, struct view arg)
{
	keep_helo(s, arg);
	s->is_esmtp = false;
	out_cat(&s->out, "250 ", s->greeting.p, "\r\n");
}

static void
cmd_ehlo(struct session *s, struct view arg)
{
	if (!session_load_settings(s))
		return;
	keep_helo(s, arg);
	s->is_esmtp = true;
	out_cat(&s->out, "250-", s->greeting.p, "\r\n250-PIPELINING\r\n");
	smtptls_announce(s);
	if (s->settings.databytes > 0) {
		out_puts(&s->out, "250-SIZE ");
		out_put_u64(&s->out, s->settings.databytes);
		out_puts(&s->out, "\r\n");
	}
	smtpauth_announce(s);
	session_reply(s, "250 8BITMIME");
}

static void
cmd_rset(struct session *s, struct view arg)
{
	(void)arg;
	session_forget(s);
	session_reply(s, "250 flushed");
}

static void
cmd_noop(struct session *s, struct view arg)
{
	(void)arg;
	session_reply(s, "250 ok");
}

static void
cmd_vrfy(struct session *s, struct view arg)
{
	(void)arg;
	session_reply(s, "252 send some mail, i'll try my best");
}

static void
cmd_help(struct session *s, struct view arg)
{
	(void)arg;
	session_reply(s, "214 qsuite: see qmail-smtpd(8)");
}

static void
cmd_quit(struct session *s, struct view arg)
{
	(void)arg;
	out_cat(&s->out, "221 ", s->greeting.p, "\r\n");
	s->end = SESSION_QUIT;
}

void
command_run(struct session *s, struct view line)
{
	size_t space = view_chr(line, ' ');
	struct view arg = view_from(line, space);

	while (arg.len > 0 && arg.p[0] == ' ')
		arg = view_from(arg, 1);
	for (size_t i = 0; i < NELEM(commands); i++) {
		const struct command *c = &commands[i];

		if (!view_is_ieq(view_upto(line, space), view_of(c->verb)) ||
		    (c->exists != NULL && !c->exists(s)))
			continue;
		if ((c->states & IN(s->state)) != 0)
			c->run(s, arg);
		else
			session_reply(s, c->refusal != NULL ? c->refusal :
			    refusals[s->state]);
		return;
	}
	session_reply(s, "502 unimplemented (#5.5.1)");
}

/* Only the answers of AUTH may be longer. */
static bool
is_too_long(struct view line)
{
	return line.len > SMTP_COMMAND_MAX &&
	    !view_has_iprefix(line, VIEW_LIT("AUTH "));
}

void
command_loop(struct session *s)
{
	int r;

	while (s->end == SESSION_GOES_ON) {
		errno = 0;	/* the end of input is no error */
		r = smtp_command(&s->in, &s->line, smtpauth_is_offered(s) ?
		    SMTPAUTH_LINE_MAX : SMTP_COMMAND_MAX);
		if (r > 0 && !is_too_long(buf_view(&s->line)))
			command_run(s, buf_view(&s->line));
		else if (r > 0 || (r < 0 && errno == EMSGSIZE))
			session_reply(s, "500 line too long (#5.5.2)");
		else
			session_die_reading(s);
	}
}
