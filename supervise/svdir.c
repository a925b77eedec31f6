#include "supervise/svdir.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/fd.h"

int
svdir_find(struct buf *base)
{
	const char *parent = env_get("SUPERVISEDIR");
	char cwd[PATH_MAX];

	if (parent == NULL || parent[0] == '\0') {
		buf_sets(base, "supervise");
		return 0;
	}
	if (getcwd(cwd, sizeof(cwd)) == NULL)
		return -1;
	for (char *p = cwd; *p != '\0'; p++)
		if (*p == '/')
			*p = ':';
	buf_clear(base);
	buf_cat(base, parent, "/", cwd);
	return 0;
}

const char *
svdir_path(struct buf *path, const char *base, const char *name)
{
	buf_sets(path, base);
	buf_cat(path, "/", name);
	return path->p;
}

static int
open_fifo(const char *base, const char *name)
{
	struct buf path = BUF_INIT;
	int fd = open(svdir_path(&path, base, name),
	    O_WRONLY | O_NONBLOCK | O_CLOEXEC);
	int saved = errno;

	buf_free(&path);
	errno = saved;
	return fd;
}

int
svdir_open_control(const char *base)
{
	return open_fifo(base, "control");
}

int
svdir_is_supervised(const char *base)
{
	int fd = open_fifo(base, "ok");

	if (fd < 0)
		return errno == ENXIO || errno == ENOENT ? 0 : -1;
	fd_close(&fd);
	return 1;
}
