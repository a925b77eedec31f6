/*
 * svdir.h: where supervise keeps its runtime files of a service: in
 * ./supervise, or with SUPERVISEDIR=/run/x in /run/x/:path:of:the:service, the
 * service's physical path with `:` for `/`.
 */
#ifndef SUPERVISE_SVDIR_H
#define SUPERVISE_SVDIR_H

#include "lib/attr.h"
#include "lib/buf.h"

/* Of the service in the current directory.  0, or -1 with errno. */
MUST_CHECK int svdir_find(struct buf *base);
/* base/name in path (replaced), as a string. */
const char *svdir_path(struct buf *path, const char *base, const char *name);
/*
 * Open the control fifo below base for writing: descriptor; -1 with errno,
 * ENXIO or ENOENT when no supervise runs there.
 */
MUST_CHECK int svdir_open_control(const char *base);
/*
 * Does supervise run there?  1; 0 with errno ENXIO, or ENOENT when none ever
 * did; -1 with errno.
 */
MUST_CHECK int svdir_is_supervised(const char *base);

#endif
