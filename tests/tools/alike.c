/*
 * alike: whether files hold what they should, many looked at by one process.
 *	usage: alike whole file ...
 *	       alike -m old added mbox
 * Every file has the bytes of the file whole, no more and no fewer.  -m: mbox
 * begins with the bytes of old and ends with those of added.
 * Exits 0; 1 when a file differs or, with -m, the beginning does, 2 when the
 * end does, 3 when both do; 100; 111, when a file cannot be read above all.
 */
#include "lib/file.h"
#include "lib/prog.h"

#define FILE_BYTES_MAX 100000000
#define OTHER_START 1
#define OTHER_END 2

static void
take(const char *path, struct buf *b)
{
	if (file_read(path, b, FILE_BYTES_MAX) <= 0)
		die_sys("unable to read ", path);
}

static int
look_mbox(const char *old, const char *added, const char *mbox)
{
	struct buf start = BUF_INIT, end = BUF_INIT, b = BUF_INIT;
	int code = 0;

	take(old, &start);
	take(added, &end);
	take(mbox, &b);
	if (!view_has_prefix(buf_view(&b), buf_view(&start)))
		code |= OTHER_START;
	if (!view_has_suffix(buf_view(&b), buf_view(&end)))
		code |= OTHER_END;
	return code;
}

int
main(int argc, char **argv)
{
	struct buf whole = BUF_INIT, b = BUF_INIT;

	prog_init("alike", oom_exit);
	if (argc == 5 && view_is(view_of(argv[1]), "-m"))
		return look_mbox(argv[2], argv[3], argv[4]);
	if (argc < 3 || argv[1][0] == '-')
		die_usage("alike whole file ... | alike -m old added mbox");
	take(argv[1], &whole);
	for (int i = 2; i < argc; i++) {
		take(argv[i], &b);
		if (!view_is_eq(buf_view(&b), buf_view(&whole)))
			return OTHER_START;
	}
	return 0;
}
