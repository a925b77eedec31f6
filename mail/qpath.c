#include "mail/qpath.h"

#include <sys/stat.h>

#include <errno.h>
#include <string.h>

#include "lib/num.h"

#define DIR_LINKS 2		/* of a directory without subdirectories */

static const struct {
	const char *name;
	enum { FLAT, SPLIT, SPLIT_WITH_TODO } kind;
} dirs[] = {
	[QDIR_PID]    = { "pid",    FLAT },
	[QDIR_MESS]   = { "mess",   SPLIT },
	[QDIR_INTD]   = { "intd",   SPLIT_WITH_TODO },
	[QDIR_TODO]   = { "todo",   SPLIT_WITH_TODO },
	[QDIR_INFO]   = { "info",   SPLIT },
	[QDIR_LOCAL]  = { "local",  SPLIT },
	[QDIR_REMOTE] = { "remote", SPLIT },
	[QDIR_BOUNCE] = { "bounce", FLAT },
};

static_assert(NELEM(dirs) == QDIRS, "one row per directory");

const char *
qpath_dir_name(enum qdir dir)
{
	return dirs[dir].name;
}

bool
qpath_is_split(const struct qlayout *l, enum qdir dir)
{
	return dirs[dir].kind == SPLIT ||
	    (dirs[dir].kind == SPLIT_WITH_TODO && l->split_todo);
}

/* ---- names ---- */

static char *
add_text(char *p, const char *s)
{
	size_t len = strlen(s);

	memcpy(p, s, len + 1);
	return p + len;
}

static char *
add_num(char *p, uint64_t n)
{
	return p + num_fmt(n, p);
}

static char *
add_parent(const struct qlayout *l, enum qdir dir, uint64_t id, char *p)
{
	p = add_text(p, dirs[dir].name);
	if (qpath_is_split(l, dir))
		p = add_num(add_text(p, "/"), id % l->split);
	return p;
}

const char *
qpath(const struct qlayout *l, enum qdir dir, uint64_t id, char *p)
{
	add_num(add_text(add_parent(l, dir, id, p), "/"), id);
	return p;
}

const char *
qpath_parent(const struct qlayout *l, enum qdir dir, uint64_t id, char *p)
{
	add_parent(l, dir, id, p);
	return p;
}

const char *
qpath_spawn(const struct qlayout *l, uint64_t id, char *p)
{
	add_num(add_text(add_num(p, id % l->split), "/"), id);
	return p;
}

const char *
qpath_flat(enum qdir dir, uint64_t id, char *p)
{
	add_num(add_text(add_text(p, dirs[dir].name), "/"), id);
	return p;
}

bool
qpath_may_be_flat(const struct qlayout *l, enum qdir dir, uint64_t id)
{
	return l->split_todo && dirs[dir].kind == SPLIT_WITH_TODO &&
	    id >= l->split;
}

int
qpath_scan_id(struct view name, uint64_t *id)
{
	if (name.len == 0 || name.p[0] == '0' ||
	    num_scan(name, UINT64_MAX, id) < 0) {
		errno = EINVAL;
		return -1;
	}
	return 0;
}

/* ---- layout ---- */

/* 1 when dir/n is a directory, 0 when it is none, -1 with errno. */
static int
has_subdir(enum qdir dir, unsigned n)
{
	char path[QPATH_MAX];
	struct stat st;

	add_num(add_text(add_text(path, dirs[dir].name), "/"), n);
	if (stat(path, &st) < 0)
		return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
	return S_ISDIR(st.st_mode) ? 1 : 0;
}

/* Directories 0..n-1 end at n: 1 when dir/n-1 exists and dir/n does not. */
static int
is_count(enum qdir dir, unsigned n)
{
	int r = has_subdir(dir, n - 1);

	if (r <= 0)
		return r;
	r = has_subdir(dir, n);
	return r < 0 ? -1 : r == 0;
}

/* One after the other: exact, even when one in the middle is missing. */
static int
count_all(enum qdir dir, unsigned *n)
{
	unsigned i;
	int r = 0;

	for (i = 0; i < QPATH_SPLIT_MAX; i++)
		if ((r = has_subdir(dir, i)) <= 0)
			break;
	*n = i;
	return r < 0 ? -1 : 0;
}

/*
 * For programs that start once per message: two stat(2) for the usual number,
 * five where the file system counts subdirectories in the link count, and all
 * of them otherwise.
 */
static int
count_quickly(enum qdir dir, unsigned *n)
{
	struct stat st;
	int r;

	*n = QPATH_SPLIT;
	if ((r = is_count(dir, *n)) != 0)
		return r < 0 ? -1 : 0;
	if (stat(dirs[dir].name, &st) < 0)
		return -1;
	if (st.st_nlink > DIR_LINKS &&
	    st.st_nlink <= DIR_LINKS + QPATH_SPLIT_MAX) {
		*n = (unsigned)st.st_nlink - DIR_LINKS;
		if ((r = is_count(dir, *n)) != 0)
			return r < 0 ? -1 : 0;
	}
	return count_all(dir, n);
}

static int
look(struct qlayout *l, int (*count)(enum qdir, unsigned *))
{
	int r;

	if (count(QDIR_MESS, &l->split) < 0)
		return -1;
	if (l->split == 0) {
		errno = ENOTDIR;
		return -1;
	}
	r = has_subdir(QDIR_TODO, 0);
	l->split_todo = r > 0;
	return r < 0 ? -1 : 0;
}

int
qpath_layout(struct qlayout *l)
{
	return look(l, count_quickly);
}

static bool
is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	    a->st_nlink == b->st_nlink;
}

/* Whoever exchanges a subdirectory of mess/ changes its time. */
static bool
is_unchanged(const struct qlayout_seen *seen, const struct stat *mess,
    const struct stat *todo)
{
	return seen->is_known && is_same(&seen->todo, todo) &&
	    is_same(&seen->mess, mess) &&
	    seen->mess.st_ctim.tv_sec == mess->st_ctim.tv_sec &&
	    seen->mess.st_ctim.tv_nsec == mess->st_ctim.tv_nsec;
}

int
qpath_layout_again(struct qlayout *l, struct qlayout_seen *seen)
{
	struct stat mess, todo;

	if (!seen->has_looked) {
		/* there may be no second time */
		seen->has_looked = true;
		return qpath_layout(l);
	}
	if (stat(dirs[QDIR_MESS].name, &mess) < 0 ||
	    stat(dirs[QDIR_TODO].name, &todo) < 0)
		return -1;
	if (is_unchanged(seen, &mess, &todo))
		return 1;
	seen->is_known = false;
	if (qpath_layout(l) < 0)
		return -1;
	/* only where the link count tells of subdirectories */
	seen->is_known = mess.st_nlink == DIR_LINKS + l->split;
	seen->mess = mess;
	seen->todo = todo;
	return 0;
}

int
qpath_layout_checked(struct qlayout *l)
{
	static const enum qdir others[] = {
		QDIR_INFO, QDIR_LOCAL, QDIR_REMOTE
	};
	unsigned n;

	if (look(l, count_all) < 0)
		return -1;
	for (size_t i = 0; i < NELEM(others); i++) {
		if (count_all(others[i], &n) < 0)
			return -1;
		if (n != l->split) {
			errno = EINVAL;
			return -1;
		}
	}
	return 0;
}
