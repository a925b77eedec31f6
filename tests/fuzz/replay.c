/*
 * replay: run a fuzz entry over files: the corpus without a fuzzer.
 *	usage: out/tests/fuzz/X tests/corpus/X [more files and folders]
 * Prints TAP, one line a file.  A crash is the failure.
 */
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>

#include "lib/buf.h"
#include "lib/file.h"
#include "lib/prog.h"

#define INPUT_MAX (16 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned count;

static void
run_file(const char *path)
{
	struct buf b = BUF_INIT;

	if (file_read(path, &b, INPUT_MAX) <= 0)
		die_sys("unable to read ", path);
	/* a copy of the exact size, so that sanitizers see its end */
	void *exact = mem_alloc(b.len);
	if (b.len > 0)
		memcpy(exact, b.p, b.len);
	printf("# %s\n", path);
	fflush(stdout);
	(void)LLVMFuzzerTestOneInput(exact, b.len);	/* always 0 */
	printf("ok %u - %s\n", ++count, path);
	mem_free(exact);
	buf_free(&b);
}

static void
run(const char *path)
{
	struct buf name = BUF_INIT;
	struct dirent *entry;
	struct stat st;
	DIR *dir;

	if (stat(path, &st) < 0)
		die_sys("unable to find ", path);
	if (!S_ISDIR(st.st_mode)) {
		run_file(path);
		return;
	}
	dir = opendir(path);
	if (dir == NULL)
		die_sys("unable to open ", path);
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		buf_clear(&name);
		buf_cat(&name, path, "/", entry->d_name);
		run(name.p);
	}
	(void)closedir(dir);	/* only read */
	buf_free(&name);
}

int
main(int argc, char **argv)
{
	prog_init("replay", oom_exit);
	for (int i = 1; i < argc; i++)
		run(argv[i]);
	printf("1..%u\n", count);
	return 0;
}
