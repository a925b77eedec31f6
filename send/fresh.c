#include "send/fresh.h"

#include <string.h>

#define SPREAD UINT64_C(11400714819323198485)	/* 2^64 by the golden ratio */

/* Numbers come in steps: a modulus would leave most places empty. */
unsigned
fresh_place(uint64_t id)
{
	return (unsigned)((id * SPREAD) >> (64 - FRESH_BITS));
}

/* The entry of id, or NULL. */
static struct fresh_entry *
find(struct fresh *f, uint64_t id)
{
	unsigned place = fresh_place(id);

	for (unsigned i = 0; i <= 1; i++)
		if (f->v[place ^ i].uses > 0 && f->v[place ^ i].id == id)
			return &f->v[place ^ i];
	return NULL;
}

/* Where to put id: over itself, on a free place, over another. */
static struct fresh_entry *
room_for(struct fresh *f, uint64_t id)
{
	struct fresh_entry *e = find(f, id);
	unsigned place = fresh_place(id);

	if (e != NULL)
		return e;
	return f->v[place].uses > 0 && f->v[place ^ 1].uses == 0 ?
	    &f->v[place ^ 1] : &f->v[place];
}

static uint8_t
keep(char *to, struct view v)
{
	if (v.len > 0)
		memcpy(to, v.p, v.len);
	return (uint8_t)v.len;
}

void
fresh_put(struct fresh *f, const struct fresh_message *m)
{
	struct fresh_entry *e = room_for(f, m->id);

	e->uses = 0;
	if (m->sender.len > FRESH_TEXT_MAX)
		return;
	e->id = m->id;
	e->birth = m->birth;
	e->channels = e->uses = m->channels;
	e->sender_len = keep(e->text, m->sender);
	e->records_len = 0;
	if (m->channels == 1 &&
	    m->records.len <= (size_t)FRESH_TEXT_MAX - e->sender_len)
		e->records_len = keep(e->text + e->sender_len, m->records);
}

const struct fresh_entry *
fresh_take(struct fresh *f, uint64_t id)
{
	struct fresh_entry *e = find(f, id);

	if (e != NULL)
		e->uses--;
	return e;
}
