/*
 * qmail-popup: ask for name and password by POP3, then become a checker.
 *	usage: qmail-popup hostname program [arg ...]
 * reads  fd 0, writes fd 1: the AUTHORIZATION state of POP3; the program gets
 *        the login on its fd 3 (mail/auth.h) and the rest of the connection
 * runs   root by convention, as the program (checkpassword) has to be
 * exits  1, always: nobody waits for an answer
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/base64.h"
#include "lib/child.h"
#include "lib/env.h"
#include "lib/fd_mute.h"
#include "lib/hangup.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/auth.h"
#include "mail/pop3.h"
#include "mail/sasl.h"
#include "mail/setting.h"
#include "mail/starttls.h"

#define POPUP_EXIT 1
#define LOGIN_LIMIT_S 3600	/* without a login, however busy */

enum state { STATE_START, STATE_USER, STATES };
#define IN(s) (1u << (s))
#define ANYWHERE (IN(STATE_START) | IN(STATE_USER))

struct session {
	struct pop3 pop3;
	enum state state;
	struct deadline limit;
	struct buf user;
	struct buf challenge;	/* <PID.TIME@HOSTNAME> */
	char **program;
	struct starttls tls;
	bool needs_tls;		/* for logins, not there yet */
	bool no_apop;		/* the checker has no secrets in the clear */
};

static struct session session = { .user = BUF_INIT, .challenge = BUF_INIT };

/* The last replies go out, no secret stays. */
static void
finish(struct session *s)
{
	if (out_flush(&s->pop3.out) < 0)
		_exit(POPUP_EXIT);	/* the peer is gone */
	buf_wipe(&s->user);
	pop3_free(&s->pop3);
}

static noreturn void
leave(struct session *s)
{
	finish(s);
	_exit(POPUP_EXIT);
}

/* The end with -ERR: what the client has sent ahead must not undo that. */
static noreturn void
refuse(struct session *s, const char *text)
{
	pop3_err(&s->pop3, text);
	finish(s);
	hang_up(0, 1, HANGUP_MS);
	_exit(POPUP_EXIT);
}

/* ---- the login ---- */

static const struct { int code; const char *text; } failures[] = {
	{ AUTH_MISUSED, "internal error, unable to check passwords" },
	{ AUTH_TEMP, "temporary trouble, try again later" },
};

static const char *
failure_text(int status)
{
	if (child_has_crashed(status))
		return "aack, child crashed";
	for (size_t i = 0; i < NELEM(failures); i++)
		if (child_exit_code(status) == failures[i].code)
			return failures[i].text;
	return "authorization failed";
}

/* The one attempt: from here on the connection is the program's. */
static noreturn void
log_in(struct session *s, const char *mechanism, struct view user,
    struct view secret)
{
	struct auth_request request = {
		.login = user, .secret = secret,
		.challenge = buf_view(&s->challenge)
	};
	int status;

	starttls_decline(&s->tls);
	if (out_flush(&s->pop3.out) < 0)
		leave(s);
	if (auth_run(s->program, &request, NULL, &status) < 0)
		refuse(s, "unable to start the password checker");
	auth_log(auth_result(status), user, mechanism);
	if (auth_result(status) != AUTH_OK)
		refuse(s, failure_text(status));
	leave(s);
}

static bool
is_refused(struct session *s)
{
	if (s->needs_tls)
		pop3_err(&s->pop3, "passwords only after STLS");
	return s->needs_tls;
}

/* ---- commands ---- */

static struct view
without_blanks(struct view arg)
{
	return view_trim_start(arg);
}

static void
do_user(struct session *s, struct view arg)
{
	arg = without_blanks(arg);
	if (is_refused(s))
		return;
	if (arg.len == 0) {
		pop3_err(&s->pop3, "syntax error");
		return;
	}
	buf_set(&s->user, arg);
	s->state = STATE_USER;
	pop3_ok(&s->pop3, "");
}

static void
do_pass(struct session *s, struct view arg)
{
	if (arg.len == 0)
		pop3_err(&s->pop3, "syntax error");
	else
		/* blanks count */
		log_in(s, "user", buf_view(&s->user), arg);
}

static void
do_pass_early(struct session *s, struct view arg)
{
	(void)arg;
	pop3_err(&s->pop3, "USER first");
}

static void
do_apop(struct session *s, struct view arg)
{
	struct view user, digest;

	arg = without_blanks(arg);
	user = view_upto(arg, view_chr(arg, ' '));
	digest = without_blanks(view_from(arg, user.len));
	if (is_refused(s))
		return;
	if (s->no_apop)
		pop3_err(&s->pop3, "no APOP here");
	else if (digest.len == 0)
		pop3_err(&s->pop3, "syntax error");
	else
		log_in(s, "apop", user, digest);
}

static void
auth_plain(struct session *s, struct view text)
{
	struct buf bytes = BUF_INIT;
	struct view user, secret;

	buf_reserve(&bytes, POP3_LINE_MAX);	/* no copies of a secret */
	if (view_is(text, "*"))
		pop3_err(&s->pop3, "auth exchange cancelled");
	else if (base64_get(&bytes, text) < 0 ||
	    sasl_plain(buf_view(&bytes), &user, &secret) < 0)
		pop3_err(&s->pop3, "malformed auth input");
	else
		log_in(s, "plain", user, secret);
	buf_wipe(&bytes);
}

/* AUTH MECHANISM [INITIAL-RESPONSE] (RFC 5034); alone it asks for a list. */
static void
do_auth(struct session *s, struct view arg)
{
	struct view word, line;
	size_t blank;

	arg = without_blanks(arg);
	blank = view_chr(arg, ' ');
	word = view_upto(arg, blank);
	if (word.len == 0) {
		pop3_ok(&s->pop3, "");
		out_puts(&s->pop3.out, s->needs_tls ? ".\r\n" :
		    "PLAIN\r\n.\r\n");
		return;
	}
	if (is_refused(s))
		return;
	if (!view_is_ieq(word, VIEW_LIT("PLAIN"))) {
		pop3_err(&s->pop3, "auth type unimplemented");
		return;
	}
	if (blank < arg.len) {
		auth_plain(s, without_blanks(view_from(arg, blank)));
		return;
	}
	out_puts(&s->pop3.out, "+ \r\n");
	switch (pop3_line(&s->pop3, &line)) {
	case POP3_LINE:
		auth_plain(s, line);
		break;
	case POP3_ANSWERED:	/* the exchange is over */
		break;
	case POP3_OVER:
		leave(s);
	}
}

/* What the two programs together can do (RFC 2449). */
static void
do_capa(struct session *s, struct view arg)
{
	struct out *out = &s->pop3.out;

	(void)arg;
	pop3_ok(&s->pop3, "");
	if (!s->needs_tls)
		out_puts(out, "USER\r\nSASL PLAIN\r\n");
	if (starttls_is_offered(&s->tls))
		out_puts(out, "STLS\r\n");
	out_puts(out, "TOP\r\nUIDL\r\nPIPELINING\r\n.\r\n");
}

static void
do_stls(struct session *s, struct view arg)
{
	(void)arg;
	if (!starttls_is_offered(&s->tls)) {
		pop3_err(&s->pop3, "no TLS here");
		return;
	}
	pop3_ok(&s->pop3, "");
	if (out_flush(&s->pop3.out) < 0 || starttls_begin(&s->tls) < 0) {
		log_warning("tls failed");
		leave(s);
	}
	/* what was said in the clear was never said (CVE-2011-0411) */
	pop3_free(&s->pop3);
	buf_wipe(&s->user);
	pop3_init(&s->pop3, 1);
	s->pop3.in.deadline = &s->limit;
	s->state = STATE_START;
	s->needs_tls = false;
}

static void
do_noop(struct session *s, struct view arg)
{
	(void)arg;
	pop3_ok(&s->pop3, "");
}

static void
do_quit(struct session *s, struct view arg)
{
	do_noop(s, arg);
	leave(s);
}

static const struct command {
	const char *verb;
	unsigned states;
	void (*run)(struct session *s, struct view arg);
} commands[] = {
	{ "USER", ANYWHERE, do_user },
	{ "PASS", IN(STATE_USER), do_pass },
	{ "PASS", IN(STATE_START), do_pass_early },
	{ "APOP", ANYWHERE, do_apop },
	{ "AUTH", ANYWHERE, do_auth },
	{ "CAPA", ANYWHERE, do_capa },
	{ "STLS", ANYWHERE, do_stls },
	{ "NOOP", ANYWHERE, do_noop },
	{ "QUIT", ANYWHERE, do_quit },
};

static void
obey(struct session *s, struct view verb, struct view arg)
{
	for (size_t i = 0; i < NELEM(commands); i++) {
		if (!view_is_ieq(verb, view_of(commands[i].verb)) ||
		    (commands[i].states & IN(s->state)) == 0)
			continue;
		commands[i].run(s, arg);
		return;
	}
	pop3_err(&s->pop3, "authorization first");
}

/* ---- main ---- */

static void
greet(struct session *s, const char *hostname)
{
	buf_putc(&s->challenge, '<');
	buf_put_u64(&s->challenge, (uint64_t)getpid());
	buf_putc(&s->challenge, '.');
	buf_put_u64(&s->challenge, (uint64_t)time(NULL));
	buf_cat(&s->challenge, "@", hostname, ">");
	pop3_ok(&s->pop3, s->no_apop ? hostname : s->challenge.p);
}

static struct deadline
login_limit(void)
{
	const char *text = env_get("LOGINLIMIT");
	uint64_t seconds = LOGIN_LIMIT_S;

	if (text != NULL &&
	    num_scan(view_of(text), LOGIN_LIMIT_S, &seconds) < 0)
		seconds = LOGIN_LIMIT_S;
	return deadline_in_s((int64_t)seconds);
}

int
main(int argc, char **argv)
{
	struct view verb, arg;
	struct session *s = &session;

	prog_init("qmail-popup", oom_exit);
	if (fd_mute_log() < 0)
		_exit(POPUP_EXIT);
	sig_ignore(SIGPIPE);
	sig_default(SIGCHLD);
	s->limit = login_limit();
	/* byte by byte: what follows the login is for the program to read */
	pop3_init(&s->pop3, 1);
	s->pop3.in.deadline = &s->limit;
	if (argc < 3)
		refuse(s, "usage: popup hostname subprogram");
	s->program = argv + 2;
	starttls_take(&s->tls);
	s->needs_tls = setting_is_on("REQUIRETLS") && !starttls_is_active();
	s->no_apop = setting_is_on("NOAPOP");
	greet(s, argv[1]);
	while (pop3_next(&s->pop3, &verb, &arg) > 0)
		obey(s, verb, arg);
	leave(s);
}
