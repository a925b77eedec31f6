/*
 * except: turn a program's answer around.
 * usage: except program [ arg ... ]
 * reads  fd 0: message, for the program
 * exits  100 the program exits 0; 111 it exits 111; else 0
 */
#include "deliver/run.h"
#include "lib/exitcode.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	prog_init("except", oom_exit);
	if (argc < 2)
		die_usage("except program [ arg ... ]");
	return run_is_true(argv + 1) ? EXIT_PERM : EXIT_OK;
}
