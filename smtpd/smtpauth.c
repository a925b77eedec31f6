#include "smtpd/smtpauth.h"

#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/base64.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/log.h"
#include "lib/mem.h"
#include "lib/sig.h"
#include "mail/auth.h"
#include "mail/sasl.h"
#include "mail/setting.h"
#include "smtpd/session.h"

#define ASK_USER "VXNlcm5hbWU6"		/* Username: */
#define ASK_PASSWORD "UGFzc3dvcmQ6"	/* Password: */

/* ---- settings ---- */

/*
 * $SMTPAUTH as patched servers read it: `-` no AUTH, `!` in front: nobody may
 * send mail without, `+cram` CRAM-MD5 too, `cram` nothing else.
 */
static void
read_smtpauth(struct smtpauth *a)
{
	const char *text = env_get("SMTPAUTH");

	if (text == NULL)
		return;
	if (view_is(view_of(text), "-"))
		a->checker = NULL;
	if (text[0] == '!') {
		a->is_required = true;
		text++;
	}
	a->has_cram = view_is(view_of(text), "cram") ||
	    view_is(view_of(text), "+cram");
	a->has_plain = !view_is(view_of(text), "cram");
}

/*
 * A host name and a checker cannot always be told apart; what is no program's
 * path and has two words behind, not options, is a name.
 */
static bool
begins_with_host(char *const *args)
{
	return args[2] != NULL && args[1][0] != '-' &&
	    !view_has_byte(view_of(args[0]), '/');
}

static void
read_args(struct smtpauth *a, char *const *args)
{
	if (args[0] == NULL || args[1] == NULL)
		return;		/* no checker that has something to run */
	a->checker = args;
	if (begins_with_host(args)) {
		a->host = args[0];
		a->checker = args + 1;
	}
}

void
smtpauth_init(struct session *s, char *const *args)
{
	struct smtpauth *a = &s->auth;

	a->has_plain = true;
	read_args(a, args);
	read_smtpauth(a);
	if (setting_is_on("REQUIREAUTH"))
		a->is_required = true;
	a->needs_tls = setting_is_on("REQUIRETLS") ||
	    setting_is_on("FORCETLS");
	if (a->checker == NULL)
		return;
	sig_default(SIGCHLD);
	/* once: no copies of a secret */
	buf_reserve(&s->line, SMTPAUTH_LINE_MAX + 1);
}

bool
smtpauth_is_offered(const struct session *s)
{
	return s->auth.checker != NULL;
}

static bool
is_too_clear(const struct session *s)
{
	return s->auth.needs_tls && !s->tls.is_active;
}

void
smtpauth_announce(struct session *s)
{
	if (!smtpauth_is_offered(s) || is_too_clear(s))
		return;
	out_cat(&s->out, "250-AUTH", s->auth.has_plain ? " LOGIN PLAIN" : "",
	    s->auth.has_cram ? " CRAM-MD5" : "", "\r\n");
}

bool
smtpauth_is_missing(const struct session *s)
{
	return s->auth.is_required && !s->auth.is_done;
}

/* ---- the exchange ---- */

/* What was said; all of it is wiped. */
struct exchange {
	struct session *s;
	struct buf name, text, challenge;
	struct auth_request request;	/* points into these */
};

static bool
malformed(struct session *s)
{
	session_reply(s, "501 malformed auth input (#5.5.4)");
	return false;
}

/* What the client said, decoded into b; false: answered. */
static bool
decode(struct session *s, struct view text, struct buf *b)
{
	if (view_is(text, "*")) {
		session_reply(s, "501 auth exchange cancelled (#5.0.0)");
		return false;
	}
	buf_reserve(b, text.len);	/* once: no copies of a secret */
	return base64_get(b, text) == 0 || malformed(s);
}

/* Ask, and take the answer; false: answered. */
static bool
ask(struct session *s, const char *prompt, struct buf *b)
{
	int r;

	out_cat(&s->out, "334 ", prompt, "\r\n");
	errno = 0;	/* the end of input is no error */
	r = smtp_command(&s->in, &s->line, SMTPAUTH_LINE_MAX);
	if (r > 0)
		return decode(s, buf_view(&s->line), b);
	if (r < 0 && errno == EMSGSIZE)
		session_reply(s, "500 line too long (#5.5.2)");
	else
		session_die_reading(s);
	return false;
}

/* The initial response, which is `=` when it is empty, or ask. */
static bool
take(struct session *s, struct view initial, const char *prompt, struct buf *b)
{
	if (initial.len == 0)
		return ask(s, prompt, b);
	return view_is(initial, "=") || decode(s, initial, b);
}

static bool
hear_plain(struct exchange *x, struct view initial)
{
	return take(x->s, initial, "", &x->text) &&
	    (sasl_plain(buf_view(&x->text), &x->request.login,
	    &x->request.secret) == 0 || malformed(x->s));
}

static bool
hear_login(struct exchange *x, struct view initial)
{
	if (!take(x->s, initial, ASK_USER, &x->name) ||
	    !ask(x->s, ASK_PASSWORD, &x->text))
		return false;
	x->request.login = buf_view(&x->name);
	x->request.secret = buf_view(&x->text);
	return (x->name.len > 0 && !view_has_byte(x->request.login, '\0') &&
	    x->text.len > 0 && !view_has_byte(x->request.secret, '\0')) ||
	    malformed(x->s);
}

static void
make_challenge(const struct session *s, struct buf *b)
{
	struct view greeting = buf_view(&s->greeting);

	buf_putc(b, '<');
	buf_put_u64(b, (uint64_t)getpid());
	buf_putc(b, '.');
	buf_put_u64(b, (uint64_t)time(NULL));
	buf_putc(b, '@');
	if (s->auth.host != NULL)
		buf_puts(b, s->auth.host);
	else
		buf_putv(b, view_upto(greeting, view_chr(greeting, ' ')));
	buf_putc(b, '>');
}

static bool
has_old_order(void)
{
	const char *order = env_get("AUTHCRAMORDER");

	return order != NULL && view_is(view_of(order), "B");
}

static bool
hear_cram(struct exchange *x, struct view initial)
{
	struct buf prompt = BUF_INIT;
	struct view digest, challenge;
	bool goes_on;

	if (initial.len > 0)	/* the server speaks first */
		return malformed(x->s);
	make_challenge(x->s, &x->challenge);
	base64_put(&prompt, buf_view(&x->challenge));
	goes_on = ask(x->s, prompt.p, &x->text);
	buf_free(&prompt);
	if (!goes_on)
		return false;
	if (sasl_cram(buf_view(&x->text), &x->request.login, &digest) < 0)
		return malformed(x->s);
	challenge = buf_view(&x->challenge);
	x->request.secret = has_old_order() ? challenge : digest;
	x->request.challenge = has_old_order() ? digest : challenge;
	return true;
}

/* ---- the check ---- */

static enum auth_exit
run_checker(struct session *s, const struct auth_request *r)
{
	struct deadline until = deadline_in_s(s->in.idle_s);
	int status;

	/* more than a checker has to take is no password of anybody */
	if (r->login.len + r->secret.len + r->challenge.len + 3 > AUTH_MAX)
		return AUTH_REFUSED;
	if (auth_run(s->auth.checker, r, &until, &status) == 0)
		return auth_result(status);
	log_warning("unable to check passwords: ", err_str(errno));
	return AUTH_TEMP;
}

/* What success sets, and what TLS undoes. */
static const char *const variables[] =
    { "TCPREMOTEINFO", "AUTHUSER", "RELAYCLIENT" };
static_assert(NELEM(variables) == SMTPAUTH_VARIABLES, "one place for each");

static void
keep_variables(struct smtpauth *a)
{
	for (size_t i = 0; i < NELEM(variables); i++) {
		const char *value = env_get(variables[i]);
		a->before[i] = value == NULL ? NULL : mem_strdup(value);
	}
}

void
smtpauth_forget(struct session *s)
{
	struct smtpauth *a = &s->auth;

	if (!a->is_done)
		return;
	for (size_t i = 0; i < NELEM(variables); i++) {
		if (a->before[i] == NULL)
			env_unset(variables[i]);
		else
			env_put(variables[i], a->before[i]);
		mem_free(a->before[i]);
		a->before[i] = NULL;
	}
	a->is_done = false;
	session_unload(s);
}

/* From here on the client is user, who may send mail anywhere. */
static void
succeed(struct session *s, struct view user)
{
	struct buf name = BUF_INIT;

	buf_putv(&name, user);
	keep_variables(&s->auth);
	env_put("TCPREMOTEINFO", name.p);
	env_put("AUTHUSER", name.p);
	env_put("RELAYCLIENT", "");
	s->auth.is_done = true;
	session_unload(s);
	buf_clear(&name);
	auth_put_clean(&name, user);
	out_cat(&s->out, "235 ok, ", name.p, ", go ahead (#2.0.0)\r\n");
	buf_free(&name);
}

static void
fail(struct session *s, const char *reply, const struct deadline *when)
{
	s->auth.failures++;
	if (s->auth.failures > SMTPAUTH_PATIENCE)
		auth_wait(when);
	if (s->auth.failures < SMTPAUTH_FAILURES_MAX)
		session_reply(s, reply);
	else
		session_die(s, "421 too many failed logins, "
		    "goodbye (#4.7.0)");
}

static void
check(struct session *s, const char *mechanism, const struct auth_request *r)
{
	struct deadline when = auth_delay(SMTPAUTH_DELAY_S);
	enum auth_exit result;

	if (out_flush(&s->out) < 0)
		return;		/* sticky: reading says so */
	result = run_checker(s, r);
	auth_log(result, r->login, mechanism);
	switch (result) {
	case AUTH_OK:
		succeed(s, r->login);
		return;
	case AUTH_REFUSED:
		fail(s, "535 authentication failed (#5.7.8)", &when);
		return;
	case AUTH_MISUSED:
	case AUTH_TEMP:
		fail(s, "454 temporary authentication failure (#4.3.0)",
		    &when);
		return;
	}
}

/* ---- the command ---- */

static const struct mechanism {
	const char *name;
	const char *logged;
	/* the request is complete; false: answered, it cannot be */
	bool (*hear)(struct exchange *x, struct view initial);
	bool is_cram;
} mechanisms[] = {
	{ "PLAIN", "plain", hear_plain, false },
	{ "LOGIN", "login", hear_login, false },
	{ "CRAM-MD5", "cram-md5", hear_cram, true },
};

static const struct mechanism *
find_mechanism(const struct smtpauth *a, struct view name)
{
	for (size_t i = 0; i < NELEM(mechanisms); i++)
		if (view_is_ieq(name, view_of(mechanisms[i].name)) &&
		    (mechanisms[i].is_cram ? a->has_cram : a->has_plain))
			return &mechanisms[i];
	return NULL;
}

static void
exchange(struct session *s, const struct mechanism *m, struct view initial)
{
	struct exchange x = {
		.s = s, .name = BUF_INIT, .text = BUF_INIT,
		.challenge = BUF_INIT, .request = {
		    VIEW_EMPTY, VIEW_EMPTY, VIEW_EMPTY }
	};

	if (m->hear(&x, initial))
		check(s, m->logged, &x.request);
	buf_wipe(&x.name);
	buf_wipe(&x.text);
	buf_wipe(&x.challenge);
}

void
smtpauth_command(struct session *s, struct view arg)
{
	size_t space = view_chr(arg, ' ');
	const struct mechanism *m =
	    find_mechanism(&s->auth, view_upto(arg, space));
	struct view initial = view_trim_start(view_from(arg, space));

	if (s->auth.is_done)
		session_reply(s, "503 you're already authenticated (#5.5.0)");
	else if (is_too_clear(s))
		session_reply(s, "538 auth not available without TLS (#5.3.3)");
	else if (arg.len == 0)
		(void)malformed(s);
	else if (m == NULL)
		session_reply(s, "504 auth type unimplemented (#5.5.1)");
	else
		exchange(s, m, initial);
	mem_wipe(s->line.p, s->line.cap);
	buf_clear(&s->line);
	in_wipe(&s->in);
	mem_wipe_stack();
}
