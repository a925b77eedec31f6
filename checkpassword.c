/*
 * checkpassword: check a password, then run a program as that user.
 *	usage: checkpassword program [arg ...]
 * reads  fd 3: login NUL password NUL timestamp NUL (mail/auth.h); the
 *        system's accounts and password hashes
 * runs   root; in single-user mode that user, for itself only
 * exits  enum auth_exit (mail/auth.h); else as the program does
 */
#include <time.h>

#include "lib/nss.h"
#include "lib/prog.h"
#include "lib/setid.h"
#include "mail/auth.h"
#include "mail/checker.h"
#include "mail/password.h"

static const char *
fault_text(enum nss_state state)
{
	switch (state) {
	case NSS_ACCOUNT_EXPIRED:
		return "the account has expired";
	case NSS_PASSWORD_EXPIRED:
		return "the password has expired";
	case NSS_USABLE:
		break;
	}
	return NULL;
}

static void
check(struct checker *c, struct nss_user *u)
{
	const char *secret = c->request.secret.p;
	int found = nss_user(c->request.login.p, u);
	const char *fault;

	if (found > 0)
		found = nss_hash(u);
	if (found < 0)
		checker_leave_temp(c, "unable to look up accounts");
	if (found == 0) {
		password_check_nobody(secret);
		checker_refuse(c, "no such user");
	}
	found = password_check(secret, u->hash.p);
	if (found < 0)
		checker_leave_temp(c, "unable to crypt");
	if (found == 0)
		checker_refuse(c, "wrong password");
	fault = fault_text(nss_state(u, time(NULL)));
	if (fault != NULL)
		checker_refuse(c, fault);
}

static void
become(struct checker *c, const struct nss_user *u)
{
	if (setid_become(u->uid, u->gid, NULL, 0) < 0)
		checker_leave_temp(c, "unable to become the user");
	if (auth_enter(u->name.p, u->home.p, u->shell.p) < 0)
		checker_leave_temp(c, "unable to chdir to the home");
}

int
main(int argc, char **argv)
{
	struct checker c = CHECKER_INIT;
	struct nss_user u = NSS_USER_INIT;

	prog_init("checkpassword", oom_exit);
	if (argc < 2)
		checker_leave(&c, AUTH_MISUSED);
	checker_start(&c);
	check(&c, &u);
	buf_wipe(&u.hash);
	become(&c, &u);
	checker_run(&c, argv + 1);
}
