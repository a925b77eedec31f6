#include "mail/checker.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/log.h"
#include "lib/sig.h"
#include "mail/sasl.h"

/* AUTH_OK, or what to exit with. */
static enum auth_exit
read_request(struct checker *c)
{
	struct buf *b = &c->bytes;
	ssize_t n;

	buf_reserve(b, AUTH_MAX + 1);	/* once: no copies of the secret */
	do {
		n = read(AUTH_FD, b->p + b->len, AUTH_MAX + 1 - b->len);
		if (n > 0)
			b->len += (size_t)n;
	} while ((n > 0 && b->len <= AUTH_MAX) || (n < 0 && errno == EINTR));
	if (n < 0)
		return errno == EBADF ? AUTH_MISUSED : AUTH_TEMP;
	b->p[b->len < AUTH_MAX ? b->len : AUTH_MAX] = '\0';
	if (b->len > AUTH_MAX)
		return AUTH_REFUSED;
	return auth_scan(buf_view(b), &c->request) < 0 ? AUTH_MISUSED :
	    AUTH_OK;
}

void
checker_start(struct checker *c)
{
	enum auth_exit code;

	c->when = auth_delay(AUTH_DELAY_S);
	code = read_request(c);
	if (code != AUTH_OK)
		checker_leave(c, code);
	(void)close(AUTH_FD);	/* it was read; its other end is not ours */
}

static bool
is_challenge(struct view v)
{
	return v.len > 2 && v.p[0] == '<' && v.p[v.len - 1] == '>';
}

bool
checker_has_digest(const struct checker *c, struct view *challenge,
    struct view *digest)
{
	const struct auth_request *r = &c->request;
	bool swapped = is_challenge(r->secret);

	*challenge = swapped ? r->secret : r->challenge;
	*digest = swapped ? r->challenge : r->secret;
	return is_challenge(*challenge) && sasl_is_digest(*digest);
}

void
checker_leave(struct checker *c, enum auth_exit code)
{
	buf_wipe(&c->bytes);
	_exit((int)code);
}

void
checker_leave_temp(struct checker *c, const char *what)
{
	log_warning(what, ": ", err_str(errno));
	checker_leave(c, AUTH_TEMP);
}

static void
log_refused(struct view login, const char *why)
{
	const char *ip = env_get("TCPREMOTEIP");
	struct buf user = BUF_INIT;

	auth_put_clean(&user, login);
	log_info("refused user=", user.p, " ip=", ip == NULL ? "unknown" : ip,
	    ": ", why);
	buf_free(&user);
}

void
checker_refuse(struct checker *c, const char *why)
{
	log_refused(c->request.login, why);
	auth_wait(&c->when);
	checker_leave(c, AUTH_REFUSED);
}

void
checker_run(struct checker *c, char **argv)
{
	buf_wipe(&c->bytes);
	sig_default(SIGPIPE);
	child_exec(argv[0], argv, NULL);
	checker_leave_temp(c, "unable to run the program");
}
