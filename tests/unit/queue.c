#include "mail/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "tests/scratch.h"
#include "tests/tap.h"

#define SPLIT 3
#define GUESSES 20000		/* numbers that a next file may get */
#define ROUNDS 20		/* others make files, too: guess again */

static struct queue_kept kept = QUEUE_KEPT_INIT;

static void
make_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		printf("Bail out! cannot write %s\n", path);
}

static void
make_queue(void)
{
	static const char *const dirs[] = {
		"pid", "intd", "todo", "mess", "mess/0", "mess/1", "mess/2",
		"info", "info/0", "info/1", "info/2", "local", "local/0",
		"local/1", "local/2", "remote", "remote/0", "remote/1",
		"remote/2", "bounce", "lock"
	};

	for (size_t i = 0; i < NELEM(dirs); i++)
		if (mkdir(dirs[i], 0700) < 0)
			printf("Bail out! mkdir %s\n", dirs[i]);
}

static unsigned
present(const struct qlayout *l, uint64_t id)
{
	unsigned bits = 0;

	if (queue_present(l, id, &bits) < 0)
		return ~0u;
	return bits;
}

static void
put_text(int fd, const char *s)
{
	if (write(fd, s, strlen(s)) != (ssize_t)strlen(s))
		printf("Bail out! write\n");
}

static void
drop(const struct qlayout *l, uint64_t id)
{
	char p[QPATH_MAX];

	unlink(qpath(l, QDIR_TODO, id, p));
	unlink(qpath(l, QDIR_INTD, id, p));
	unlink(qpath(l, QDIR_MESS, id, p));
}

static void
check_life(void)
{
	struct queue_entry q = QUEUE_ENTRY_INIT(&kept);
	struct qlayout l;
	uint64_t id;
	char p[QPATH_MAX];

	CHECK_INT("mess", queue_make_mess(&q), QQ_OK);
	l = q.layout;
	id = q.id;
	CHECK_INT("split", l.split, SPLIT);
	CHECK_INT("S2", present(&l, id), QF_MESS);
	CHECK_INT("S2", qstate_of(present(&l, id)), QSTATE_WRITING);
	CHECK_INT("pid is gone", q.pids, 0);
	put_text(q.messfd, "m");
	CHECK_INT("intd", queue_make_intd(&q), QQ_OK);
	CHECK_INT("S3", present(&l, id), QF_MESS | QF_INTD);
	put_text(q.intdfd, "e");
	CHECK_INT("sync", queue_sync(&q), QQ_OK);
	CHECK_INT("S3 still", present(&l, id), QF_MESS | QF_INTD);
	CHECK_INT("publish", queue_publish(&q), QQ_OK);
	queue_end(&q);
	CHECK_INT("S4", present(&l, id), QF_MESS | QF_INTD | QF_TODO);
	CHECK_INT("S4", qstate_of(present(&l, id)), QSTATE_QUEUED);
	CHECK_INT("ready for another", q.messfd, -1);
	CHECK_INT("ready for another", q.id, 0);
	/* the same entry again, undone at each step */
	CHECK_INT("mess", queue_make_mess(&q), QQ_OK);
	CHECK_NAMED("another number", q.id != id);
	CHECK_INT("intd", queue_make_intd(&q), QQ_OK);
	drop(&l, id);
	id = q.id;
	queue_end(&q);
	CHECK_INT("undone", present(&l, id), 0);
	CHECK_INT("mess", queue_make_mess(&q), QQ_OK);
	make_file(qpath_flat(QDIR_TODO, q.id, p), "");
	CHECK_INT("intd", queue_make_intd(&q), QQ_OK);
	id = q.id;
	CHECK_INT("sync", queue_sync(&q), QQ_OK);
	CHECK_INT("todo exists", queue_publish(&q), QQ_TODO);
	queue_end(&q);
	CHECK_INT("undone, todo stays", present(&l, id), QF_TODO);
	drop(&l, id);
}

/* What a process keeps gives way when the queue is laid out anew. */
static void
check_kept(void)
{
	struct queue_entry q = QUEUE_ENTRY_INIT(&kept);
	struct qlayout l = { .split = SPLIT };

	for (int i = 0; i < 8; i++) {
		if (i == 4) {
			CHECK_INT("another split", mkdir("mess/3", 0700), 0);
			l.split = SPLIT + 1;
		}
		CHECK_INT("mess", queue_make_mess(&q), QQ_OK);
		CHECK_INT("intd", queue_make_intd(&q), QQ_OK);
		CHECK_INT("sync", queue_sync(&q), QQ_OK);
		CHECK_INT("publish", queue_publish(&q), QQ_OK);
		CHECK_INT("where it belongs", present(&l, q.id),
		    QF_MESS | QF_INTD | QF_TODO);
		drop(&l, q.id);
		queue_end(&q);
	}
	CHECK_INT("the split of the others", rmdir("mess/3"), 0);
}

/* spec: queue.md 2 */
static void
check_pid_names(void)
{
	struct queue_entry q = QUEUE_ENTRY_INIT(&kept);
	char p[64];
	time_t now = time(NULL);

	/* names of this process in this second and the next ones */
	for (time_t t = now; t < now + 20; t++)
		for (int seq = 1; seq <= 8; seq++) {
			snprintf(p, sizeof(p), "pid/%d.%lld.%d", (int)getpid(),
			    (long long)t, seq);
			make_file(p, "other");
		}
	CHECK_INT("the ninth name", queue_make_mess(&q), QQ_OK);
	CHECK_INT("the ninth name", q.seq, 9);
	queue_end(&q);
	for (time_t t = now; t < now + 20; t++) {
		snprintf(p, sizeof(p), "pid/%d.%lld.9", (int)getpid(),
		    (long long)t);
		make_file(p, "other");
	}
	CHECK_INT("nine failures", queue_make_mess(&q), QQ_PID);
	queue_end(&q);
	for (time_t t = now; t < now + 20; t++)
		for (int seq = 1; seq <= 9; seq++) {
			snprintf(p, sizeof(p), "pid/%d.%lld.%d", (int)getpid(),
			    (long long)t, seq);
			CHECK_INT("other files of pid stay", unlink(p), 0);
		}
}

/* Links of base for all numbers that the next files may get. */
static uint64_t
guess(enum qdir dir)
{
	struct qlayout l = { .split = SPLIT };
	struct stat st = { .st_ino = 0 };
	char p[QPATH_MAX];
	uint64_t first;

	make_file("base", "old");
	make_file("pid/probe", "");	/* where numbers are found */
	if (stat("pid/probe", &st) < 0)
		printf("Bail out! probe\n");
	/* both ways: some systems count up, some take the lowest free one */
	first = st.st_ino > GUESSES / 2 ? st.st_ino - GUESSES / 2 : 1;
	for (uint64_t id = first; id < first + GUESSES; id++)
		if (link("base", qpath(&l, dir, id, p)) < 0)
			printf("Bail out! link %s\n", p);
	unlink("pid/probe");
	return first;
}

static void
forget(enum qdir dir, uint64_t first)
{
	struct qlayout l = { .split = SPLIT };
	char p[QPATH_MAX];

	for (uint64_t id = first; id < first + GUESSES; id++)
		unlink(qpath(&l, dir, id, p));
	unlink("base");
}

/* queue_make_mess() when its numbers are guessed; the first guess. */
static uint64_t
make_guessed(struct queue_entry *q, enum qdir dir, enum qq_exit want)
{
	for (int round = 1;; round++) {
		uint64_t first = guess(dir);
		enum qq_exit r = queue_make_mess(q);
		bool is_guessed = r != QQ_OK ||
		    (q->id >= first && q->id < first + GUESSES);

		if ((r == want && is_guessed) || round == ROUNDS) {
			CHECK_INT("mess", r, want);
			CHECK_NAMED("guessed", is_guessed);
			return first;
		}
		queue_end(q);
		forget(dir, first);
	}
}

static void
check_taken(void)
{
	struct queue_entry q = QUEUE_ENTRY_INIT(&kept);
	struct stat st = { .st_size = -1 };
	char p[QPATH_MAX];
	uint64_t id, first;

	/* spec: queue.md 11 item 5 */
	first = make_guessed(&q, QDIR_INTD, QQ_OK);
	id = q.id;
	CHECK_INT("a stale intd", queue_make_intd(&q), QQ_OK);
	CHECK(stat(qpath(&q.layout, QDIR_INTD, id, p), &st) == 0);
	CHECK_INT("is a new file", st.st_size, 0);
	queue_end(&q);
	forget(QDIR_INTD, first);

	first = make_guessed(&q, QDIR_TODO, QQ_MESS);	/* nine envelopes */
	CHECK_INT("none got our text", present(&(struct qlayout){
	    .split = SPLIT }, q.id) & QF_MESS, 0);
	queue_end(&q);
	forget(QDIR_TODO, first);

	first = make_guessed(&q, QDIR_MESS, QQ_MESS);	/* nine texts */
	queue_end(&q);
	CHECK_INT("not removed", present(&(struct qlayout){
	    .split = SPLIT }, first), QF_MESS);
	forget(QDIR_MESS, first);
	CHECK_INT("pid is empty", rmdir("pid"), 0);
	CHECK_INT("pid again", mkdir("pid", 0700), 0);
}

/* spec: queue.md 11 item 3 */
static void
check_age(void)
{
	static const struct { int64_t a, m, c; bool stale; } cases[] = {
		{ 0, 0, 0, true },
		/* spec: queue.md 5#1 (and a writer has 24 h) */
		{ QUEUE_LIFETIME_S, QUEUE_LIFETIME_S, 0, false },
		{ QUEUE_STALE_S, 0, 0, false },
		{ 0, QUEUE_STALE_S, 0, false },
		{ 0, 0, QUEUE_STALE_S, false },
		{ 1, 1, 1, false },
		{ -5, -5, 0, true },
		{ 2 * QUEUE_STALE_S, 0, 0, false },	/* the future */
	};
	struct stat st;

	CHECK_INT("36 hours", QUEUE_STALE_S, 36 * 3600);
	for (size_t i = 0; i < NELEM(cases); i++) {
		memset(&st, 0, sizeof(st));
		st.st_atime = cases[i].a;
		st.st_mtime = cases[i].m;
		st.st_ctime = cases[i].c;
		CHECK_INT("stale", queue_is_stale(&st, QUEUE_STALE_S),
		    cases[i].stale);
	}
}

static void
check_origin(void)
{
	char space[64];
	struct out out = OUT_INIT(-1, space);

	/* spec: queue.md 3 */
	queue_put_origin(&out, 1002, 16729);
	CHECK_VIEW("origin", view_make(out.p, out.len), "u1002\0p16729\0");
	out.len = 0;
	queue_put_origin(&out, (uid_t)4294967294u, 1);
	CHECK_VIEW("high uid", view_make(out.p, out.len), "u4294967294\0p1\0");
}

int
main(void)
{
	if (scratch_enter() < 0)
		printf("Bail out! no scratch folder\n");
	make_queue();
	check_life();
	check_kept();
	check_pid_names();
	check_taken();
	check_age();
	check_origin();
	return scratch_leave() < 0 ? 1 : tap_end();
}
