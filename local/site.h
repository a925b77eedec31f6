/*
 * site.h: what the installation says to all deliveries.
 */
#ifndef LOCAL_SITE_H
#define LOCAL_SITE_H

#include "lib/attr.h"
#include "local/job.h"

/* Before the first delivery of a process. */
void site_init(struct local_site *site);
/* Its control files may have changed: read them when they are needed next. */
void site_forget(struct local_site *site);

/*
 * Whether control/patrn forbids a home or .qmail file of this mode: 1, 0; -1
 * with the report added to why.  What is closed to group and others it allows.
 */
MUST_CHECK int site_forbids(struct local_site *site, mode_t mode,
    struct buf *why);
/* control/timeoutprogram, into site->program_s: 0; -1 the same. */
MUST_CHECK int site_read_timeout(struct local_site *site, struct buf *why);

#endif
