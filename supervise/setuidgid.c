/*
 * setuidgid: run a program under another account.
 *	usage: setuidgid account program ...
 * drops to the account's uid and gid with no other group, then becomes the
 * program; exits 100 usage, 111 unknown account, no permission, exec failure
 */
#include <errno.h>

#include "lib/child.h"
#include "lib/err.h"
#include "lib/passwd.h"
#include "lib/prog.h"
#include "lib/setid.h"

int
main(int argc, char **argv)
{
	uid_t uid;
	gid_t gid;
	int r;

	prog_init("setuidgid", oom_exit);
	if (argc < 3)
		die_usage("setuidgid account child");
	r = passwd_user(argv[1], &uid, &gid);
	if (r < 0)
		die_sys("unable to read /etc/passwd");
	if (r == 0)
		die_temp("unknown account ", argv[1]);
	if (setid_become(uid, gid, NULL, 0) < 0)
		die_sys("unable to setgid");
	child_exec(argv[2], argv + 2, NULL);
	die_sys("unable to run ", argv[2]);
}
