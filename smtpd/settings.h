/*
 * settings.h: the numbers that govern a session: control files and the
 * variables that replace them (control.md 2, 5, 6).
 */
#ifndef SMTPD_SETTINGS_H
#define SMTPD_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"

#define SETTINGS_TIMEOUT_S 1200		/* timeoutsmtpd, control.md 2 */
#define SETTINGS_TARPIT_S 5		/* tarpitdelay, control.md 5 */
#define SETTINGS_TARPIT_MAX_S 3600	/* nobody waits longer for a reply */

struct settings {
	bool is_loaded;
	const char *relayclient;	/* NULL: not set */
	uint64_t databytes;		/* 0: no limit */
	uint64_t maxrcpt;		/* 0: no limit */
	uint64_t brtlimit;		/* 0: no limit */
	uint64_t tarpitcount;		/* 0: no tarpit */
	uint64_t tarpitdelay;		/* seconds */
	uint64_t log;			/* 0: quiet */
};

/* Seconds that one read or write may take: 0, or -1 with errno. */
MUST_CHECK int settings_timeout(int *seconds);
/* Everything else, once: 0, or -1 with errno. */
MUST_CHECK int settings_load(struct settings *s);

#endif
