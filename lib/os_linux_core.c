#include "lib/os_core.h"

#include <sys/auxv.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define RENAME_NEW 1u		/* RENAME_NOREPLACE of renameat2(2) */

static void
sync_range(int fd, unsigned flags)
{
	int saved = errno;

	/* unsupported file systems refuse; fsync(2) does the work anyway */
	(void)sync_file_range(fd, 0, 0, flags);
	errno = saved;
}

void
os_start_writeback(int fd)
{
	sync_range(fd, SYNC_FILE_RANGE_WRITE);
}

void
os_write_back(int fd)
{
	sync_range(fd, SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
}

uid_t
os_start_uid(void)
{
	return (uid_t)getauxval(AT_UID);	/* execve(2) left it there */
}

bool
os_is_stream_of_parent(int fd, uid_t uid)
{
	struct ucred peer = { .pid = 0 };
	socklen_t len = sizeof(peer);
	int type = 0;

	/* of other families than AF_UNIX the peer's pid is 0 */
	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &len) < 0 ||
	    len != sizeof(peer) || peer.pid <= 0 || peer.uid != uid ||
	    peer.pid != getppid())
		return false;
	len = sizeof(type);
	return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len) == 0 &&
	    type == SOCK_STREAM;
}

int
os_rename_new(int fromdir, const char *from, int todir, const char *to)
{
	/* not all C libraries have renameat2(2) */
	return (int)syscall(SYS_renameat2, fromdir, from, todir, to,
	    RENAME_NEW);
}

int
os_own_program(struct stat *st)
{
	return stat("/proc/self/exe", st);
}
