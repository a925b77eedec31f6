/*
 * svwait: wait until services are in a state.
 *	usage: svwait -u|-U|-d|-D [-t seconds] dir ...
 * -u up, -U up and ready, -d down, -D down and S/finish and S/stop done;
 * exits 0 all are, 100 one has failed for good (or usage), 111 not in time
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/exitcode.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "supervise/svdir.h"
#include "supervise/svstatus.h"

#define USAGE "svwait -u|-U|-d|-D [-t seconds] dir ..."
#define LOOK_MS 50		/* between two looks */

static const struct {
	char letter;
	const char *name;
	bool up;
} states[] = {
	{ 'u', "up", true },
	{ 'U', "ready", true },
	{ 'd', "down", false },
	{ 'D', "really down", false },
};

/* Whether s is what letter asks for. */
static bool
is_reached(char letter, const struct svstatus *s, bool supervised)
{
	switch (letter) {
	case 'u':
		return supervised && s->pid > 0;
	case 'U':		/* one that does not tell is ready when up */
		return supervised && s->pid > 0 && s->ready != SVREADY_NO;
	case 'd':
		return s->pid == 0;
	default:
		return s->pid == 0 && (s->phase == SVPHASE_STOPPED ||
		    s->phase == SVPHASE_FAILED);
	}
}

/* Look at dir once: is it reached?  Not supervised yet is no error. */
static bool
look(size_t state, const char *dir)
{
	struct buf base = BUF_INIT;
	struct svstatus s;
	int supervised;
	bool reached;

	if (chdir(dir) < 0)
		die_sys("unable to chdir to ", dir);
	if (svdir_find(&base) < 0)
		die_sys("unable to find the path of ", dir);
	supervised = svdir_is_supervised(base.p);
	if (supervised < 0)
		die_sys("unable to open ", dir, "/supervise/ok");
	if (svstatus_read(base.p, &s) < 0) {
		if (errno != ENOENT)
			die_sys("unable to read ", dir, "/supervise/status");
		buf_free(&base);
		return false;
	}
	buf_free(&base);
	reached = is_reached(states[state].letter, &s, supervised > 0);
	if (!reached && states[state].up && s.phase == SVPHASE_FAILED)
		die_perm(dir, " has failed");
	return reached;
}

static void
wait_for(size_t state, const char *dir, const struct deadline *until)
{
	int start = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (start < 0)
		die_sys("unable to open current directory");
	while (!look(state, dir)) {
		if (fchdir(start) < 0)
			die_sys("unable to return to the first directory");
		if (deadline_is_past(until))
			die_temp(dir, " is not ", states[state].name,
			    " in time");
		(void)poll(NULL, 0, LOOK_MS);	/* only sleeps */
	}
	if (fchdir(start) < 0 || close(start) < 0)
		die_sys("unable to return to the first directory");
}

int
main(int argc, char **argv)
{
	struct deadline until = DEADLINE_NEVER;
	size_t state = NELEM(states);
	uint64_t seconds;
	int letter;

	prog_init("svwait", oom_exit);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+uUdDt:")) != -1) {
		if (letter == '?')
			die_usage(USAGE);
		for (size_t i = 0; i < NELEM(states); i++)
			if (states[i].letter == letter)
				state = i;
		if (letter != 't')
			continue;
		if (num_scan(view_of(optarg), INT_MAX, &seconds) < 0)
			die_usage(USAGE);
		until = deadline_in_s((int64_t)seconds);
	}
	if (state == NELEM(states) || optind == argc)
		die_usage(USAGE);
	for (int i = optind; i < argc; i++)
		wait_for(state, argv[i], &until);
	return EXIT_OK;
}
