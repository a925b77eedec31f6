/*
 * tai64nlocal: turn time stamps at the start of lines into local time.
 *	usage: tai64nlocal
 * `@` and up to 24 hexadecimal digits become YYYY-MM-DD HH:MM:SS.nnnnnnnnn in
 * the zone of TZ; everything else is copied; exits 0, 111
 */
#include <time.h>

#include "lib/ascii.h"
#include "lib/confine_log.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/tai.h"

#define DIGITS 24		/* of a label: 16 seconds, 8 nanoseconds */
#define SECOND_DIGITS 16
#define YEAR_OF_TM INT64_C(1900)	/* wide: the sum may exceed an int */

struct label {
	char p[DIGITS];		/* as read: to copy it if it is no time */
	size_t len;
	uint64_t sec, nano;
};

static bool
is_label_digit(int c)
{
	return ascii_is_digit(c) || (c >= 'a' && c <= 'f');
}

static void
read_label(struct in *in, struct label *l)
{
	l->len = 0;
	l->sec = l->nano = 0;
	while (l->len < DIGITS && is_label_digit(in_peekc(in))) {
		int c = in_getc(in);
		l->p[l->len++] = (char)c;
		/* a label is sec * 2^32 + nano: digits shift through both */
		l->sec = l->sec << 4 | (l->nano >> 28);
		l->nano = (l->nano << 4 & 0xffffffff) |
		    (uint64_t)ascii_hex_value(c);
	}
}

static void
put_padded(struct out *out, uint64_t n, size_t width)
{
	char digits[NUM_FMT_MAX];

	out_put(out, digits, num_fmt0(n, width, digits));
}

static void
put_label(struct out *out, const struct label *l)
{
	struct tai t = { .sec = l->sec, .nano = (uint32_t)l->nano };
	time_t when = (time_t)tai_to_unix(&t);
	struct tm *tm = localtime(&when);

	if (tm == NULL || tm->tm_year < -YEAR_OF_TM) {
		out_putc(out, '@');
		out_put(out, l->p, l->len);
		return;
	}
	put_padded(out, (uint64_t)(YEAR_OF_TM + tm->tm_year), 4);
	out_putc(out, '-');
	put_padded(out, (uint64_t)(1 + tm->tm_mon), 2);
	out_putc(out, '-');
	put_padded(out, (uint64_t)tm->tm_mday, 2);
	out_putc(out, ' ');
	put_padded(out, (uint64_t)tm->tm_hour, 2);
	out_putc(out, ':');
	put_padded(out, (uint64_t)tm->tm_min, 2);
	out_putc(out, ':');
	put_padded(out, (uint64_t)tm->tm_sec, 2);
	out_putc(out, '.');
	put_padded(out, l->nano, 9);
}

/* One line, its LF included; false at the end of input. */
static bool
copy_line(struct in *in, struct out *out)
{
	struct label label;
	int c = in_peekc(in);

	if (c == '@') {
		(void)in_getc(in);	/* it is the `@` */
		read_label(in, &label);
		put_label(out, &label);
	}
	while ((c = in_getc(in)) >= 0) {
		out_putc(out, c);
		if (c == '\n')
			break;
	}
	/* a reader of a live log wants each line when it comes */
	if (in_buffered(in) == 0 && out_flush(out) < 0)
		return false;
	return c >= 0;
}

int
main(void)
{
	static char space[2][IO_SIZE];
	struct in in = IN_INIT(0, space[0]);
	struct out out = OUT_INIT(1, space[1]);

	prog_init("tai64nlocal", oom_exit);
	tzset();	/* no file can be opened then */
	confine_or_die(CONFINE_FILTER);
	while (copy_line(&in, &out))
		continue;
	if (in_error(&in) != 0)
		die_sys("unable to read input");
	if (out_flush(&out) < 0)
		die_sys("unable to write output");
	return EXIT_OK;
}
