#include "mail/qsweep.h"

#include <sys/stat.h>

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "mail/queue.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static void
make_dir(const char *path)
{
	if (mkdir(path, 0700) < 0)
		printf("Bail out! mkdir %s\n", path);
}

static void
make_file(const char *path)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fclose(f) != 0)
		printf("Bail out! cannot write %s\n", path);
}

static bool
there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static void
sweep_all(struct qsweep *s, int64_t now)
{
	qsweep_start_pid(s);
	qsweep_start_intd(s);
	for (int i = 0; i < 1000 && (s->pids != NULL || s->has_intds); i++)
		qsweep_step(s, 2, now);
	CHECK(s->pids == NULL && !s->has_intds);
}

static void
check_flat(time_t now)
{
	struct qlayout l = { .split = 2 };
	struct qsweep s = QSWEEP_INIT(&l);

	make_file("pid/100.1.1");
	make_file("pid/odd name");
	make_dir("pid/dir");
	make_file("intd/10");
	make_file("intd/11");
	make_file("intd/name");
	make_file("mess/1/11");
	/* spec: queue.md 5 */
	sweep_all(&s, now + QUEUE_STALE_S - 10);
	CHECK(there("pid/100.1.1") && there("pid/odd name"));
	CHECK(there("intd/10") && there("intd/11"));
	sweep_all(&s, now + QUEUE_STALE_S + 10);
	CHECK(!there("pid/100.1.1") && !there("pid/odd name"));
	CHECK(there("pid/dir"));
	/* spec: queue.md 5 */
	CHECK_NAMED("no text: removed", !there("intd/10"));
	CHECK_NAMED("with a text: qmail-send's", there("intd/11"));
	CHECK_NAMED("no number", there("intd/name"));
	unlink("intd/11");
}

static void
check_bounded(time_t now)
{
	struct qlayout l = { .split = 2 };
	struct qsweep s = QSWEEP_INIT(&l);
	char p[64];
	int left = 0;

	for (int i = 100; i < 200; i++) {
		snprintf(p, sizeof(p), "intd/%d", i);
		make_file(p);
	}
	qsweep_start_intd(&s);
	qsweep_step(&s, 10, now + QUEUE_STALE_S + 10);
	for (int i = 100; i < 200; i++) {
		snprintf(p, sizeof(p), "intd/%d", i);
		left += there(p);
	}
	CHECK_INT("ten a step", left, 90);
	sweep_all(&s, now + QUEUE_STALE_S + 10);
	CHECK(!there("intd/199") && !there("intd/100"));
}

static void
check_split(time_t now)
{
	struct qlayout l = { .split = 2, .split_todo = true };
	struct qsweep s = QSWEEP_INIT(&l);

	make_dir("intd/0");
	make_dir("intd/1");
	make_file("intd/0/20");
	make_file("intd/1/21");
	make_file("intd/1/11");
	make_file("intd/23");
	/* spec: queue.md 10 */
	sweep_all(&s, now + QUEUE_STALE_S + 10);
	CHECK(!there("intd/0/20") && !there("intd/1/21"));
	CHECK_NAMED("flat leftover in a split tree", !there("intd/23"));
	CHECK_NAMED("with a text", there("intd/1/11"));
	CHECK(there("intd/0") && there("intd/1"));
}

int
main(void)
{
	time_t now = time(NULL);

	if (scratch_enter() < 0)
		printf("Bail out! no scratch folder\n");
	make_dir("pid");
	make_dir("intd");
	make_dir("mess");
	make_dir("mess/0");
	make_dir("mess/1");
	check_flat(now);
	check_bounded(now);
	check_split(now);
	return scratch_leave() < 0 ? 1 : tap_end();
}
