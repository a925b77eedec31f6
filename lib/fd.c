#include "lib/fd.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int
fd_copy(int to, int from)
{
	if (to == from)
		return fd_clear_cloexec(to);
	while (dup2(from, to) < 0)
		if (errno != EINTR && errno != EBUSY)
			return -1;
	return 0;
}

int
fd_move(int to, int from)
{
	if (to == from)
		return 0;
	if (fd_copy(to, from) < 0)
		return -1;
	return close(from);
}

static int
set_flag(int fd, int get, int set, int flag)
{
	int flags = fcntl(fd, get);

	if (flags < 0)
		return -1;
	if ((flags & flag) == flag)
		return 0;
	return fcntl(fd, set, flags | flag) < 0 ? -1 : 0;
}

static int
clear_flag(int fd, int get, int set, int flag)
{
	int flags = fcntl(fd, get);

	if (flags < 0)
		return -1;
	if ((flags & flag) == 0)
		return 0;
	return fcntl(fd, set, flags & ~flag) < 0 ? -1 : 0;
}

int
fd_set_cloexec(int fd)
{
	return set_flag(fd, F_GETFD, F_SETFD, FD_CLOEXEC);
}

int
fd_clear_cloexec(int fd)
{
	return clear_flag(fd, F_GETFD, F_SETFD, FD_CLOEXEC);
}

int
fd_set_nonblock(int fd)
{
	return set_flag(fd, F_GETFL, F_SETFL, O_NONBLOCK);
}

int
fd_clear_nonblock(int fd)
{
	return clear_flag(fd, F_GETFL, F_SETFL, O_NONBLOCK);
}

void
fd_close(int *fd)
{
	int saved = errno;

	if (*fd >= 0)
		(void)close(*fd);	/* nothing was written through it */
	*fd = -1;
	errno = saved;
}

int
fd_open_std(void)
{
	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF)
			continue;
		if (open("/dev/null", O_RDWR) != fd)
			return -1;
	}
	return 0;
}

bool
fd_is_same(int a, int b)
{
	struct stat sa, sb;

	return fstat(a, &sa) == 0 && fstat(b, &sb) == 0 &&
	    sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}
