/*
 * envuidgid: tell a program the numbers of an account.
 *	usage: envuidgid account program ...
 * sets UID and GID, changes nothing else, becomes the program;
 * exits 100 usage, 111 unknown account, exec failure
 */
#include "lib/child.h"
#include "lib/env.h"
#include "lib/num.h"
#include "lib/passwd.h"
#include "lib/prog.h"

static void
put_number(const char *name, uint64_t n)
{
	char digits[NUM_FMT_MAX];

	num_fmt(n, digits);
	env_put(name, digits);
}

int
main(int argc, char **argv)
{
	uid_t uid;
	gid_t gid;
	int r;

	prog_init("envuidgid", oom_exit);
	if (argc < 3)
		die_usage("envuidgid account child");
	r = passwd_user(argv[1], &uid, &gid);
	if (r < 0)
		die_sys("unable to read /etc/passwd");
	if (r == 0)
		die_temp("unknown account ", argv[1]);
	put_number("UID", uid);
	put_number("GID", gid);
	child_exec(argv[2], argv + 2, NULL);
	die_sys("unable to run ", argv[2]);
}
