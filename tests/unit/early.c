/* early: children that ended before it was known whose they are */
#include "ucspi/early.h"

#include "tests/tap.h"

static struct early e = EARLY_INIT;

static void
keep(pid_t pid, int status)
{
	struct early_end end = { .pid = pid, .status = status };

	early_keep(&e, &end);
}

/* The status that was kept, -1: none was. */
static int
take(pid_t pid)
{
	struct early_end end;

	return early_take(&e, pid, &end) == 0 ? -1 : end.status;
}

/* A lane is kept from running while others start and end children. */
static void
test_one_waits(void)
{
	int lost = 0;

	keep(7, 70);
	for (pid_t pid = 100; pid < 1100; pid++) {
		keep(pid, 5);
		lost += take(pid) != 5;
	}
	CHECK_INT("a thousand come and go", lost, 0);
	CHECK_INT("one is taken late", take(7), 70);
	CHECK_INT("and only once", take(7), -1);
}

static void
test_full(void)
{
	for (pid_t pid = 1; pid <= EARLY_MAX; pid++)
		keep(pid, (int)pid);
	keep(999, 9);
	CHECK_INT("no room: dropped", take(999), -1);
	CHECK_INT("the first", take(1), 1);
	CHECK_INT("the last", take(EARLY_MAX), EARLY_MAX);
	keep(999, 9);
	CHECK_INT("room again", take(999), 9);
	early_clear(&e);
	CHECK_INT("cleared", take(2), -1);
	keep(2, 8);
	CHECK_INT("and used again", take(2), 8);
}

int
main(void)
{
	CHECK_INT("none yet", take(7), -1);
	test_one_waits();
	test_full();
	return tap_end();
}
