#include "inject/fail.h"

#include <unistd.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"

#define SHOWN_MAX 4096		/* bytes of a field that people want to see */

void
fail_read(void)
{
	die_temp("read error");
}

/* More than one line, so not for log_line(); but as harmless. */
void
fail_line(struct view field)
{
	struct buf text = BUF_INIT;

	buf_cat(&text, log_name(), ": fatal: unable to parse this line:\n");
	field = view_trim_end(view_upto(field, SHOWN_MAX));
	for (size_t i = 0; i < field.len; i++) {
		char c = field.p[i];
		buf_putc(&text, ascii_is_print(c) || c == '\t' || c == '\n' ||
		    c < 0 ? c : '?');
	}
	buf_putc(&text, '\n');
	/* nobody is left to hear that descriptor 2 does not work */
	(void)!io_write_all(2, text.p, text.len);
	_exit(EXIT_PERM);
}

void
fail_address(struct view raw)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < raw.len; i++)
		buf_putc(&text, raw.p[i] == '\0' ? '?' : raw.p[i]);
	die_perm("unable to parse address: ", text.p);
}

void
fail_long(void)
{
	die_perm("header too long");
}

void
fail_defaults(void)
{
	die_temp("unable to parse defaulthost, defaultdomain or plusdomain");
}
