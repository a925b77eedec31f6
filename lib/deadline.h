/*
 * deadline.h: moments on a clock that nobody can set back.
 */
#ifndef LIB_DEADLINE_H
#define LIB_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

struct deadline {
	int64_t at_ms;		/* CLOCK_MONOTONIC; INT64_MAX: never */
};

#define DEADLINE_NEVER ((struct deadline){ .at_ms = INT64_MAX })

int64_t deadline_now_ms(void);		/* CLOCK_MONOTONIC, milliseconds */
struct deadline deadline_in_s(int64_t seconds);
struct deadline deadline_in_ms(int64_t ms);
bool deadline_is_past(const struct deadline *d);
/* The sooner of two. */
struct deadline deadline_min(struct deadline a, struct deadline b);
/*
 * For poll(2): milliseconds left, rounded up, 0 when past, -1 for never,
 * clipped to INT_MAX.
 */
int deadline_poll_ms(const struct deadline *d);

#endif
