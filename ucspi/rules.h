/*
 * rules.h: what a compiled rules file says about a client (tcprules(1)).
 *
 * A record's data is a list of strings that end in NUL: `D` (deny) and
 * `+NAME=VALUE`.  Two records are an index: RULES_NETS4 and RULES_NETS6 hold
 * the prefix lengths of the networks in the file, one byte each, longest
 * first, so that a look-up needs one probe for each length.
 */
#ifndef UCSPI_RULES_H
#define UCSPI_RULES_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/cdb.h"
#include "lib/view.h"

#define RULES_DATA_MAX 65536	/* bytes of one record */
#define RULES_NETS4 VIEW_LIT("\0p4")
#define RULES_NETS6 VIEW_LIT("\0p6")

struct rules_client {
	const char *ip;
	const char *host, *info;	/* NULL: not known */
};

/*
 * The first rule for client: 1 with its key and data (replaced), 0 there is
 * none (allow, no variables), -1 with errno.
 */
MUST_CHECK int rules_find(struct cdb *c, const struct rules_client *client,
    struct buf *key, struct buf *data);

bool rules_is_deny(struct view data);
/* The next variable of *rest, which starts as the data; false at the end. */
bool rules_next(struct view *rest, struct view *name, struct view *value);

#endif
