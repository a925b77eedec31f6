/*
 * bouncesaying: bounce the message with a text, perhaps on a condition.
 * usage: bouncesaying text [ program [ arg ... ] ]
 * reads  fd 0: message, for the program
 * exits  100 with the text on fd 2; 0 the program said no (anything but 0 and
 *        111); 111
 */
#include <string.h>

#include "deliver/run.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	char space[IO_SIZE];
	struct out out = OUT_INIT(2, space);

	prog_init("bouncesaying", oom_exit);
	if (argc < 2)
		die_usage("bouncesaying text [ program [ arg ... ] ]");
	if (argc > 2 && !run_is_true(argv + 2))
		return EXIT_OK;
	out_cat(&out, argv[1], "\n");
	if (out_flush(&out) < 0)
		return EXIT_TEMP;	/* a bounce without its reason */
	return EXIT_PERM;
}
