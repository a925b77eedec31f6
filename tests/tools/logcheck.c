/*
 * logcheck: what is wrong with folders that multilog wrote.
 *	usage: logcheck size most lines folder ...
 * The file lines has the lines that each folder must have, in any order, each
 * once or more; all of them at most `most` (0: any number).  Finished files
 * have mode 744 and end with a line's end, at least one is there; current has
 * mode 744; none is longer than size bytes, no name is another's.
 * Prints FOLDER: WHAT, a few of each kind; exits 0 nothing, 1 something, 111.
 */
#include <sys/stat.h>

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "lib/exitcode.h"
#include "lib/file.h"
#include "lib/mem.h"
#include "lib/prog.h"
#include "tests/tools/argnumber.h"

#define FILE_BYTES_MAX (16 * 1024 * 1024)
#define STAMP_DIGITS 24		/* @, these, .s or .u: supervise.md 4.1 */
#define LOG_MODE 0744
#define TOLD_MAX 3		/* differing lines of one folder */
#define USAGE "logcheck size most lines folder ..."

struct lines {
	struct view *v;
	size_t len, cap;
};

static const char *folder;	/* the one that is looked at */
static bool any_wrong;

static void
wrong(const char *what, struct view name)
{
	printf("%s: %s%.*s\n", folder, what, (int)name.len, name.p);
	any_wrong = true;
}

static int
compare(const void *a, const void *b)
{
	const struct view *x = a, *y = b;
	size_t least = x->len < y->len ? x->len : y->len;
	int r = memcmp(x->p, y->p, least);

	return r != 0 ? r : (x->len > y->len) - (x->len < y->len);
}

static void
add(struct lines *lines, struct view line)
{
	if (lines->len == lines->cap) {
		lines->cap = lines->cap == 0 ? 256 : lines->cap * 2;
		lines->v = mem_grow(lines->v, lines->cap, sizeof(*lines->v));
	}
	lines->v[lines->len++] = line;
}

/* Pieces of text, sorted; text must stay. */
static struct lines
sorted_pieces(struct view text, char sep)
{
	struct lines lines = { .v = NULL };
	struct view piece;

	while (view_cut(&text, sep, &piece))
		add(&lines, piece);
	if (lines.len > 0)
		qsort(lines.v, lines.len, sizeof(*lines.v), compare);
	return lines;
}

static bool
is_finished_name(struct view name)
{
	return view_has_prefix(name, VIEW_LIT("@")) &&
	    view_has_suffix(name, VIEW_LIT(".s"));
}

static bool
is_known_name(struct view name)
{
	if (view_is(name, "current") || view_is(name, "lock") ||
	    view_is(name, "state"))
		return true;
	if (name.len != 1 + STAMP_DIGITS + 2 || name.p[0] != '@' ||
	    !(view_has_suffix(name, VIEW_LIT(".s")) ||
	    view_has_suffix(name, VIEW_LIT(".u"))))
		return false;
	for (size_t i = 1; i <= STAMP_DIGITS; i++)
		if (!view_has_byte(VIEW_LIT("0123456789abcdef"), name.p[i]))
			return false;
	return true;
}

/* Look at one file of the log; its bytes go to the end of text. */
static void
take_file(struct view name, off_t size, struct buf *text)
{
	struct buf path = BUF_INIT, bytes = BUF_INIT;
	struct stat st;

	buf_cat(&path, folder, "/");
	buf_putv(&path, name);
	if (stat(path.p, &st) < 0 || !S_ISREG(st.st_mode) ||
	    file_read(path.p, &bytes, FILE_BYTES_MAX) <= 0) {
		wrong("cannot be read: ", name);
		buf_free(&path);
		return;
	}
	if ((is_finished_name(name) || view_is(name, "current")) &&
	    (st.st_mode & 07777) != LOG_MODE)
		wrong("mode of ", name);
	if (is_finished_name(name) &&
	    !view_has_suffix(buf_view(&bytes), VIEW_LIT("\n")))
		wrong("end of ", name);
	if (st.st_size > size)
		wrong("too long: ", name);
	buf_putv(text, buf_view(&bytes));
	buf_free(&bytes);
	buf_free(&path);
}

/* Names of the folder's files, each with a NUL. */
static void
read_names(struct buf *names)
{
	DIR *d = opendir(folder);
	struct dirent *entry;

	if (d == NULL) {
		wrong("cannot be read", VIEW_LIT(""));
		return;
	}
	while ((entry = readdir(d)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			buf_puts0(names, entry->d_name);
	(void)closedir(d);
}

/* The bytes of @*, in the order of their names, and of current. */
static void
read_log(off_t size, struct buf *text)
{
	struct buf names = BUF_INIT;
	struct lines list;
	size_t finished = 0;

	read_names(&names);
	list = sorted_pieces(buf_view(&names), '\0');
	for (size_t i = 0; i < list.len; i++) {
		if (!is_known_name(list.v[i]))
			wrong("foreign name: ", list.v[i]);
		if (list.v[i].p[0] == '@')
			take_file(list.v[i], size, text);
		finished += is_finished_name(list.v[i]);
	}
	take_file(VIEW_LIT("current"), size, text);
	if (finished == 0)
		wrong("no finished file", VIEW_LIT(""));
	mem_free(list.v);
	buf_free(&names);
}

/* Both are sorted; what was read may have a line twice. */
static void
compare_lines(const struct lines *got, const struct lines *want)
{
	size_t g = 0, w = 0;
	unsigned told = 0;
	int r;

	while ((g < got->len || w < want->len) && told < TOLD_MAX) {
		if (g > 0 && g < got->len &&
		    view_is_eq(got->v[g], got->v[g - 1])) {
			g++;
			continue;
		}
		r = g == got->len ? 1 : w == want->len ? -1 :
		    compare(&got->v[g], &want->v[w]);
		if (r != 0) {
			wrong(r < 0 ? "> " : "< ",
			    r < 0 ? got->v[g] : want->v[w]);
			told++;
		}
		g += r <= 0;
		w += r >= 0;
	}
}

static void
look(off_t size, uint64_t most, const struct lines *want)
{
	struct buf text = BUF_INIT;
	struct lines got;

	read_log(size, &text);
	got = sorted_pieces(buf_view(&text), '\n');
	compare_lines(&got, want);
	if (most > 0 && got.len > most)
		wrong("lines that come twice", VIEW_LIT(""));
	mem_free(got.v);
	buf_free(&text);
}

int
main(int argc, char **argv)
{
	struct buf lines = BUF_INIT;
	struct lines want;
	off_t size;
	uint64_t most;

	prog_init("logcheck", oom_exit);
	if (argc < 5)
		die_usage(USAGE);
	size = (off_t)arg_number(argv[1], UINT32_MAX, USAGE);
	most = arg_number(argv[2], UINT32_MAX, USAGE);
	if (file_read(argv[3], &lines, FILE_BYTES_MAX) <= 0)
		die_sys("unable to read ", argv[3]);
	want = sorted_pieces(buf_view(&lines), '\n');
	for (int i = 4; i < argc; i++) {
		folder = argv[i];
		look(size, most, &want);
	}
	if (fflush(stdout) != 0)
		die_sys("unable to write");
	return any_wrong ? 1 : EXIT_OK;
}
