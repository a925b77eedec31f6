/*
 * dotqmail.h: .qmail files, dot-qmail(5): which one an address has, and what
 * its lines say (delivery.md 3, 4).
 */
#ifndef MAIL_DOTQMAIL_H
#define MAIL_DOTQMAIL_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define DOTQMAIL_FILE_MAX (16 * 1024 * 1024)	/* bytes; longer is an error */
#define DOTQMAIL_PATRN 002	/* mode bits that nobody may have given */

/* ext as file names have it, appended to b: lower case, '.' made ':'. */
void dotqmail_safe_ext(const char *ext, struct buf *b);

/*
 * The names to look for, in order: `.qmail` dash safeext first, then the
 * default ones, most specific first.
 *	struct dotqmail_names n = DOTQMAIL_NAMES(dash, safeext);
 *	while (dotqmail_names_next(&n, &name)) ...
 */
struct dotqmail_names {
	const char *dash;
	struct view ext;	/* safe */
	bool began;
	bool ended;
	size_t cut;		/* the rest from here became `default` */
};

#define DOTQMAIL_NAMES(d, e) \
	{ .dash = (d), .ext = (e), .began = false, .ended = false, .cut = 0 }

/* The next name into b (replaced); false: no more. */
bool dotqmail_names_next(struct dotqmail_names *n, struct buf *b);

/* ---- files ---- */

enum dotqmail_found {
	DOTQMAIL_NONE,
	DOTQMAIL_FOUND,
	DOTQMAIL_CANNOT_OPEN,	/* errno; of name */
	DOTQMAIL_CANNOT_READ	/* errno, EFBIG beyond DOTQMAIL_FILE_MAX */
};

struct dotqmail {
	struct buf name;	/* the file's; the last one tried */
	struct buf text;
	mode_t mode;		/* of the file */
	bool has_default;
	size_t default_at;	/* DEFAULT is ext from here on */
};

#define DOTQMAIL_INIT { .name = BUF_INIT, .text = BUF_INIT }

/*
 * Find and read the file for dash and safe in the current directory.  Whether
 * a file of that mode is to be followed is the caller's affair.
 */
MUST_CHECK enum dotqmail_found dotqmail_find(struct dotqmail *q,
    const char *dash, struct view safe);
/* to, which is in use, made the same as from. */
void dotqmail_copy(struct dotqmail *to, const struct dotqmail *from);
void dotqmail_free(struct dotqmail *q);

/*
 * Whether there is anything of this name: 1, 0, -1 with errno when that cannot
 * be told now.
 */
MUST_CHECK int dotqmail_exists(const char *name);

/* ---- lines ---- */

enum dotqmail_kind {
	DOTQMAIL_BLANK,
	DOTQMAIL_COMMENT,
	DOTQMAIL_MAILDIR,	/* arg: its path, '/' at the end */
	DOTQMAIL_MBOX,		/* arg: its path */
	DOTQMAIL_PROGRAM,	/* arg: the command */
	DOTQMAIL_FORWARD,	/* arg: the address, may be empty */
	DOTQMAIL_LIST,		/* +list: from here on forwards only */
	DOTQMAIL_UNKNOWN,	/* another directive: ignored */
	DOTQMAIL_DAMAGED	/* a NUL byte: not a text file */
};

struct dotqmail_line {
	enum dotqmail_kind kind;
	struct view arg;	/* into the text */
};

/* Take the next line of *rest; false at the end. */
bool dotqmail_next(struct view *rest, struct dotqmail_line *line);

#endif
