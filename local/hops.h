/*
 * hops.h: has this message been here before?  (delivery.md 2.4, 11.4)
 */
#ifndef LOCAL_HOPS_H
#define LOCAL_HOPS_H

#include "lib/attr.h"
#include "lib/io.h"
#include "lib/view.h"

#define HOPS_MAX 100		/* Received and Delivered-To lines, together */

enum hops {
	HOPS_FINE,
	HOPS_LOOP,		/* it has the line dtline */
	HOPS_TOO_MANY,
	HOPS_ERROR		/* reading failed, errno */
};

/*
 * Read the header.  dtline: with its LF; only exactly these bytes count.
 * Memory: one line, cut to what has to be compared.
 */
MUST_CHECK enum hops hops_check(struct in *in, struct view dtline);

#endif
