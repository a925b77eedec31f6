/*
 * qmany: fill a queue with sorted messages, fast.	usage: qmany queue count
 * Each has a small text, a sender and one remote recipient; owners and modes
 * are those of the directories.  Exits 0, 100, 111.
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "mail/qpath.h"

static struct qlayout layout;

static void
take_owner(int fd, const char *dir, mode_t mode)
{
	struct stat st;

	if (stat(dir, &st) < 0 || fchown(fd, st.st_uid, st.st_gid) < 0 ||
	    fchmod(fd, mode) < 0)
		die_sys("unable to give a file to the owner of ", dir);
}

static void
make(enum qdir dir, uint64_t id, const char *bytes, size_t len)
{
	char path[QPATH_MAX];
	int fd = open(qpath(&layout, dir, id, path),
	    O_WRONLY | O_CREAT | O_EXCL, 0600);

	if (fd < 0 || io_write_all(fd, bytes, len) < 0)
		die_sys("unable to write ", path);
	take_owner(fd, qpath_dir_name(dir), 0600);
	if (close(fd) < 0)
		die_sys("unable to write ", path);
}

static void
make_message(void)
{
	static const char text[] = "Subject: one of many\n\nbody\n";
	static const char sender[] = "Fs@x.example", to[] = "Tr@y.example";
	char path[QPATH_MAX];
	struct stat st;
	int fd = open("pid/many", O_WRONLY | O_CREAT | O_EXCL, 0644);

	if (fd < 0 || io_write_all(fd, text, sizeof(text) - 1) < 0 ||
	    fstat(fd, &st) < 0)
		die_sys("unable to write a text");
	take_owner(fd, "mess", 0644);
	if (close(fd) < 0 || rename("pid/many",
	    qpath(&layout, QDIR_MESS, st.st_ino, path)) < 0)
		die_sys("unable to write ", path);
	make(QDIR_INFO, st.st_ino, sender, sizeof(sender));
	make(QDIR_REMOTE, st.st_ino, to, sizeof(to));
}

int
main(int argc, char **argv)
{
	uint64_t n;

	prog_init("qmany", oom_exit);
	if (argc != 3 || num_scan(view_of(argv[2]), UINT32_MAX, &n) < 0)
		die_usage("qmany queue count");
	if (chdir(argv[1]) < 0 || qpath_layout_checked(&layout) < 0)
		die_sys("unable to look at ", argv[1]);
	for (; n > 0; n--)
		make_message();
	return EXIT_OK;
}
