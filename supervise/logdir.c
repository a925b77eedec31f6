#include "supervise/logdir.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "lib/lock.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "lib/tai.h"

#define MODE_OPEN 0644		/* being written */
#define MODE_SAFE 0744		/* finished, synced */
#define PAUSE_MS 5000
#define LAST_BYTES 2000		/* a line that ends within them ends the file */

static void
pause_for(const struct logdir *d, const char *what, const char *name)
{
	log_warning("unable to ", what, " ", d->dir, name, ", pausing: ",
	    err_str(errno));
	(void)poll(NULL, 0, PAUSE_MS);	/* a signal shortens it: no harm */
}

/* dir/name; overwritten by the next call. */
static const char *
path_of(const struct logdir *d, const char *name)
{
	static struct buf path = BUF_INIT;

	buf_sets(&path, d->dir);
	buf_cat(&path, "/", name);
	return path.p;
}

static void
rename_within(const struct logdir *d, const char *from, const char *to)
{
	struct buf source = BUF_INIT;

	buf_sets(&source, path_of(d, from));
	while (sys_rename(source.p, path_of(d, to)) < 0)
		pause_for(d, "rename a file in", "");
	buf_free(&source);
}

static int
open_current(const struct logdir *d)
{
	int fd;

	for (;;) {
		fd = sys_open(path_of(d, "current"),
		    O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, MODE_OPEN);
		if (fd >= 0 && sys_fchmod(fd, MODE_OPEN) == 0)
			return fd;
		fd_close(&fd);
		pause_for(d, "create", "/current");
	}
}

static void
make_safe(const struct logdir *d, int fd, const char *name)
{
	while (sys_fsync(fd) < 0 || sys_fchmod(fd, MODE_SAFE) < 0)
		pause_for(d, "sync", name);
}

/* How many finished files there are; the oldest one's name in oldest. */
static size_t
count_old(const struct logdir *d, struct buf *oldest)
{
	struct dirent *e;
	size_t n = 0;
	DIR *dir;

	while ((dir = opendir(d->dir)) == NULL)
		pause_for(d, "read directory", "");
	buf_clear(oldest);
	while ((e = readdir(dir)) != NULL) {
		if (e->d_name[0] != '@')
			continue;
		if (n++ == 0 || strcmp(e->d_name, oldest->p) < 0)
			buf_sets(oldest, e->d_name);
	}
	(void)closedir(dir);		/* it was only read */
	return n;
}

static void
remove_old(const struct logdir *d)
{
	struct buf oldest = BUF_INIT;

	while (count_old(d, &oldest) >= d->count)
		if (sys_unlink(path_of(d, oldest.p)) < 0 && errno != ENOENT)
			pause_for(d, "remove a file in", "");
	buf_free(&oldest);
}

/* Later than the name of any other, whatever somebody did to the clock. */
static void
next_label(const struct logdir *d, char label[])
{
	struct tai now, other;
	struct dirent *e;
	DIR *dir;

	while ((dir = opendir(d->dir)) == NULL)
		pause_for(d, "read directory", "");
	tai_now(&now);
	while ((e = readdir(dir)) != NULL) {
		if (tai_scan(view_of(e->d_name), &other) < 0 ||
		    tai_is_before(&other, &now))
			continue;
		now = other;
		tai_step(&now);
	}
	(void)closedir(dir);		/* it was only read */
	tai_fmt(&now, label);
}

static void
finish_file(const struct logdir *d, const char *from, const char *suffix)
{
	struct buf name = BUF_INIT;
	char label[TAI_LABEL + 1];

	next_label(d, label);
	buf_cat(&name, label, ".", suffix);
	rename_within(d, from, name.p);
	remove_old(d);
	buf_free(&name);
}

static int
open_retry(const struct logdir *d, const char *name, int flags)
{
	int fd;

	while ((fd = sys_open(path_of(d, name), flags, MODE_OPEN)) < 0)
		pause_for(d, "open a file in", "");
	return fd;
}

/* previous through the processor: true when it exited 0. */
static bool
run_processor(const struct logdir *d, int processed, int newstate)
{
	char *argv[] = { (char[]){ "sh" }, (char[]){ "-c" }, NULL, NULL };
	int previous = open_retry(d, "previous", O_RDONLY);
	int state = open_retry(d, "state", O_RDONLY | O_CREAT);
	struct child_spec spec = {
		.path = "/bin/sh", .argv = argv, .cwd = d->dir, .nfds = 4,
		.fds = { { 0, previous }, { 1, processed }, { 4, state },
		    { 5, newstate } },
		.exit_cwd = 111, .exit_temp = 111, .exit_perm = 111
	};
	int status = 0;
	pid_t pid;
	bool ok;

	argv[2] = mem_strdup(d->processor);
	ok = child_start(&spec, &pid) == 0 && child_wait(pid, &status) == 0 &&
	    !child_has_crashed(status) && child_exit_code(status) == 0;
	mem_free(argv[2]);
	fd_close(&previous);
	fd_close(&state);
	return ok;
}

static void
process(const struct logdir *d)
{
	int processed, newstate;

	for (;;) {
		processed = open_retry(d, "processed",
		    O_WRONLY | O_CREAT | O_TRUNC);
		newstate = open_retry(d, "newstate",
		    O_WRONLY | O_CREAT | O_TRUNC);
		if (run_processor(d, processed, newstate))
			break;
		fd_close(&processed);
		fd_close(&newstate);
		log_warning("processor failed in ", d->dir, ", pausing");
		(void)poll(NULL, 0, PAUSE_MS);
	}
	make_safe(d, newstate, "/newstate");
	make_safe(d, processed, "/processed");
	fd_close(&processed);
	fd_close(&newstate);
	finish_file(d, "processed", d->suffix);
	rename_within(d, "newstate", "state");
	while (sys_unlink(path_of(d, "previous")) < 0 && errno != ENOENT)
		pause_for(d, "remove", "/previous");
}

void
logdir_flush(struct logdir *d)
{
	size_t done = 0;

	while (done < d->waiting) {
		ssize_t w = sys_write(d->fd, d->space + done,
		    d->waiting - done);
		if (w > 0)
			done += (size_t)w;
		else if (errno != EINTR)
			pause_for(d, "write to", "/current");
	}
	d->waiting = 0;
}

void
logdir_close(struct logdir *d)
{
	logdir_flush(d);
	make_safe(d, d->fd, "/current");
	fd_close(&d->fd);
}

void
logdir_rotate(struct logdir *d)
{
	if (d->bytes == 0)
		return;
	d->before_rotation(d->owner);
	logdir_close(d);
	if (d->processor != NULL) {
		rename_within(d, "current", "previous");
		process(d);
	} else {
		finish_file(d, "current", d->suffix);
	}
	d->fd = open_current(d);
	d->bytes = 0;
}

void
logdir_put(struct logdir *d, struct view v)
{
	while (v.len > 0) {
		size_t n = v.len;
		if (d->bytes >= d->max)
			logdir_rotate(d);
		if (n > d->max - d->bytes)
			n = (size_t)(d->max - d->bytes);
		if (d->waiting == sizeof(d->space))
			logdir_flush(d);
		if (n > sizeof(d->space) - d->waiting)
			n = sizeof(d->space) - d->waiting;
		memcpy(d->space + d->waiting, v.p, n);
		d->waiting += n;
		d->bytes += n;
		v = view_from(v, n);
	}
}

void
logdir_newline(struct logdir *d)
{
	logdir_put(d, VIEW_LIT("\n"));
}

bool
logdir_is_full(const struct logdir *d)
{
	return d->bytes + LAST_BYTES >= d->max;
}

/* What a crash left of a processor run. */
static void
recover_processor(const struct logdir *d)
{
	struct stat st;
	bool previous = stat(path_of(d, "previous"), &st) == 0;
	bool done = stat(path_of(d, "processed"), &st) == 0 &&
	    (st.st_mode & S_IXUSR) != 0;

	if (done) {
		/* newstate was made safe first; it may be renamed already */
		finish_file(d, "processed", d->suffix);
		if (stat(path_of(d, "newstate"), &st) == 0)
			rename_within(d, "newstate", "state");
		if (previous && sys_unlink(path_of(d, "previous")) < 0)
			pause_for(d, "remove", "/previous");
	} else if (previous && d->processor != NULL) {
		process(d);
	} else if (previous) {
		finish_file(d, "previous", d->suffix);
	}
}

/* There with or without a processor, as daemontools has it. */
static void
make_state(const struct logdir *d)
{
	int fd = sys_open(path_of(d, "state"),
	    O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, MODE_OPEN);

	if (fd < 0 || sys_fchmod(fd, MODE_OPEN) < 0)
		die_sys("unable to create ", d->dir, "/state");
	fd_close(&fd);
}

void
logdir_open(struct logdir *d)
{
	struct stat st;

	if (sys_mkdir(d->dir, 0700) < 0 && errno != EEXIST)
		die_sys("unable to create directory ", d->dir);
	d->lock_fd = sys_open(path_of(d, "lock"),
	    O_WRONLY | O_APPEND | O_CREAT, 0600);
	if (d->lock_fd < 0 || lock_try(d->lock_fd) < 0)
		die_sys("unable to lock directory ", d->dir);
	make_state(d);
	recover_processor(d);
	if (stat(path_of(d, "current"), &st) == 0) {
		if ((st.st_mode & S_IXUSR) == 0 && st.st_size > 0)
			finish_file(d, "current", "u");
	} else if (errno != ENOENT) {
		die_sys("unable to stat ", d->dir, "/current");
	}
	d->fd = sys_open(path_of(d, "current"),
	    O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, MODE_OPEN);
	if (d->fd < 0 || sys_fchmod(d->fd, MODE_OPEN) < 0 ||
	    fstat(d->fd, &st) < 0)
		die_sys("unable to open ", d->dir, "/current");
	d->bytes = (uint64_t)st.st_size;
	d->waiting = 0;
}
