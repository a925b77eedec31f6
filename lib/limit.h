/*
 * limit.h: resource limits of the process.
 */
#ifndef LIB_LIMIT_H
#define LIB_LIMIT_H

#include <stddef.h>

/*
 * Raise the soft limit of descriptors to want, or as far as the hard one lets:
 * what is missing then shows when a descriptor is opened.
 */
void limit_raise_fds(size_t want);

#endif
