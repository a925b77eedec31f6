#include "send/idset.h"

#include "lib/mem.h"

#define IDSET_CAP_MIN 256
#define IDSET_MIX 0x9e3779b97f4a7c15u	/* 2^64 / golden ratio */

static size_t
place_of(const struct idset *s, uint64_t id)
{
	size_t at = (size_t)((id * IDSET_MIX) >> 32) & (s->cap - 1);

	while (s->v[at] != 0 && s->v[at] != id)
		at = (at + 1) & (s->cap - 1);
	return at;
}

static void
grow(struct idset *s)
{
	struct idset old = *s;

	s->cap = old.cap == 0 ? IDSET_CAP_MIN : old.cap * 2;
	s->v = mem_array(s->cap, sizeof(*s->v));
	for (size_t i = 0; i < old.cap; i++)
		if (old.v[i] != 0)
			s->v[place_of(s, old.v[i])] = old.v[i];
	mem_free(old.v);
}

void
idset_add(struct idset *s, uint64_t id)
{
	size_t at;

	if (id == 0) {
		s->has_zero = true;
		return;
	}
	if (s->len >= s->cap / 2)
		grow(s);
	at = place_of(s, id);
	if (s->v[at] == 0)
		s->len++;
	s->v[at] = id;
}

bool
idset_has(const struct idset *s, uint64_t id)
{
	if (id == 0)
		return s->has_zero;
	return s->cap > 0 && s->v[place_of(s, id)] == id;
}

void
idset_free(struct idset *s)
{
	mem_free(s->v);
	*s = (struct idset)IDSET_INIT;
}
