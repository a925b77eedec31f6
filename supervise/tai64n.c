/*
 * tai64n: put a time stamp before each line.	usage: tai64n
 * the stamp is the arrival of the line's first byte; a partial last line stays
 * partial; exits 0, 111 on any trouble, silently
 */
#include "lib/confine_log.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/tai.h"

static void
put_stamp(struct out *out)
{
	char label[TAI_LABEL + 1];
	struct tai now;

	tai_now(&now);
	tai_fmt(&now, label);
	out_put(out, label, TAI_LABEL);
	out_putc(out, ' ');
}

/* All lines of v; *inside: the last one goes on. */
static void
put_lines(struct out *out, struct view v, bool *inside)
{
	while (v.len > 0) {
		size_t n = view_chr(v, '\n');
		bool ends = n < v.len;
		if (!*inside)
			put_stamp(out);
		*inside = !ends;
		out_putv(out, view_upto(v, ends ? n + 1 : n));
		v = view_from(v, n + 1);
	}
}

int
main(void)
{
	static char space[2][IO_SIZE];
	struct in in = IN_INIT(0, space[0]);
	struct out out = OUT_INIT(1, space[1]);
	bool inside = false;
	struct view v;
	int r;

	prog_init("tai64n", oom_exit);
	confine_or_die(CONFINE_FILTER);
	while ((r = in_peek(&in, &v)) > 0) {
		put_lines(&out, v, &inside);
		in_skip(&in, v.len);
		if (out_flush(&out) < 0)
			return EXIT_TEMP;
	}
	return r < 0 ? EXIT_TEMP : EXIT_OK;
}
