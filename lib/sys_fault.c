/*
 * sys_fault.c: lib/sys.h for tests: the n-th call fails, or kills the process.
 * No program that is shipped contains it: make OUT=out/fault SYS=sys_fault
 *
 * QSUITE_FAULT in the environment is the plan, N:WHAT or N:WHAT:PROGRAM:
 *	5:ENOSPC	the 5th call does nothing and fails with ENOSPC
 *	5+:EIO		so do the 5th and all later ones
 *	5:kill		the process dies before the 5th call
 *	5:killafter	... after it
 *	5:short		the 5th call, if a write, writes half of its bytes
 *	0:count		nothing happens
 * Calls are counted in each process from 1; with PROGRAM only in a process of
 * that name (its first 15 bytes).  QSUITE_FAULT_LOG names a file to which each
 * call adds a line: program, number, call, path or `-`.
 */
#include "lib/sys.h"

#include <sys/prctl.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/os_core.h"

#define NAME_BYTES 16		/* of a process, prctl(2) */
#define LINE_BYTES 256
#define BAD_PLAN 112		/* exit code: the test is wrong */

enum what { COUNT, FAIL, KILL, KILL_AFTER, SHORT };

static struct {
	enum what what;
	int error;
	uint64_t at;
	bool stays;
	int logfd;		/* -1: no log */
	uint64_t calls;
	char name[NAME_BYTES + 1];
} plan = { .logfd = -1 };

static const struct {
	const char *name;
	enum what what;
	int error;
} faults[] = {
	{ "count", COUNT, 0 },
	{ "kill", KILL, 0 },
	{ "killafter", KILL_AFTER, 0 },
	{ "short", SHORT, 0 },
	{ "EACCES", FAIL, EACCES },
	{ "EDQUOT", FAIL, EDQUOT },
	{ "EEXIST", FAIL, EEXIST },
	{ "EINTR", FAIL, EINTR },
	{ "EINVAL", FAIL, EINVAL },
	{ "EIO", FAIL, EIO },
	{ "EMFILE", FAIL, EMFILE },
	{ "ENOENT", FAIL, ENOENT },
	{ "ENOMEM", FAIL, ENOMEM },
	{ "ENOSPC", FAIL, ENOSPC },
	{ "EROFS", FAIL, EROFS },
};

/* ---- the plan ---- */

static void
bad_plan(void)
{
	static const char text[] = "sys_fault: bad QSUITE_FAULT\n";
	ssize_t w = write(2, text, sizeof(text) - 1);

	(void)w;		/* the exit code tells as well */
	_exit(BAD_PLAN);
}

static void
set_fault(const char *what, size_t len)
{
	for (size_t i = 0; i < NELEM(faults); i++)
		if (strlen(faults[i].name) == len &&
		    memcmp(faults[i].name, what, len) == 0) {
			plan.what = faults[i].what;
			plan.error = faults[i].error;
			return;
		}
	bad_plan();
}

static void
parse_plan(const char *s)
{
	const char *what;
	size_t len;

	for (; *s >= '0' && *s <= '9'; s++)
		plan.at = plan.at * 10 + (uint64_t)(*s - '0');
	if (*s == '+') {
		plan.stays = true;
		s++;
	}
	if (*s != ':')
		bad_plan();
	what = s + 1;
	len = strcspn(what, ":");
	set_fault(what, len);
	if (what[len] == ':' &&
	    strncmp(what + len + 1, plan.name, NAME_BYTES - 1) != 0)
		plan.what = COUNT;
}

/* Before main: afterwards the program may be confined (lib/confine.h). */
static void __attribute__((constructor))
read_plan(void)
{
	const char *s = getenv("QSUITE_FAULT"), *log;

	if (prctl(PR_GET_NAME, plan.name) < 0)
		bad_plan();
	if (s != NULL)
		parse_plan(s);
	log = getenv("QSUITE_FAULT_LOG");
	if (log == NULL)
		return;
	plan.logfd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
	    0666);
	if (plan.logfd < 0)
		bad_plan();
}

struct line {
	char p[LINE_BYTES];
	size_t len;
};

static void
add_text(struct line *line, const char *s)
{
	while (*s != '\0' && line->len < LINE_BYTES)
		line->p[line->len++] = *s++;
}

static void
add_num(struct line *line, uint64_t n)
{
	char digit[2] = { (char)('0' + n % 10), '\0' };

	if (n >= 10)
		add_num(line, n / 10);
	add_text(line, digit);
}

static void
log_call(const char *call, const char *path)
{
	struct line line = { .len = 0 };

	if (plan.logfd < 0)
		return;
	add_text(&line, plan.name);
	add_text(&line, " ");
	add_num(&line, plan.calls);
	add_text(&line, " ");
	add_text(&line, call);
	add_text(&line, " ");
	add_text(&line, path);
	add_text(&line, "\n");
	if (write(plan.logfd, line.p, line.len) != (ssize_t)line.len)
		bad_plan();
}

static bool
is_now(void)
{
	return plan.calls == plan.at || (plan.stays && plan.calls > plan.at);
}

/* Before a call: -1 with errno when it shall fail. */
static int
enter(const char *call, const char *path)
{
	plan.calls++;
	log_call(call, path);
	if (!is_now())
		return 0;
	if (plan.what == KILL)
		(void)raise(SIGKILL);
	if (plan.what != FAIL)
		return 0;
	errno = plan.error;
	return -1;
}

/* After it: its result. */
static int
leave(int r)
{
	if (is_now() && plan.what == KILL_AFTER)
		(void)raise(SIGKILL);
	return r;
}

/* ---- the calls ---- */

bool
sys_may_thread(void)
{
	return false;	/* the n-th call would be any call */
}

int
sys_open(const char *path, int flags, mode_t mode)
{
	return enter("open", path) < 0 ? -1 :
	    leave(open(path, flags | O_CLOEXEC, mode));
}

int
sys_close(int fd)
{
	int r = enter("close", "-"), saved = errno;

	if (close(fd) < 0)	/* it is closed in any case, close(2) */
		return -1;
	errno = saved;
	return r < 0 ? -1 : leave(0);
}

static size_t
shortened(size_t len)
{
	return is_now() && plan.what == SHORT && len > 1 ? len / 2 : len;
}

ssize_t
sys_write(int fd, const void *p, size_t len)
{
	ssize_t w;

	if (enter("write", "-") < 0)
		return -1;
	w = write(fd, p, shortened(len));
	(void)leave(0);
	return w;
}

ssize_t
sys_pwrite(int fd, const void *p, size_t len, off_t at)
{
	ssize_t w;

	if (enter("pwrite", "-") < 0)
		return -1;
	w = pwrite(fd, p, shortened(len), at);
	(void)leave(0);
	return w;
}

int
sys_fsync(int fd)
{
	return enter("fsync", "-") < 0 ? -1 : leave(fsync(fd));
}

int
sys_fdatasync(int fd)
{
	return enter("fdatasync", "-") < 0 ? -1 : leave(fdatasync(fd));
}

int
sys_ftruncate(int fd, off_t len)
{
	return enter("ftruncate", "-") < 0 ? -1 : leave(ftruncate(fd, len));
}

int
sys_link(const char *from, const char *to)
{
	return enter("link", to) < 0 ? -1 : leave(link(from, to));
}

int
sys_unlink(const char *path)
{
	return enter("unlink", path) < 0 ? -1 : leave(unlink(path));
}

int
sys_openat(int dir, const char *name, int flags, mode_t mode)
{
	return enter("open", name) < 0 ? -1 :
	    leave(openat(dir, name, flags | O_CLOEXEC, mode));
}

int
sys_linkat(int fromdir, const char *from, int todir, const char *to)
{
	return enter("link", to) < 0 ? -1 :
	    leave(linkat(fromdir, from, todir, to, 0));
}

int
sys_unlinkat(int dir, const char *name)
{
	return enter("unlink", name) < 0 ? -1 : leave(unlinkat(dir, name, 0));
}

int
sys_rename_newat(int fromdir, const char *from, int todir, const char *to)
{
	return enter("rename", to) < 0 ? -1 :
	    leave(os_rename_new(fromdir, from, todir, to));
}

int
sys_rename(const char *from, const char *to)
{
	return enter("rename", to) < 0 ? -1 : leave(rename(from, to));
}

int
sys_mkdir(const char *path, mode_t mode)
{
	return enter("mkdir", path) < 0 ? -1 : leave(mkdir(path, mode));
}

int
sys_rmdir(const char *path)
{
	return enter("rmdir", path) < 0 ? -1 : leave(rmdir(path));
}

int
sys_chmod(const char *path, mode_t mode)
{
	return enter("chmod", path) < 0 ? -1 : leave(chmod(path, mode));
}

int
sys_fchmod(int fd, mode_t mode)
{
	return enter("fchmod", "-") < 0 ? -1 : leave(fchmod(fd, mode));
}

int
sys_utimes(const char *path, time_t atime, time_t mtime)
{
	struct timespec ts[2] = { { .tv_sec = atime }, { .tv_sec = mtime } };

	return enter("utimes", path) < 0 ? -1 :
	    leave(utimensat(AT_FDCWD, path, ts, 0));
}

void
sys_start_writeback(int fd)
{
	os_start_writeback(fd);	/* a hint: nothing may depend on it */
}

void
sys_write_back(int fd)
{
	os_write_back(fd);	/* the same */
}

/* lib/sys.h: a file system that cannot sync directories is no failure. */
static int
dir_synced(int r)
{
	return r < 0 && errno == EINVAL ? 0 : r;
}

int
sys_fsync_dir(int fd)
{
	return dir_synced(sys_fsync(fd));
}

int
sys_sync_dir(const char *path)
{
	int fd, r;

	if (enter("sync_dir", path) < 0)
		return dir_synced(-1);
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	r = dir_synced(fsync(fd));
	return close(fd) < 0 || r < 0 ? -1 : leave(0);
}

int
sys_sync_dir_kept(const char *path, int *fd)
{
	if (enter("sync_dir", path) < 0)
		return dir_synced(-1);
	if (*fd < 0)
		*fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return *fd < 0 || dir_synced(fsync(*fd)) < 0 ? -1 : leave(0);
}
