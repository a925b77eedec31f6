#include "mail/qstate.h"

#include <stddef.h>

#include "lib/attr.h"

static const struct {
	enum qstate state;
	const char *name;
	unsigned must, may;
} rules[] = {
	{ QSTATE_NONE,    "none",    0,                 0 },
	{ QSTATE_WRITING, "writing", QF_MESS,           QF_INTD },
	{ QSTATE_QUEUED,  "queued",  QF_MESS | QF_TODO,
	    QF_INTD | QF_INFO | QF_LOCAL | QF_REMOTE },
	{ QSTATE_READY,   "ready",   QF_MESS | QF_INFO,
	    QF_LOCAL | QF_REMOTE | QF_BOUNCE },
};

static_assert(NELEM(rules) == QSTATE_DAMAGED, "one rule per sound state");

enum qstate
qstate_of(unsigned present)
{
	for (size_t i = 0; i < NELEM(rules); i++)
		if ((present & rules[i].must) == rules[i].must &&
		    (present & ~(rules[i].must | rules[i].may)) == 0)
			return rules[i].state;
	return QSTATE_DAMAGED;
}

const char *
qstate_name(enum qstate s)
{
	return s < QSTATE_DAMAGED ? rules[s].name : "damaged";
}
