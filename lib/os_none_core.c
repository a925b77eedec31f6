#include "lib/os_core.h"

#include <errno.h>
#include <unistd.h>

void
os_start_writeback(int fd)
{
	(void)fd;		/* no such hint here; fsync(2) does the work */
}

void
os_write_back(int fd)
{
	(void)fd;
}

uid_t
os_start_uid(void)
{
	return getuid();
}

bool
os_is_stream_of_parent(int fd, uid_t uid)
{
	(void)fd;
	(void)uid;
	return false;	/* nobody to ask */
}

int
os_rename_new(int fromdir, const char *from, int todir, const char *to)
{
	(void)fromdir;
	(void)from;
	(void)todir;
	(void)to;
	errno = ENOSYS;
	return -1;
}

int
os_own_program(struct stat *st)
{
	(void)st;
	errno = ENOSYS;
	return -1;
}
