#include "lib/sys.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "lib/os_core.h"

bool
sys_may_thread(void)
{
	return true;
}

int
sys_open(const char *path, int flags, mode_t mode)
{
	return open(path, flags | O_CLOEXEC, mode);
}

int
sys_close(int fd)
{
	return close(fd);
}

ssize_t
sys_write(int fd, const void *p, size_t len)
{
	return write(fd, p, len);
}

ssize_t
sys_pwrite(int fd, const void *p, size_t len, off_t at)
{
	return pwrite(fd, p, len, at);
}

int
sys_fsync(int fd)
{
	return fsync(fd);
}

int
sys_fdatasync(int fd)
{
	return fdatasync(fd);
}

int
sys_ftruncate(int fd, off_t len)
{
	return ftruncate(fd, len);
}

int
sys_link(const char *from, const char *to)
{
	return link(from, to);
}

int
sys_unlink(const char *path)
{
	return unlink(path);
}

int
sys_openat(int dir, const char *name, int flags, mode_t mode)
{
	return openat(dir, name, flags | O_CLOEXEC, mode);
}

int
sys_linkat(int fromdir, const char *from, int todir, const char *to)
{
	return linkat(fromdir, from, todir, to, 0);
}

int
sys_unlinkat(int dir, const char *name)
{
	return unlinkat(dir, name, 0);
}

int
sys_rename_newat(int fromdir, const char *from, int todir, const char *to)
{
	return os_rename_new(fromdir, from, todir, to);
}

int
sys_rename(const char *from, const char *to)
{
	return rename(from, to);
}

int
sys_mkdir(const char *path, mode_t mode)
{
	return mkdir(path, mode);
}

int
sys_rmdir(const char *path)
{
	return rmdir(path);
}

int
sys_chmod(const char *path, mode_t mode)
{
	return chmod(path, mode);
}

int
sys_fchmod(int fd, mode_t mode)
{
	return fchmod(fd, mode);
}

int
sys_utimes(const char *path, time_t atime, time_t mtime)
{
	struct timespec ts[2] = { { .tv_sec = atime }, { .tv_sec = mtime } };

	return utimensat(AT_FDCWD, path, ts, 0);
}

void
sys_start_writeback(int fd)
{
	os_start_writeback(fd);
}

void
sys_write_back(int fd)
{
	os_write_back(fd);
}

int
sys_fsync_dir(int fd)
{
	return fsync(fd) < 0 && errno != EINVAL ? -1 : 0;
}

int
sys_sync_dir(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int saved;

	if (fd < 0)
		return -1;
	if (sys_fsync_dir(fd) < 0) {
		saved = errno;
		(void)close(fd);	/* the fsync's errno is the news */
		errno = saved;
		return -1;
	}
	return close(fd);
}

int
sys_sync_dir_kept(const char *path, int *fd)
{
	if (*fd < 0)
		*fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return *fd < 0 ? -1 : sys_fsync_dir(*fd);
}
