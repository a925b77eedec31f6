/*
 * scratch.h: a folder of a unit test's own: the current directory from
 * scratch_enter() to scratch_leave(), which removes it.  Both: 0, -1.
 */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <sys/stat.h>

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/attr.h"
#include "lib/child.h"
#include "lib/io_core.h"

static char scratch_path[PATH_MAX];

MUST_CHECK static inline int
scratch_enter(void)
{
	const char *dir = getenv("TMPDIR");

	if ((size_t)snprintf(scratch_path, sizeof(scratch_path),
	    "%s/qsuite-unit.XXXXXX", dir == NULL ? "/tmp" : dir) >=
	    sizeof(scratch_path))
		return -1;
	return mkdtemp(scratch_path) == NULL ? -1 : chdir(scratch_path);
}

MUST_CHECK static inline int
scratch_leave(void)
{
	char rm[] = "rm", rf[] = "-rf";
	char *argv[] = { rm, rf, scratch_path, NULL };
	struct child_spec spec = { .path = rm, .search = true, .argv = argv };
	int status;
	pid_t pid;

	if (chdir("/") < 0 || child_start(&spec, &pid) < 0 ||
	    child_wait(pid, &status) < 0)
		return -1;
	return status == 0 ? 0 : -1;
}

/* A file with this text and time: 0, -1. */
MUST_CHECK static inline int
scratch_file(const char *path, time_t mtime, const char *text)
{
	struct timespec ts[2] = { { .tv_sec = mtime }, { .tv_sec = mtime } };
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || io_write_all(fd, text, strlen(text)) < 0 ||
	    futimens(fd, ts) < 0)
		return -1;
	return close(fd);
}

#endif
