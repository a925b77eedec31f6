#include "send/ahead.h"

void
ahead_begin(struct ahead *a, struct shared *s)
{
	*a = (struct ahead){ .before = dirs_mark(&s->dirs) };
}

bool
ahead_is_waiting(const struct ahead *a)
{
	return a->awaited != NULL && !syncs_is_over(a->awaited);
}

bool
ahead_may_add(struct ahead *a, struct shared *s)
{
	if (a->awaited != NULL)
		dirs_settle(&s->dirs, a->awaited);
	a->awaited = NULL;
	sync_group_clear(&a->group);
	return syncs_are_possible(&s->syncs);
}

void
ahead_add(struct ahead *a, struct sync *file)
{
	if (file->error == SYNC_NOT_DONE)
		sync_group_add(&a->group, file);
}

void
ahead_add_dir(struct ahead *a, struct shared *s, enum qdir dir, uint64_t id)
{
	struct sync_group *g = dirs_gather(&s->dirs, &a->group, dir, id,
	    a->before);

	if (g != NULL && g != &a->group)
		a->awaited = g;
}

bool
ahead_go(struct ahead *a, struct shared *s)
{
	if (syncs_give(&s->syncs, &a->group))
		a->awaited = &a->group;
	else
		dirs_settle(&s->dirs, &a->group);
	return a->awaited != NULL;
}
