/*
 * users.h: who gets the mail for a local part (delivery.md 1): the source
 * users/assign, the compiled users/cdb, and the six fields in which users/cdb
 * and qmail-getpw give their answer.
 */
#ifndef MAIL_USERS_H
#define MAIL_USERS_H

#include <sys/stat.h>
#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/cdb.h"
#include "lib/deadline.h"
#include "lib/io.h"
#include "lib/view.h"

#define USERS_FIELDS 6		/* user, uid, gid, home, dash, ext */
#define USERS_LINE_MAX 65536	/* bytes of a line of users/assign */
#define USERS_DATA_MAX USERS_LINE_MAX	/* ... and so of a record */
#define USERS_BREAK '-'		/* between user and extension */

/* One line of users/assign; views into it. */
struct users_line {
	bool is_prefix;		/* `+`: all that begins with local */
	struct view local;
	struct view field[USERS_FIELDS];
};

/* 1: a record; 0: the line that ends the file; -1: EINVAL, bad format. */
MUST_CHECK int users_scan_line(struct view line, struct users_line *l);

/*
 * Files of assignments as records of a cdb: start, add each file, finish.
 * Of several equal assignments the first one counts.
 */
struct users_compile {
	struct cdb_make *m;
	struct buf key, data;
	struct buf ends;	/* last bytes of the prefixes */
};

void users_compile_start(struct users_compile *c, struct cdb_make *m);
/*
 * All of users/assign.  0; -1 with errno: EINVAL for bad format (*lineno says
 * where), read(2)'s.  Errors of writing stay inside m.
 */
MUST_CHECK int users_compile_file(struct users_compile *c, struct in *assign,
    size_t *lineno);
void users_compile_finish(struct users_compile *c);

/* The same for one file. */
MUST_CHECK int users_compile(struct in *assign, struct cdb_make *m,
    size_t *lineno);

/* The answer: who, and what qmail-local is told.  Owns its memory. */
struct users_entry {
	struct buf data;	/* the fields, each with a NUL behind */
	const char *user, *home, *dash, *ext;	/* into data */
	uid_t uid;
	gid_t gid;
};

#define USERS_ENTRY_INIT { .data = BUF_INIT, .user = "", .home = "", \
	.dash = "", .ext = "" }

/*
 * Look local up in the open file: 1 with *e; 0 nobody; -1 with errno: EINVAL
 * when the record found is not six fields with numbers, EPROTO when this is no
 * users/cdb, EMSGSIZE, pread(2)'s.  local contains no NUL.
 */
MUST_CHECK int users_find(int fd, struct view local, struct users_entry *e);

/*
 * The same in a file by its name, which is kept open, and in memory when it is
 * small, from one search to the next for as long as stat(2) says that it is
 * the same, unchanged; USERS_FILE_S at most, should its times not tell.  That
 * is asked once, and again after users_file_look_again(): a caller that has a
 * few searches to do at the same moment does them in one and the same file.
 * 0 also when there is none; open(2)'s, read(2)'s and stat(2)'s errors too.
 */
#define USERS_FILE_S 2
#define USERS_IMAGE_MAX (256 * 1024)	/* bytes in memory */

struct users_file {
	const char *path;
	int fd;			/* -1: not open */
	struct stat st;		/* of it when it was opened */
	struct deadline until;
	struct buf image;	/* of all of it; empty: too long for memory */
	bool is_known;		/* what is there now has been looked at */
};

#define USERS_FILE(name) { .path = (name), .fd = -1, .image = BUF_INIT }

MUST_CHECK int users_file_find(struct users_file *f, struct view local,
    struct users_entry *e);
static inline void
users_file_look_again(struct users_file *f)
{
	f->is_known = false;
}

/* Make sense of e->data, as qmail-getpw wrote it: 0, or -1 (EINVAL). */
MUST_CHECK int users_parse(struct users_entry *e);
void users_entry_free(struct users_entry *e);

#endif
