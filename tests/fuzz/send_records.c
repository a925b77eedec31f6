/* qmail-send's reading of todo/N (sorting it) and of remote/N (a pass). */
#include "send/job.h"
#include "send/record.h"
#include "send/sort.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define ID 30			/* mess/7/30 */
#define PASS_MAX 100000		/* more turns than any input needs */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Make a queue in a scratch folder: a descriptor of it. */
static int
make_queue(void)
{
	static const char *const dirs[] = { "todo", "bounce", "mess", "info",
	    "local", "remote", "mess/7", "info/7", "local/7", "remote/7" };
	char path[] = "qsuite-fuzz.XXXXXX";

	if (mkdtemp(path) == NULL || chdir(path) < 0)
		abort();
	for (size_t i = 0; i < NELEM(dirs); i++)
		if (mkdir(dirs[i], 0700) < 0)
			abort();
	/* the log is descriptor 0 */
	(void)close(0);
	if (open("/dev/null", O_RDWR) != 0)
		abort();
	return open(".", O_RDONLY | O_DIRECTORY);
}

static void
write_file(const char *path, const uint8_t *data, size_t size)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, data, size) != (ssize_t)size || close(fd) < 0)
		abort();
}

static void
sort_it(struct shared *s)
{
	struct sort sort;
	struct sorted e = { .id = ID };
	enum sort_result r;
	struct stat st;

	sort_init(&sort, s);
	r = sort_begin(&sort, &e);
	while (r == SORT_MORE)
		r = sort_step(&sort);
	if (r == SORT_DONE && (stat("info/7/30", &st) < 0 || st.st_size < 2 ||
	    e.has_channel[CHANNEL_REMOTE] != (e.fd[SORT_REMOTE] >= 0)))
		abort();
	sort_drop(&e);
	sort_free(&sort);
}

static void
pass_it(struct shared *s)
{
	static struct pass pass;
	struct buf b = BUF_INIT;
	struct jobs jobs;
	struct job *job;
	off_t at = 0;

	jobs_init(&jobs, s, 1);
	job = job_open(&jobs, CHANNEL_REMOTE, ID);
	if (job != NULL) {
		pass_begin(&pass, job);
		for (int n = 0; pass_next(&jobs, &pass, &b, &at) >= 0; n++)
			if (n > PASS_MAX || b.len > RECORD_MAX)
				abort();
		if (pass.job != NULL || jobs.used != 0)
			abort();
	}
	jobs_free(&jobs);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int queue = -1;
	int home = open(".", O_RDONLY | O_DIRECTORY);
	struct shared s = { .layout = { .split = 23 }, .now = 1000000,
	    .settings = SETTINGS_INIT };

	if (queue < 0)
		queue = make_queue();
	if (home < 0 || fchdir(queue) < 0)
		abort();
	dirs_init(&s.dirs, &s.layout);
	write_file("mess/7/30", data, 0);
	write_file("todo/30", data, size);
	sort_it(&s);
	write_file("info/7/30", (const uint8_t *)"Fs@x", 5);
	write_file("remote/7/30", data, size);
	s.fresh = (struct fresh){ .v = { { .id = 0 } } };	/* info/ is read */
	pass_it(&s);
	for (enum channel c = 0; c < CHANNELS; c++)
		heap_free(&s.due[c]);
	heap_free(&s.finished);
	dirs_free(&s.dirs);
	if (fchdir(home) < 0 || close(home) < 0)
		abort();
	return 0;
}
