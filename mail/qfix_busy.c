#include "mail/qfix_busy.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/err.h"
#include "lib/log.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "mail/queue.h"

#define WAIT_S 30		/* for programs that are about to end */
#define LOOK_NS 100000000	/* between two looks */
#define FD_PATH_MAX 64		/* /proc/PID/fd/N */

/* A file that qmail-queue may still be writing to: no older than its life. */
static bool
is_young(const struct qfix_item *item, int64_t now)
{
	return (item->dir == QDIR_MESS || item->dir == QDIR_INTD) &&
	    now - item->mtime <= QUEUE_LIFETIME_S;
}

static bool
has_young(const struct qfix *f, int64_t now)
{
	for (size_t i = 0; i < f->len; i++)
		if (is_young(&f->v[i], now))
			return true;
	return false;
}

static void
add_busy(struct qfix *f, uint64_t id)
{
	for (size_t i = 0; i < f->nbusy; i++)
		if (f->busy[i] == id)
			return;
	f->busy = mem_grow(f->busy, f->nbusy + 1, sizeof(*f->busy));
	f->busy[f->nbusy++] = id;
}

/* An open file: is it a young one of a message? */
static void
look_at_file(struct qfix *f, const struct stat *st, int64_t now)
{
	for (size_t i = 0; i < f->len; i++)
		if (f->v[i].ino == st->st_ino && is_young(&f->v[i], now)) {
			add_busy(f, f->v[i].id);
			return;
		}
}

static void
look_at_process(struct qfix *f, const char *pid, dev_t dev, int64_t now)
{
	char path[FD_PATH_MAX + NAME_MAX + 1] = "/proc/";
	struct dirent *entry;
	struct stat st;
	size_t len = strlen(pid);
	DIR *d;

	if (len > NUM_FMT_MAX)
		return;
	memcpy(path + 6, pid, len);
	memcpy(path + 6 + len, "/fd", 4);
	d = opendir(path);
	if (d == NULL)
		return;		/* it has ended, or may not be looked at */
	path[6 + len + 3] = '/';
	while ((entry = readdir(d)) != NULL) {
		memcpy(path + 6 + len + 4, entry->d_name,
		    strlen(entry->d_name) + 1);
		if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    st.st_dev == dev)
			look_at_file(f, &st, now);
	}
	(void)closedir(d);	/* was only read */
}

/* 0, -1: there is no way to know here. */
static int
look_for_writers(struct qfix *f, int64_t now)
{
	DIR *d = opendir("/proc");
	struct dirent *entry;
	struct stat here;
	uint64_t pid;

	f->nbusy = 0;
	if (d == NULL)
		return -1;
	if (stat(".", &here) < 0) {
		(void)closedir(d);	/* was only read */
		return -1;
	}
	while ((entry = readdir(d)) != NULL)
		if (num_scan(view_of(entry->d_name), INT_MAX, &pid) == 0 &&
		    (pid_t)pid != getpid())
			look_at_process(f, entry->d_name, here.st_dev, now);
	(void)closedir(d);	/* was only read */
	return 0;
}

void
qfix_await_writers(struct qfix *f)
{
	struct timespec pause = { .tv_nsec = LOOK_NS };
	struct deadline until = deadline_in_s(f->mode == QFIX_SHOW ? 0 :
	    WAIT_S);
	int64_t now = time(NULL);
	char id[NUM_FMT_MAX];

	if (qfix_scan(f) < 0 || !has_young(f, now))
		return;
	for (;;) {
		if (look_for_writers(f, now) < 0) {
			log_warning("unable to look at processes: ",
			    err_str(errno));
			return;
		}
		if (f->nbusy == 0 || deadline_is_past(&until))
			break;
		nanosleep(&pause, NULL);
	}
	for (size_t i = 0; i < f->nbusy; i++) {
		num_fmt(f->busy[i], id);
		/* -N beside a running system: nothing wrong with that */
		if (f->mode == QFIX_SHOW)
			qfix_note(f, "message ", id, " is in use; skipped");
		else
			qfix_report(f, "message ", id, " is in use; skipped");
	}
}
