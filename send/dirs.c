#include "send/dirs.h"

#include <errno.h>
#include <fcntl.h>

#include "lib/fd.h"
#include "lib/mem.h"
#include "lib/sys.h"

static const enum qdir ours[] = { QDIR_INFO, QDIR_LOCAL, QDIR_REMOTE,
    QDIR_BOUNCE };

void
dirs_init(struct dirs *d, const struct qlayout *layout)
{
	*d = (struct dirs){ .layout = *layout, .changes = 1 };
	/* zeroed: changed before the first, durable before that */
	for (size_t i = 0; i < NELEM(ours); i++)
		d->v[ours[i]] = mem_array(layout->split, sizeof(struct dir));
}

size_t
dirs_fds(const struct qlayout *layout)
{
	return NELEM(ours) * layout->split;
}

void
dirs_keep_open(struct dirs *d)
{
	for (size_t i = 0; i < NELEM(ours); i++) {
		int *fds = mem_array(d->layout.split, sizeof(*fds));
		for (unsigned n = 0; n < d->layout.split; n++)
			fds[n] = -1;
		d->fds[ours[i]] = fds;
	}
}

void
dirs_free(struct dirs *d)
{
	for (size_t i = 0; i < QDIRS; i++) {
		mem_free(d->v[i]);
		for (unsigned n = 0; d->fds[i] != NULL &&
		    n < d->layout.split; n++)
			fd_close(&d->fds[i][n]);
		mem_free(d->fds[i]);
	}
	*d = (struct dirs){ .layout = d->layout };
}

/* Which of the directories of that kind. */
static unsigned
place_of(const struct dirs *d, enum qdir dir, uint64_t id)
{
	return qpath_is_split(&d->layout, dir) ?
	    (unsigned)(id % d->layout.split) : 0;
}

static struct dir *
dir_of(const struct dirs *d, enum qdir dir, uint64_t id)
{
	return &d->v[dir][place_of(d, dir, id)];
}

void
dirs_touch(struct dirs *d, enum qdir dir, uint64_t id)
{
	dir_of(d, dir, id)->changed = d->changes++;
}

enum dirs_state
dirs_state(const struct dirs *d, enum qdir dir, uint64_t id, uint64_t before)
{
	const struct dir *one = dir_of(d, dir, id);

	if (one->changed < one->durable || one->durable >= before)
		return DIRS_DURABLE;
	if (one->sync.group != NULL)
		return DIRS_UNDER_WAY;
	return one->failed >= before ? DIRS_FAILED : DIRS_DIRTY;
}

int
dirs_sync(struct dirs *d, enum qdir dir, uint64_t id)
{
	struct dir *one = dir_of(d, dir, id);
	unsigned n = place_of(d, dir, id);
	char name[QPATH_MAX];
	int r;

	if (one->changed < one->durable)
		return 0;
	qpath_parent(&d->layout, dir, id, name);
	r = d->fds[dir] != NULL ? sys_sync_dir_kept(name, &d->fds[dir][n]) :
	    sys_sync_dir(name);
	if (r < 0)
		return -1;
	one->durable = d->changes;
	return 0;
}

/* ---- several at the same time ---- */

/* -1: it is not kept open, or cannot be; dirs_sync() will say so. */
static int
fd_of(struct dirs *d, enum qdir dir, uint64_t id)
{
	char name[QPATH_MAX];
	int *fd;

	if (d->fds[dir] == NULL)
		return -1;
	fd = &d->fds[dir][place_of(d, dir, id)];
	if (*fd < 0)
		*fd = sys_open(qpath_parent(&d->layout, dir, id, name),
		    O_RDONLY | O_DIRECTORY, 0);
	return *fd;
}

struct sync_group *
dirs_gather(struct dirs *d, struct sync_group *g, enum qdir dir, uint64_t id,
    uint64_t before)
{
	struct dir *one = dir_of(d, dir, id);
	enum dirs_state state = dirs_state(d, dir, id, before);
	int fd;

	if (state == DIRS_UNDER_WAY)
		return one->sync.group;
	if (state != DIRS_DIRTY)
		return NULL;
	fd = fd_of(d, dir, id);
	if (fd < 0)
		return NULL;
	sync_init(&one->sync, fd, SYNC_DIR);
	sync_group_add(g, &one->sync);
	one->asked = d->changes;
	return g;
}

static void
settle(struct dir *one)
{
	one->sync.group = NULL;
	if (one->sync.error == SYNC_NOT_DONE)
		return;
	if (one->sync.error != 0)
		one->failed = one->asked;
	else if (one->durable < one->asked)
		one->durable = one->asked;
}

void
dirs_settle(struct dirs *d, const struct sync_group *g)
{
	for (size_t i = 0; i < NELEM(ours); i++)
		for (unsigned n = 0; d->fds[ours[i]] != NULL &&
		    n < d->layout.split; n++)
			if (d->v[ours[i]][n].sync.group == g)
				settle(&d->v[ours[i]][n]);
}

int
dirs_unlink(struct dirs *d, enum qdir dir, uint64_t id)
{
	char name[QPATH_MAX];

	if (sys_unlink(qpath(&d->layout, dir, id, name)) < 0)
		return errno == ENOENT ? 0 : -1;
	dirs_touch(d, dir, id);
	return 1;
}
