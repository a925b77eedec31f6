/*
 * forward: send a copy of the message to addresses.
 * usage: forward address ...		in .qmail: |forward joe "$EXT@far"
 * reads  fd 0: message; NEWSENDER, DTLINE
 * runs   qmail-queue; exits 0, 100, 111
 */
#include "deliver/forwarding.h"
#include "deliver/run.h"
#include "lib/exitcode.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	const char *sender, *dtline;

	prog_init("forward", oom_exit);
	sender = run_need("NEWSENDER");
	dtline = run_need("DTLINE");
	if (argc < 2)
		die_usage("forward address ...");
	forward_message(dtline, sender, argv + 1);
	return EXIT_OK;
}
