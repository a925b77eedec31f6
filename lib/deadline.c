#include "lib/deadline.h"

#include <limits.h>
#include <time.h>

int64_t
deadline_now_ms(void)
{
	struct timespec ts;

	if (clock_gettime(CLOCK_MONOTONIC, &ts) < 0)
		return 0;	/* no such clock: limits count from boot */
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

struct deadline
deadline_in_ms(int64_t ms)
{
	int64_t now = deadline_now_ms();

	if (ms > INT64_MAX - now)
		return DEADLINE_NEVER;
	return (struct deadline){ .at_ms = now + ms };
}

struct deadline
deadline_in_s(int64_t seconds)
{
	if (seconds > INT64_MAX / 1000)
		return DEADLINE_NEVER;
	return deadline_in_ms(seconds * 1000);
}

bool
deadline_is_past(const struct deadline *d)
{
	return d->at_ms != INT64_MAX && d->at_ms <= deadline_now_ms();
}

struct deadline
deadline_min(struct deadline a, struct deadline b)
{
	return a.at_ms < b.at_ms ? a : b;
}

int
deadline_poll_ms(const struct deadline *d)
{
	int64_t left;

	if (d->at_ms == INT64_MAX)
		return -1;
	left = d->at_ms - deadline_now_ms();
	if (left <= 0)
		return 0;
	return left > INT_MAX ? INT_MAX : (int)left;
}
