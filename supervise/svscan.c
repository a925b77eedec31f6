/*
 * svscan: start and watch the services of a folder.
 *	usage: svscan [-t] [dir [logservice]]
 * every 5 seconds, and on SIGHUP, starts `supervise NAME` for each folder in
 * dir that has none, with `supervise log` beside it, joined by a pipe, when it
 * has a log folder; the pipe stays when either of them dies.
 * -t, and always as process 1: SIGTERM and SIGINT end the services, then their
 * logs, then svscan; logservice gets what svscan and the services without log
 * say.  Reaps any child.
 * runs as its caller; exits 0 after SIGTERM with -t, 100 usage, 111 dir cannot
 * be entered
 */
#include <sys/resource.h>
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "lib/view.h"
#include "supervise/svdir.h"
#include "supervise/svlogger.h"

#define USAGE "svscan [-t] [dir [logservice]]"
#define SCAN_MS 5000
#define SERVICES_MAX 1000
#define NAME_BYTES_MAX 255	/* a longer name gets no log */
#define FILES_WANTED (2 * SERVICES_MAX + 32)	/* two for each pipe */
#define LOG_GRACE_MS 10000	/* for a logger to see the end of its input */
#define TELL_AGAIN_MS 200	/* a supervise that has no control fifo yet */

enum half { SERVICE, LOGGER, HALVES };

struct service {
	dev_t dev;		/* identity: never the name */
	ino_t ino;
	char *name;		/* the last one seen; owned */
	bool listed;		/* seen by this scan */
	bool has_log;
	bool is_our_log;	/* logservice of the command line */
	bool told[HALVES];	/* to end */
	pid_t pid[HALVES];	/* 0: to be started */
	int pipe[2];		/* service to logger; -1 without a log */
};

static struct service services[SERVICES_MAX];
static size_t nservices;
static bool has_warned_full;
static bool stops_services;	/* on SIGTERM: -t, or process 1 */
static int here = -1;		/* the folder of services */
static struct rlimit given_files;	/* what services shall have */
static const char *our_log;	/* logservice, or NULL */
static int our_pipe[2] = { -1, -1 };
static int first_out[2] = { -1, -1 };	/* descriptors 1 and 2 as given */

static noreturn void
exec_supervise(const char *dir)
{
	char *argv[] = { (char[]){ "supervise" }, NULL, NULL };

	argv[1] = mem_strdup(dir);
	child_exec("supervise", argv, NULL);
	log_warning("unable to start supervise ", dir, ": ", err_str(errno));
	_exit(EXIT_TEMP);
}

static noreturn void
become_half(const struct service *s, enum half h, const char *name)
{
	sig_default(SIGCHLD);
	if (stops_services)
		sig_default(SIGPIPE);
	sig_unblock_all();
	if (setrlimit(RLIMIT_NOFILE, &given_files) < 0)
		die_sys("unable to restore limits for ", name);
	if (s->is_our_log && h == SERVICE && (fd_copy(0, our_pipe[0]) < 0 ||
	    fd_copy(1, first_out[0]) < 0 || fd_copy(2, first_out[1]) < 0))
		die_sys("unable to set up descriptors for ", name);
	if (s->has_log && fd_copy(h == SERVICE ? 1 : 0,
	    s->pipe[h == SERVICE ? 1 : 0]) < 0)
		die_sys("unable to set up descriptors for ", name);
	if (h == LOGGER && chdir(name) < 0)
		die_sys("unable to switch to ", name);
	exec_supervise(h == SERVICE ? name : "log");
}

static void
start_half(struct service *s, enum half h, const char *name)
{
	pid_t pid = fork();

	if (pid == 0)
		become_half(s, h, name);
	if (pid < 0)
		log_warning("unable to fork, will try again: ", err_str(errno));
	else
		s->pid[h] = pid;
}

/* A place for a service not known yet; NULL: table full or no pipe. */
static struct service *
add(const struct stat *st, const char *name)
{
	struct service *s = &services[nservices];
	struct stat log;
	char path[NAME_BYTES_MAX + sizeof("/log")];
	struct view v = view_of(name);

	if (nservices == SERVICES_MAX) {
		if (!has_warned_full)
			log_warning("unable to start supervise ", name,
			    ": running too many services");
		has_warned_full = true;
		return NULL;
	}
	*s = (struct service){ .dev = st->st_dev, .ino = st->st_ino,
	    .pipe = { -1, -1 } };
	if (v.len <= NAME_BYTES_MAX) {
		memcpy(path, v.p, v.len);
		memcpy(path + v.len, "/log", sizeof("/log"));
		/* an executable file is run by supervise itself */
		s->has_log = stat(path, &log) == 0 && !svlogger_is_file(path);
	}
	if (s->has_log && os_pipe(s->pipe) < 0) {
		log_warning("unable to create pipe for ", name,
		    ", will try again: ", err_str(errno));
		return NULL;
	}
	s->name = mem_strdup(name);
	s->is_our_log = our_log != NULL && view_is(v, our_log);
	nservices++;
	return s;
}

static struct service *
find(const struct stat *st)
{
	for (size_t i = 0; i < nservices; i++)
		if (services[i].ino == st->st_ino &&
		    services[i].dev == st->st_dev)
			return &services[i];
	return NULL;
}

static void
look_at(const char *name)
{
	struct service *s;
	struct stat st;

	if (stat(name, &st) < 0) {
		log_warning("unable to stat ", name, ": ", err_str(errno));
		return;
	}
	if (!S_ISDIR(st.st_mode))
		return;
	s = find(&st);
	if (s == NULL)
		s = add(&st, name);
	if (s == NULL)
		return;
	if (!view_is(view_of(name), s->name)) {	/* renamed */
		mem_free(s->name);
		s->name = mem_strdup(name);
	}
	s->listed = true;
	if (s->pid[SERVICE] == 0)
		start_half(s, SERVICE, name);
	if (s->has_log && s->pid[LOGGER] == 0)
		start_half(s, LOGGER, name);
}

/* Forget services that are gone from the folder and not running any more. */
static void
forget(void)
{
	for (size_t i = 0; i < nservices; i++) {
		struct service *s = &services[i];
		if (s->listed || s->pid[SERVICE] != 0 || s->pid[LOGGER] != 0)
			continue;
		fd_close(&s->pipe[0]);
		fd_close(&s->pipe[1]);
		mem_free(s->name);
		*s = services[--nservices];
		i--;
	}
}

static void
scan(void)
{
	DIR *d = opendir(".");
	struct dirent *e;

	if (d == NULL) {
		log_warning("unable to read directory: ", err_str(errno));
		return;
	}
	has_warned_full = false;
	for (size_t i = 0; i < nservices; i++)
		services[i].listed = false;
	if (our_log != NULL)
		look_at(our_log);
	while (errno = 0, (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			look_at(e->d_name);
	if (errno != 0)
		log_warning("unable to read directory: ", err_str(errno));
	else
		forget();
	(void)closedir(d);		/* it was only read */
}

static void
reap(void)
{
	pid_t pid;
	int status;

	while (child_reap(&pid, &status) > 0)
		for (size_t i = 0; i < nservices; i++)
			for (enum half h = 0; h < HALVES; h++)
				if (services[i].pid[h] == pid)
					services[i].pid[h] = 0;
}

/*
 * Until the next scan is due: false when everything has to end.  Asked for both
 * it looks once more, to find what was just renamed.
 */
static bool
wait_for_next(void)
{
	struct deadline until = deadline_in_ms(SCAN_MS);
	struct pollfd pfd = { .fd = sig_fd(), .events = POLLIN };

	while (!deadline_is_past(&until)) {
		sig_drain();
		if (sig_take(SIGCHLD))
			reap();
		if (sig_take(SIGHUP))
			break;
		if (stops_services && (sig_take(SIGTERM) || sig_take(SIGINT)))
			return false;
		if (poll(&pfd, 1, deadline_poll_ms(&until)) < 0 &&
		    errno != EINTR)
			die_sys("unable to poll");
	}
	return true;
}

/* ---- the end ---- */

/* Send commands of svc to the supervise in the current directory. */
static int
send_commands(const char *commands)
{
	struct buf base = BUF_INIT;
	struct view v = view_of(commands);
	int fd = -1, r = -1;

	if (svdir_find(&base) == 0)
		fd = svdir_open_control(base.p);
	if (fd >= 0 && write(fd, v.p, v.len) == (ssize_t)v.len)
		r = 0;
	fd_close(&fd);
	buf_free(&base);
	return r;
}

static void
tell(struct service *s, enum half h, const char *commands)
{
	struct stat st;
	bool moved;

	if (s->pid[h] == 0 || s->told[h])
		return;
	moved = stat(s->name, &st) < 0 || st.st_dev != s->dev ||
	    st.st_ino != s->ino;
	if (moved) {
		log_warning("unable to find ", s->name,
		    ", ending its supervise only");
		s->told[h] = kill(s->pid[h], SIGTERM) == 0;
		return;
	}
	/* without a control fifo yet it is told at the next turn */
	if (chdir(s->name) == 0 && (h == SERVICE || chdir("log") == 0))
		s->told[h] = send_commands(commands) == 0;
	if (fchdir(here) < 0)
		die_sys("unable to return to the folder of services");
}

static bool
is_in(const struct service *s, enum half h, bool our_log_too)
{
	return s->pid[h] != 0 && (!s->is_our_log || our_log_too);
}

static void
untell(enum half h)
{
	for (size_t i = 0; i < nservices; i++)
		services[i].told[h] = false;
}

/*
 * Tell all that have not been told: how many are left.  Who could not be told
 * brings next forward.
 */
static size_t
tell_all(enum half h, bool our_log_too, const char *commands,
    struct deadline *next)
{
	size_t left = 0;

	for (size_t i = 0; i < nservices; i++) {
		struct service *s = &services[i];
		if (!is_in(s, h, our_log_too))
			continue;
		left++;
		tell(s, h, commands);
		if (!s->told[h])
			*next = deadline_min(*next,
			    deadline_in_ms(TELL_AGAIN_MS));
	}
	return left;
}

/* Tell all, wait until they are gone or the time is over: false. */
static bool
end_halves(enum half h, bool our_log_too, const char *commands,
    struct deadline until)
{
	struct pollfd pfd = { .fd = sig_fd(), .events = POLLIN };
	struct deadline next;
	size_t left;

	for (;;) {
		next = until;
		left = tell_all(h, our_log_too, commands, &next);
		if (left == 0 || deadline_is_past(&until))
			return left == 0;
		if (poll(&pfd, 1, deadline_poll_ms(&next)) < 0 &&
		    errno != EINTR)
			die_sys("unable to poll");
		sig_drain();
		if (sig_take(SIGCHLD))
			reap();
	}
}

static void
close_pipes(void)
{
	for (size_t i = 0; i < nservices; i++) {
		fd_close(&services[i].pipe[0]);
		fd_close(&services[i].pipe[1]);
	}
}

static void
close_our_pipe(void)
{
	if (fd_move(1, first_out[0]) < 0 || fd_move(2, first_out[1]) < 0)
		die_sys("unable to give up the log");
	fd_close(&our_pipe[0]);
	fd_close(&our_pipe[1]);
}

/*
 * Loggers see the end of their input, so they read the pipe empty; only who
 * does not leave by that is told to go down.  Their supervises are told to
 * leave before: else one would start the logger once more.
 */
static void
end_loggers(enum half h, void (*close_input)(void))
{
	struct deadline unused = DEADLINE_NEVER;

	untell(h);
	(void)tell_all(h, true, "x", &unused);
	close_input();
	if (end_halves(h, true, "x", deadline_in_ms(LOG_GRACE_MS)))
		return;
	untell(h);
	(void)end_halves(h, true, "dx", DEADLINE_NEVER);
}

static void
end_all(void)
{
	untell(SERVICE);
	(void)end_halves(SERVICE, false, "dx", DEADLINE_NEVER);
	end_loggers(LOGGER, close_pipes);
	if (our_log != NULL)
		end_loggers(SERVICE, close_our_pipe);
}

/* ---- the start ---- */

/* From now on descriptors 1 and 2 lead to logservice. */
static void
open_our_log(void)
{
	if (os_pipe(our_pipe) < 0)
		die_sys("unable to create pipe");
	for (int i = 0; i < 2; i++) {
		first_out[i] = fcntl(1 + i, F_DUPFD_CLOEXEC, 3);
		if (first_out[i] < 0 || fd_copy(1 + i, our_pipe[1]) < 0)
			die_sys("unable to set up descriptors");
	}
}

/* The pipes of 1000 services need more files than a login gets. */
static void
raise_limit(void)
{
	struct rlimit r;

	if (getrlimit(RLIMIT_NOFILE, &given_files) < 0)
		die_sys("unable to read limits");
	r = given_files;
	if (r.rlim_cur >= FILES_WANTED)
		return;
	r.rlim_cur = r.rlim_max < FILES_WANTED ? r.rlim_max : FILES_WANTED;
	if (setrlimit(RLIMIT_NOFILE, &r) < 0)
		log_warning("unable to raise the number of files: ",
		    err_str(errno));
}

static void
parse(int argc, char **argv)
{
	int letter;

	opterr = 0;
	stops_services = getpid() == 1;
	while ((letter = getopt(argc, argv, "+t")) != -1) {
		if (letter != 't')
			die_usage(USAGE);
		stops_services = true;
	}
	if (argc - optind > 2)
		die_usage(USAGE);
	if (optind < argc && chdir(argv[optind]) < 0)
		die_sys("unable to chdir to ", argv[optind]);
	if (argc - optind == 2)
		our_log = argv[optind + 1];
}

static void
watch_signals(void)
{
	bool ok = sig_watch(SIGCHLD) == 0 && sig_watch(SIGHUP) == 0;

	if (ok && stops_services) {
		ok = sig_watch(SIGTERM) == 0 && sig_watch(SIGINT) == 0;
		sig_ignore(SIGPIPE);	/* a supervise that leaves just now */
	}
	if (!ok)
		die_sys("unable to create pipe");
}

int
main(int argc, char **argv)
{
	prog_init("svscan", oom_wait);
	parse(argc, argv);
	watch_signals();
	here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (here < 0)
		die_sys("unable to open the folder of services");
	raise_limit();
	if (our_log != NULL)
		open_our_log();
	do
		scan();
	while (wait_for_next());
	end_all();
	return EXIT_OK;
}
