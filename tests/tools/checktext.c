/*
 * checktext: stand for checkpassword, with a file of passwords.
 *	usage: checktext file program [arg ...]
 * reads  fd 3 (mail/auth.h); file: lines NAME:PASSWORD:HOME
 * runs   program in HOME with USER and HOME set; as root it first becomes the
 *        owner of HOME.  For tests and `make try`: passwords are not hashed.
 * exits  enum auth_exit (mail/auth.h)
 */
#include <sys/stat.h>

#include <unistd.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/file.h"
#include "lib/prog.h"
#include "lib/setid.h"
#include "mail/auth.h"
#include "mail/checker.h"

#define FILE_BYTES_MAX (1024 * 1024)

static noreturn void
run(const char *name, const char *home, char **argv)
{
	struct stat st;

	if (stat(home, &st) < 0)
		die_sys("unable to stat ", home);
	if (geteuid() == 0 &&
	    setid_become(st.st_uid, st.st_gid, NULL, 0) < 0)
		die_sys("unable to become the owner of ", home);
	if (chdir(home) < 0)
		die_sys("unable to chdir to ", home);
	env_put("USER", name);
	env_put("HOME", home);
	child_exec(argv[0], argv, NULL);
	die_sys("unable to run ", argv[0]);
}

int
main(int argc, char **argv)
{
	struct checker c = CHECKER_INIT;
	struct buf text = BUF_INIT, home = BUF_INIT;
	struct view rest, line, name, secret;

	prog_init("checktext", oom_exit);
	if (argc < 3)
		return AUTH_MISUSED;
	checker_start(&c);
	if (file_read(argv[1], &text, FILE_BYTES_MAX) <= 0)
		die_sys("unable to read ", argv[1]);
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line)) {
		if (!view_cut(&line, ':', &name) ||
		    !view_cut(&line, ':', &secret) ||
		    !view_is_eq(name, c.request.login) ||
		    !view_is_eq(secret, c.request.secret))
			continue;
		buf_set(&home, line);
		run(c.request.login.p, home.p, argv + 2);
	}
	return AUTH_REFUSED;
}
