/*
 * settings.h: what the environment and control files say about who is
 * writing (messages.md 4.4).  Control files are read when first needed.
 */
#ifndef INJECT_SETTINGS_H
#define INJECT_SETTINGS_H

#include <sys/types.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/buf.h"
#include "mail/header_address.h"

struct settings {
	int64_t now;
	pid_t pid;
	bool name_is_comment;	/* letters of QMAILINJECT: c */
	bool ignore_return_path;	/* s */
	bool delete_from;		/* f */
	bool delete_message_id;		/* i */
	bool verp_recipient;		/* r */
	bool verp_message;		/* m */
	struct buf hosts[HEADER_DEFAULTS];
	bool known[HEADER_DEFAULTS];
	struct header_rewriter rewriter;	/* with these hosts */
};

void settings_begin(struct settings *s, int64_t now, pid_t pid);
void settings_free(struct settings *s);

/* The fields that were not there; each is added with its LF. */
void settings_put_date(const struct settings *s, const char *name,
    struct buf *out);
void settings_put_message_id(const struct settings *s, const char *name,
    struct buf *out);
void settings_put_from(struct settings *s, const char *name, struct buf *out);

/* The envelope sender that nobody named; out is replaced. */
void settings_make_sender(struct settings *s, struct buf *out);
/* A raw address of the command line, completed; out is replaced. */
void settings_complete(struct settings *s, struct view raw, struct buf *out);

#endif
