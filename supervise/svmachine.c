#include "supervise/svmachine.h"

#include <assert.h>
#include <stddef.h>

#include "lib/prog.h"

#define NO SV_STATES		/* this cannot happen here */

static const struct {
	const char *script;
	enum svphase phase;
	enum svstate next[SVEV_MAX];
} rows[] = {
	[SV_DOWN] = { NULL, SVPHASE_STOPPED, {
	    [SVEV_NONE] = SV_DOWN,
	    [SVEV_GO] = SV_STARTING,
	    [SVEV_UNWANTED] = NO, [SVEV_DONE] = NO, [SVEV_BAD] = NO,
	    [SVEV_FATAL] = NO } },
	[SV_STARTING] = { "start", SVPHASE_STARTING, {
	    [SVEV_NONE] = SV_STARTING,
	    [SVEV_DONE] = SV_STARTED,
	    [SVEV_BAD] = SV_DOWN,
	    [SVEV_FATAL] = SV_FAILED,
	    [SVEV_GO] = NO, [SVEV_UNWANTED] = NO } },
	[SV_STARTED] = { NULL, SVPHASE_STARTED, {
	    [SVEV_NONE] = SV_STARTED,
	    [SVEV_GO] = SV_RUNNING,
	    [SVEV_UNWANTED] = SV_STOPPING,
	    [SVEV_DONE] = NO, [SVEV_BAD] = NO, [SVEV_FATAL] = NO } },
	[SV_RUNNING] = { "run", SVPHASE_RUNNING, {
	    [SVEV_NONE] = SV_RUNNING,
	    [SVEV_DONE] = SV_FINISHING,
	    [SVEV_GO] = NO, [SVEV_UNWANTED] = NO, [SVEV_BAD] = NO,
	    [SVEV_FATAL] = NO } },
	[SV_FINISHING] = { "finish", SVPHASE_STOPPING, {
	    [SVEV_NONE] = SV_FINISHING,
	    [SVEV_DONE] = SV_STARTED,
	    [SVEV_GO] = NO, [SVEV_UNWANTED] = NO, [SVEV_BAD] = NO,
	    [SVEV_FATAL] = NO } },
	[SV_STOPPING] = { "stop", SVPHASE_STOPPING, {
	    [SVEV_NONE] = SV_STOPPING,
	    [SVEV_DONE] = SV_DOWN,
	    [SVEV_FATAL] = SV_FAILED,
	    [SVEV_GO] = NO, [SVEV_UNWANTED] = NO, [SVEV_BAD] = NO } },
	[SV_FAILED] = { NULL, SVPHASE_FAILED, {
	    [SVEV_NONE] = SV_FAILED,
	    [SVEV_GO] = SV_STARTING,
	    [SVEV_UNWANTED] = NO, [SVEV_DONE] = NO, [SVEV_BAD] = NO,
	    [SVEV_FATAL] = NO } },
};
static_assert(NELEM(rows) == SV_STATES, "one row per state");

enum svstate
svmachine_next(enum svstate state, enum svevent event)
{
	enum svstate next = rows[state].next[event];

	if (next == NO)
		bug("service state and event do not fit");
	return next;
}

const char *
svmachine_script(enum svstate state)
{
	return rows[state].script;
}

enum svphase
svmachine_phase(enum svstate state)
{
	return rows[state].phase;
}

bool
svmachine_is_at_rest(enum svstate state)
{
	return state == SV_DOWN || state == SV_FAILED;
}
