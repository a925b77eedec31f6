/*
 * date.h: dates as mail writes them (messages.md 1).  UTC, English, no locale.
 */
#ifndef MAIL_DATE_H
#define MAIL_DATE_H

#include <stdint.h>

#define DATE_MAX 64		/* bytes of any of these, NUL included */

struct date {
	int64_t year;
	unsigned month;		/* 0..11 */
	unsigned day;		/* 1..31 */
	unsigned hour, minute, second;
	unsigned weekday;	/* 0 = Sunday */
};

void date_utc(int64_t unix_s, struct date *d);
/* `24 Nov 2026 02:45:27 -0000`, no LF; returns p. */
const char *date_822(int64_t unix_s, char p[DATE_MAX]);
/* `24 Nov 2026 02:45:27 GMT` */
const char *date_gmt(int64_t unix_s, char p[DATE_MAX]);
/* `Tue Nov 24 02:45:27 2026`, day padded with 0 */
const char *date_mbox(int64_t unix_s, char p[DATE_MAX]);
/* `20261124024527`, for Message-ID */
const char *date_compact(int64_t unix_s, char p[DATE_MAX]);
/* `24 Nov 2026 03:45:27 +0100`: zone offset in minutes east */
const char *date_zone(int64_t unix_s, int offset_min, char p[DATE_MAX]);

#endif
