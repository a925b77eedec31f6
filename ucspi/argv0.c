/*
 * argv0: run a program under another name.
 *	usage: argv0 realname zeroth args ...
 * exits  as the program; 100 usage; 111 it cannot be run
 */
#include "lib/child.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	prog_init("argv0", oom_exit);
	if (argc < 3)
		die_usage("argv0 realname program [ arg ... ]");
	child_exec(argv[1], argv + 2, NULL);
	die_sys("unable to run ", argv[1]);
}
