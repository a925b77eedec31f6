/*
 * sys.h: the one door to the disk for queue, Maildir, mbox and cdb code: the
 * calls that change what a power cut can lose.  Each is the system call of its
 * name, no more: same arguments, same results, same errno.
 *
 * lib/sys.c goes straight through.  A test build links lib/sys_fault.c in its
 * place, which can make the n-th call fail or kill the process there.  No
 * program that is shipped contains it.
 */
#ifndef LIB_SYS_H
#define LIB_SYS_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "lib/attr.h"

/* Whether threads may make these calls: not where they are counted. */
bool sys_may_thread(void);

/* Always with O_CLOEXEC added. */
MUST_CHECK int sys_open(const char *path, int flags, mode_t mode);
MUST_CHECK int sys_close(int fd);
MUST_CHECK ssize_t sys_write(int fd, const void *p, size_t len);
MUST_CHECK ssize_t sys_pwrite(int fd, const void *p, size_t len, off_t at);
MUST_CHECK int sys_fsync(int fd);
MUST_CHECK int sys_fdatasync(int fd);
MUST_CHECK int sys_ftruncate(int fd, off_t len);
MUST_CHECK int sys_link(const char *from, const char *to);
MUST_CHECK int sys_unlink(const char *path);
/* The same below an open directory. */
MUST_CHECK int sys_openat(int dir, const char *name, int flags, mode_t mode);
MUST_CHECK int sys_linkat(int fromdir, const char *from, int todir,
    const char *to);
MUST_CHECK int sys_unlinkat(int dir, const char *name);
/* os_rename_new(): never replaces; not every file system has it. */
MUST_CHECK int sys_rename_newat(int fromdir, const char *from, int todir,
    const char *to);
MUST_CHECK int sys_rename(const char *from, const char *to);
MUST_CHECK int sys_mkdir(const char *path, mode_t mode);
MUST_CHECK int sys_rmdir(const char *path);
MUST_CHECK int sys_chmod(const char *path, mode_t mode);
MUST_CHECK int sys_fchmod(int fd, mode_t mode);
/* Set both times of a file, in seconds. */
MUST_CHECK int sys_utimes(const char *path, time_t atime, time_t mtime);

/*
 * Begin to write the file's data to disk without waiting, so that several
 * files' fsyncs share one journal commit.  A hint: nothing depends on it.
 */
void sys_start_writeback(int fd);
/*
 * The same, waiting until it is written.  Of several files, all but the first
 * to be fsynced: ext4 marks blocks as written in the journal when the data is
 * on disk, and what comes after the first commit needs one of its own.
 */
void sys_write_back(int fd);

/*
 * fsync(2) a directory: names in it are durable.  0 as well where the file
 * system has no such thing (EINVAL: some shared folders, some FUSE): an error
 * would not make them more so, but have mail deferred, or delivered again, for
 * ever.
 */
MUST_CHECK int sys_fsync_dir(int fd);
/* Open the directory, sync it, close it. */
MUST_CHECK int sys_sync_dir(const char *path);
/* The same for one that stays open: *fd is -1 at first; the caller closes. */
MUST_CHECK int sys_sync_dir_kept(const char *path, int *fd);

#endif
