/*
 * svmachine.h: the life of a supervised service, as a table.
 *
 *	DOWN -> STARTING -> STARTED -> RUNNING -> FINISHING -> STARTED ...
 *	STARTED, when it is not wanted any more -> STOPPING -> DOWN or FAILED
 *
 * STARTING, FINISHING and STOPPING run S/start, S/finish, S/stop; a service
 * that has none passes them at once.
 */
#ifndef SUPERVISE_SVMACHINE_H
#define SUPERVISE_SVMACHINE_H

#include "supervise/svstatus.h"

enum svstate {
	SV_DOWN,
	SV_STARTING,
	SV_STARTED,
	SV_RUNNING,
	SV_FINISHING,
	SV_STOPPING,
	SV_FAILED,
	SV_STATES
};

enum svevent {
	SVEV_NONE,		/* nothing to do now */
	SVEV_GO,		/* wanted, and it may be started now */
	SVEV_UNWANTED,		/* nobody wants it to run again */
	SVEV_DONE,		/* the script of the state has ended */
	SVEV_BAD,		/* ... with trouble: to be tried again */
	SVEV_FATAL,		/* ... and the service has failed for good */
	SVEV_MAX
};

/* A move that is not in the table is a bug of ours. */
enum svstate svmachine_next(enum svstate state, enum svevent event);
/* The file to run on entering the state; NULL: none. */
const char *svmachine_script(enum svstate state);
enum svphase svmachine_phase(enum svstate state);
bool svmachine_is_at_rest(enum svstate state);	/* DOWN or FAILED */

#endif
