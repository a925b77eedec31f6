/*
 * recordio: run a program and write on fd 2 what it reads and writes.
 *	usage: recordio program ...
 * A line of a packet is `PID < text `, with a space for its LF; where the
 * packet ends inside a line, or the text is too long for one write, `+` stands
 * instead.
 * exits  as the program; 100 usage; 111
 */
#include <unistd.h>

#include "lib/io.h"
#include "lib/prog.h"
#include "lib/view.h"
#include "ucspi/pump.h"

#define TEXT_MAX 254		/* bytes of a line: one atomic write */

static uint64_t pid;		/* the program's: ours before the fork */

static void
say(const struct pump *p, struct view text, char end)
{
	struct buf line = BUF_INIT;

	buf_put_u64(&line, pid);
	buf_puts(&line, p->mark);
	buf_putv(&line, text);
	if (end != '\0')
		buf_putc(&line, end);
	buf_putc(&line, '\n');
	/* a log that cannot be written must not stop the conversation */
	(void)!io_write_all(2, line.p, line.len);
	buf_free(&line);
}

static void
record(struct pump *p, const char *bytes, size_t len, struct buf *out)
{
	struct view rest = view_make(bytes, len);

	if (len == 0)
		say(p, VIEW_LIT("[EOF]"), '\0');
	while (rest.len > 0) {
		size_t n = view_chr(rest, '\n');
		bool whole = n < rest.len && n <= TEXT_MAX;
		if (n > TEXT_MAX)
			n = TEXT_MAX;
		say(p, view_upto(rest, n), whole ? ' ' : '+');
		rest = view_from(rest, whole ? n + 1 : n);
	}
	buf_put(out, bytes, len);
}

int
main(int argc, char **argv)
{
	struct pump in = { .change = record, .mark = " < ",
	    .waiting = BUF_INIT };
	struct pump out = { .change = record, .mark = " > ",
	    .waiting = BUF_INIT };

	prog_init("recordio", oom_exit);
	if (argc < 2)
		die_usage("recordio program [ arg ... ]");
	pid = (uint64_t)getpid();
	pump_exec(argv + 1, &in, &out);
}
