/*
 * qcheck: what is in a queue, file by file.
 *	usage: qcheck [-v | -w] queue; qcheck -c queue [folder ...];
 *	    qcheck -e queue dir ...
 * prints one line: none, writing, queued, ready, damaged: how many messages
 * are in each state (mail/qstate.h), and pid: how many files are in pid/.
 * A mess file whose inode is not its number, and an envelope that is not
 * complete, is damage as well.  -v: a line for each message first.  -c: only a
 * line for each message: the bytes of all its files but intd, not its number.
 * With folders: and one for each file below them.  In order of the bytes.
 * -w: wait until none is queued or being delivered, at most WAIT_S seconds.
 * -e: the same until none has a file in these of the queue's directories.
 * exits 0, 1 damage or not done, 111
 */
#include <sys/stat.h>

#include <dirent.h>
#include <stdio.h>
#include <string.h>
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

#define USAGE "qcheck [-v | -w] queue; qcheck -c queue [folder ...]; " \
    "qcheck -e queue dir ..."
#define WAIT_S 60
#define LOOK_MS 10
#define LOOK_COST 4		/* pauses are so many times as long as looks */
#define LOOK_MAX_MS 250
#define FILE_BYTES_MAX (64 * 1024 * 1024)

struct ids {
	uint64_t *v;
	size_t len, cap;
};

struct lines {
	struct buf *v;
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
add_line(struct lines *lines, struct buf line)
{
	if (lines->len == lines->cap) {
		lines->cap = lines->cap == 0 ? 64 : lines->cap * 2;
		lines->v = mem_grow(lines->v, lines->cap, sizeof(*lines->v));
	}
	lines->v[lines->len++] = line;
}

static bool
add_bytes(struct buf *line, const char *name, char end, const char *path)
{
	struct buf b = BUF_INIT;

	if (file_read(path, &b, FILE_BYTES_MAX) <= 0)
		return false;
	buf_puts(line, name);
	buf_putc(line, end);
	for (size_t i = 0; i < b.len; i++)
		buf_putc(line, b.p[i] == '\0' ? '!' :
		    b.p[i] == '\n' ? '~' : b.p[i]);
	buf_free(&b);
	return true;
}

static void
add_message(struct lines *lines, uint64_t id)
{
	struct buf line = BUF_INIT;
	char path[QPATH_MAX];

	for (int dir = QDIR_MESS; dir < QDIRS; dir++)
		if (dir != QDIR_INTD)
			(void)add_bytes(&line, qpath_dir_name((enum qdir)dir),
			    ':', qpath(&layout, (enum qdir)dir, id, path));
	add_line(lines, line);
}

/* Each file below path, whose name begins behind start bytes of it. */
static void
add_folder(struct lines *lines, const char *path, size_t start)
{
	DIR *d = opendir(path);
	struct dirent *entry;
	struct buf below = BUF_INIT, line;
	struct stat st;

	if (d == NULL)
		die_sys("unable to read ", path);
	while ((entry = readdir(d)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		buf_clear(&below);
		buf_cat(&below, path, "/", entry->d_name);
		line = (struct buf)BUF_INIT;
		if (lstat(below.p, &st) < 0)
			die_sys("unable to look at ", below.p);
		if (S_ISDIR(st.st_mode))
			add_folder(lines, below.p, start);
		else if (!S_ISREG(st.st_mode))
			continue;
		else if (!add_bytes(&line, below.p + start, ' ', below.p))
			die_sys("unable to read ", below.p);
		else
			add_line(lines, line);
	}
	(void)closedir(d);
	buf_free(&below);
}

static int
compare_lines(const void *a, const void *b)
{
	const struct buf *x = a, *y = b;

	return strcmp(x->p, y->p);	/* add_bytes() left no NUL */
}

static void
print_contents(const struct ids *ids, char **folders)
{
	struct lines lines = { .v = NULL };

	for (size_t i = 0; i < ids->len; i++)
		if (i == 0 || ids->v[i] != ids->v[i - 1])
			add_message(&lines, ids->v[i]);
	for (; *folders != NULL; folders++)
		add_folder(&lines, *folders, strlen(*folders) + 1);
	if (lines.len > 0)
		qsort(lines.v, lines.len, sizeof(*lines.v), compare_lines);
	for (size_t i = 0; i < lines.len; i++)
		puts(lines.v[i].p);
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

static void
look(const struct ids *ids, bool tells, size_t *count)
{
	enum qstate state;

	for (size_t i = 0; i < ids->len; i++) {
		if (i > 0 && ids->v[i] == ids->v[i - 1])
			continue;
		state = state_of(ids->v[i]);
		count[state]++;
		if (tells)
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

static enum qdir
dir_of(const char *name)
{
	for (int dir = QDIR_MESS; dir < QDIRS; dir++)
		if (strcmp(qpath_dir_name((enum qdir)dir), name) == 0)
			return (enum qdir)dir;
	die_perm("not a directory of messages: ", name);
}

static bool
is_empty(char **dirs)
{
	uint64_t id;
	int r;

	for (; *dirs != NULL; dirs++) {
		struct qscan s = QSCAN_INIT(&layout, dir_of(*dirs));
		r = qscan_next(&s, &id);
		if (r < 0)
			die_sys("unable to read ", s.path);
		qscan_close(&s);
		if (r > 0)
			return false;
	}
	return true;
}

/*
 * In these directories, or in all, is_done().  Twice: a message may become
 * another while we read the directories.
 */
static bool
wait_until_done(char **dirs)
{
	struct timespec pause = { .tv_sec = 0 };
	struct deadline until = deadline_in_s(WAIT_S);
	int64_t began_ms, ms;

	while (!deadline_is_past(&until)) {
		began_ms = deadline_now_ms();
		if (dirs == NULL ? is_done() && is_done() :
		    is_empty(dirs) && is_empty(dirs))
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
	int options = argc > 1 && argv[1][0] == '-';
	int option = options == 0 ? 'a' : argv[1][1];

	prog_init("qcheck", oom_exit);
	if (argc < 2 + options || strchr("avcwe", option) == NULL ||
	    (strchr("avw", option) != NULL && argc != 2 + options))
		die_usage(USAGE);
	argv += 1 + options;
	if (chdir(argv[0]) < 0 || qpath_layout_checked(&layout) < 0)
		die_sys("unable to look at ", argv[0]);
	if (option == 'w' || option == 'e')
		return wait_until_done(option == 'w' ? NULL : argv + 1) ?
		    EXIT_OK : 1;
	collect(&ids);
	if (ids.len > 0)
		qsort(ids.v, ids.len, sizeof(*ids.v), compare);
	if (option == 'c') {
		print_contents(&ids, argv + 1);
		return EXIT_OK;
	}
	look(&ids, option == 'v', count);
	for (int s = QSTATE_WRITING; s <= QSTATE_DAMAGED; s++)
		printf("%s %zu ", qstate_name((enum qstate)s), count[s]);
	printf("pid %u\n", count_pid());
	return count[QSTATE_DAMAGED] == 0 ? EXIT_OK : 1;
}
