/*
 * qm.h: what the servers of QMTP and QMQP share: netstrings inside netstrings,
 * read as a stream (protocols.md 4, 5).
 *
 * Functions return 0, or -1 with errno: EPROTO (not a netstring, or longer
 * than the one around it), ERANGE (too long for us), EPIPE (end of input),
 * ETIMEDOUT, read(2)'s.
 */
#ifndef MAIL_QM_H
#define MAIL_QM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "lib/view.h"

#define QM_LEN_MAX 200000000	/* bytes of a netstring, protocols.md 4 */
#define QM_ADDRESS_MAX 999	/* bytes of an address */
#define QM_LIFETIME_S 3600	/* of a connection */

struct qm {
	struct in *in;
	uint64_t left;		/* bytes of the netstring around; or NOTHING */
};

#define QM_NOTHING UINT64_MAX	/* no netstring around: left does not count */

/* The length and the colon. */
MUST_CHECK int qm_get_len(struct qm *q, uint64_t *len);
MUST_CHECK int qm_get_comma(struct qm *q);
/*
 * Some of the next len > 0 bytes: *v, at least one, valid until the next call;
 * they count as read.
 */
MUST_CHECK int qm_get_some(struct qm *q, uint64_t len, struct view *v);
/*
 * An address as a netstring, into b (replaced).  *is_bad: longer than
 * QM_ADDRESS_MAX, or with control bytes; all of it is read anyway.
 */
MUST_CHECK int qm_get_address(struct qm *q, struct buf *b, bool *is_bad);

/* `ok TIME qp PID` with K in front, for a queued message, into b (replaced). */
void qm_accepted(struct buf *b, uint64_t qp);
/* The exit code for an errno of these functions: 0, 100, 111. */
int qm_exit_code(int error);

#endif
