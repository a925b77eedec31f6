/*
 * confine_log.h: lib/confine.h for programs that have a log.
 */
#ifndef LIB_CONFINE_LOG_H
#define LIB_CONFINE_LOG_H

#include "lib/confine.h"

/* confine(); dies, 111, when it fails; a kernel without is logged. */
void confine_or_die(enum confined who);

#endif
