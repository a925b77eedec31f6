/*
 * killer: SIGKILL processes of given programs at random moments.
 *	usage: killer seed kills file-that-grows lines program ...
 * Each time one process that runs one of the programs (by the path of its
 * file: nobody else's are touched) dies, chosen by a generator started with
 * seed; then it waits until the file has some more lines (at most a second).
 * Ends after so many kills, or when the file has that many lines.
 * Prints how many it killed.  Exits 0, 100, 111.
 */
#include <sys/types.h>

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define FILE_BYTES_MAX (1024 * 1024)
#define FOUND_MAX 256
#define LOOK_NS 2000000
#define STEP_LINES 20

static uint64_t
count_lines(const char *path)
{
	struct buf text = BUF_INIT;
	struct view rest, line;
	uint64_t n = 0;

	if (file_read(path, &text, FILE_BYTES_MAX) < 0)
		die_sys("unable to read ", path);
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line))
		n++;
	buf_free(&text);
	return n;
}

/* Processes of the program: their pids, at most FOUND_MAX. */
static size_t
find(const char *program, pid_t *pids)
{
	struct buf path = BUF_INIT;
	char exe[PATH_MAX];
	struct dirent *e;
	DIR *d = opendir("/proc");
	uint64_t pid;
	size_t n = 0;

	if (d == NULL)
		die_sys("unable to read /proc");
	while ((e = readdir(d)) != NULL && n < FOUND_MAX) {
		ssize_t len;
		if (num_scan(view_of(e->d_name), INT_MAX, &pid) < 0)
			continue;
		buf_sets(&path, "/proc/");
		buf_cat(&path, e->d_name, "/exe");
		len = readlink(path.p, exe, sizeof(exe));
		if (len > 0 && view_is(view_make(exe, (size_t)len), program))
			pids[n++] = (pid_t)pid;
	}
	closedir(d);
	buf_free(&path);
	return n;
}

static void
wait_for_lines(const char *path, uint64_t want)
{
	struct timespec pause = { .tv_nsec = LOOK_NS };
	struct deadline until = deadline_in_s(1);

	while (count_lines(path) < want && !deadline_is_past(&until))
		nanosleep(&pause, NULL);
}

static uint64_t
number_or_die(const char *s)
{
	uint64_t n;

	if (num_scan(view_of(s), UINT32_MAX, &n) < 0)
		die_usage("killer seed kills file lines program ...");
	return n;
}

int
main(int argc, char **argv)
{
	pid_t pids[FOUND_MAX];
	struct buf report = BUF_INIT;
	uint64_t kills, lines, killed = 0;

	prog_init("killer", oom_exit);
	if (argc < 6)
		die_usage("killer seed kills file lines program ...");
	srandom((unsigned)number_or_die(argv[1]));
	kills = number_or_die(argv[2]);
	lines = number_or_die(argv[4]);
	while (killed < kills && count_lines(argv[3]) < lines) {
		const char *program = argv[5 + random() % (argc - 5)];
		size_t n = find(program, pids);
		if (n == 0 || kill(pids[(size_t)random() % n], SIGKILL) < 0)
			continue;	/* none runs now: another one may */
		killed++;
		wait_for_lines(argv[3], count_lines(argv[3]) +
		    (uint64_t)(random() % STEP_LINES));
	}
	buf_put_u64(&report, killed);
	buf_putc(&report, '\n');
	return io_write_all(1, report.p, report.len) < 0 ? 111 : 0;
}
