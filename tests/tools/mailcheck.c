/*
 * mailcheck: look for numbered messages (testmail.h) in a Maildir.
 *	usage: mailcheck maildir [acknowledged-file]
 *	       mailcheck -e expected-file acknowledged-file
 * Every file in new and cur has to end in the exact bytes of its message,
 * after header lines that the mail system added.  Prints one line:
 *	whole W torn T duplicate D missing M
 * missing: numbers in acknowledged-file (one a line) that were not found.
 * -e: each line of expected-file is a Maildir and the numbers, of those
 * acknowledged, that have to be in it, with blanks between; the line printed is
 * of all of them together.
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
#define USAGE "mailcheck maildir [acknowledged-file]\n" \
	"       mailcheck -e expected-file acknowledged-file"

struct check {
	unsigned char *seen;		/* by number, in this Maildir */
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
look_in(struct check *c, const char *maildir)
{
	mem_free(c->seen);
	c->seen = mem_array(NUMBER_MAX + 1, 1);
	walk(c, maildir, "new");
	walk(c, maildir, "cur");
}

struct numbers {
	uint64_t *v;
	size_t len, cap;
};

/* What is a number of a file's lines. */
static struct numbers
read_numbers(const char *path)
{
	struct numbers numbers = { .v = NULL };
	struct buf text = BUF_INIT;
	struct view rest, line;
	uint64_t n;

	if (file_read(path, &text, FILE_BYTES_MAX) < 0)
		die_sys("unable to read ", path);
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line)) {
		if (num_scan(line, NUMBER_MAX, &n) < 0)
			continue;
		if (numbers.len == numbers.cap) {
			numbers.cap = numbers.cap == 0 ? 64 : numbers.cap * 2;
			numbers.v = mem_grow(numbers.v, numbers.cap,
			    sizeof(*numbers.v));
		}
		numbers.v[numbers.len++] = n;
	}
	buf_free(&text);
	return numbers;
}

static bool
is_among(const struct numbers *numbers, uint64_t n)
{
	for (size_t i = 0; i < numbers->len; i++)
		if (numbers->v[i] == n)
			return true;
	return false;
}

static void
look_for_all(struct check *c, const char *acknowledged)
{
	struct numbers numbers = read_numbers(acknowledged);

	for (size_t i = 0; i < numbers.len; i++)
		c->missing += c->seen[numbers.v[i]] == 0;
	mem_free(numbers.v);
}

static void
look_for_expected(struct check *c, const char *expected,
    const char *acknowledged)
{
	struct numbers numbers = read_numbers(acknowledged);
	struct buf text = BUF_INIT, maildir = BUF_INIT;
	struct view rest, line, word;
	uint64_t n;

	if (file_read(expected, &text, FILE_BYTES_MAX) <= 0)
		die_sys("unable to read ", expected);
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line)) {
		if (!view_cut(&line, ' ', &word))
			continue;
		buf_set(&maildir, word);
		look_in(c, maildir.p);
		while (view_cut(&line, ' ', &word)) {
			if (num_scan(word, NUMBER_MAX, &n) < 0)
				die_perm("not a number in ", expected);
			c->missing += c->seen[n] == 0 &&
			    is_among(&numbers, n);
		}
	}
	buf_free(&maildir);
	buf_free(&text);
	mem_free(numbers.v);
}

static int
report(const struct check *c)
{
	static char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);

	out_puts(&out, "whole ");
	out_put_u64(&out, c->whole);
	out_puts(&out, " torn ");
	out_put_u64(&out, c->torn);
	out_puts(&out, " duplicate ");
	out_put_u64(&out, c->duplicate);
	out_puts(&out, " missing ");
	out_put_u64(&out, c->missing);
	out_puts(&out, "\n");
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return c->torn == 0 && c->missing == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	struct check c = { .whole = 0 };

	prog_init("mailcheck", oom_exit);
	if (argc == 4 && view_is(view_of(argv[1]), "-e")) {
		look_for_expected(&c, argv[2], argv[3]);
		return report(&c);
	}
	if (argc < 2 || argc > 3)
		die_usage(USAGE);
	look_in(&c, argv[1]);
	if (argc == 3)
		look_for_all(&c, argv[2]);
	return report(&c);
}
