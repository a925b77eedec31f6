/*
 * control_known.h: every control file that the suite knows, what it says in
 * words, and what can be wrong with one (control.md).  For qmail-showctl; the
 * programs read their files through mail/control.h.
 */
#ifndef MAIL_CONTROL_KNOWN_H
#define MAIL_CONTROL_KNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/view.h"

enum control_kind {
	CONTROL_LINE,
	CONTROL_LINE_ME,	/* default: me */
	CONTROL_INT,
	CONTROL_LIST,
	CONTROL_MAP,
	CONTROL_CDB,		/* compiled from normal, a file's name */
	CONTROL_OTHER		/* not ours to read */
};

struct control_known {
	const char *name;
	enum control_kind kind;
	/* LINE, LINE_ME, INT: the default.  LIST, MAP: what no file means */
	const char *normal;
	const char *before, *after;	/* around the value, or each line */
};

/* Stock's files in stock's order, then ours; control_known_stock() many. */
size_t control_known_count(void);
size_t control_known_stock(void);
const struct control_known *control_known_at(size_t i);
/* NULL: unknown. */
const struct control_known *control_known_find(const char *name);

/*
 * Say what is wrong with the file's text: say() is called for each fault.
 * missing: there is no such file, text is empty.
 */
void control_known_check(const struct control_known *k, struct view text,
    bool missing, void (*say)(const char *name, const char *fault));

#endif
