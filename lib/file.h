/*
 * file.h: whole files, read.
 */
#ifndef LIB_FILE_H
#define LIB_FILE_H

#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"

/* open(2) for reading, close-on-exec: descriptor, or -1 with errno. */
MUST_CHECK int file_open_read(const char *path);

/*
 * Replace b by the file's bytes.  Returns 1; 0 when there is no such file
 * (ENOENT); -1 with errno, EFBIG when it is longer than max.
 */
MUST_CHECK int file_read(const char *path, struct buf *b, size_t max);

#endif
