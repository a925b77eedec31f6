/*
 * svstat: say what services do.	usage: svstat [-m] dir ...
 * one line for each dir on descriptor 1, with -m for programs; always exits 0
 * (111: cannot write)
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "supervise/svdir.h"
#include "supervise/svstatus.h"

static const char *const phase_names[] = {
	[SVPHASE_STOPPED] = "stopped",
	[SVPHASE_STARTING] = "starting",
	[SVPHASE_STARTED] = "started",
	[SVPHASE_RUNNING] = "running",
	[SVPHASE_STOPPING] = "stopping",
	[SVPHASE_FAILED] = "failed",
};
static const char *const ready_names[] = {
	[SVREADY_NO] = "no",
	[SVREADY_YES] = "yes",
	[SVREADY_UNTOLD] = "untold",
};
static const char *const end_names[] = {
	[SVEND_NONE] = "none",
	[SVEND_EXITED] = "exited",
	[SVEND_KILLED] = "killed",
};

/* Never negative, whatever somebody did to the clock. */
static uint64_t
seconds_since(const struct tai *then)
{
	struct tai now;

	tai_now(&now);
	return now.sec > then->sec ? now.sec - then->sec : 0;
}

static void
put_state(struct out *out, const struct svstatus *s)
{
	bool normally_up = access("down", F_OK) < 0;

	if (s->pid > 0) {
		out_puts(out, "up (pid ");
		out_put_u64(out, (uint64_t)s->pid);
		out_puts(out, ") ");
	} else {
		out_puts(out, "down ");
	}
	out_put_u64(out, seconds_since(&s->since));
	out_puts(out, " seconds");
	if (s->pid > 0 && !normally_up)
		out_puts(out, ", normally down");
	if (s->pid == 0 && normally_up)
		out_puts(out, ", normally up");
	if (s->pid > 0 && s->paused)
		out_puts(out, ", paused");
	if (s->pid == 0 && s->want == SVWANT_UP)
		out_puts(out, ", want up");
	if (s->pid > 0 && s->want == SVWANT_DOWN)
		out_puts(out, ", want down");
	if (s->phase == SVPHASE_FAILED)
		out_puts(out, ", failed");
}

static const char *
want_name(enum svwant want)
{
	switch (want) {
	case SVWANT_UP:
		return "up";
	case SVWANT_DOWN:
		return "down";
	case SVWANT_ONCE:
		break;
	}
	return "once";
}

static void
put_fields(struct out *out, const struct svstatus *s)
{
	bool normally_up = access("down", F_OK) < 0;

	out_cat(out, "state=", phase_names[s->phase], " pid=");
	out_put_u64(out, (uint64_t)s->pid);
	out_puts(out, " seconds=");
	out_put_u64(out, seconds_since(&s->since));
	out_cat(out, " normally=", normally_up ? "up" : "down",
	    " want=", want_name(s->want), " paused=",
	    s->paused ? "yes" : "no", " ready=", ready_names[s->ready],
	    " end=", end_names[s->end], " code=");
	out_put_u64(out, s->end_code);
}

static void
put_trouble(struct out *out, bool for_programs, const char *what)
{
	if (for_programs)
		out_cat(out, "state=unknown error=\"", what,
		    errno == 0 ? "" : err_str(errno), "\"");
	else
		out_cat(out, what, errno == 0 ? "" : err_str(errno));
}

/* The status could not be read: in the words of daemontools. */
static void
put_bad_status(struct out *out, bool for_programs)
{
	if (errno == EPROTO) {
		errno = 0;
		put_trouble(out, for_programs,
		    "unable to read supervise/status: bad format");
	} else if (errno == ENOENT) {
		put_trouble(out, for_programs,
		    "unable to open supervise/status: ");
	} else {
		put_trouble(out, for_programs,
		    "unable to read supervise/status: ");
	}
}

static void
put_service(struct out *out, const char *dir, bool for_programs)
{
	struct buf base = BUF_INIT;
	struct svstatus s;
	int r = -1;

	if (chdir(dir) < 0) {
		put_trouble(out, for_programs, "unable to chdir: ");
		return;
	}
	if (svdir_find(&base) == 0)
		r = svdir_is_supervised(base.p);
	if (r < 0 || (r == 0 && errno == ENOENT)) {
		put_trouble(out, for_programs,
		    "unable to open supervise/ok: ");
	} else if (r == 0) {
		errno = 0;
		put_trouble(out, for_programs, "supervise not running");
	} else if (svstatus_read(base.p, &s) < 0) {
		put_bad_status(out, for_programs);
	} else if (for_programs) {
		put_fields(out, &s);
	} else {
		put_state(out, &s);
	}
	buf_free(&base);
}

static void
put_line(struct out *out, const char *dir, bool for_programs)
{
	if (!for_programs)
		out_cat(out, dir, ": ");
	put_service(out, dir, for_programs);
	if (for_programs)	/* last: it may hold anything but a LF */
		out_cat(out, " dir=", dir);
	out_puts(out, "\n");
}

int
main(int argc, char **argv)
{
	static char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);
	int start = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool for_programs = argc > 1 && view_is(view_of(argv[1]), "-m");

	prog_init("svstat", oom_exit);
	if (start < 0)
		die_sys("unable to open current directory");
	for (int i = for_programs ? 2 : 1; i < argc; i++) {
		put_line(&out, argv[i], for_programs);
		if (fchdir(start) < 0)
			die_sys("unable to return to the first directory");
	}
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return EXIT_OK;
}
