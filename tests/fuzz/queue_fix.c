/*
 * queue-fix: a queue in which names and records are any bytes.  The first
 * line has file names, `/` between them, for each directory; what is behind it
 * is the contents of the envelope files.  It only looks (-N): nothing changes.
 */
#include "mail/qfix_sort.h"

#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/mem.h"

#define NAMES_MAX 8		/* made in each directory */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const dirs[] = { "mess/0", "todo", "intd", "info/0",
    "local/0", "remote/0", "bounce" };

static int
make_queue(void)
{
	static const char *const parents[] = { "mess", "info", "local",
	    "remote" };
	char path[] = "qsuite-fuzz-qfix.XXXXXX";
	int fd;

	if (mkdtemp(path) == NULL)
		abort();
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		abort();
	for (size_t i = 0; i < NELEM(parents); i++)
		if (mkdirat(fd, parents[i], 0700) < 0)
			abort();
	for (size_t i = 0; i < NELEM(dirs); i++)
		if (mkdirat(fd, dirs[i], 0700) < 0)
			abort();
	return fd;
}

/* Names for dirs[k], k = 0, 1, ...; one that cannot be is left out. */
static size_t
fill(struct view names, struct view text)
{
	struct buf path = BUF_INIT;
	struct view name;
	size_t made = 0;

	for (size_t k = 0; k < NELEM(dirs) * NAMES_MAX &&
	    view_cut(&names, '/', &name); k++) {
		int fd;

		buf_clear(&path);
		buf_cat(&path, dirs[k % NELEM(dirs)], "/");
		buf_putv(&path, name);
		fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    0600);
		if (fd < 0)
			continue;
		if (write(fd, text.p, text.len) != (ssize_t)text.len ||
		    close(fd) < 0)
			abort();
		made++;
	}
	buf_free(&path);
	return made;
}

/* Empty all directories: how many files there were. */
static size_t
clear(void)
{
	size_t n = 0;

	for (size_t i = 0; i < NELEM(dirs); i++) {
		DIR *d = opendir(dirs[i]);
		struct dirent *e;

		if (d == NULL)
			abort();
		while ((e = readdir(d)) != NULL)
			if (unlinkat(dirfd(d), e->d_name, 0) == 0)
				n++;
		(void)closedir(d);	/* was only read */
	}
	return n;
}

static void
look(void)
{
	struct qfix f = { .mode = QFIX_SHOW, .quiet = true,
	    .target = { .split = 1 }, .lost = "lost" };

	if (qfix_scan(&f) < 0)
		abort();
	qfix_sort(&f);
	if (qfix_scan(&f) < 0)
		abort();
	qfix_report_strays(&f);
	mem_free(f.v);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int queue = -1, null = -1;
	struct view v = view_make((const char *)data, size);
	size_t line = view_chr(v, '\n'), made;
	int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int stdout_fd = dup(1);

	if (queue < 0) {
		queue = make_queue();
		null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	}
	if (here < 0 || stdout_fd < 0 || dup2(null, 1) < 0 ||
	    fchdir(queue) < 0)
		abort();
	made = fill(view_upto(v, line), view_from(v, line + 1));
	look();
	if (clear() != made)
		abort();
	if (dup2(stdout_fd, 1) < 0 || close(stdout_fd) < 0 ||
	    fchdir(here) < 0 || close(here) < 0)
		abort();
	return 0;
}
