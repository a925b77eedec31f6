/*
 * delcr: remove one CR before each LF.
 *	usage: delcr < in > out
 * exits  0; 111 reading or writing failed
 */
#include "lib/confine_log.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"

int
main(void)
{
	char in_space[IO_SIZE], out_space[IO_SIZE];
	struct out out = OUT_INIT(1, out_space);
	struct in in = IN_INIT(0, in_space);
	bool held = false;	/* a CR whose successor is not known */
	int c;

	prog_init("delcr", oom_exit);
	confine_or_die(CONFINE_FILTER);
	in.flush_first = &out;
	while ((c = in_getc(&in)) >= 0) {
		if (held && c != '\n')
			out_putc(&out, '\r');
		held = c == '\r';
		if (!held)
			out_putc(&out, c);
	}
	if (held)
		out_putc(&out, '\r');
	if (in_error(&in) != 0 && out_error(&out) == 0)
		die_sys("unable to read input");
	if (out_flush(&out) < 0)
		die_sys("unable to write output");
	return EXIT_OK;
}
