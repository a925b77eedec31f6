/*
 * qcheck: what is in a queue, file by file.
 *	usage: qcheck [-v | -c | -w] queue
 * prints one line: none, writing, queued, ready, damaged: how many messages
 * are in each state (mail/qstate.h), and pid: how many files are in pid/.
 * A mess file whose inode is not its number, and an envelope that is not
 * complete, is damage as well.  -v: a line for each message first.  -c: only a
 * line for each message: the bytes of all its files but intd, not its number.
 * -w: wait until none is queued or being delivered, at most WAIT_S seconds.
 * exits 0, 1 damage or not done, 111
 */
#include <sys/stat.h>

#include <dirent.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "mail/qpath.h"
#include "mail/qscan.h"
#include "mail/queue.h"

#define WAIT_S 60
#define LOOK_MS 10
#define LOOK_COST 4		/* pauses are so many times as long as looks */
#define LOOK_MAX_MS 250
#define FILE_BYTES_MAX (64 * 1024 * 1024)

struct ids {
	uint64_t *v;
	size_t len, cap;
};

static struct qlayout layout;

static void
add(struct ids *ids, uint64_t id)
{
	if (ids->len == ids->cap) {
		ids->cap = ids->cap == 0 ? 64 : ids->cap * 2;
		ids->v = mem_grow(ids->v, ids->cap, sizeof(*ids->v));
	}
	ids->v[ids->len++] = id;
}

static void
collect(struct ids *ids)
{
	uint64_t id;
	int r;

	for (int dir = QDIR_MESS; dir < QDIRS; dir++) {
		struct qscan s = QSCAN_INIT(&layout, (enum qdir)dir);
		while ((r = qscan_next(&s, &id)) > 0)
			add(ids, id);
		if (r < 0)
			die_sys("unable to read ", s.path);
	}
}

static int
compare(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static bool
is_own_inode(uint64_t id)
{
	char path[QPATH_MAX];
	struct stat st;

	return stat(qpath(&layout, QDIR_MESS, id, path), &st) == 0 &&
	    st.st_ino == id;
}

/* u, p, F and T records, each with its NUL. */
static bool
is_whole_envelope(uint64_t id)
{
	struct buf b = BUF_INIT;
	struct view rest, record;
	char path[QPATH_MAX];
	size_t n = 0;
	bool ok = true;

	if (file_read(qpath(&layout, QDIR_TODO, id, path), &b,
	    FILE_BYTES_MAX) <= 0)
		return false;
	rest = buf_view(&b);
	if (rest.len == 0 || rest.p[rest.len - 1] != '\0')
		ok = false;
	while (view_cut(&rest, '\0', &record)) {
		ok = ok && record.len > 0 &&
		    record.p[0] == (n < 3 ? "upF"[n] : QUEUE_TODO);
		n++;
	}
	buf_free(&b);
	return ok && n >= 3;
}

static enum qstate
state_of(uint64_t id)
{
	enum qstate state;
	unsigned present;

	if (queue_present(&layout, id, &present) < 0)
		die_sys("unable to look at a message");
	state = qstate_of(present);
	if ((present & QF_MESS) != 0 && !is_own_inode(id))
		state = QSTATE_DAMAGED;
	if ((present & QF_TODO) != 0 && !is_whole_envelope(id))
		state = QSTATE_DAMAGED;
	return state;
}

static void
print_bytes(uint64_t id)
{
	struct buf b = BUF_INIT;
	char path[QPATH_MAX];

	for (int dir = QDIR_MESS; dir < QDIRS; dir++) {
		if (dir == QDIR_INTD || file_read(qpath(&layout,
		    (enum qdir)dir, id, path), &b, FILE_BYTES_MAX) <= 0)
			continue;
		printf("%s:", qpath_dir_name((enum qdir)dir));
		for (size_t i = 0; i < b.len; i++)
			putchar(b.p[i] == '\0' ? '!' :
			    b.p[i] == '\n' ? '~' : b.p[i]);
	}
	putchar('\n');
	buf_free(&b);
}

static unsigned
count_pid(void)
{
	DIR *d = opendir("pid");
	struct dirent *entry;
	unsigned n = 0;

	if (d == NULL)
		die_sys("unable to read pid");
	while ((entry = readdir(d)) != NULL)
		n += entry->d_name[0] != '.';
	(void)closedir(d);
	return n;
}

enum output { TOTALS, STATES, CONTENTS };

static void
look(const struct ids *ids, enum output what, size_t *count)
{
	enum qstate state;

	for (size_t i = 0; i < ids->len; i++) {
		if (i > 0 && ids->v[i] == ids->v[i - 1])
			continue;
		if (what == CONTENTS) {
			print_bytes(ids->v[i]);
			continue;
		}
		state = state_of(ids->v[i]);
		count[state]++;
		if (what == STATES)
			printf("%llu %s\n", (unsigned long long)ids->v[i],
			    qstate_name(state));
	}
}

/*
 * By the files that keep qmail-send at it, not by state: after a power cut an
 * intd/N may be back beside info/N.
 */
static bool
is_done(void)
{
	struct ids ids = { .v = NULL };
	unsigned present;
	bool any = false;

	collect(&ids);
	for (size_t i = 0; i < ids.len && !any; i++) {
		if (queue_present(&layout, ids.v[i], &present) < 0)
			die_sys("unable to look at a message");
		any = (present & (QF_TODO | QF_INFO)) != 0;
	}
	mem_free(ids.v);
	return !any;
}

/* Twice: a message may become another while we read the directories. */
static bool
wait_until_done(void)
{
	struct timespec pause = { .tv_sec = 0 };
	struct deadline until = deadline_in_s(WAIT_S);
	int64_t began_ms, ms;

	while (!deadline_is_past(&until)) {
		began_ms = deadline_now_ms();
		if (is_done() && is_done())
			return true;
		ms = (deadline_now_ms() - began_ms) * LOOK_COST;
		if (ms < LOOK_MS)
			ms = LOOK_MS;
		if (ms > LOOK_MAX_MS)
			ms = LOOK_MAX_MS;
		pause.tv_nsec = (long)ms * 1000000;
		nanosleep(&pause, NULL);
	}
	return false;
}

int
main(int argc, char **argv)
{
	size_t count[QSTATE_DAMAGED + 1] = { 0 };
	struct ids ids = { .v = NULL };
	enum output what = TOTALS;
	bool waits = argc == 3 && view_is(view_of(argv[1]), "-w");

	prog_init("qcheck", oom_exit);
	if (argc == 3 && view_is(view_of(argv[1]), "-v"))
		what = STATES;
	else if (argc == 3 && view_is(view_of(argv[1]), "-c"))
		what = CONTENTS;
	else if (argc != 2 && !waits)
		die_usage("qcheck [-v | -c | -w] queue");
	if (chdir(argv[argc - 1]) < 0 || qpath_layout_checked(&layout) < 0)
		die_sys("unable to look at ", argv[argc - 1]);
	if (waits)
		return wait_until_done() ? EXIT_OK : 1;
	collect(&ids);
	if (ids.len > 0)
		qsort(ids.v, ids.len, sizeof(*ids.v), compare);
	look(&ids, what, count);
	if (what == CONTENTS)
		return EXIT_OK;
	for (int s = QSTATE_WRITING; s <= QSTATE_DAMAGED; s++)
		printf("%s %zu ", qstate_name((enum qstate)s), count[s]);
	printf("pid %u\n", count_pid());
	return count[QSTATE_DAMAGED] == 0 ? EXIT_OK : 1;
}
