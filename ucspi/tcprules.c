/*
 * tcprules: compile rules for tcpserver.
 *	usage: tcprules rules.cdb rules.tmp < rules
 * writes rules.tmp, syncs it, renames it to rules.cdb
 * exits  0; 100 usage or a bad line (rules.cdb is as it was); 111
 */
#include <errno.h>
#include <fcntl.h>

#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "ucspi/rules_make.h"

#define LINE_BYTES_MAX 60000	/* below RULES_DATA_MAX */

static struct rules_make rules;

static noreturn void
bad_line(struct view line)
{
	struct buf b = BUF_INIT;

	buf_putv(&b, view_trim_end(line));
	die_perm("unable to parse this line: ", b.p);
}

static void
add_line(struct view line)
{
	if (rules_make_line(&rules, line) < 0)
		bad_line(line);
}

static void
add_lines(void)
{
	struct buf line = BUF_INIT;
	char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	int r;

	while ((r = in_line(&in, &line, LINE_BYTES_MAX)) > 0)
		add_line(buf_view(&line));
	if (r < 0 && errno == EMSGSIZE)
		bad_line(buf_view(&line));
	if (r < 0 && errno != EPIPE)
		die_sys("unable to read input");
	if (r < 0)
		add_line(buf_view(&line));	/* the last one has no LF */
	buf_free(&line);
}

static void
publish(const char *from, const char *to)
{
	struct buf dir = BUF_INIT;
	size_t slash = view_rchr(view_of(to), '/');

	if (sys_rename(from, to) < 0)
		die_sys("unable to move ", from, " to ", to);
	if (to[slash] == '\0')
		buf_puts(&dir, ".");
	else
		buf_putv(&dir, view_make(to, slash + 1));
	if (sys_sync_dir(dir.p) < 0)
		die_sys("unable to sync directory of ", to);
	buf_free(&dir);
}

int
main(int argc, char **argv)
{
	const char *path, *tmp;
	int fd;

	prog_init("tcprules", oom_exit);
	if (argc != 3)
		die_usage("tcprules rules.cdb rules.tmp");
	path = argv[1];
	tmp = argv[2];
	fd = sys_open(tmp, O_RDWR | O_CREAT | O_TRUNC, 0644);
	if (fd < 0)
		die_sys("unable to create ", tmp);
	rules_make_start(&rules, fd);
	add_lines();
	if (rules_make_finish(&rules) < 0 || sys_fsync(fd) < 0 ||
	    sys_close(fd) < 0)
		die_sys("unable to write ", tmp);
	publish(tmp, path);
	return EXIT_OK;
}
