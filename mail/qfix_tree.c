#include "mail/qfix_tree.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/log.h"
#include "lib/num.h"
#include "lib/sys.h"
#include "mail/queue.h"

#define TCPTO_BYTES 1024	/* queue.md 9 */
#define TCPTO6_BYTES 2048	/* mail/tcpto.h */
#define MODE_MAX 5		/* octal digits and a NUL */
#define ANY_GROUP ((gid_t)-1)	/* qmail-queue's files: the invoker's */

struct rule {			/* who owns a path, and its mode */
	enum conf_user user;
	bool any_group;
	mode_t mode;
};

static const struct {
	const char *path;
	struct rule rule;
	bool is_split;
	bool is_split_todo;
} dirs[] = {
	{ "pid",    { CONF_QMAILQ, false, 0700 }, false, false },
	{ "mess",   { CONF_QMAILQ, false, 0750 }, true,  false },
	{ "intd",   { CONF_QMAILQ, false, 0700 }, false, true },
	{ "todo",   { CONF_QMAILQ, false, 0750 }, false, true },
	{ "info",   { CONF_QMAILS, false, 0700 }, true,  false },
	{ "local",  { CONF_QMAILS, false, 0700 }, true,  false },
	{ "remote", { CONF_QMAILS, false, 0700 }, true,  false },
	{ "bounce", { CONF_QMAILS, false, 0700 }, false, false },
	{ "lock",   { CONF_QMAILQ, false, 0750 }, false, false },
};

static const struct rule file_rules[QDIRS] = {
	[QDIR_PID]    = { CONF_QMAILQ, true,  0644 },
	[QDIR_MESS]   = { CONF_QMAILQ, true,  0644 },
	[QDIR_INTD]   = { CONF_QMAILQ, true,  0644 },
	[QDIR_TODO]   = { CONF_QMAILQ, true,  0644 },
	[QDIR_INFO]   = { CONF_QMAILS, false, 0600 },
	[QDIR_LOCAL]  = { CONF_QMAILS, false, 0600 },
	[QDIR_REMOTE] = { CONF_QMAILS, false, 0600 },
	[QDIR_BOUNCE] = { CONF_QMAILS, false, 0600 },
};

static void
fmt_mode(mode_t mode, char p[MODE_MAX])
{
	for (int i = 0; i < 4; i++)
		p[i] = (char)('0' + (mode >> (9 - 3 * i) & 7));
	p[4] = '\0';
}

/* Owner first: chown(2) may clear bits of the mode. */
static void
set_owner(struct qfix *f, const char *path, uid_t uid, gid_t gid,
    const struct rule *rule)
{
	uid_t want = f->uids[rule->user];
	gid_t group = rule->any_group ? ANY_GROUP : f->gid;

	if (uid == want && (rule->any_group || gid == group))
		return;
	if (!qfix_act(f, "changing owner of ", path, " to ",
	    conf.user[rule->user]))
		return;
	if (lchown(path, want, group) < 0)
		qfix_failed(f, "change owner of", path);
}

static void
set_mode(struct qfix *f, const char *path, mode_t mode, mode_t want)
{
	char from[MODE_MAX], to[MODE_MAX];

	mode &= 07777;
	if (mode == want)
		return;
	fmt_mode(mode, from);
	fmt_mode(want, to);
	if (!qfix_act(f, "changing mode of ", path, " from ", from, " to ",
	    to))
		return;
	if (sys_chmod(path, want) < 0)
		qfix_failed(f, "change mode of", path);
}

static void
set_rule(struct qfix *f, const char *path, const struct stat *st,
    const struct rule *rule)
{
	set_owner(f, path, st->st_uid, st->st_gid, rule);
	set_mode(f, path, st->st_mode, rule->mode);
}

/* ---- directories ---- */

static void
fix_dir(struct qfix *f, const char *path, const struct rule *rule)
{
	struct stat st;

	if (lstat(path, &st) == 0 && !S_ISDIR(st.st_mode)) {
		qfix_report(f, path, " is not a directory");
		return;
	}
	if (lstat(path, &st) < 0) {
		if (errno != ENOENT) {
			qfix_failed(f, "look at", path);
			return;
		}
		if (!qfix_act(f, "creating ", path))
			return;
		if (sys_mkdir(path, 0700) < 0 || lstat(path, &st) < 0) {
			qfix_failed(f, "create", path);
			return;
		}
		/* not worth a line of its own */
		if (lchown(path, f->uids[rule->user], f->gid) < 0 ||
		    sys_chmod(path, rule->mode) < 0)
			qfix_failed(f, "set owner and mode of", path);
		return;
	}
	set_rule(f, path, &st, rule);
}

void
qfix_dirs(struct qfix *f)
{
	char path[QPATH_MAX];
	size_t len;

	for (size_t i = 0; i < NELEM(dirs); i++) {
		fix_dir(f, dirs[i].path, &dirs[i].rule);
		if (!dirs[i].is_split &&
		    !(dirs[i].is_split_todo && f->target.split_todo))
			continue;
		len = strlen(dirs[i].path);
		memcpy(path, dirs[i].path, len);
		path[len] = '/';
		for (unsigned n = 0; n < f->target.split; n++) {
			num_fmt(n, path + len + 1);
			fix_dir(f, path, &dirs[i].rule);
		}
	}
}

/* -N: moved or set aside before. */
static bool
has_left(const struct qfix *f, const char *dir, const char *name)
{
	char path[QPATH_MAX];
	size_t a = strlen(dir), b = strlen(name);
	uint64_t id;

	if (qpath_scan_id(view_of(name), &id) < 0 || a + 1 + b >= QPATH_MAX)
		return false;
	memcpy(path, dir, a);
	path[a] = '/';
	memcpy(path + a + 1, name, b + 1);
	return qfix_is_gone(f, path, id);
}

static void
remove_empty(struct qfix *f, const char *path)
{
	DIR *d = opendir(path);
	struct dirent *entry;
	unsigned n = 0;

	if (d == NULL)
		return;
	while ((entry = readdir(d)) != NULL)
		n += !has_left(f, path, entry->d_name);
	(void)closedir(d);	/* was only read */
	if (n > 2)		/* not only . and .. */
		qfix_report(f, path, " is not empty");
	else if (qfix_act(f, "removing empty ", path) && sys_rmdir(path) < 0)
		qfix_failed(f, "remove", path);
}

void
qfix_surplus(struct qfix *f)
{
	char path[QPATH_MAX];
	struct dirent *entry;
	unsigned keep;
	size_t len;
	uint64_t n;
	DIR *d;

	for (size_t i = 0; i < NELEM(dirs); i++) {
		keep = dirs[i].is_split || (dirs[i].is_split_todo &&
		    f->target.split_todo) ? f->target.split : 0;
		d = opendir(dirs[i].path);
		if (d == NULL)
			continue;	/* said by qfix_dirs() */
		len = strlen(dirs[i].path);
		memcpy(path, dirs[i].path, len);
		path[len] = '/';
		while ((entry = readdir(d)) != NULL) {
			struct stat st;
			if (num_scan(view_of(entry->d_name), QPATH_SPLIT_MAX,
			    &n) < 0 || n < keep)
				continue;
			if (entry->d_name[0] == '0' && n > 0)
				continue;	/* 07 is not 7 */
			num_fmt(n, path + len + 1);
			if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
				remove_empty(f, path);
		}
		(void)closedir(d);	/* was only read */
	}
}

/* ---- lock/ ---- */

/* A cache of fixed size: cut or filled with zeros it is as good as new. */
static void
fix_tcpto(struct qfix *f, const char *path, off_t size)
{
	static const struct rule rule = { CONF_QMAILR, false, 0644 };
	char from[NUM_FMT_MAX], to[NUM_FMT_MAX];
	struct stat st;
	int fd;

	num_fmt((uint64_t)size, to);
	if (lstat(path, &st) < 0) {
		if (!qfix_act(f, "creating ", path))
			return;
	} else if (!S_ISREG(st.st_mode)) {
		qfix_report(f, path, " is not a file");
		return;
	} else if (st.st_size != size) {
		num_fmt((uint64_t)st.st_size, from);
		if (!qfix_act(f, "resizing ", path, " from ", from, " to ",
		    to))
			return;
	} else {
		set_rule(f, path, &st, &rule);
		return;
	}
	fd = sys_open(path, O_WRONLY | O_CREAT | O_NOFOLLOW, 0644);
	if (fd < 0 || sys_ftruncate(fd, size) < 0 ||
	    fchown(fd, f->uids[rule.user], f->gid) < 0 ||
	    sys_fchmod(fd, rule.mode) < 0)
		qfix_failed(f, "write", path);
	fd_close(&fd);
}

static void
fix_trigger(struct qfix *f)
{
	static const struct rule rule = { CONF_QMAILS, false, 0622 };
	struct stat st;

	if (lstat(QUEUE_TRIGGER, &st) == 0 && S_ISFIFO(st.st_mode)) {
		set_rule(f, QUEUE_TRIGGER, &st, &rule);
		return;
	}
	if (lstat(QUEUE_TRIGGER, &st) == 0) {
		if (!qfix_act(f, QUEUE_TRIGGER, " is not a fifo; replacing"))
			return;
		qfix_set_aside(f, QUEUE_TRIGGER);
	} else if (!qfix_act(f, "creating ", QUEUE_TRIGGER))
		return;
	if (mkfifo(QUEUE_TRIGGER, 0600) < 0 ||
	    lchown(QUEUE_TRIGGER, f->uids[rule.user], f->gid) < 0 ||
	    sys_chmod(QUEUE_TRIGGER, rule.mode) < 0)
		qfix_failed(f, "create", QUEUE_TRIGGER);
}

static void
fix_mutex(struct qfix *f)
{
	static const struct rule rule = { CONF_QMAILS, false, 0600 };
	struct stat st;

	/* main made it already, to lock it; -N does not */
	if (lstat(QUEUE_SENDMUTEX, &st) == 0)
		set_rule(f, QUEUE_SENDMUTEX, &st, &rule);
}

void
qfix_lock_files(struct qfix *f)
{
	fix_mutex(f);
	fix_tcpto(f, "lock/tcpto", TCPTO_BYTES);
	fix_tcpto(f, "lock/tcpto6", TCPTO6_BYTES);
	fix_trigger(f);
}

/* ---- files ---- */

void
qfix_file_modes(struct qfix *f)
{
	for (size_t i = 0; i < f->len; i++) {
		const struct qfix_item *item = &f->v[i];
		const struct rule *rule = &file_rules[item->dir];
		set_owner(f, item->path, item->uid, item->gid, rule);
		set_mode(f, item->path, item->mode, rule->mode);
		if (item->dir == QDIR_MESS && item->nlink > 1)
			qfix_note(f, item->path, " has another link");
		if (item->dir == QDIR_MESS && item->size == 0)
			qfix_note(f, item->path, " is empty");
	}
}

void
qfix_pid(struct qfix *f)
{
	char path[QPATH_MAX] = "pid/", digits[NUM_FMT_MAX];
	DIR *d = opendir("pid");
	struct dirent *entry;
	struct stat st;
	uint64_t n = 0;
	size_t len;

	if (d == NULL)
		return;		/* said by qfix_dirs() */
	while ((entry = readdir(d)) != NULL) {
		len = strlen(entry->d_name);
		if (entry->d_name[0] == '.' || len + 5 > QPATH_MAX)
			continue;
		memcpy(path + 4, entry->d_name, len + 1);
		if (lstat(path, &st) < 0 || !S_ISREG(st.st_mode))
			continue;
		n++;
		set_rule(f, path, &st, &file_rules[QDIR_PID]);
	}
	(void)closedir(d);	/* was only read */
	num_fmt(n, digits);
	if (f->verbose)
		qfix_note(f, "files in pid: ", digits);
}
