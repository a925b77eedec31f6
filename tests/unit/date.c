#include "mail/date.h"

#include <time.h>

#include "lib/attr.h"
#include "tests/tap.h"

/* spec: messages.md 1 (all forms) */
static const struct {
	int64_t when;
	const char *d822, *gmt, *mbox, *compact;
} forms[] = {
	{ 0, "1 Jan 1970 00:00:00 -0000", "1 Jan 1970 00:00:00 GMT",
	    "Thu Jan 01 00:00:00 1970", "19700101000000" },
	{ 1795488326, "24 Nov 2026 02:45:26 -0000", "24 Nov 2026 02:45:26 GMT",
	    "Tue Nov 24 02:45:26 2026", "20261124024526" },
	{ 951782399, "28 Feb 2000 23:59:59 -0000", "28 Feb 2000 23:59:59 GMT",
	    "Mon Feb 28 23:59:59 2000", "20000228235959" },
	{ 951782400, "29 Feb 2000 00:00:00 -0000", "29 Feb 2000 00:00:00 GMT",
	    "Tue Feb 29 00:00:00 2000", "20000229000000" },
	{ 951868800, "1 Mar 2000 00:00:00 -0000", "1 Mar 2000 00:00:00 GMT",
	    "Wed Mar 01 00:00:00 2000", "20000301000000" },
	{ 2147483648, "19 Jan 2038 03:14:08 -0000", "19 Jan 2038 03:14:08 GMT",
	    "Tue Jan 19 03:14:08 2038", "20380119031408" },
	{ 4107542400, "1 Mar 2100 00:00:00 -0000", "1 Mar 2100 00:00:00 GMT",
	    "Mon Mar 01 00:00:00 2100", "21000301000000" },
	{ 253402300799, "31 Dec 9999 23:59:59 -0000",
	    "31 Dec 9999 23:59:59 GMT", "Fri Dec 31 23:59:59 9999",
	    "99991231235959" },
	{ 253402300800, "1 Jan 10000 00:00:00 -0000",
	    "1 Jan 10000 00:00:00 GMT", "Sat Jan 01 00:00:00 10000",
	    "100000101000000" },
	{ -1, "31 Dec 1969 23:59:59 -0000", "31 Dec 1969 23:59:59 GMT",
	    "Wed Dec 31 23:59:59 1969", "19691231235959" },
	{ -2208988800, "1 Jan 1900 00:00:00 -0000", "1 Jan 1900 00:00:00 GMT",
	    "Mon Jan 01 00:00:00 1900", "19000101000000" },
	{ -62135596801, "31 Dec 0000 23:59:59 -0000",
	    "31 Dec 0000 23:59:59 GMT", "Sun Dec 31 23:59:59 0000",
	    "00001231235959" },
	{ -62167219201, "31 Dec -0001 23:59:59 -0000",
	    "31 Dec -0001 23:59:59 GMT", "Fri Dec 31 23:59:59 -0001",
	    "-00011231235959" },
};

/* spec: messages.md 10 (local zone) */
static const struct {
	int64_t when;
	int offset_min;
	const char *want;
} zones[] = {
	{ 1795488327, 60, "24 Nov 2026 03:45:27 +0100" },
	{ 1795488327, 0, "24 Nov 2026 02:45:27 +0000" },
	{ 1795488327, -210, "23 Nov 2026 23:15:27 -0330" },
	{ 1795488327, 345, "24 Nov 2026 08:30:27 +0545" },
	{ 1795488327, -1, "24 Nov 2026 02:44:27 -0001" },
};

static bool
is_leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Walk the calendar by hand, day by day, forwards or backwards. */
static int64_t
first_wrong_day(int64_t from_year, int64_t to_year, int64_t start_day)
{
	static const unsigned length[12] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	int64_t n = start_day;
	struct date d;

	for (int64_t y = from_year; y <= to_year; y++)
		for (unsigned m = 0; m < 12; m++)
			for (unsigned i = 1; i <= length[m] +
			    (m == 1 && is_leap(y) ? 1 : 0); i++, n++) {
				date_utc(n * 86400 + 3 * 3600 + 125, &d);
				if (d.year != y || d.month != m || d.day != i ||
				    d.weekday != (unsigned)((n + 7000004) % 7) ||
				    d.hour != 3 || d.minute != 2 || d.second != 5)
					return y;
			}
	return 0;
}

static void
against_libc(void)
{
	int64_t wrong = -1;

	for (int64_t t = -70000000000; t < 260000000000; t += 86413 * 7) {
		time_t when = (time_t)t;
		struct date d;
		struct tm tm;
		date_utc(t, &d);
		if (gmtime_r(&when, &tm) == NULL ||
		    d.year != tm.tm_year + 1900 || (int)d.month != tm.tm_mon ||
		    (int)d.day != tm.tm_mday || (int)d.hour != tm.tm_hour ||
		    (int)d.minute != tm.tm_min || (int)d.second != tm.tm_sec ||
		    (int)d.weekday != tm.tm_wday) {
			wrong = t;
			break;
		}
	}
	CHECK_INT("as gmtime_r says", wrong, -1);
}

static void
extremes(void)
{
	static const int64_t when[] = { INT64_MIN, INT64_MAX };
	static const int offset[] = { INT32_MIN, -1, 0, 1, INT32_MAX };
	char p[DATE_MAX];
	bool fits = true;

	for (size_t i = 0; i < NELEM(when); i++) {
		for (size_t k = 0; k < NELEM(offset); k++)
			fits = fits && strlen(date_zone(when[i], offset[k],
			    p)) < DATE_MAX;
		fits = fits && strlen(date_mbox(when[i], p)) < DATE_MAX;
		fits = fits && strlen(date_compact(when[i], p)) < DATE_MAX;
	}
	CHECK_NAMED("the ends of int64_t fit", fits);
	/* spec: messages.md 11.8 */
	CHECK_STR("last second", view_of(date_822(INT64_MAX, p)),
	    "4 Dec 292277026596 15:30:07 -0000");
	CHECK_STR("first second", view_of(date_822(INT64_MIN, p)),
	    "27 Jan -292277022657 08:29:52 -0000");
}

int
main(void)
{
	char p[DATE_MAX];

	for (size_t i = 0; i < NELEM(forms); i++) {
		int64_t t = forms[i].when;
		CHECK_STR(forms[i].d822, view_of(date_822(t, p)), forms[i].d822);
		CHECK_STR(forms[i].gmt, view_of(date_gmt(t, p)), forms[i].gmt);
		CHECK_STR(forms[i].mbox, view_of(date_mbox(t, p)), forms[i].mbox);
		CHECK_STR(forms[i].compact, view_of(date_compact(t, p)),
		    forms[i].compact);
	}
	for (size_t i = 0; i < NELEM(zones); i++)
		CHECK_STR(zones[i].want, view_of(date_zone(zones[i].when,
		    zones[i].offset_min, p)), zones[i].want);
	CHECK_INT("every day of 1970..9999", first_wrong_day(1970, 9999, 0), 0);
	CHECK_INT("every day of 1..1969", first_wrong_day(1, 1969, -719162), 0);
	against_libc();
	extremes();
	return tap_end();
}
