/*
 * readproctitle: show the newest input in the process title.
 *	usage: readproctitle words ... dots
 * the last argument (at least 5 bytes) is overwritten from the right by what
 * is read, three dots stay at its left, so that ps(1) shows the last errors;
 * exits 0 at end of input, 100 usage, 111
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"

#define DOTS 3
#define TITLE_MIN 5

int
main(int argc, char **argv)
{
	char *title, byte;
	size_t len;
	ssize_t r;

	prog_init("readproctitle", oom_exit);
	if (argc < 2)
		return EXIT_PERM;
	title = argv[argc - 1];
	len = strlen(title);
	if (len < TITLE_MIN)
		return EXIT_PERM;
	for (;;) {
		r = read(0, &byte, 1);
		if (r == 0)
			return EXIT_OK;
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return EXIT_TEMP;
		if (byte == '\0')
			continue;	/* it would end the argument */
		memmove(title + DOTS, title + DOTS + 1, len - DOTS - 1);
		title[len - 1] = byte;
		memset(title, '.', DOTS);
	}
}
