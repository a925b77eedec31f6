#include "lib/lock.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <time.h>

#include "lib/deadline.h"
#include "lib/fd.h"
#include "lib/sys.h"

#define RETRY_FIRST_MS 5
#define RETRY_MAX_MS 250

static int
take(int fd, int how)
{
	int r;

	do
		r = flock(fd, how);
	while (r < 0 && errno == EINTR);
	return r;
}

int
lock_ex(int fd)
{
	return take(fd, LOCK_EX);
}

int
lock_try(int fd)
{
	if (take(fd, LOCK_EX | LOCK_NB) == 0)
		return 0;
	if (errno == EWOULDBLOCK)
		errno = EAGAIN;
	return -1;
}

int
lock_within(int fd, int seconds)
{
	struct deadline until = deadline_in_s(seconds);
	long wait_ms = RETRY_FIRST_MS;

	while (lock_try(fd) < 0) {
		struct timespec ts = { .tv_nsec = wait_ms * 1000000 };
		if (errno != EAGAIN)
			return -1;
		if (deadline_is_past(&until)) {
			errno = ETIMEDOUT;
			return -1;
		}
		(void)nanosleep(&ts, NULL);	/* early is fine */
		wait_ms *= 2;
		if (wait_ms > RETRY_MAX_MS)
			wait_ms = RETRY_MAX_MS;
	}
	return 0;
}

static bool
is_named(int fd, const char *path)
{
	struct stat open, named;

	return fstat(fd, &open) == 0 && stat(path, &named) == 0 &&
	    open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

int
lock_create(const char *path, int seconds)
{
	struct deadline until = deadline_in_s(seconds);
	int fd, saved = ETIMEDOUT;

	do {
		/* whom it is closed to cannot hold a lock of it either */
		fd = sys_open(path, O_WRONLY | O_CREAT, 0600);
		if (fd < 0)
			return -1;
		/* a file system without locks has no such company */
		if (lock_within(fd, seconds) < 0 && errno == ETIMEDOUT)
			break;
		if (is_named(fd, path)) {
			if (sys_fchmod(fd, 0600) == 0 &&
			    sys_ftruncate(fd, 0) == 0)
				return fd;
			saved = errno;
			break;
		}
		fd_close(&fd);
	} while (!deadline_is_past(&until));
	fd_close(&fd);
	errno = saved;
	return -1;
}
