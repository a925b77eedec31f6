/*
 * idset.h: a set of message numbers, for as long as the start-up scan runs.
 * Starts as IDSET_INIT.
 */
#ifndef SEND_IDSET_H
#define SEND_IDSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct idset {
	uint64_t *v;		/* open addressing; 0 is an empty place */
	size_t len, cap;	/* cap is 0 or a power of two */
	bool has_zero;		/* 0 itself is a member */
};

#define IDSET_INIT { .v = NULL, .len = 0, .cap = 0 }

void idset_add(struct idset *s, uint64_t id);
bool idset_has(const struct idset *s, uint64_t id);
void idset_free(struct idset *s);

#endif
