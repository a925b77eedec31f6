#include "remote/greet.h"

#include <errno.h>

#include "lib/base64.h"
#include "remote/phrase.h"

#define CODE_GREETING 220
#define CODE_HELO 250
#define CODE_LOGIN_OK 235	/* RFC 4954 4 */
#define CODE_LOGIN_MORE 334

enum login { LOGIN_NONE, LOGIN_PLAIN, LOGIN_LOGIN };

static enum greet
fail(struct job *j, struct dialogue *d, enum phrase p, enum greet how)
{
	phrase_fmt(p, d, &j->failure);
	if (p == PHRASE_DIED)
		dialogue_close(d);
	else
		dialogue_quit(d);
	return how;
}

static enum greet
read_greeting(struct job *j, struct dialogue *d)
{
	if (dialogue_reply(d) < 0)
		return fail(j, d, PHRASE_DIED, GREET_NEXT);
	if (d->reply.code == CODE_GREETING)
		return GREET_OK;
	return fail(j, d, PHRASE_GREETING,
	    smtp_reply_class(&d->reply) == SMTP_PERM ? GREET_TEMP : GREET_NEXT);
}

/* The peer does not know a command (RFC 5321 4.2.4). */
static bool
is_unknown(unsigned code)
{
	return code == 500 || code == 502 || code == 504;
}

static enum greet
say_helo(struct job *j, struct dialogue *d)
{
	if (dialogue_ask(d, "HELO ", j->setup->helohost.p) < 0)
		return fail(j, d, PHRASE_DIED, GREET_NEXT);
	if (d->reply.code == CODE_HELO)
		return GREET_OK;
	return fail(j, d, PHRASE_HELO, GREET_NEXT);
}

/* The best kind of AUTH that the peer offers and we know. */
static enum login
choose_login(const struct smtp_reply *r)
{
	enum login best = LOGIN_NONE;
	struct view rest, word;

	if (!smtp_reply_offers(r, "AUTH", &rest))
		return LOGIN_NONE;
	while (view_cut(&rest, ' ', &word)) {
		if (view_is_ieq(word, VIEW_LIT("PLAIN")))
			return LOGIN_PLAIN;
		if (view_is_ieq(word, VIEW_LIT("LOGIN")))
			best = LOGIN_LOGIN;
	}
	return best;
}

/* j->address := v in base64 */
static const char *
encode(struct job *j, struct view v)
{
	buf_clear(&j->address);
	base64_put(&j->address, v);
	return j->address.p;
}

/* RFC 4616: 0, -1 when the connection died; the answer is in d->reply. */
static int
login_plain(struct job *j, struct dialogue *d)
{
	int r;

	buf_clear(&j->text);
	buf_putc(&j->text, '\0');
	buf_putv(&j->text, j->route.user);
	buf_putc(&j->text, '\0');
	buf_putv(&j->text, j->route.password);
	r = dialogue_ask(d, "AUTH PLAIN ", encode(j, buf_view(&j->text)));
	buf_wipe(&j->text);
	return r;
}

static int
login_login(struct job *j, struct dialogue *d)
{
	if (dialogue_ask(d, "AUTH LOGIN") < 0)
		return -1;
	if (d->reply.code != CODE_LOGIN_MORE)
		return 0;
	if (dialogue_ask(d, encode(j, j->route.user)) < 0)
		return -1;
	if (d->reply.code != CODE_LOGIN_MORE)
		return 0;
	return dialogue_ask(d, encode(j, j->route.password));
}

/* After EHLO.  Failing is temporary: somebody can put the password right. */
static enum greet
login(struct job *j, struct dialogue *d)
{
	enum login how = choose_login(&d->reply);
	int r;

	if (how == LOGIN_NONE)
		return fail(j, d, PHRASE_NO_LOGIN, GREET_TEMP);
	r = how == LOGIN_PLAIN ? login_plain(j, d) : login_login(j, d);
	buf_wipe(&j->address);
	if (r < 0)
		return fail(j, d, PHRASE_DIED, GREET_NEXT);
	if (d->reply.code == CODE_LOGIN_OK)
		return GREET_OK;
	return fail(j, d, PHRASE_LOGIN, GREET_TEMP);
}

/* What HELO cannot give is missing. */
static enum greet
fail_ehlo(struct job *j, struct dialogue *d)
{
	if (j->needs_utf8)
		return fail(j, d, PHRASE_NO_UTF8, GREET_PERM);
	return fail(j, d, PHRASE_NO_LOGIN, GREET_TEMP);
}

/* What the peer offers; whether it has what this message needs. */
static enum greet
take_offers(struct job *j, struct dialogue *d)
{
	struct view params;

	d->has_pipelining = j->setup->may_pipeline &&
	    smtp_reply_offers(&d->reply, "PIPELINING", &params);
	d->has_utf8 = smtp_reply_offers(&d->reply, "SMTPUTF8", &params);
	if (j->needs_utf8 && !d->has_utf8)
		return fail_ehlo(j, d);
	return j->route.has_auth ? login(j, d) : GREET_OK;
}

/* Some old servers hang up when they hear EHLO (RFC 1869 4.7). */
static bool
has_hung_up(void)
{
	return errno == EPIPE || errno == ECONNRESET;
}

static enum greet
say_ehlo(struct job *j, struct dialogue *d)
{
	bool must = j->needs_utf8 || j->route.has_auth;

	if (dialogue_ask(d, "EHLO ", j->setup->helohost.p) < 0)
		return fail(j, d, PHRASE_DIED,
		    !must && has_hung_up() ? GREET_PLAIN : GREET_NEXT);
	if (d->reply.code == CODE_HELO)
		return take_offers(j, d);
	if (must && is_unknown(d->reply.code))
		return fail_ehlo(j, d);
	/* out of step or leaving: another command would not help */
	if (must || d->is_leaving)
		return fail(j, d, PHRASE_HELO, GREET_NEXT);
	return say_helo(j, d);
}

enum greet
greet(struct job *j, struct dialogue *d, bool plain)
{
	enum greet g = read_greeting(j, d);

	if (g != GREET_OK)
		return g;
	if (j->needs_utf8 || j->route.has_auth)
		return say_ehlo(j, d);
	return plain || !j->setup->may_pipeline ? say_helo(j, d) :
	    say_ehlo(j, d);
}
