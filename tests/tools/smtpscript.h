/*
 * smtpscript.h: the scripts of smtpsink; their language is described there.
 */
#ifndef TESTS_TOOLS_SMTPSCRIPT_H
#define TESTS_TOOLS_SMTPSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"
#include "lib/view.h"

#define SMTPSCRIPT_STEPS_MAX 200

enum action {
	ACT_SEND, ACT_RAW, ACT_CLOSE, ACT_RESET, ACT_SILENT, ACT_STALL,
	ACT_DELAY, ACT_DRIP, ACT_ENDLESS, ACT_ENDLESSDRIP, ACT_FILL,
	ACT_CLOSEAFTER, ACT_RESETAFTER
};

struct step {
	struct view when, part;		/* into the script's text */
	enum action action;
	uint64_t number;
	struct buf reply;
	bool is_used;
};

struct smtpscript {
	struct buf text;
	struct step steps[SMTPSCRIPT_STEPS_MAX];
	size_t nsteps;
};

/* Read a script; a bad one ends the program. */
void smtpscript_load(struct smtpscript *s, const char *path);
/* The step that is due, or NULL; line is the command. */
struct step *smtpscript_find(struct smtpscript *s, const char *when,
    struct view line);

#endif
