#include "lib/err.h"

#include <errno.h>
#include <stddef.h>

#include "lib/attr.h"

static const struct {
	int error;
	bool temp;
	const char *text;
} table[] = {
	{ 0, false, "no error" },
	{ EINTR, true, "interrupted system call" },
	{ ENOMEM, true, "out of memory" },
	{ ENOENT, false, "file does not exist" },
	{ ETXTBSY, true, "text busy" },
	{ EIO, true, "input/output error" },
	{ EEXIST, false, "file already exists" },
	{ ETIMEDOUT, true, "timed out" },
	{ EINPROGRESS, true, "operation in progress" },
	{ EAGAIN, true, "temporary failure" },
	{ EPIPE, false, "broken pipe" },
	{ EPERM, false, "permission denied" },
	{ EACCES, false, "access denied" },
	{ ENODEV, false, "device not configured" },
	{ ENXIO, false, "device not configured" },
	{ EPROTO, false, "protocol error" },
	{ EISDIR, false, "is a directory" },
	{ ENOTDIR, false, "not a directory" },
	{ ENOTEMPTY, false, "directory not empty" },
	{ EXDEV, false, "cross-device link" },
	{ ENFILE, true, "out of file descriptors" },
	{ EMFILE, true, "out of file descriptors" },
	{ ENOSPC, true, "out of disk space" },
	{ EDQUOT, true, "disk quota exceeded" },
	{ EFBIG, false, "file too large" },
	{ EROFS, false, "read-only file system" },
	{ ESTALE, true, "stale NFS file handle" },
	{ ENAMETOOLONG, false, "file name too long" },
	{ ELOOP, false, "symbolic link loop" },
	{ EMLINK, false, "too many links" },
	{ EINVAL, false, "invalid argument" },
	{ ERANGE, false, "number out of range" },
	{ EOVERFLOW, false, "value too large" },
	{ EMSGSIZE, false, "line too long" },
	{ EBADF, false, "file descriptor not open" },
	{ ENOEXEC, false, "exec format error" },
	{ ECHILD, false, "no child processes" },
	{ ESRCH, false, "no such process" },
	{ E2BIG, false, "argument list too long" },
	{ ENOTTY, false, "not a tty" },
	{ ENOTSOCK, false, "not a socket" },
	{ EADDRINUSE, false, "address already used" },
	{ EADDRNOTAVAIL, false, "address not available" },
	{ EAFNOSUPPORT, false, "address family not supported" },
	{ ECONNREFUSED, true, "connection refused" },
	{ ECONNRESET, true, "connection reset" },
	{ ECONNABORTED, true, "connection aborted" },
	{ EHOSTUNREACH, true, "host unreachable" },
	{ EHOSTDOWN, true, "host down" },
	{ ENETUNREACH, true, "network unreachable" },
	{ ENETDOWN, true, "network down" },
	{ ENETRESET, true, "network reset" },
	{ ENOTCONN, false, "not connected" },
	{ ENOBUFS, true, "out of buffer space" },
	{ ENOLCK, true, "out of locks" },
	{ ENOSYS, false, "system call not available" },
	{ EBUSY, true, "device busy" },
	{ ENOTSUP, false, "operation not supported" },
	{ EDEADLK, true, "operation would cause deadlock" },
};

const char *
err_str(int error)
{
	for (size_t i = 0; i < NELEM(table); i++)
		if (table[i].error == error)
			return table[i].text;
	return "unknown error";
}

bool
err_is_temp(int error)
{
	for (size_t i = 0; i < NELEM(table); i++)
		if (table[i].error == error)
			return table[i].temp;
	return true;		/* who knows */
}
