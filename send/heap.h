/*
 * heap.h: message numbers by time, the soonest first: 16 bytes a message.
 * The same number may be in it more than once.  Starts as HEAP_INIT.
 */
#ifndef SEND_HEAP_H
#define SEND_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct heap_entry {
	int64_t due;		/* unix seconds */
	uint64_t id;
};

struct heap {
	struct heap_entry *v;	/* owned */
	size_t len, cap;
};

#define HEAP_INIT { .v = NULL, .len = 0, .cap = 0 }

void heap_put(struct heap *h, int64_t due, uint64_t id);
/* The soonest, or NULL when empty; valid until the heap changes. */
const struct heap_entry *heap_first(const struct heap *h);
void heap_drop_first(struct heap *h);	/* nothing when empty */
bool heap_is_due(const struct heap *h, int64_t now);
/* Looks at all: for short ones. */
bool heap_has(const struct heap *h, uint64_t id);

/*
 * Have everything due from now on, but no later than it was: the first burst
 * entries at once, the others rate a second in their old order, so that new
 * mail still finds its way between them.
 */
void heap_hurry(struct heap *h, int64_t now, size_t burst, size_t rate);

void heap_free(struct heap *h);

#endif
