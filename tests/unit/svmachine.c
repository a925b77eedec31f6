#include "supervise/svmachine.h"

#include "lib/attr.h"
#include "tests/tap.h"

/* A life: each event and the state that it leads to, from SV_DOWN. */
static const struct { enum svevent event; enum svstate want; } life[] = {
	{ SVEV_NONE, SV_DOWN },
	{ SVEV_GO, SV_STARTING },
	{ SVEV_BAD, SV_DOWN },		/* start failed: again */
	{ SVEV_GO, SV_STARTING },
	{ SVEV_NONE, SV_STARTING },
	{ SVEV_DONE, SV_STARTED },
	{ SVEV_GO, SV_RUNNING },
	{ SVEV_DONE, SV_FINISHING },
	{ SVEV_DONE, SV_STARTED },	/* start is not run again */
	{ SVEV_GO, SV_RUNNING },
	{ SVEV_DONE, SV_FINISHING },
	{ SVEV_DONE, SV_STARTED },
	{ SVEV_UNWANTED, SV_STOPPING },
	{ SVEV_DONE, SV_DOWN },
	{ SVEV_GO, SV_STARTING },
	{ SVEV_FATAL, SV_FAILED },
	{ SVEV_GO, SV_STARTING },
	{ SVEV_DONE, SV_STARTED },
	{ SVEV_UNWANTED, SV_STOPPING },
	{ SVEV_FATAL, SV_FAILED },
};

static const struct {
	enum svstate state;
	const char *script;
	enum svphase phase;
	bool rests;
} rows[] = {
	/* spec: supervise.md 9 */
	{ SV_DOWN, "", 0, true },
	{ SV_STARTING, "start", 1, false },
	{ SV_STARTED, "", 2, false },
	{ SV_RUNNING, "run", 3, false },
	{ SV_FINISHING, "finish", 4, false },
	{ SV_STOPPING, "stop", 4, false },
	{ SV_FAILED, "", 5, true },
};

int
main(void)
{
	enum svstate state = SV_DOWN;
	const char *script;

	for (size_t i = 0; i < NELEM(life); i++) {
		state = svmachine_next(state, life[i].event);
		CHECK_INT("state", state, life[i].want);
	}
	for (size_t i = 0; i < NELEM(rows); i++) {
		script = svmachine_script(rows[i].state);
		CHECK_STR("script", view_of(script == NULL ? "" : script),
		    rows[i].script);
		CHECK_INT("phase", svmachine_phase(rows[i].state),
		    rows[i].phase);
		CHECK(svmachine_is_at_rest(rows[i].state) == rows[i].rests);
	}
	return tap_end();
}
