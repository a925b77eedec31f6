/*
 * mailcheck: look for numbered messages (testmail.h) in a Maildir.
 *	usage: mailcheck maildir [acknowledged-file]
 * Every file in new and cur has to end in the exact bytes of its message,
 * after header lines that the mail system added.  Prints one line:
 *	whole W torn T duplicate D missing M
 * missing: numbers in acknowledged-file (one a line) that were not found.
 * Exits 0 when T and M are 0 (D may not be), 1 otherwise, 111.
 */
#include <dirent.h>
#include <errno.h>

#include "lib/buf.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "tests/tools/testmail.h"

#define FILE_BYTES_MAX (256 * 1024 * 1024)
#define NUMBER_MAX 10000000
#define MARK "X-Number: "

struct check {
	unsigned char *seen;		/* by number */
	uint64_t whole, torn, duplicate, missing;
};

/* The number and size of the first `X-Number:` line; its place in *at. */
static bool
find_number(struct view text, size_t *at, uint64_t *n, uint64_t *size)
{
	struct view rest = text, line, number;

	while (view_cut(&rest, '\n', &line)) {
		if (!view_has_prefix(line, VIEW_LIT(MARK)))
			continue;
		*at = (size_t)(line.p - text.p);
		line = view_from(line, sizeof(MARK) - 1);
		return view_cut(&line, ' ', &number) &&
		    num_scan(number, NUMBER_MAX, n) == 0 &&
		    num_scan(line, FILE_BYTES_MAX, size) == 0;
	}
	return false;
}

static void
look_at(struct check *c, const char *path)
{
	struct buf text = BUF_INIT, want = BUF_INIT;
	uint64_t n, size;
	size_t at;

	if (file_read(path, &text, FILE_BYTES_MAX) <= 0)
		die_sys("unable to read ", path);
	if (!find_number(buf_view(&text), &at, &n, &size)) {
		c->torn++;
		log_warning("no number in ", path);
	} else {
		testmail_make(n, (size_t)size, &want);
		if (!view_is_eq(view_from(buf_view(&text), at),
		    buf_view(&want))) {
			c->torn++;
			log_warning("torn: ", path);
		} else {
			c->whole++;
			c->duplicate += c->seen[n] != 0;
			c->seen[n] = 1;
		}
	}
	buf_free(&want);
	buf_free(&text);
}

static void
walk(struct check *c, const char *maildir, const char *sub)
{
	struct buf path = BUF_INIT;
	struct dirent *e;
	DIR *d;

	buf_cat(&path, maildir, "/", sub);
	d = opendir(path.p);
	if (d == NULL)
		die_sys("unable to read ", path.p);
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		buf_sets(&path, maildir);
		buf_cat(&path, "/", sub, "/", e->d_name);
		look_at(c, path.p);
	}
	closedir(d);
	buf_free(&path);
}

static void
look_for_acknowledged(struct check *c, const char *path)
{
	struct buf text = BUF_INIT;
	struct view rest, line;
	uint64_t n;

	if (file_read(path, &text, FILE_BYTES_MAX) < 0)
		die_sys("unable to read ", path);
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line))
		if (num_scan(line, NUMBER_MAX, &n) == 0 && c->seen[n] == 0)
			c->missing++;
	buf_free(&text);
}

int
main(int argc, char **argv)
{
	static char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);
	struct check c = { .whole = 0 };

	prog_init("mailcheck", oom_exit);
	if (argc < 2 || argc > 3)
		die_usage("mailcheck maildir [acknowledged-file]");
	c.seen = mem_array(NUMBER_MAX + 1, 1);
	walk(&c, argv[1], "new");
	walk(&c, argv[1], "cur");
	if (argc == 3)
		look_for_acknowledged(&c, argv[2]);
	out_puts(&out, "whole ");
	out_put_u64(&out, c.whole);
	out_puts(&out, " torn ");
	out_put_u64(&out, c.torn);
	out_puts(&out, " duplicate ");
	out_put_u64(&out, c.duplicate);
	out_puts(&out, " missing ");
	out_put_u64(&out, c.missing);
	out_puts(&out, "\n");
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return c.torn == 0 && c.missing == 0 ? 0 : 1;
}
