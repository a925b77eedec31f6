/*
 * fixcrio: run a program with CRs put before the LFs that lack one, both in
 * what it reads and in what it writes.
 *	usage: fixcrio program ...
 * exits  as the program; 100 usage; 111
 */
#include "lib/prog.h"
#include "ucspi/pump.h"

static void
fix(struct pump *p, const char *bytes, size_t len, struct buf *out)
{
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\n' && !p->after_cr)
			buf_putc(out, '\r');
		buf_putc(out, bytes[i]);
		p->after_cr = bytes[i] == '\r';
	}
}

int
main(int argc, char **argv)
{
	struct pump in = { .change = fix, .waiting = BUF_INIT };
	struct pump out = in;

	prog_init("fixcrio", oom_exit);
	if (argc < 2)
		die_usage("fixcrio program [ arg ... ]");
	pump_exec(argv + 1, &in, &out);
}
