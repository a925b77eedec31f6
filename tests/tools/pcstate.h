/*
 * pcstate.h: a state of the disk after a power cut (tests/tools/powercut.c).
 */
#ifndef TESTS_TOOLS_PCSTATE_H
#define TESTS_TOOLS_PCSTATE_H

#include "lib/buf.h"
#include "tests/tools/pcrecord.h"

struct pc_state {
	const struct pc_record *r;
	bool *is_there;		/* by op */
	size_t *names;		/* by path: the file, or PC_NONE */
	struct buf *contents;	/* by file */
};

struct pc_seen {		/* hashes */
	uint64_t *v;
	size_t len, cap;
};

/* How many choices there are at this moment. */
size_t pc_choices(const struct pc_record *r, size_t moment);
void pc_state_make(struct pc_state *s, const struct pc_record *r,
    size_t moment, size_t choice, uint64_t seed);
void pc_state_free(struct pc_state *s);
/* The same for states between which no program can tell a difference. */
uint64_t pc_state_hash(const struct pc_state *s);
/* Remembers it. */
bool pc_is_new(struct pc_seen *seen, uint64_t hash);
/* Create the files. */
void pc_state_write(const struct pc_state *s);

#endif
