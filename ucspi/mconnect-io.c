/*
 * mconnect-io: between a person and an SMTP server, under tcpclient.
 *	usage: mconnect-io
 * copies fd 0 to fd 7 with a CR before every LF, and fd 6 to fd 1 as it is
 * exits  0 when the server has closed the connection; 111
 */
#include <signal.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "ucspi/pump.h"

static void
add_cr(struct pump *p, const char *bytes, size_t len, struct buf *out)
{
	(void)p;
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\n')
			buf_putc(out, '\r');
		buf_putc(out, bytes[i]);
	}
}

static void
copy(struct pump *p, const char *bytes, size_t len, struct buf *out)
{
	(void)p;
	buf_put(out, bytes, len);
}

int
main(void)
{
	struct pump pumps[2] = {
		{ .from = 0, .to = 7, .change = add_cr, .waiting = BUF_INIT },
		{ .from = 6, .to = 1, .change = copy, .waiting = BUF_INIT },
	};

	prog_init("mconnect-io", oom_exit);
	sig_ignore(SIGPIPE);
	if (pump_run(pumps, 2, &pumps[1]) < 0)
		die_sys("unable to copy");
	return EXIT_OK;
}
