#include "mail/date.h"

#include <string.h>

#include "lib/attr.h"
#include "lib/num.h"

#define MINUTE_S 60
#define HOUR_S 3600
#define DAY_S 86400
#define ERA_DAYS 146097		/* 400 Gregorian years */
#define ERA_YEARS 400
#define CENTURY_DAYS 36524
#define FOUR_YEARS_DAYS 1461
#define YEAR_DAYS 365
#define EPOCH_DAYS 719468	/* from 1 March of year 0 to 1 January 1970 */
#define EPOCH_WEEKDAY 4		/* that was a Thursday */

static const char months[12][4] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};
static const char weekdays[7][4] = {
	"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"
};

/* Quotient and remainder towards minus infinity; b > 0. */
static int64_t
floor_div(int64_t a, int64_t b, int64_t *rest)
{
	int64_t q = a / b;

	*rest = a % b;
	if (*rest < 0) {
		*rest += b;
		q--;
	}
	return q;
}

/*
 * Years counted from March end with the leap day, so every month begins at a
 * day that is linear in its number: 153 days for each five months.
 */
static void
civil(int64_t days, struct date *d)
{
	int64_t in_era, era = floor_div(days + EPOCH_DAYS, ERA_DAYS, &in_era);
	int64_t year = (in_era - in_era / (FOUR_YEARS_DAYS - 1) +
	    in_era / CENTURY_DAYS - in_era / (ERA_DAYS - 1)) / YEAR_DAYS;
	int64_t in_year = in_era - (YEAR_DAYS * year + year / 4 - year / 100);
	int64_t month = (5 * in_year + 2) / 153;	/* 0 = March */

	d->day = (unsigned)(in_year - (153 * month + 2) / 5 + 1);
	d->month = (unsigned)(month < 10 ? month + 2 : month - 10);
	d->year = era * ERA_YEARS + year + (month < 10 ? 0 : 1);
}

void
date_utc(int64_t unix_s, struct date *d)
{
	int64_t in_day, weekday, days = floor_div(unix_s, DAY_S, &in_day);

	civil(days, d);
	d->hour = (unsigned)(in_day / HOUR_S);
	d->minute = (unsigned)(in_day % HOUR_S / MINUTE_S);
	d->second = (unsigned)(in_day % MINUTE_S);
	(void)floor_div(days + EPOCH_WEEKDAY, 7, &weekday); /* rest wanted */
	d->weekday = (unsigned)weekday;
}

static char *
put(char *p, const char *s)
{
	size_t n = strlen(s);

	memcpy(p, s, n + 1);
	return p + n;
}

static char *
put_number(char *p, unsigned n, size_t width)
{
	return p + num_fmt0(n, width, p);
}

static char *
put_year(char *p, int64_t year)
{
	if (year < 0) {
		*p++ = '-';
		year = -year;	/* far from the ends: a year of some seconds */
	}
	return p + num_fmt0((uint64_t)year, 4, p);
}

static char *
put_time(char *p, const struct date *d)
{
	p = put(put_number(p, d->hour, 2), ":");
	p = put(put_number(p, d->minute, 2), ":");
	return put_number(p, d->second, 2);
}

/* `24 Nov 2026 02:45:27 ` */
static char *
put_common(char *p, int64_t unix_s)
{
	struct date d;

	date_utc(unix_s, &d);
	p = put(put_number(p, d.day, 1), " ");
	p = put(put(p, months[d.month]), " ");
	p = put(put_year(p, d.year), " ");
	return put(put_time(p, &d), " ");
}

const char *
date_822(int64_t unix_s, char p[DATE_MAX])
{
	(void)put(put_common(p, unix_s), "-0000");	/* the end of it */
	return p;
}

const char *
date_gmt(int64_t unix_s, char p[DATE_MAX])
{
	(void)put(put_common(p, unix_s), "GMT");	/* the end of it */
	return p;
}

const char *
date_mbox(int64_t unix_s, char p[DATE_MAX])
{
	struct date d;
	char *end;

	date_utc(unix_s, &d);
	end = put(put(p, weekdays[d.weekday]), " ");
	end = put(put(end, months[d.month]), " ");
	end = put(put_number(end, d.day, 2), " ");
	end = put(put_time(end, &d), " ");
	(void)put_year(end, d.year);			/* the end of it */
	return p;
}

const char *
date_compact(int64_t unix_s, char p[DATE_MAX])
{
	struct date d;
	char *end;

	date_utc(unix_s, &d);
	end = put_number(put_year(p, d.year), d.month + 1, 2);
	end = put_number(put_number(end, d.day, 2), d.hour, 2);
	(void)put_number(put_number(end, d.minute, 2), d.second, 2);
	return p;
}

const char *
date_zone(int64_t unix_s, int offset_min, char p[DATE_MAX])
{
	int64_t offset_s = (int64_t)offset_min * MINUTE_S;
	unsigned away = (unsigned)(offset_min < 0 ? -(int64_t)offset_min :
	    (int64_t)offset_min);
	char *end;

	if (offset_s > 0 && unix_s > INT64_MAX - offset_s)
		unix_s = INT64_MAX - offset_s;
	if (offset_s < 0 && unix_s < INT64_MIN - offset_s)
		unix_s = INT64_MIN - offset_s;
	end = put(put_common(p, unix_s + offset_s), offset_min < 0 ? "-" : "+");
	(void)put_number(put_number(end, away / 60, 2), away % 60, 2);
	return p;
}
