/*
 * fresh.h: what sorting knew of a message, kept for its first attempt, which
 * follows at once: then info/N need not be read, nor a short local/N or
 * remote/N, and when that attempt is all there is, nothing has to be looked for
 * before the message is removed.
 * Only a help: what is not in it (any more) is read from disk.
 */
#ifndef SEND_FRESH_H
#define SEND_FRESH_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define FRESH_BITS 8
#define FRESH_MAX (1u << FRESH_BITS)	/* messages: some batches */
#define FRESH_TEXT_MAX 230	/* bytes; what is longer is read again */

/* One that was sorted just now. */
struct fresh_message {
	uint64_t id;
	int64_t birth;		/* about mtime of info/N, unix seconds */
	unsigned channels;	/* that it has recipients in */
	struct view sender;
	struct view records;	/* all of local/N or remote/N; empty: unknown */
};

struct fresh_entry {
	uint64_t id;
	int64_t birth;
	unsigned channels;
	unsigned uses;		/* attempts that may still ask: 0 free */
	uint8_t sender_len, records_len;	/* of text, in this order */
	char text[FRESH_TEXT_MAX];
};

static_assert(FRESH_TEXT_MAX <= UINT8_MAX, "a length fits");

static inline struct view
fresh_sender(const struct fresh_entry *e)
{
	return view_make(e->text, e->sender_len);
}

/* Of the only channel; empty: not known. */
static inline struct view
fresh_records(const struct fresh_entry *e)
{
	return view_make(e->text + e->sender_len, e->records_len);
}

struct fresh {
	struct fresh_entry v[FRESH_MAX];	/* see fresh_place() */
};

/*
 * Where the message's entry is, or in the place beside (^ 1); others may have
 * the same places.
 */
unsigned fresh_place(uint64_t id);

/* The message is sorted; its older entry, if any, is forgotten. */
void fresh_put(struct fresh *f, const struct fresh_message *m);
/*
 * For the first attempt in a channel: the entry, which is valid until the
 * next fresh_put(), or NULL.  Each channel may ask once.
 */
const struct fresh_entry *fresh_take(struct fresh *f, uint64_t id);

#endif
