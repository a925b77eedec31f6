#include <stdlib.h>

#include "smtpd/command.h"

#include "tests/tap.h"

/*
 * spec: protocols.md 2.2: every verb in every state but DATA where it is
 * allowed (tests/smtpd.t): the reply, and the state behind it.
 */
static const struct {
	const char *line;
	struct { const char *reply; enum session_state next; }
	    in[SESSION_STATES];
} rows[] = {
	{ "HELO x", { { "250 me", SESSION_IDLE }, { "250 me", SESSION_IDLE },
	    { "250 me", SESSION_IDLE } } },
	{ "ehlo x", { { "250-me", SESSION_IDLE }, { "250-me", SESSION_IDLE },
	    { "250-me", SESSION_IDLE } } },
	{ "MAIL FROM:<a@b>", { { "250 ok", SESSION_MAIL },
	    { "250 ok", SESSION_MAIL }, { "250 ok", SESSION_MAIL } } },
	{ "MAIL FROM:<\001>", { { "555 syntax error (#5.5.4)", SESSION_IDLE },
	    { "555 syntax error (#5.5.4)", SESSION_IDLE },
	    { "555 syntax error (#5.5.4)", SESSION_IDLE } } },
	{ "RCPT TO:<a@b>", { { "503 MAIL first (#5.5.1)", SESSION_IDLE },
	    { "250 ok", SESSION_RCPT }, { "250 ok", SESSION_RCPT } } },
	{ "RCPT TO:<\001>", { { "503 MAIL first (#5.5.1)", SESSION_IDLE },
	    { "555 syntax error (#5.5.4)", SESSION_MAIL },
	    { "555 syntax error (#5.5.4)", SESSION_RCPT } } },
	{ "DATA", { { "503 MAIL first (#5.5.1)", SESSION_IDLE },
	    { "503 RCPT first (#5.5.1)", SESSION_MAIL }, { NULL, 0 } } },
	{ "RSET", { { "250 flushed", SESSION_IDLE },
	    { "250 flushed", SESSION_IDLE }, { "250 flushed", SESSION_IDLE } } },
	{ "NOOP", { { "250 ok", SESSION_IDLE }, { "250 ok", SESSION_MAIL },
	    { "250 ok", SESSION_RCPT } } },
	{ "VRFY x", { { "252 send some mail, i'll try my best", SESSION_IDLE },
	    { "252 send some mail, i'll try my best", SESSION_MAIL },
	    { "252 send some mail, i'll try my best", SESSION_RCPT } } },
	{ "QUIT", { { "221 me", SESSION_IDLE }, { "221 me", SESSION_MAIL },
	    { "221 me", SESSION_RCPT } } },
	{ "AUTH PLAIN", { { "502 unimplemented (#5.5.1)", SESSION_IDLE },
	    { "502 unimplemented (#5.5.1)", SESSION_MAIL },
	    { "502 unimplemented (#5.5.1)", SESSION_RCPT } } },
	{ "STARTTLS", { { "502 unimplemented (#5.5.1)", SESSION_IDLE },
	    { "502 unimplemented (#5.5.1)", SESSION_MAIL },
	    { "502 unimplemented (#5.5.1)", SESSION_RCPT } } },
	{ "", { { "502 unimplemented (#5.5.1)", SESSION_IDLE },
	    { "502 unimplemented (#5.5.1)", SESSION_MAIL },
	    { "502 unimplemented (#5.5.1)", SESSION_RCPT } } },
	{ "DATAX", { { "502 unimplemented (#5.5.1)", SESSION_IDLE },
	    { "502 unimplemented (#5.5.1)", SESSION_MAIL },
	    { "502 unimplemented (#5.5.1)", SESSION_RCPT } } },
};

static struct session s;

static void
run(const char *line)
{
	s.out.len = 0;
	command_run(&s, view_of(line));
}

static void
enter(enum session_state state)
{
	session_forget(&s);
	s.end = SESSION_GOES_ON;
	if (state >= SESSION_MAIL)
		run("MAIL FROM:<a@b>");
	if (state >= SESSION_RCPT)
		run("RCPT TO:<c@d>");
	CHECK_INT("entered", s.state, state);
}

int
main(void)
{
	struct buf *const bufs[] = { &s.greeting, &s.line, &s.helo, &s.sender,
	    &s.path, &s.rcpts };

	for (size_t i = 0; i < NELEM(bufs); i++)
		*bufs[i] = (struct buf)BUF_INIT;
	s.out = (struct out)OUT_INIT(-1, s.out_space);
	s.rcpthosts = (struct rcpthosts)RCPTHOSTS_INIT;
	s.validrcpt = (struct validrcpt)VALIDRCPT_INIT;
	s.localip = (struct localip)LOCALIP_INIT;
	s.tls.helper = (struct starttls)STARTTLS_INIT;
	s.settings.is_loaded = s.has_lists = true;
	buf_sets(&s.greeting, "me");
	/* else RCPT flushes the replies and starts qmail-queue in advance */
	setenv("QMAILQUEUE", "none", 1);
	for (size_t i = 0; i < NELEM(rows); i++)
		for (size_t k = 0; k < SESSION_STATES; k++) {
			struct view got;
			if (rows[i].in[k].reply == NULL)
				continue;
			enter((enum session_state)k);
			run(rows[i].line);
			got = view_make(s.out.p, s.out.len);
			got = view_upto(got, view_chr(got, '\r'));
			CHECK_STR(rows[i].line, got, rows[i].in[k].reply);
			CHECK_INT("state", s.state, rows[i].in[k].next);
			CHECK_INT("recipients", s.nrcpts > 0,
			    s.state == SESSION_RCPT);
			CHECK_INT("end", s.end, view_is(view_of(rows[i].line),
			    "QUIT") ? SESSION_QUIT : SESSION_GOES_ON);
		}
	return tap_end();
}
