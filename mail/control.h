/*
 * control.h: control files, control.md 1: LINE, LINE/me, INT, LIST and MAP.
 * Names are relative to the current directory, which is CONF_HOME: the file is
 * control/NAME.  Bounded: a file beyond CONTROL_FILE_MAX is an error (EFBIG).
 * A CR at the end of a line is data, as in stock; control_has_cr() lets
 * qmail-showctl and daemons warn.
 */
#ifndef MAIL_CONTROL_H
#define MAIL_CONTROL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define CONTROL_FILE_MAX (64 * 1024 * 1024)	/* bytes */

/*
 * LINE: first line, trailing blanks cut.  1 set (b replaced; may be empty), 0
 * no such file (b untouched), -1 with errno.
 */
MUST_CHECK int control_line(const char *name, struct buf *b);
/* LINE/me: control/NAME, else control/me, else word (NULL: 0 is returned). */
MUST_CHECK int control_line_or_me(const char *name, const char *word,
    struct buf *b);
/*
 * INT: leading digits; 1 set, 0 absent or no digit (*n untouched), -1 errno.
 * Beyond max counts as max.
 */
MUST_CHECK int control_int(const char *name, uint64_t max, uint64_t *n);

/*
 * LIST and MAP: a hash over the file's lines, case ignored (ASCII).
 * MAP: key before the first colon, value after; later duplicates win.
 */
struct control_list {
	struct buf text;		/* the file, owned */
	struct control_entry {
		struct view key, value;	/* into text; value empty for LIST */
		size_t next;		/* chain, index + 1; 0 ends */
	} *v;				/* in the order of the file */
	size_t len, cap;
	size_t *heads;			/* hash chains, index + 1 */
	size_t nheads;
};

#define CONTROL_LIST_INIT { .text = BUF_INIT }

/* 1 set (may be empty), 0 no such file (list empty), -1 with errno. */
MUST_CHECK int control_list(const char *name, struct control_list *l);
MUST_CHECK int control_map(const char *name, struct control_list *l);
/* The same for any path (users/..., $QMAILMFTFILE). */
MUST_CHECK int control_list_path(const char *path, struct control_list *l);
MUST_CHECK int control_map_path(const char *path, struct control_list *l);
void control_list_free(struct control_list *l);

bool control_has(const struct control_list *l, struct view key);
/* True with the value of key; false, *value untouched, when not there. */
bool control_find(const struct control_list *l, struct view key,
    struct view *value);
/*
 * The walk "with domain wildcard": the whole domain, then each suffix that
 * starts at a dot; with_empty: at last the empty key.
 */
bool control_find_domain(const struct control_list *l, struct view domain,
    bool with_empty, struct view *value);

/* Some line of text (a LINE's value, a list's text) ends in CR. */
bool control_has_cr(struct view text);

#endif
