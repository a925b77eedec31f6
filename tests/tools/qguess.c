/*
 * qguess: links in a folder of a queue, named like the numbers that the next
 * messages may get.  In one process: other programs make files too.
 *	usage: qguess queue folder count
 * folder: mess, intd or todo; the links are to queue/folder/base.  Prints the
 * first number: the inode of a file made in queue/pid and removed at the end.
 * Exits 0, 100, 111.
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/view.h"
#include "mail/qpath.h"

#define USAGE "qguess queue folder count"
#define COUNT_MAX 100000
#define PROBE "pid/probe"

static enum qdir
folder_or_die(const char *name)
{
	for (enum qdir dir = 0; dir < QDIRS; dir++)
		if (view_is(view_of(name), qpath_dir_name(dir)))
			return dir;
	die_usage(USAGE);
}

static uint64_t
make_probe(void)
{
	struct stat st;
	int fd = open(PROBE, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0 || fstat(fd, &st) < 0)
		die_sys("unable to make ", PROBE);
	close(fd);
	return st.st_ino;
}

int
main(int argc, char **argv)
{
	struct buf base = BUF_INIT, report = BUF_INIT;
	struct qlayout layout;
	uint64_t first, count;
	char name[QPATH_MAX];
	enum qdir dir;

	prog_init("qguess", oom_exit);
	if (argc != 4 || num_scan(view_of(argv[3]), COUNT_MAX, &count) < 0)
		die_usage(USAGE);
	dir = folder_or_die(argv[2]);
	if (chdir(argv[1]) < 0 || qpath_layout(&layout) < 0)
		die_sys("unable to look at ", argv[1]);
	buf_cat(&base, argv[2], "/base");
	first = make_probe();
	for (uint64_t n = first; n < first + count; n++)
		if (link(base.p, qpath(&layout, dir, n, name)) < 0)
			die_sys("unable to make ", name);
	if (unlink(PROBE) < 0)
		die_sys("unable to remove ", PROBE);
	buf_put_u64(&report, first);
	buf_putc(&report, '\n');
	return io_write_all(1, report.p, report.len) < 0 ? 111 : 0;
}
