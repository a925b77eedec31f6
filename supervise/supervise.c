/*
 * supervise: keep one service running.	usage: supervise dir
 * reads  dir/run, dir/down, the optional files of svconf.h, and commands of
 *	  svc from dir/supervise/control
 * writes dir/supervise/{lock,ok,control,status}
 * runs   as its caller; the service gets its descriptors 0, 1, 2, its session
 *	  and its process group
 * exits  0 told to (svc -x) and the service is down, 100 usage, 111
 */
#include <sys/wait.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/num.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "supervise/svconf.h"
#include "supervise/svfiles.h"
#include "supervise/svlogger.h"
#include "supervise/svmachine.h"
#include "supervise/svstatus.h"

#define DEAF_MS 1000		/* after a start: the throttle */
#define FORK_RETRY_S 60
#define FINISH_MS 5000		/* S/finish is killed after that (s6) */
#define NOTIFIERS_MAX 8		/* S/notify that may run at the same time */
#define EXIT_NEVER_AGAIN 125	/* of S/finish: the service has failed (s6) */

struct service {
	const char *dir;
	struct buf base;	/* runtime folder: svdir.h */
	struct svconf conf;
	struct svstatus status;
	enum svstate state;
	enum svevent outcome;	/* of the state's script; NONE: it runs */
	pid_t pid;		/* of that script; 0: none runs */
	bool wanted;		/* to be started as soon as it may be */
	bool exiting;		/* -x: leave once the service is down */
	bool failing;		/* never again, until somebody says so */
	bool to_group;		/* signals go to the process group */
	bool deaf;		/* to commands; no start meanwhile either */
	struct deadline deaf_until, kill_at;
	int64_t deaths[SVCONF_TALLY_MAX];	/* when; a ring */
	size_t ndeaths;
	pid_t notifiers[NOTIFIERS_MAX];
	int control_fd, ready_fd;
	struct svlogger logger;
};

static void
announce(struct service *s)
{
	s->status.has_logger = s->logger.pipe[0] >= 0;
	s->status.logger_pid = s->logger.pid;
	s->status.logger_since = s->logger.since;
	s->status.extended = s->conf.extended || s->status.has_logger;
	if (svstatus_write(s->base.p, &s->status) < 0)
		log_warning("unable to write ", s->dir,
		    "/supervise/status.new: ", err_str(errno));
}

static void
wait_ms(int64_t ms)
{
	struct deadline until = deadline_in_ms(ms);

	while (!deadline_is_past(&until))
		if (poll(NULL, 0, deadline_poll_ms(&until)) < 0 &&
		    errno != EINTR)
			return;
}

static void
become_deaf(struct service *s)
{
	s->deaf = true;
	s->deaf_until = deadline_in_ms(DEAF_MS);
}

/* ---- S/notify ---- */

static void
notify(struct service *s, const char *what, pid_t pid, unsigned code)
{
	char pid_text[NUM_FMT_MAX], code_text[NUM_FMT_MAX];
	char *argv[] = { (char[]){ "./notify" }, NULL, NULL, pid_text,
	    code_text, NULL };
	struct child_spec spec = { .path = "./notify", .argv = argv,
	    .exit_temp = EXIT_TEMP, .exit_perm = EXIT_TEMP };
	size_t i = 0;

	if (!s->conf.has_notify)
		return;
	while (i < NOTIFIERS_MAX && s->notifiers[i] != 0)
		i++;
	if (i == NOTIFIERS_MAX) {
		log_warning("too many notify of ", s->dir, " run already");
		return;
	}
	argv[1] = mem_strdup(svmachine_script(s->state));
	argv[2] = mem_strdup(what);
	num_fmt((uint64_t)pid, pid_text);
	num_fmt(code, code_text);
	if (child_start(&spec, &s->notifiers[i]) < 0)
		log_warning("unable to start ", s->dir, "/notify: ",
		    err_str(errno));
	mem_free(argv[1]);
	mem_free(argv[2]);
}

/* ---- starting ---- */

/* In the child. */
static noreturn void
become_script(const struct service *s, const char *script, int ready_fd)
{
	char code[NUM_FMT_MAX], signo[NUM_FMT_MAX], killed_code[] = "256";
	char *argv[] = { NULL, NULL, NULL, NULL };
	struct buf path = BUF_INIT;

	buf_cat(&path, "./", script);
	argv[0] = path.p;
	if (s->state == SV_FINISHING) {		/* as s6 calls it */
		bool killed = s->status.end == SVEND_KILLED;
		num_fmt(s->status.end_code, code);
		num_fmt(killed ? s->status.end_code : 0, signo);
		argv[1] = killed ? killed_code : code;
		argv[2] = signo;
	}
	if (s->conf.own_group && setpgid(0, 0) < 0)
		log_warning("unable to make a process group for ", s->dir,
		    ": ", err_str(errno));
	if (s->logger.pipe[1] >= 0 && fd_copy(1, s->logger.pipe[1]) < 0)
		die_sys("unable to set up the log of ", s->dir);
	if (ready_fd >= 0 && fd_copy(s->conf.notification_fd, ready_fd) < 0)
		die_sys("unable to set up notification-fd of ", s->dir);
	sig_default(SIGCHLD);
	sig_unblock_all();
	child_exec(path.p, argv, NULL);
	log_fatal("unable to start ", s->dir, "/", script, ": ",
	    err_str(errno));
	_exit(EXIT_TEMP);
}

static pid_t
fork_script(struct service *s, const char *script, int ready_fd)
{
	pid_t pid;

	/* fork, not vfork: the child says why it cannot run the service */
	while ((pid = fork()) < 0) {
		log_warning("unable to fork for ", s->dir, ", sleeping: ",
		    err_str(errno));
		wait_ms(FORK_RETRY_S * 1000);
	}
	if (pid == 0)
		become_script(s, script, ready_fd);
	/* the child does it too: whoever is first; EACCES: it was, and execs */
	if (s->conf.own_group)
		(void)setpgid(pid, pid);
	return pid;
}

/* The pipe for S/notification-fd: its writing end, or -1. */
static int
open_ready_pipe(struct service *s)
{
	int fds[2];

	fd_close(&s->ready_fd);
	s->status.ready = SVREADY_UNTOLD;
	if (s->conf.notification_fd < 0)
		return -1;
	if (os_pipe(fds) < 0 || fd_set_nonblock(fds[0]) < 0) {
		log_warning("unable to create pipe for ", s->dir,
		    "/notification-fd: ", err_str(errno));
		return -1;
	}
	s->ready_fd = fds[0];
	s->status.ready = SVREADY_NO;
	return fds[1];
}

static void
start_run(struct service *s)
{
	int ready_fd = open_ready_pipe(s);

	s->pid = fork_script(s, "run", ready_fd);
	fd_close(&ready_fd);
	s->wanted = false;
	s->status.pid = s->pid;
	s->status.paused = false;
	tai_now(&s->status.since);
	become_deaf(s);
}

static void
enter(struct service *s, enum svstate next)
{
	const char *script = svmachine_script(next);

	s->state = next;
	s->status.phase = svmachine_phase(next);
	s->kill_at = DEADLINE_NEVER;
	s->outcome = SVEV_NONE;
	if (next == SV_STARTING || next == SV_RUNNING)
		svconf_read(&s->conf, s->dir);
	if (next == SV_RUNNING)
		start_run(s);
	else if (script != NULL && access(script, F_OK) == 0)
		s->pid = fork_script(s, script, -1);
	else
		s->outcome = SVEV_DONE;
	if (next == SV_FINISHING)
		s->kill_at = deadline_in_ms(FINISH_MS);
	if (next == SV_RUNNING || s->conf.extended || s->logger.pipe[0] >= 0)
		announce(s);
	if (s->pid != 0)
		notify(s, "start", s->pid, 0);
}

/* ---- ends ---- */

static bool
has_died_too_often(struct service *s)
{
	int64_t now = deadline_now_ms();
	size_t recent = 0;

	s->deaths[s->ndeaths++ % SVCONF_TALLY_MAX] = now;
	for (size_t i = 0; i < SVCONF_TALLY_MAX && i < s->ndeaths; i++)
		if (now - s->deaths[i] < SVCONF_TALLY_MS)
			recent++;
	return s->conf.max_deaths > 0 && recent >= s->conf.max_deaths;
}

static void
fail(struct service *s)
{
	s->failing = true;
	s->wanted = false;
	s->ndeaths = 0;		/* who starts it again gives it a new chance */
}

static void
run_ended(struct service *s, int status)
{
	bool crashed = child_has_crashed(status);
	int code = child_exit_code(status);

	s->status.pid = 0;
	s->status.paused = false;
	tai_now(&s->status.since);
	s->status.end = crashed ? SVEND_KILLED : SVEND_EXITED;
	s->status.end_code = (unsigned char)(crashed ? WTERMSIG(status) :
	    code);
	if (s->status.ready == SVREADY_YES)
		s->status.ready = SVREADY_NO;
	fd_close(&s->ready_fd);
	s->wanted = s->status.want == SVWANT_UP && !s->exiting;
	if ((s->conf.fail_100 && !crashed && code == EXIT_PERM) ||
	    (s->wanted && has_died_too_often(s)))
		fail(s);
	announce(s);
}

static void
start_ended(struct service *s, int status)
{
	if (!child_has_crashed(status) && child_exit_code(status) == 0)
		return;
	s->outcome = SVEV_BAD;
	become_deaf(s);			/* before it is tried again */
	if (!child_has_crashed(status) &&
	    child_exit_code(status) == EXIT_PERM) {
		fail(s);
		s->outcome = SVEV_FATAL;
	}
}

static void
script_ended(struct service *s, int status)
{
	pid_t pid = s->pid;

	s->pid = 0;
	s->outcome = SVEV_DONE;
	if (s->state == SV_RUNNING)
		run_ended(s, status);
	else if (s->state == SV_STARTING)
		start_ended(s, status);
	else if (s->state == SV_FINISHING && !child_has_crashed(status) &&
	    child_exit_code(status) == EXIT_NEVER_AGAIN)
		fail(s);
	if (child_has_crashed(status))
		notify(s, "killed", pid, (unsigned)WTERMSIG(status));
	else
		notify(s, "exit", pid, (unsigned)child_exit_code(status));
}

static void
reap(struct service *s)
{
	pid_t pid;
	int status;

	while (child_reap(&pid, &status) > 0) {
		if (pid == s->pid)
			script_ended(s, status);
		if (pid == s->logger.pid) {
			svlogger_died(&s->logger);
			announce(s);
		}
		for (size_t i = 0; i < NOTIFIERS_MAX; i++)
			if (s->notifiers[i] == pid)
				s->notifiers[i] = 0;
	}
}

/* ---- the machine ---- */

static enum svevent
event_of(const struct service *s)
{
	if (s->pid != 0)
		return SVEV_NONE;
	if (s->state == SV_STARTED && !s->wanted)
		return SVEV_UNWANTED;
	if (s->state == SV_STARTED || svmachine_is_at_rest(s->state))
		return s->wanted && !s->deaf ? SVEV_GO : SVEV_NONE;
	if (s->state == SV_STOPPING && s->failing)
		return SVEV_FATAL;
	return s->outcome;
}

static void
settle(struct service *s)
{
	enum svevent event;

	while ((event = event_of(s)) != SVEV_NONE)
		enter(s, svmachine_next(s->state, event));
}

/* ---- commands ---- */

static void
want(struct service *s, enum svwant w)
{
	s->status.want = w;
	if (w == SVWANT_DOWN) {
		s->wanted = false;
	} else if (s->status.pid == 0 && !s->logger.is_closed) {
		s->wanted = true;
		s->failing = false;
	}
	announce(s);
}

static void
send_signal(const struct service *s, int signo)
{
	pid_t to = s->to_group && s->conf.own_group ? -s->pid : s->pid;

	if (s->pid != 0 && kill(to, signo) < 0)
		log_warning("unable to signal ", s->dir, ": ",
		    err_str(errno));
}

static void
stop(struct service *s)
{
	want(s, SVWANT_DOWN);
	if (s->state != SV_RUNNING && s->state != SV_STARTING)
		return;		/* finish and stop are on their way */
	send_signal(s, s->conf.down_signal);
	send_signal(s, SIGCONT);
	if (s->conf.timeout_kill_ms > 0)
		s->kill_at = deadline_in_ms(s->conf.timeout_kill_ms);
}

static void
pause_or_continue(struct service *s, bool pausing)
{
	send_signal(s, pausing ? SIGSTOP : SIGCONT);
	if (s->status.pid == 0)
		return;
	s->status.paused = pausing;
	announce(s);
}

static void
leave(struct service *s)
{
	s->exiting = true;
	if (s->status.pid == 0)
		s->wanted = false;	/* it is down: nothing to wait for */
	announce(s);
}

static const struct {
	char letter;
	int signo;
} signals[] = {
	{ 'h', SIGHUP }, { 'a', SIGALRM }, { 'i', SIGINT }, { 't', SIGTERM },
	{ 'k', SIGKILL }, { 'q', SIGQUIT }, { '1', SIGUSR1 }, { '2', SIGUSR2 },
	{ 'w', SIGWINCH },
};

static void
obey(struct service *s, char command)
{
	switch (command) {
	case 'u':
		want(s, SVWANT_UP);
		return;
	case 'o':
		want(s, SVWANT_ONCE);
		return;
	case 'd':
		stop(s);
		return;
	case 'x':
		leave(s);
		return;
	case 'p':
	case 'c':
		pause_or_continue(s, command == 'p');
		return;
	case '+':
	case '=':
		s->to_group = command == '+';
		return;
	}
	for (size_t i = 0; i < NELEM(signals); i++)
		if (signals[i].letter == command)
			send_signal(s, signals[i].signo);
}

/*
 * One command a turn, also when the service is about to be started again:
 * else one that dies at once could not be stopped.  The rest waits in the fifo.
 */
static void
read_command(struct service *s)
{
	char command;

	if (read(s->control_fd, &command, 1) == 1)
		obey(s, command);
}

/* ---- the loop ---- */

/* A newline on notification-fd: the service is ready. */
static void
read_readiness(struct service *s)
{
	char bytes[64];
	ssize_t r = read(s->ready_fd, bytes, sizeof(bytes));

	if (r < 0)
		return;			/* nothing there yet */
	if (r > 0 && !view_has_byte(view_make(bytes, (size_t)r), '\n'))
		return;
	fd_close(&s->ready_fd);
	if (r == 0)
		return;
	s->status.ready = SVREADY_YES;
	tai_now(&s->status.ready_since);
	announce(s);
}

static void
wait_for_news(struct service *s)
{
	struct pollfd pfd[3] = {
		{ .fd = sig_fd(), .events = POLLIN },
		{ .fd = s->ready_fd, .events = POLLIN },
		{ .fd = s->deaf ? -1 : s->control_fd, .events = POLLIN },
	};
	struct deadline next = s->kill_at;

	if (s->deaf)
		next = deadline_min(next, s->deaf_until);
	if (s->logger.pipe[0] >= 0 && s->logger.pid == 0)
		next = deadline_min(next, s->logger.next);
	if (poll(pfd, NELEM(pfd), deadline_poll_ms(&next)) < 0 &&
	    errno != EINTR)
		die_sys("unable to poll");
	s->deaf = s->deaf && !deadline_is_past(&s->deaf_until);
}

static void
keep_logger(struct service *s)
{
	pid_t before = s->logger.pid;

	svlogger_start(&s->logger, s->dir);
	if (s->logger.pid != before)
		announce(s);
}

static void
supervise(struct service *s)
{
	for (;;) {
		keep_logger(s);
		settle(s);
		if (s->exiting && !s->wanted &&
		    svmachine_is_at_rest(s->state) &&
		    svlogger_is_done(&s->logger))
			return;
		wait_for_news(s);
		if (s->ready_fd >= 0)
			read_readiness(s);
		sig_drain();
		if (sig_take(SIGCHLD))
			reap(s);
		if (deadline_is_past(&s->kill_at)) {
			s->kill_at = DEADLINE_NEVER;
			send_signal(s, SIGKILL);
		}
		if (!s->deaf)
			read_command(s);
	}
}

int
main(int argc, char **argv)
{
	static struct service s = {
		.base = BUF_INIT, .control_fd = -1, .ready_fd = -1,
		.status = { .ready = SVREADY_UNTOLD },
		.kill_at = DEADLINE_NEVER, .logger = SVLOGGER_INIT
	};

	/* leaving for want of memory would get the service a second copy */
	prog_init("supervise", oom_wait);
	if (argc != 2)
		die_usage("supervise dir");
	s.dir = argv[1];
	if (sig_watch(SIGCHLD) < 0)
		die_sys("unable to create pipe");
	if (chdir(s.dir) < 0)
		die_sys("unable to chdir to ", s.dir);
	s.control_fd = svfiles_open(s.dir, &s.base);
	svconf_read(&s.conf, s.dir);
	svlogger_open(&s.logger, s.dir);
	s.wanted = access("down", F_OK) < 0;
	s.status.want = s.wanted ? SVWANT_UP : SVWANT_DOWN;
	tai_now(&s.status.since);
	announce(&s);
	svfiles_show(s.dir, &s.base);
	supervise(&s);
	return EXIT_OK;
}
