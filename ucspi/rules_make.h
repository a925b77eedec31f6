/*
 * rules_make.h: compile the text of rules for tcpserver, line by line.
 */
#ifndef UCSPI_RULES_MAKE_H
#define UCSPI_RULES_MAKE_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/cdb.h"
#include "lib/view.h"

#define RULES_BITS4 32
#define RULES_BITS6 128

struct rules_make {
	struct cdb_make cdb;
	/* lengths of networks that some rule has */
	bool used4[RULES_BITS4 + 1], used6[RULES_BITS6 + 1];
};

void rules_make_start(struct rules_make *m, int fd);
/* 0; -1 for a line that is no rule.  What can never match is only logged. */
MUST_CHECK int rules_make_line(struct rules_make *m, struct view line);
/* The rest of the file: 0, or -1 with errno. */
MUST_CHECK int rules_make_finish(struct rules_make *m);

#endif
