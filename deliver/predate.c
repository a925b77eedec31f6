/*
 * predate: put a Date field with the local time zone before a message and
 * give it to a program.
 * usage	predate prog [ arg ... ]
 * reads	fd 0: message; TZ
 * runs		prog, found through PATH, with the result on its fd 0
 * exits	as prog; 100 usage or no such program, 111 trouble
 */
#include <time.h>

#include "deliver/run.h"
#include "lib/buf.h"
#include "lib/prog.h"
#include "mail/date.h"

#define DAY_MIN (24 * 60)

/* How many minutes local time is ahead of UTC. */
static int
zone_min(int64_t now)
{
	time_t when = (time_t)now;
	struct tm local;
	struct date utc;
	int days;

	date_utc(now, &utc);
	if (localtime_r(&when, &local) == NULL)
		return 0;
	days = local.tm_mday - (int)utc.day;
	if (local.tm_mon != (int)utc.month)	/* the day before or after */
		days = days < 0 ? 1 : -1;
	return days * DAY_MIN + (local.tm_hour - (int)utc.hour) * 60 +
	    local.tm_min - (int)utc.minute;
}

int
main(int argc, char **argv)
{
	struct buf head = BUF_INIT;
	char date[DATE_MAX];
	int64_t now = time(NULL);

	prog_init("predate", oom_exit);
	if (argc < 2)
		die_usage("predate prog [ arg ... ]");
	buf_cat(&head, "Date: ", date_zone(now, zone_min(now), date), "\n");
	return run_filter(argv + 1, buf_view(&head));
}
