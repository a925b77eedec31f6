/*
 * svok: is supervise running in dir?	usage: svok dir
 * silent; exits 0 yes, 100 no (and usage), 111 dir cannot be entered
 */
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "supervise/svdir.h"

int
main(int argc, char **argv)
{
	struct buf base = BUF_INIT;
	int r;

	prog_init("svok", oom_exit);
	if (argc != 2)
		die_usage("svok dir");
	if (chdir(argv[1]) < 0)
		die_sys("unable to chdir to ", argv[1]);
	if (svdir_find(&base) < 0)
		die_sys("unable to find the path of ", argv[1]);
	r = svdir_is_supervised(base.p);
	if (r < 0)
		die_sys("unable to open ", argv[1], "/supervise/ok");
	return r > 0 ? EXIT_OK : EXIT_PERM;
}
