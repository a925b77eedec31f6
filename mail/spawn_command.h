/*
 * spawn_command.h: the spawners' side of a command (mail/spawn.h), taken from
 * bytes as they come.
 */
#ifndef MAIL_SPAWN_COMMAND_H
#define MAIL_SPAWN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"
#include "mail/spawn.h"

/* Bytes kept of one field; below what execve(2) takes as one argument. */
#define SPAWN_FIELD_MAX 65535

struct spawn_command {
	enum spawn_part {
		SPAWN_DELNUM, SPAWN_DELNUM_HIGH, SPAWN_DELNUM_LOW,
		SPAWN_ID, SPAWN_SENDER, SPAWN_RECIPIENT, SPAWN_COMPLETE
	} part;			/* what the next byte belongs to */
	bool is_wide;		/* numbers may be of three bytes */
	unsigned delnum;
	struct buf id, sender, recipient;	/* no NUL inside */
	bool is_too_long;	/* an address was cut at SPAWN_FIELD_MAX */
};

#define SPAWN_COMMAND_INIT { .part = SPAWN_DELNUM, .id = BUF_INIT, \
	.sender = BUF_INIT, .recipient = BUF_INIT }

/*
 * Take bytes from *input up to the end of one command.  True when the command
 * is complete; false when *input is used up first.
 */
bool spawn_command_take(struct spawn_command *c, struct view *input);

/*
 * Why the command cannot be carried out, as a report; NULL: no reason seen.
 * Message name, then recipient, in the order of programs.md 4.
 */
const char *spawn_command_refusal(const struct spawn_command *c);

/* It asks for more deliveries than 255 (mail/spawn.h). */
bool spawn_command_is_ask(const struct spawn_command *c);

struct view spawn_command_local(const struct spawn_command *c);
struct view spawn_command_host(const struct spawn_command *c);

void spawn_command_reset(struct spawn_command *c);	/* for the next one */
void spawn_command_free(struct spawn_command *c);

#endif
