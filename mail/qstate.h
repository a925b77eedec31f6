/*
 * qstate.h: which files a message has, and what that means (queue.md 4).
 * qmail-send, qmail-clean, queue-fix and qmail-queue(5) share this table.
 */
#ifndef MAIL_QSTATE_H
#define MAIL_QSTATE_H

#define QF_MESS   0x01u
#define QF_INTD   0x02u
#define QF_TODO   0x04u
#define QF_INFO   0x08u
#define QF_LOCAL  0x10u
#define QF_REMOTE 0x20u
#define QF_BOUNCE 0x40u
#define QF_ALL    0x7fu

enum qstate {
	QSTATE_NONE,		/* S1: the number is free */
	QSTATE_WRITING,		/* S2, S3: not yet accepted, or going away */
	QSTATE_QUEUED,		/* S4: accepted, not yet sorted */
	QSTATE_READY,		/* S5: sorted, being delivered */
	QSTATE_DAMAGED		/* none of these: work for queue-fix */
};

enum qstate qstate_of(unsigned present);	/* QF_ bits */
const char *qstate_name(enum qstate s);

#endif
