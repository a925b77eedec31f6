#include "ucspi/early.h"

#include "lib/attr.h"

/* The place of pid, e->n when it has none. */
static size_t
find(const struct early *e, pid_t pid)
{
	size_t i = 0;

	while (i < e->n && e->v[i].pid != pid)
		i++;
	return i;
}

void
early_keep(struct early *e, const struct early_end *end)
{
	size_t i = find(e, 0);

	if (i == NELEM(e->v))
		return;
	if (i == e->n)
		e->n++;
	e->v[i] = *end;
}

int
early_take(struct early *e, pid_t pid, struct early_end *end)
{
	size_t i = find(e, pid);

	if (i == e->n)
		return 0;
	*end = e->v[i];
	e->v[i].pid = 0;
	return 1;
}

void
early_clear(struct early *e)
{
	e->n = 0;
}
