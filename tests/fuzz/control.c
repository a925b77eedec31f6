/*
 * mail/control: any bytes as a control file, read in each of the ways.  A list
 * is compared with a plain walk over the lines.
 */
#include "mail/control.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define NUMBER_MAX 100000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A folder, below the current one, with control/ in it: a descriptor. */
static int
make_home(void)
{
	char path[] = "qsuite-fuzz-control.XXXXXX";
	int fd;

	if (mkdtemp(path) == NULL)
		abort();
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || mkdirat(fd, "control", 0700) < 0)
		abort();
	return fd;
}

static void
write_file(const uint8_t *data, size_t size)
{
	int fd = open("control/x", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, data, size) != (ssize_t)size || close(fd) < 0)
		abort();
}

/* What counts of a line is at most the line, without blanks behind. */
static void
check_line(struct view text)
{
	struct buf line = BUF_INIT;
	uint64_t n = 0;

	if (control_line("x", &line) < 0)
		abort();
	if (line.len > view_chr(text, '\n') ||
	    view_has_byte(buf_view(&line), '\0') ||
	    !view_has_prefix(text, buf_view(&line)) ||
	    view_trim_end(buf_view(&line)).len != line.len)
		abort();
	if (control_int("x", NUMBER_MAX, &n) < 0 || n > NUMBER_MAX)
		abort();
	(void)control_has_cr(text);
	buf_free(&line);
}

/* The last line of this key, from the end of the file. */
static void
check_entry(const struct control_list *l, size_t i)
{
	struct view key = l->v[i].key, value, again;
	size_t last = i;

	for (size_t k = i; k < l->len; k++)
		if (view_is_ieq(l->v[k].key, key))
			last = k;
	if (!control_has(l, key) || !control_find(l, key, &value) ||
	    value.p != l->v[last].value.p)
		abort();
	if (!control_find_domain(l, key, false, &again) ||
	    (key.len > 0 && again.p != value.p))
		abort();
}

static void
check_list(struct control_list *l, struct view text)
{
	struct view value;

	for (size_t i = 0; i < l->len; i++) {
		if (view_has_byte(l->v[i].key, '\0') ||
		    view_has_byte(l->v[i].key, '\n'))
			abort();
		if (l->v[i].key.len > 0)
			check_entry(l, i);
	}
	(void)control_find_domain(l, text, true, &value);
	control_list_free(l);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int home = -1;
	struct control_list l = CONTROL_LIST_INIT;
	struct view text = view_make((const char *)data, size);
	int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (home < 0)
		home = make_home();
	if (here < 0 || fchdir(home) < 0)
		abort();
	write_file(data, size);
	check_line(text);
	if (control_list("x", &l) < 0)
		abort();
	check_list(&l, text);
	if (control_map("x", &l) < 0)
		abort();
	check_list(&l, text);
	if (fchdir(here) < 0 || close(here) < 0)
		abort();
	return 0;
}
