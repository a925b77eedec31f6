/*
 * policy.h: lists of what is refused: badhelo, badmailfrom, badrcptto and
 * their kin (control.md 2, 5).
 *
 * A line is compared literally, ignoring case: the whole text, or `@host` with
 * all from its last @.  A line with metacharacters of regular expressions
 * other than . @ + -, and every line when QREGEX is set and not 0, is an
 * extended regular expression found anywhere in the text, ignoring case; a
 * `!` in front of one refuses what does not match.
 */
#ifndef SMTPD_POLICY_H
#define SMTPD_POLICY_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "mail/control.h"

enum policy_about { POLICY_HELO, POLICY_SENDER, POLICY_RECIPIENT };

#define POLICY_FILES 8

struct policy {
	bool is_loaded;
	struct policy_list {
		struct control_list lines;
		struct policy_regex *regex;	/* of some of them */
		size_t nregex;
	} v[POLICY_FILES];
};

#define POLICY_INIT { .is_loaded = false }

/* Read the lists, once: 0, or -1 with errno.  A bad regex is only logged. */
MUST_CHECK int policy_load(struct policy *p, bool is_relayclient);
/* Whether a list about that refuses text, which has no NUL; "" never is. */
bool policy_has(const struct policy *p, enum policy_about about,
    const struct buf *text);
void policy_free(struct policy *p);

#endif
