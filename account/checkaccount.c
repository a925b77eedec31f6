/*
 * checkaccount: check the password of a mailbox account, then run a program
 * as its user; checkpassword(8) for qmail-accounts(5).
 *	usage: checkaccount [-d] [-n next] program [arg ...]
 * reads  fd 3: login NUL password NUL timestamp NUL (mail/auth.h);
 *        CONF_HOME/users/accounts.cdb
 * runs   root; in single-user mode that user.  next, another checker, is run
 *        with the same request when the login is no account's.  -d: program
 *        is Dovecot's checkpassword-reply, and stays root
 * exits  enum auth_exit (mail/auth.h); else as the program does
 */
#include <errno.h>

#include "lib/ascii.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/setid.h"
#include "mail/account.h"
#include "mail/auth.h"
#include "mail/checker.h"
#include "mail/clear_secret.h"
#include "mail/conf.h"
#include "mail/password.h"

#define SHELL_OF_ALL "/bin/sh"	/* nobody logs in with it */

static struct checker checker = CHECKER_INIT;
static struct account account = ACCOUNT_INIT;
static bool is_for_dovecot;

/* A login without host is one of $ACCOUNTDOMAIN, if that is set. */
static void
set_address(struct buf *address, struct view login)
{
	const char *domain = env_get("ACCOUNTDOMAIN");

	buf_set(address, login);
	if (domain != NULL && domain[0] != '\0' && !view_has_byte(login, '@'))
		buf_cat(address, "@", domain);
}

static int
find(struct view address)
{
	struct buf path = BUF_INIT;
	int fd, r;

	buf_cat(&path, CONF_HOME, "/", ACCOUNT_CDB);
	fd = file_open_read(path.p);
	buf_free(&path);
	if (fd < 0)
		return errno == ENOENT ? 0 : -1;	/* no accounts yet */
	r = account_find(fd, address, &account);
	fd_close(&fd);
	return r;
}

/* Not ours: the next checker has the request as we got it. */
static noreturn void
ask_next(char **argv)
{
	if (auth_refill(buf_view(&checker.bytes)) < 0)
		checker_leave_temp(&checker, "unable to ask the next checker");
	checker_run(&checker, argv);
}

static void
put_number(const char *name, uint64_t n)
{
	char digits[NUM_FMT_MAX];

	num_fmt(n, digits);
	env_put(name, digits);
}

/*
 * checkpassword-reply does not believe who runs as the user: other processes
 * of that user could have told it what to say.  So it is told the ids.
 */
static void
become(void)
{
	if (is_for_dovecot) {
		put_number("userdb_uid", account.uid);
		put_number("userdb_gid", account.gid);
		env_put("EXTRA", "userdb_uid userdb_gid");
	} else if (setid_become(account.uid, account.gid, NULL, 0) < 0)
		checker_leave_temp(&checker, "unable to become the user");
}

/* A password, or with an account that keeps it in the clear a digest. */
static void
check_secret(void)
{
	struct view challenge, digest;
	int r = password_check(checker.request.secret.p, account.hash);

	if (r < 0)
		checker_leave_temp(&checker, "unable to crypt");
	if (r == 0 && (!checker_has_digest(&checker, &challenge, &digest) ||
	    !clear_secret_is_answer(view_of(account.hash), challenge, digest)))
		checker_refuse(&checker, "wrong password");
}

static void
check(char **next)
{
	struct buf address = BUF_INIT;
	int found;

	set_address(&address, checker.request.login);
	found = find(buf_view(&address));
	if (found < 0)
		checker_leave_temp(&checker, "unable to look up accounts");
	if (found == 0 && next != NULL)
		ask_next(next);
	if (found == 0) {
		password_check_nobody(checker.request.secret.p);
		checker_refuse(&checker, "no such account");
	}
	check_secret();
	/* the name that all programs see: case does not matter */
	ascii_lower(address.p, address.len);
	become();
	if (auth_enter(address.p, account.home, SHELL_OF_ALL) < 0)
		checker_leave_temp(&checker, "unable to chdir to the home");
	if (account.quota[0] != '\0')
		env_put("MAILDIRQUOTA", account.quota);
	buf_free(&address);
}

int
main(int argc, char **argv)
{
	char **next = NULL;

	prog_init("checkaccount", oom_exit);
	argv++;
	if (argc > 2 && view_is(view_of(argv[0]), "-d")) {
		is_for_dovecot = true;
		argv++;
		argc--;
	}
	if (argc > 3 && view_is(view_of(argv[0]), "-n")) {
		next = argv + 1;	/* with the same program behind */
		argv += 2;
	}
	if (argv[0] == NULL || argv[0][0] == '-')
		checker_leave(&checker, AUTH_MISUSED);
	checker_start(&checker);
	check(next);
	account_free(&account);
	checker_run(&checker, argv);
}
