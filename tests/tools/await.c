/*
 * await: wait for something to become true, within a bound.
 *	usage: await seconds command ...
 * Runs the command (its output dropped) until it exits 0, looking again after
 * 10 ms, after the first second after 50, and not before four times as long has
 * passed as the look took, a quarter of a second at most: many that wait would
 * starve what they wait for.  Exits 0 then, 1 when the last look, after the
 * time was over, failed as well: a machine may have stood still meanwhile.
 */
#include <sys/wait.h>

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/num.h"
#include "lib/prog.h"

#define LOOK_MS 10
#define LOOK_LATER_MS 50
#define LOOK_COST 4		/* pauses are so many times as long as looks */
#define LOOK_MAX_MS 250
#define SOON_S 1

/* Until the next look, after one of this length. */
static void
pause_after(int64_t took_ms, bool is_soon)
{
	int64_t ms = is_soon ? LOOK_MS : LOOK_LATER_MS;
	struct timespec pause = { .tv_sec = 0 };

	if (took_ms * LOOK_COST > ms)
		ms = took_ms * LOOK_COST;
	if (ms > LOOK_MAX_MS)
		ms = LOOK_MAX_MS;
	pause.tv_nsec = (long)ms * 1000000;
	nanosleep(&pause, NULL);
}

int
main(int argc, char **argv)
{
	struct deadline until, soon;
	struct child_spec spec = { .search = true, .exit_temp = 111,
	    .exit_perm = 127 };
	uint64_t seconds;
	int64_t began_ms;
	pid_t pid;
	int null, status;
	bool is_last;

	prog_init("await", oom_exit);
	if (argc < 3 || num_scan(view_of(argv[1]), 3600, &seconds) < 0)
		die_usage("await seconds command ...");
	null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (null < 0)
		die_sys("unable to open /dev/null");
	spec.path = argv[2];
	spec.argv = argv + 2;
	for (int fd = 0; fd < 3; fd++) {
		spec.fds[fd].to = fd;
		spec.fds[fd].from = null;
	}
	spec.nfds = 3;
	until = deadline_in_s((int64_t)seconds);
	soon = deadline_in_s(SOON_S);
	for (;;) {
		is_last = deadline_is_past(&until);
		began_ms = deadline_now_ms();
		if (child_start(&spec, &pid) < 0 || child_wait(pid, &status) < 0)
			die_sys("unable to run ", argv[2]);
		if (!child_has_crashed(status) && child_exit_code(status) == 0)
			return 0;
		if (is_last)
			return 1;
		pause_after(deadline_now_ms() - began_ms,
		    !deadline_is_past(&soon));
	}
}
