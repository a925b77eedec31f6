/*
 * pgrphack: run a program in a session and process group of its own.
 *	usage: pgrphack program ...
 * exits 100 usage, 111 exec failure
 */
#include <unistd.h>

#include "lib/child.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	prog_init("pgrphack", oom_exit);
	if (argc < 2)
		die_usage("pgrphack child");
	(void)setsid();		/* fails only for a group leader: it has one */
	child_exec(argv[1], argv + 1, NULL);
	die_sys("unable to run ", argv[1]);
}
