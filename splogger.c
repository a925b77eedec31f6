/*
 * splogger: copy a log to syslog.		usage: splogger [tag [facility]]
 * reads  fd 0: lines
 * writes records to syslog(3): `SECONDS.MICROSECONDS text`
 * runs   as qmaill, started by qmail-start
 * exits  0 at end of input, 111
 */
#include <errno.h>
#include <syslog.h>
#include <time.h>

#include "lib/ascii.h"
#include "lib/confine_log.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/view.h"

#define RECORD_MAX 799		/* bytes of text in a record, programs.md 17 */
#define STAMP_MAX (NUM_FMT_MAX + 8)	/* `.`, 6 digits, NUL */
#define FACILITY_BITS 3		/* a facility's number is left of these */
#define FACILITY_MAX 127
#define NS_PER_US 1000

struct record {
	char text[RECORD_MAX + 1];
	size_t len;
	bool is_continued;	/* some of this line is sent already */
	int priority;		/* of the line, and its stamp */
	char stamp[STAMP_MAX];
};

static char space[IO_SIZE];
static struct record record;

static void
start_line(struct record *r)
{
	struct view text = view_make(r->text, r->len);
	struct timespec now;
	size_t n;

	clock_gettime(CLOCK_REALTIME, &now);
	n = num_fmt((uint64_t)now.tv_sec, r->stamp);
	r->stamp[n++] = '.';
	num_fmt0((uint64_t)now.tv_nsec / NS_PER_US, 6, r->stamp + n);
	r->priority = LOG_INFO;
	if (view_has_prefix(text, VIEW_LIT("warning:")))
		r->priority = LOG_WARNING;
	if (view_has_prefix(text, VIEW_LIT("alert:")))
		r->priority = LOG_ALERT;
}

static void
send_record(struct record *r)
{
	if (r->len == 0)
		return;
	if (!r->is_continued)
		start_line(r);
	r->text[r->len] = '\0';
	syslog(r->priority, "%s%c%s", r->stamp, r->is_continued ? '+' : ' ',
	    r->text);
	r->is_continued = true;
	r->len = 0;
}

static void
add(struct record *r, struct view v)
{
	for (size_t i = 0; i < v.len; i++) {
		if (v.p[i] == '\n') {
			send_record(r);
			r->is_continued = false;
			continue;
		}
		r->text[r->len++] = ascii_is_print(v.p[i]) ? v.p[i] : '?';
		if (r->len == RECORD_MAX)
			send_record(r);
	}
}

int
main(int argc, char **argv)
{
	struct in in = IN_INIT(0, space);
	const char *tag = argc > 1 ? argv[1] : "splogger";
	uint64_t facility = LOG_MAIL >> FACILITY_BITS;
	struct view v;
	int r;

	prog_init("splogger", oom_exit);
	if (argc > 2 && num_scan(view_of(argv[2]), FACILITY_MAX,
	    &facility) < 0)
		die_usage("splogger [tag [facility]]");
	tzset();	/* syslog(3) asks; no file can be opened then */
	confine_or_die(CONFINE_SPLOGGER);
	openlog(tag, 0, (int)(facility << FACILITY_BITS));
	while ((r = in_peek(&in, &v)) > 0) {
		add(&record, v);
		in_skip(&in, v.len);
	}
	if (r < 0)
		die_sys("unable to read");
	return EXIT_OK;
}
