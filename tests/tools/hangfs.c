/*
 * hangfs: a file system whose server never answers: whoever looks into it
 * waits, until this ends.	usage: hangfs dir
 * Needs root, a mount namespace of its own and /dev/fuse (Linux); prints
 * `hangs` once dir does.  Exits 111 when the kernel refuses.
 */
#include <sys/mount.h>

#include <fcntl.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"

int
main(int argc, char **argv)
{
	static const char hangs[] = "hangs\n";
	struct buf options = BUF_INIT;
	int fd;

	prog_init("hangfs", oom_exit);
	if (argc != 2)
		die_usage("hangfs dir");
	fd = open("/dev/fuse", O_RDWR);
	if (fd < 0)
		die_sys("unable to open /dev/fuse");
	buf_puts(&options, "fd=");
	buf_put_u64(&options, (uint64_t)fd);
	buf_puts(&options, ",rootmode=40000,user_id=0,group_id=0,allow_other");
	if (mount("hangfs", argv[1], "fuse", MS_NOSUID | MS_NODEV,
	    options.p) < 0)
		die_sys("unable to mount on ", argv[1]);
	if (io_write_all(1, hangs, sizeof(hangs) - 1) < 0)
		return EXIT_TEMP;
	for (;;)
		pause();
}
