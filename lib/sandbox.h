/*
 * sandbox.h: give up for good what a program will not need any more.
 *
 * Promises are words with blanks between, meant as in OpenBSD's pledge(2):
 *	stdio	memory, time, signals to itself, and the descriptors that are
 *		open: always promised
 *	rpath	open for reading, look at and list files
 *	wpath	create, write, link, rename and remove them
 *	inet	make and use Internet sockets
 *	unix	make and use local sockets; pass descriptors
 *	proc	start, signal and wait for processes
 *	exec	become, or start, other programs (they inherit the sandbox)
 *	id	change user and group
 *	setuid	set-uid programs stay what they are; only for root
 * What was not promised fails with EPERM.  Files can be reached only below
 * the paths that are named, with the rights that are named.
 *
 * Linux: seccomp filters (seccomp(2)) and Landlock (landlock(7)); set-uid bits
 * have no effect afterwards, for children too, unless promised.  Elsewhere:
 * nothing.  No heap.
 */
#ifndef LIB_SANDBOX_H
#define LIB_SANDBOX_H

#include <stddef.h>

#include "lib/attr.h"

struct sandbox_path {
	const char *path;	/* a file or folder; one that is not there is
				 * passed over; NULL ends the list */
	const char *rights;	/* of r read, w write and remove, x execute */
};

/*
 * Enter the sandbox: 0; -1 with errno: ENOSYS when the kernel has no such
 * thing (what it has is in force), else something is wrong.
 */
MUST_CHECK int sandbox(const char *promises, const struct sandbox_path *paths);

#endif
