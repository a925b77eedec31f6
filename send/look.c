#include "send/look.h"

#include <errno.h>

static enum look
look(const char *name, struct stat *st)
{
	if (lstat(name, st) == 0)
		return LOOK_PRESENT;
	return errno == ENOENT ? LOOK_ABSENT : LOOK_UNKNOWN;
}

enum look
look_at(const struct qlayout *l, enum qdir dir, uint64_t id, char *name,
    struct stat *st)
{
	enum look r = look(qpath(l, dir, id, name), st);

	if (r == LOOK_ABSENT && dir == QDIR_TODO && l->split_todo)
		r = look(qpath_flat(dir, id, name), st);
	return r;
}
