/*
 * os_core.h: the part of lib/os.h that the set-uid program is linked with:
 * nothing that opens a way out of it.  lib/os_linux_core.c and
 * lib/os_none_core.c implement it.
 */
#ifndef LIB_OS_CORE_H
#define LIB_OS_CORE_H

#include <sys/stat.h>
#include <sys/types.h>

#include <stdbool.h>

#include "lib/attr.h"

/* Start writing a file's data without waiting; a hint. */
void os_start_writeback(int fd);
/* The same, waiting until it is written; a hint as well. */
void os_write_back(int fd);
/* The real user that the process started as (getauxval(3): no system call). */
uid_t os_start_uid(void);
/*
 * Whether fd is an AF_UNIX stream whose other end was made by our parent, as
 * user uid.  False as well where the system does not tell.
 */
bool os_is_stream_of_parent(int fd, uid_t uid);
/*
 * renameat(2) that never replaces: -1 with EEXIST when there is such a name;
 * ENOSYS or EINVAL where the system, or the file system, has no such call.
 */
MUST_CHECK int os_rename_new(int fromdir, const char *from, int todir,
    const char *to);
/* The file that this process runs: 0, or -1 when the system does not tell. */
MUST_CHECK int os_own_program(struct stat *st);

#endif
