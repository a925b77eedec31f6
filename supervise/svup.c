/*
 * svup: is a service up?	usage: svup [-L] [-l] dir
 * -l its log too, -L only its log (dir/log, or the logger that is an executable
 * file); silent;
 * exits 0 up, 100 not (and usage), 111 its state cannot be read
 */
#include <errno.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "supervise/svdir.h"
#include "supervise/svstatus.h"

#define USAGE "svup [-L] [-l] dir"

/* The status of the folder dir, below the current one; false: no supervise. */
static bool
read_status(const char *dir, struct svstatus *s)
{
	struct buf base = BUF_INIT;
	int r;

	if (chdir(dir) < 0)
		die_sys("unable to chdir to ", dir);
	if (svdir_find(&base) < 0)
		die_sys("unable to find the path of ", dir);
	r = svdir_is_supervised(base.p);
	if (r < 0)
		die_sys("unable to open ", dir, "/supervise/ok");
	if (r == 0)
		return false;
	if (svstatus_read(base.p, s) < 0)
		die_sys("unable to read ", dir, "/supervise/status");
	buf_free(&base);
	return true;
}

static bool
is_log_up(const struct svstatus *service, bool is_supervised)
{
	struct svstatus s;

	if (is_supervised && service->has_logger)
		return service->logger_pid > 0;
	return read_status("log", &s) && s.pid > 0;
}

int
main(int argc, char **argv)
{
	bool with_service = true, with_log = false, is_supervised;
	struct svstatus s;
	int letter;

	prog_init("svup", oom_exit);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+Ll")) != -1) {
		if (letter == '?')
			die_usage(USAGE);
		with_log = true;
		if (letter == 'L')
			with_service = false;
	}
	if (argc - optind != 1)
		die_usage(USAGE);
	is_supervised = read_status(argv[optind], &s);
	if (with_service && (!is_supervised || s.pid <= 0))
		return EXIT_PERM;
	return !with_log || is_log_up(&s, is_supervised) ? EXIT_OK : EXIT_PERM;
}
