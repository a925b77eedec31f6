/*
 * confine: run a program that can do less.
 *	usage: confine [-p promises] [-r path] [-w path] [-x path] program ...
 * -r, -w, -x: what it, and all that it starts, can read; also create, write
 * and remove; also run; /dev/null always.
 * promises: lib/sandbox.h's (default: all); exec always, setuid when root
 * exits  as the program; 100 usage; 111 trouble, exec failure; where the
 *        kernel has no sandbox, or allows none, a warning is all
 */
#include <errno.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/err.h"
#include "lib/prog.h"
#include "lib/sandbox.h"

#define USAGE \
	"confine [-p promises] [-r path] [-w path] [-x path] program ..."
#define PATHS_MAX 64

int
main(int argc, char **argv)
{
	struct sandbox_path paths[PATHS_MAX + 1] = { { "/dev/null", "rw" } };
	struct buf promises = BUF_INIT;
	const char *wanted = "rpath wpath inet unix proc id";
	size_t n = 1;
	int c;

	prog_init("confine", oom_exit);
	while ((c = getopt(argc, argv, "+p:r:w:x:")) != -1) {
		if (c == 'p') {
			wanted = optarg;
			continue;
		}
		if (c == '?' || n == PATHS_MAX)
			die_usage(USAGE);
		paths[n].path = optarg;
		paths[n++].rights = c == 'r' ? "r" : c == 'w' ? "rw" : "rx";
	}
	if (optind >= argc)
		die_usage(USAGE);
	buf_cat(&promises, "exec ", geteuid() == 0 ? "setuid " : "", wanted);
	if (sandbox(promises.p, paths) < 0) {
		if (errno != ENOSYS && errno != EPERM && errno != EACCES)
			die_sys("unable to enter the sandbox");
		log_warning("no sandbox, or only a part: ", err_str(errno));
	}
	child_exec(argv[optind], argv + optind, NULL);
	die_sys("unable to run ", argv[optind]);
}
