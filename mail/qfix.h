/*
 * qfix.h: what the parts of queue-fix share (queue-fix.md): the job, the
 * files found, and asking before acting.  Current directory: the queue.
 */
#ifndef MAIL_QFIX_H
#define MAIL_QFIX_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "mail/conf.h"
#include "mail/qpath.h"

enum qfix_mode { QFIX_REPAIR, QFIX_ASK, QFIX_SHOW };

struct qfix_item {		/* a file whose name is a message number */
	enum qdir dir;
	uint64_t id;		/* its name */
	char path[QPATH_MAX];	/* where it is */
	ino_t ino;
	off_t size;
	int64_t mtime;
	uid_t uid;
	gid_t gid;
	mode_t mode;
	nlink_t nlink;
	bool is_gone;		/* -N: it would have been set aside */
};

struct qfix {
	enum qfix_mode mode;
	bool verbose, quiet;
	struct qlayout target;
	uid_t uids[CONF_USERS];
	gid_t gid;		/* group qmail */
	const char *lost;	/* folder for what has to leave the queue */
	struct qfix_item *v;	/* sorted by id, then dir */
	size_t len, cap;
	size_t errors;		/* left for a person, or declined, or failed */
	uint64_t *busy;		/* messages that are being written */
	size_t nbusy;
};

/*
 * Say what is going to be done, and ask if told to.  True: do it.  False: it
 * counts as a problem that remains.
 */
#define qfix_act(f, ...) qfix_act_words((f), LOG_WORDS(__VA_ARGS__))
MUST_CHECK bool qfix_act_words(struct qfix *f, const char *const *words);
/* The same, for what -N goes on with as if it were done: in f->v only. */
#define qfix_plan(f, ...) (qfix_act((f), __VA_ARGS__) || \
	(f)->mode == QFIX_SHOW)
/* Something that a person has to look at. */
#define qfix_report(f, ...) qfix_report_words((f), true, LOG_WORDS(__VA_ARGS__))
/* Something worth knowing: no error. */
#define qfix_note(f, ...) qfix_report_words((f), false, LOG_WORDS(__VA_ARGS__))
void qfix_report_words(struct qfix *f, bool is_error,
    const char *const *words);
/* An action failed: errno. */
void qfix_failed(struct qfix *f, const char *what, const char *path);

/* Read all directories: f->v anew.  0, -1 with errno (reported). */
MUST_CHECK int qfix_scan(struct qfix *f);
/* After a step; -N: what f->v would then be. */
MUST_CHECK int qfix_rescan(struct qfix *f);
/* Names that should not be there, once. */
void qfix_report_strays(struct qfix *f);
/* Where the file belongs: into p (QPATH_MAX). */
const char *qfix_wanted(const struct qfix *f, enum qdir dir, uint64_t id,
    char *p);
/* The first item of id, or of what would follow it. */
size_t qfix_find(const struct qfix *f, uint64_t id);
/* The first item from i on of another id. */
size_t qfix_group_end(const struct qfix *f, size_t i);

/* Move a file out of the queue, keeping its relative name. */
void qfix_set_aside(struct qfix *f, const char *path);
void qfix_set_item_aside(struct qfix *f, struct qfix_item *item);

/* -N: a file of f->v was there at the start and will be there no more. */
bool qfix_is_gone(const struct qfix *f, const char *path, uint64_t id);

#endif
