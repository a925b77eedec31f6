/*
 * report.h: the reports of a spawner, taken from its bytes as they come
 * (mail/spawn.h): number, letter and text, NUL.
 */
#ifndef SEND_REPORT_H
#define SEND_REPORT_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

struct report {
	bool is_wide;		/* numbers may be of three bytes */
	unsigned nbytes;	/* of such a number, so far */
	bool has_number;	/* all of it is there */
	bool is_whole;		/* number and text are one report */
	unsigned number;
	struct buf text;	/* letter and text; cut at the limit */
};

#define REPORT_INIT { .text = BUF_INIT }

/*
 * Take bytes from the front of *rest until a report is whole: true, and it is
 * in r until the next call; false when *rest is used up.
 */
bool report_take(struct report *r, struct view *rest);

#endif
