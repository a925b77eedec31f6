/*
 * condredirect: send the message elsewhere when a program says so.
 * usage: condredirect newaddress program [ arg ... ]
 * reads  fd 0: message, seekable; SENDER, DTLINE
 * exits  99 forwarded; 0 the program said no (anything but 0 and 111);
 *        100, 111
 */
#include "deliver/forwarding.h"
#include "deliver/run.h"
#include "lib/exitcode.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	char *recipients[2] = { NULL, NULL };
	const char *sender, *dtline;

	prog_init("condredirect", oom_exit);
	if (argc < 3)
		die_usage("condredirect newaddress program [ arg ... ]");
	if (!run_is_true(argv + 2))
		return EXIT_OK;
	sender = run_need("SENDER");
	dtline = run_need("DTLINE");
	run_rewind();
	recipients[0] = argv[1];
	forward_message(dtline, sender, recipients);
	return EXIT_STOP;
}
