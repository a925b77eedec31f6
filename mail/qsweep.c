#include "mail/qsweep.h"

#include <sys/stat.h>

#include <errno.h>
#include <string.h>

#include "lib/err.h"
#include "lib/log.h"
#include "lib/sys.h"
#include "mail/queue.h"

#define PID_PREFIX 4		/* `pid/` */

void
qsweep_start_pid(struct qsweep *s)
{
	if (s->pids != NULL)
		return;
	s->pids = opendir(qpath_dir_name(QDIR_PID));
	if (s->pids == NULL)
		log_warning("unable to read pid: ", err_str(errno));
}

void
qsweep_start_intd(struct qsweep *s)
{
	s->has_intds = true;
}

static bool
is_old_file(const char *path, int64_t now)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    queue_is_stale(&st, now);
}

static void
remove_old(const char *path)
{
	if (sys_unlink(path) < 0 && errno != ENOENT)
		log_warning("unable to remove ", path, ": ", err_str(errno));
}

static void
step_pid(struct qsweep *s, unsigned max, int64_t now)
{
	char path[QPATH_MAX] = "pid/";
	struct dirent *entry;
	size_t len;

	for (; s->pids != NULL && max > 0; max--) {
		entry = readdir(s->pids);
		if (entry == NULL) {
			(void)closedir(s->pids);	/* was only read */
			s->pids = NULL;
			return;
		}
		len = strlen(entry->d_name);
		if (PID_PREFIX + len >= QPATH_MAX)
			continue;	/* not a name of ours */
		memcpy(path + PID_PREFIX, entry->d_name, len + 1);
		if (is_old_file(path, now))
			remove_old(path);
	}
}

static bool
has_mess(const struct qlayout *l, uint64_t id)
{
	char path[QPATH_MAX];
	struct stat st;

	return lstat(qpath(l, QDIR_MESS, id, path), &st) == 0 ||
	    errno != ENOENT;
}

static void
step_intd(struct qsweep *s, unsigned max, int64_t now)
{
	const struct qlayout *l = s->intds.layout;
	char path[QPATH_MAX];
	uint64_t id;
	int r;

	for (; s->has_intds && max > 0; max--) {
		r = qscan_next(&s->intds, &id);
		if (r < 0)
			log_warning("unable to read ", s->intds.path, ": ",
			    err_str(errno));
		if (r <= 0) {
			qscan_close(&s->intds);
			s->has_intds = false;
			return;
		}
		if (s->intds.is_flat)
			qpath_flat(QDIR_INTD, id, path);
		else
			qpath(l, QDIR_INTD, id, path);
		if (is_old_file(path, now) && !has_mess(l, id))
			remove_old(path);
	}
}

void
qsweep_step(struct qsweep *s, unsigned max, int64_t now)
{
	step_pid(s, max, now);
	step_intd(s, max, now);
}
