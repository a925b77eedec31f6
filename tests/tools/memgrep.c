/*
 * memgrep: look for a text in another process's memory.
 *	usage: memgrep pid text
 * Reads what /proc/PID/maps says is written to: the heap, the stack, data.
 * Exits 0 found, 1 not found, 111 when it may not look.
 */
#include <sys/types.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/mem.h"
#include "lib/prog.h"

#define MAPS_MAX (1024 * 1024)
#define REGION_MAX (16u * 1024 * 1024)	/* larger ones are no heap of ours */

static bool
has_text(int fd, unsigned long from, unsigned long to, struct view text)
{
	size_t size = to - from;
	char *p = mem_alloc(size);
	ssize_t n = pread(fd, p, size, (off_t)from);
	bool found = false;

	for (ssize_t i = 0; i + (ssize_t)text.len <= n && !found; i++)
		found = memcmp(p + i, text.p, text.len) == 0;
	mem_free(p);
	return found;
}

static unsigned long
take_hex(struct view *v)
{
	const char digits[] = "0123456789abcdef", *d;
	unsigned long n = 0;

	while (v->len > 0 && (d = strchr(digits, v->p[0])) != NULL) {
		n = n << 4 | (unsigned long)(d - digits);
		*v = view_from(*v, 1);
	}
	*v = view_from(*v, 1);
	return n;
}

/* FROM-TO rw..; anything else is passed over. */
static bool
scan_region(struct view line, unsigned long *from, unsigned long *to)
{
	*from = take_hex(&line);
	*to = take_hex(&line);
	return view_has_prefix(line, VIEW_LIT("rw")) &&
	    *to - *from <= REGION_MAX;
}

int
main(int argc, char **argv)
{
	struct buf name = BUF_INIT, maps = BUF_INIT;
	struct view rest, line;
	unsigned long from, to;
	int fd;

	prog_init("memgrep", oom_exit);
	if (argc != 3)
		die_usage("memgrep pid text");
	buf_cat(&name, "/proc/", argv[1], "/maps");
	if (file_read(name.p, &maps, MAPS_MAX) <= 0)
		die_sys("unable to read ", name.p);
	buf_sets(&name, "/proc/");
	buf_cat(&name, argv[1], "/mem");
	fd = open(name.p, O_RDONLY);
	if (fd < 0)
		die_sys("unable to read ", name.p);
	rest = buf_view(&maps);
	while (view_cut(&rest, '\n', &line))
		if (scan_region(line, &from, &to) &&
		    has_text(fd, from, to, view_of(argv[2])))
			return 0;
	return 1;
}
