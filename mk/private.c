/*
 * private: run a command in mount and network namespaces of its own, with a
 * private copy of /etc that has the suite's accounts; for tests and `make try`
 * as root.	usage: private [-n] dir command ...
 * dir is a scratch folder; dir/etc gets the copy.  -n: a network of its own
 * with only a loopback device, so that any port is free.
 * exits with the command's code, 111 when the kernel refuses
 */
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>

#include <net/if.h>
#include <sched.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/exitcode.h"
#include "lib/prog.h"

static void
loopback_up(void)
{
	struct ifreq req = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || ioctl(fd, SIOCSIFFLAGS, &req) < 0)
		die_sys("unable to start the loopback device");
	close(fd);
}

int
main(int argc, char **argv)
{
	struct buf etc = BUF_INIT;
	int flags = CLONE_NEWNS;

	prog_init("private", oom_exit);
	if (argc > 1 && view_is(view_of(argv[1]), "-n")) {
		flags |= CLONE_NEWNET;
		argv++;
		argc--;
	}
	if (argc < 3)
		die_usage("private [-n] dir command ...");
	if (unshare(flags) < 0)
		die_sys("unable to make namespaces");
	if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
		die_sys("unable to make mounts private");
	buf_cat(&etc, argv[1], "/etc");
	if (mount(etc.p, "/etc", NULL, MS_BIND, NULL) < 0)
		die_sys("unable to mount ", etc.p, " on /etc");
	if ((flags & CLONE_NEWNET) != 0)
		loopback_up();
	execvp(argv[2], argv + 2);
	die_sys("unable to run ", argv[2]);
}
