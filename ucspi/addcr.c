/*
 * addcr: put a CR before every LF, whatever is there.
 *	usage: addcr < in > out
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
	struct view v;
	int r;

	prog_init("addcr", oom_exit);
	confine_or_die(CONFINE_FILTER);
	in.flush_first = &out;
	while ((r = in_peek(&in, &v)) > 0) {
		size_t n = view_chr(v, '\n');
		out_putv(&out, view_upto(v, n));
		if (n < v.len)
			out_puts(&out, "\r\n");
		in_skip(&in, n + 1);
	}
	if (r < 0 && out_error(&out) == 0)
		die_sys("unable to read input");
	if (out_flush(&out) < 0)
		die_sys("unable to write output");
	return EXIT_OK;
}
