/*
 * setlock: run a program with a file locked.
 *	usage: setlock [-nNxX] file program ...
 * -n do not wait; -x trouble with the lock is exit 0, silently.  The lock is
 * held by a descriptor that the program inherits.  exits 100, 111
 */
#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/lock.h"
#include "lib/prog.h"

#define USAGE "setlock [ -nNxX ] file program [ arg ... ]"

int
main(int argc, char **argv)
{
	bool waits = true, forgives = false;
	int letter, fd;

	prog_init("setlock", oom_exit);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+nNxX")) != -1) {
		if (letter == 'n' || letter == 'N')
			waits = letter == 'N';
		else if (letter == 'x' || letter == 'X')
			forgives = letter == 'x';
		else
			die_usage(USAGE);
	}
	argv += optind;
	if (argc - optind < 2)
		die_usage(USAGE);
	fd = open(argv[0], O_WRONLY | O_NONBLOCK | O_APPEND | O_CREAT, 0600);
	if (fd < 0 && forgives)
		return EXIT_OK;
	if (fd < 0)
		die_sys("unable to open ", argv[0]);
	if ((waits ? lock_ex(fd) : lock_try(fd)) < 0) {
		if (forgives)
			return EXIT_OK;
		die_sys("unable to lock ", argv[0]);
	}
	child_exec(argv[1], argv + 1, NULL);
	die_sys("unable to run ", argv[1]);
}
