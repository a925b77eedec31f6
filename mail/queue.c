#include "mail/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/num.h"
#include "lib/sys.h"

#define FILE_MODE 0644		/* with umask 033, queue.md 1 */
#define PID_TRIES 9		/* queue.md 2 */

/* ---- what is kept ---- */

/* None of the directories is open (any more). */
static void
forget(struct queue_kept *k)
{
	for (size_t i = 0; i < QUEUE_KEPT_MESS; i++) {
		if (k->has_fds)
			fd_close(&k->mess_fd[i]);
		k->mess_fd[i] = -1;
	}
	if (k->has_fds)
		fd_close(&k->todo_fd);
	k->todo_fd = -1;
	k->has_fds = true;
}

/* Where the descriptor of that directory is kept, or NULL. */
static int *
kept_fd(const struct queue_entry *q, enum qdir dir)
{
	uint64_t n = q->id % q->layout.split;

	if (dir == QDIR_MESS)
		return n < QUEUE_KEPT_MESS ? &q->kept->mess_fd[n] : NULL;
	return q->layout.split_todo ? NULL : &q->kept->todo_fd;
}

static int
sync_parent(const struct queue_entry *q, enum qdir dir)
{
	char path[QPATH_MAX];
	int *fd = kept_fd(q, dir), r;

	qpath_parent(&q->layout, dir, q->id, path);
	if (fd == NULL)
		return sys_sync_dir(path);
	r = sys_sync_dir_kept(path, fd);
	if (r < 0 && (errno == EMFILE || errno == ENFILE)) {
		forget(q->kept);
		r = sys_sync_dir_kept(path, fd);
	}
	return r;
}

/* The layout, and whether what is kept still is the queue. */
static int
look(struct queue_entry *q)
{
	struct queue_kept *k = q->kept;
	int r = qpath_layout_again(&k->layout, &k->seen);

	if (r < 0)
		return -1;
	if (r == 0)
		forget(k);
	q->layout = k->layout;
	return 0;
}

/* ---- a number ---- */

/* `pid/PID.TIME.SEQ` into p (QPATH_MAX). */
static const char *
pid_path(const struct queue_entry *q, unsigned seq, char *p)
{
	char *end = p;

	memcpy(end, "pid/", 4);
	end += 4;
	end += num_fmt((uint64_t)q->pid, end);
	*end++ = '.';
	end += num_fmt((uint64_t)q->started_s, end);
	*end++ = '.';
	num_fmt(seq, end);
	return p;
}

/*
 * The next file of pid/: its inode is the number.  Earlier ones stay for now,
 * so that the system cannot hand out their inodes again.  1 made, 0 the name
 * is in use, -1 with errno.
 */
static int
make_pid(struct queue_entry *q)
{
	char path[QPATH_MAX];
	struct stat st;

	fd_close(&q->messfd);
	q->seq++;
	q->messfd = sys_open(pid_path(q, q->seq, path),
	    O_WRONLY | O_CREAT | O_EXCL, FILE_MODE);
	if (q->messfd < 0)
		return errno == EEXIST ? 0 : -1;
	q->pids |= 1u << q->seq;
	if (fstat(q->messfd, &st) < 0)
		return -1;
	q->id = st.st_ino;
	return 1;
}

static int
exists(const char *path)
{
	struct stat st;

	if (lstat(path, &st) == 0)
		return 1;
	return errno == ENOENT ? 0 : -1;
}

/*
 * Whether an envelope of this number is in todo/ already: 1, 0, -1.  Only a
 * damaged or copied queue has that (queue-fix.md 6, class 16), but the moment
 * mess/N appeared, our text would go to its recipients.
 */
static int
is_taken(const struct queue_entry *q)
{
	char path[QPATH_MAX];
	int r = exists(qpath(&q->layout, QDIR_TODO, q->id, path));

	if (r == 0 && qpath_may_be_flat(&q->layout, QDIR_TODO, q->id))
		r = exists(qpath_flat(QDIR_TODO, q->id, path));
	return r;
}

/* 1 done, 0 the number belongs to another message, -1 with errno. */
static int
link_mess(struct queue_entry *q)
{
	char from[QPATH_MAX], to[QPATH_MAX];
	int r;

	if (look(q) < 0)
		return -1;
	r = is_taken(q);
	if (r != 0)
		return r > 0 ? 0 : -1;
	if (sys_link(pid_path(q, q->seq, from),
	    qpath(&q->layout, QDIR_MESS, q->id, to)) < 0)
		return errno == EEXIST ? 0 : -1;
	q->has_mess = true;
	return 1;
}

static int
remove_pids(struct queue_entry *q)
{
	char path[QPATH_MAX];

	for (unsigned seq = 1; seq <= q->seq; seq++) {
		if ((q->pids & 1u << seq) == 0)
			continue;
		if (sys_unlink(pid_path(q, seq, path)) < 0)
			return -1;
		q->pids &= ~(1u << seq);
	}
	return 0;
}

/* ---- the steps ---- */

enum qq_exit
queue_make_mess(struct queue_entry *q)
{
	int r = 0;

	if (q->pid == 0)
		q->pid = getpid();
	q->started_s = time(NULL);
	while (r == 0) {
		if (q->seq == PID_TRIES)
			return q->pids == 0 ? QQ_PID : QQ_MESS;
		r = make_pid(q);
		if (r < 0)
			return QQ_PID;
		if (r > 0)
			r = link_mess(q);
	}
	if (r < 0)
		return QQ_MESS;
	return remove_pids(q) < 0 ? QQ_PID : QQ_OK;
}

enum qq_exit
queue_make_intd(struct queue_entry *q)
{
	char path[QPATH_MAX];
	int flags = O_WRONLY | O_CREAT | O_EXCL;

	qpath(&q->layout, QDIR_INTD, q->id, path);
	q->intdfd = sys_open(path, flags, FILE_MODE);
	if (q->intdfd < 0 && errno == EEXIST) {
		/*
		 * mess/N is new and ours, so no living message has this
		 * number: the file outlived a message that is gone, and
		 * would block the number for ever (queue.md 11.5).
		 */
		if (sys_unlink(path) < 0)
			return QQ_INTD;
		q->intdfd = sys_open(path, flags, FILE_MODE);
	}
	if (q->intdfd < 0)
		return QQ_INTD;
	q->has_intd = true;
	return QQ_OK;
}

/*
 * Both files are written before the first fsync(2): then all of it, names
 * included, goes into one commit of the journal, and the other calls find
 * their work done.  One commit here, one in queue_publish(); those of several
 * processes at a time are shared.
 *
 * The directory of intd is not synced: queue_publish() gives the file a
 * durable name in todo, and nothing reads it by its name in intd.
 */
enum qq_exit
queue_sync(struct queue_entry *q)
{
	sys_start_writeback(q->messfd);
	sys_write_back(q->intdfd);
	if (sys_fsync(q->messfd) < 0 || sys_fsync(q->intdfd) < 0 ||
	    sync_parent(q, QDIR_MESS) < 0)
		return QQ_WRITE;
	return QQ_OK;
}

enum qq_exit
queue_publish(struct queue_entry *q)
{
	char from[QPATH_MAX], to[QPATH_MAX];

	if (sys_link(qpath(&q->layout, QDIR_INTD, q->id, from),
	    qpath(&q->layout, QDIR_TODO, q->id, to)) < 0)
		return QQ_TODO;
	q->is_published = true;
	return sync_parent(q, QDIR_TODO) < 0 ? QQ_TODO : QQ_OK;
}

/* In this order: mess/N keeps the number taken as long as intd/N exists. */
static int
undo(struct queue_entry *q)
{
	char path[QPATH_MAX];

	if (q->has_intd &&
	    sys_unlink(qpath(&q->layout, QDIR_INTD, q->id, path)) < 0)
		return -1;
	if (q->has_mess &&
	    sys_unlink(qpath(&q->layout, QDIR_MESS, q->id, path)) < 0)
		return -1;
	return 0;
}

void
queue_end(struct queue_entry *q)
{
	/* no longer our affair: qmail-clean sweeps pid/, intd/ and mess/ */
	if (!q->is_published)
		(void)undo(q);
	(void)remove_pids(q);
	fd_close(&q->messfd);
	fd_close(&q->intdfd);
	*q = (struct queue_entry)QUEUE_ENTRY_INIT(q->kept);
}

/* ---- the rest ---- */

void
queue_put_origin(struct out *out, uid_t uid, pid_t pid)
{
	out_putc(out, QUEUE_UID);
	out_put_u64(out, (uint64_t)uid);
	out_putc(out, '\0');
	out_putc(out, QUEUE_PID);
	out_put_u64(out, (uint64_t)pid);
	out_putc(out, '\0');
}

int
queue_trigger(void)
{
	int fd = open(QUEUE_TRIGGER, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
	ssize_t w;

	if (fd < 0)
		return -1;	/* ENXIO: nobody reads */
	w = write(fd, "", 1);	/* a full fifo wakes as well */
	(void)w;
	return fd;
}

bool
queue_is_stale(const struct stat *st, int64_t now)
{
	int64_t last = st->st_mtime;

	/* the latest of all three: atime alone lies under noatime */
	if (st->st_atime > last)
		last = st->st_atime;
	if (st->st_ctime > last)
		last = st->st_ctime;
	return now - last >= QUEUE_STALE_S;
}

int
queue_present(const struct qlayout *l, uint64_t id, unsigned *present)
{
	static const struct { enum qdir dir; unsigned bit; } files[] = {
		{ QDIR_MESS, QF_MESS }, { QDIR_INTD, QF_INTD },
		{ QDIR_TODO, QF_TODO }, { QDIR_INFO, QF_INFO },
		{ QDIR_LOCAL, QF_LOCAL }, { QDIR_REMOTE, QF_REMOTE },
		{ QDIR_BOUNCE, QF_BOUNCE },
	};
	unsigned bits = 0;
	char path[QPATH_MAX];

	for (size_t i = 0; i < NELEM(files); i++) {
		int r = exists(qpath(l, files[i].dir, id, path));
		if (r < 0)
			return -1;
		if (r > 0)
			bits |= files[i].bit;
	}
	*present = bits;
	return 0;
}
