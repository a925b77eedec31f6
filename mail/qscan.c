#include "mail/qscan.h"

#include <errno.h>
#include <stddef.h>

static const char *
path_of(const struct qscan *s, unsigned n, char *p)
{
	struct qlayout l = *s->layout;

	if (n > 0)	/* the parent of a number that belongs in dir/n-1 */
		return qpath_parent(&l, s->dir, n - 1, p);
	l.split_todo = false;
	return qpath_parent(&l, s->dir, 0, p);
}

/*
 * The next directory: 1, 0 there is none, -1 with errno.  A split todo/ may
 * still have flat files from before its conversion; mess/ and the like cannot.
 */
static int
open_next(struct qscan *s)
{
	bool is_split = qpath_is_split(s->layout, s->dir);
	bool has_flat = !is_split || s->dir == QDIR_TODO ||
	    s->dir == QDIR_INTD;

	if (s->next == 0 && !has_flat)
		s->next = 1;
	if (s->next > (is_split ? s->layout->split : 0))
		return 0;
	s->is_flat = s->next == 0;
	s->handle = opendir(path_of(s, s->next, s->path));
	s->next++;
	return s->handle == NULL ? -1 : 1;
}

/* A subdirectory of a split todo/ has a number for a name as well. */
static bool
is_subdir(const struct qscan *s, uint64_t id)
{
	return s->is_flat && qpath_is_split(s->layout, s->dir) &&
	    !qpath_may_be_flat(s->layout, s->dir, id);
}

int
qscan_next(struct qscan *s, uint64_t *id)
{
	struct dirent *entry;
	int r;

	for (;;) {
		if (s->handle == NULL && (r = open_next(s)) <= 0)
			return r;
		errno = 0;
		entry = readdir(s->handle);
		if (entry == NULL && errno != 0)
			return -1;
		if (entry == NULL) {
			(void)closedir(s->handle);	/* was only read */
			s->handle = NULL;
			continue;
		}
		if (qpath_scan_id(view_of(entry->d_name), id) == 0 &&
		    !is_subdir(s, *id))
			return 1;
	}
}

void
qscan_close(struct qscan *s)
{
	int saved = errno;

	if (s->handle != NULL)
		(void)closedir(s->handle);	/* was only read */
	s->handle = NULL;
	s->next = 0;
	errno = saved;
}
