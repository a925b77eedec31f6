/*
 * queue-fix: check and repair the mail queue.
 *	usage: queue-fix [-i | -N] [-qvf] [-s split] [-b 0|1] queue
 * reads  and repairs everything below queue; nothing is deleted: what has to
 *        leave goes to queue.lost+found.TIME beside it, or in it
 * writes fd 1: one line an action
 * runs   as root, while qmail-send does not run
 * exits  0 consistent or repaired, 1 problems remain, 2 cannot continue,
 *        100 usage, 111
 */
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/lock.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "mail/conf.h"
#include "mail/qfix.h"
#include "mail/qfix_busy.h"
#include "mail/qfix_move.h"
#include "mail/qfix_sort.h"
#include "mail/qfix_tree.h"
#include "mail/queue.h"

#define USAGE "queue-fix [-i | -N] [-qvf] [-s split] [-b 0|1] queue"
#define EXIT_PROBLEMS 1
#define EXIT_BROKEN 2
#define MODE_BITS 07777
#define CLEAN_WAIT_S 30		/* for a qmail-clean that is about to end */
#define QUEUE_MODE 0750
#define QUEUE_MODE_CLOSED 0700	/* and root's: qmail-queue exits 62 */

static struct options {
	uint64_t split;		/* 0: not given */
	int split_todo;		/* -1: not given */
	bool force;		/* -f */
	const char *queue;
} options = { .split_todo = -1 };
static struct qfix fix;
static struct buf lost_name = BUF_INIT;

static void
read_options(int argc, char **argv)
{
	int c;

	opterr = 0;
	while ((c = getopt(argc, argv, "iNvqfs:b:")) != -1)
		switch (c) {
		case 'i':
		case 'N':
			if (fix.mode != QFIX_REPAIR)
				die_usage(USAGE);
			fix.mode = c == 'i' ? QFIX_ASK : QFIX_SHOW;
			break;
		case 'v':
			fix.verbose = true;
			break;
		case 'q':
			fix.quiet = true;
			break;
		case 'f':
			options.force = true;
			break;
		case 's':
			if (num_scan(view_of(optarg), QPATH_SPLIT_MAX,
			    &options.split) < 0 || options.split == 0)
				die_usage(USAGE);
			break;
		case 'b':
			if (!view_is(view_of(optarg), "0") &&
			    !view_is(view_of(optarg), "1"))
				die_usage(USAGE);
			options.split_todo = *optarg - '0';
			break;
		default:
			die_usage(USAGE);
		}
	if (optind + 1 != argc || (options.force && fix.mode != QFIX_SHOW))
		die_usage(USAGE);
	options.queue = argv[optind];
}

static void
find_accounts(void)
{
	if (!conf_is_single_user() && getuid() != 0)
		die_temp("must be run by root");
	if (conf_uids(fix.uids) < 0 || conf_gid(CONF_QMAIL, &fix.gid) < 0)
		die_sys("unable to find the accounts of conf-users");
}

/*
 * `DIR/../queue.lost+found.TIME`, or in DIR where that is a file system of its
 * own: nothing is copied.  Made when the first file goes there.
 */
static void
name_lost(void)
{
	struct stat here, above;

	if (stat(".", &here) == 0 && stat("..", &above) == 0 &&
	    here.st_dev == above.st_dev)
		buf_puts(&lost_name, "../");
	buf_puts(&lost_name, "queue.lost+found.");
	buf_put_u64(&lost_name, (uint64_t)time(NULL));
	fix.lost = lost_name.p;
}

static void
check_disk(void)
{
	struct statvfs vfs;

	if (statvfs(".", &vfs) < 0)
		die_sys("unable to look at the file system");
	if ((vfs.f_flag & ST_RDONLY) != 0) {
		errno = EROFS;
		die_sys("unable to repair");
	}
	if (vfs.f_bavail == 0 || (vfs.f_files > 0 && vfs.f_ffree == 0)) {
		errno = ENOSPC;
		die_sys("unable to repair");
	}
}

/* A symbolic link leads out of the queue, perhaps to somebody's files. */
static void
check_dirs(void)
{
	struct stat st;

	for (int d = QDIR_PID; d <= QDIRS; d++) {
		const char *name = d == QDIRS ? "lock" :
		    qpath_dir_name((enum qdir)d);
		if (lstat(name, &st) < 0 || S_ISDIR(st.st_mode))
			continue;
		log_fatal(name, " is not a directory; nothing is done");
		_exit(EXIT_BROKEN);
	}
}

/* Without lock/ nothing can be locked: no question is asked. */
static void
make_lock_dir(void)
{
	if (access("lock", F_OK) == 0)
		return;
	if (sys_mkdir("lock", QUEUE_MODE_CLOSED) < 0 ||
	    lchown("lock", fix.uids[CONF_QMAILQ], fix.gid) < 0 ||
	    sys_chmod("lock", QUEUE_MODE) < 0)
		die_sys("unable to create lock");
	qfix_note(&fix, "creating lock");
}

/* The file to be locked, or -1: there is none yet, and -N makes none. */
static int
open_mutex(void)
{
	const int flags = O_WRONLY | O_NONBLOCK | O_NOFOLLOW;
	int fd = sys_open(QUEUE_SENDMUTEX, flags, 0);

	if (fd < 0 && errno == ENOENT && fix.mode == QFIX_SHOW) {
		qfix_report(&fix, "creating ", QUEUE_SENDMUTEX);
		return -1;
	}
	if (fd < 0 && errno == ENOENT) {
		fd = sys_open(QUEUE_SENDMUTEX, flags | O_CREAT | O_EXCL, 0600);
		if (fd >= 0 &&
		    fchown(fd, fix.uids[CONF_QMAILS], fix.gid) == 0 &&
		    sys_fchmod(fd, 0600) == 0)
			qfix_note(&fix, "creating ", QUEUE_SENDMUTEX);
	}
	if (fd < 0)
		die_sys("unable to open ", QUEUE_SENDMUTEX);
	return fd;
}

/*
 * A qmail-clean whose qmail-send was killed may still be at work: what we look
 * at must not vanish.  Locked to the end of the process, too; where there is
 * no such folder, or no lock, nobody else has one.
 */
static void
await_clean(void)
{
	int fd = open(qpath_dir_name(QDIR_INTD),
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0 && lock_within(fd, CLEAN_WAIT_S) < 0 && errno == ETIMEDOUT)
		die_temp("qmail-clean is still at work; try again later");
}

/* Held to the end of the process. */
static void
take_lock(void)
{
	int fd;

	if (fix.mode != QFIX_SHOW)
		make_lock_dir();
	fd = open_mutex();
	if (fd >= 0 && lock_try(fd) == 0) {
		if (fix.mode != QFIX_SHOW)
			await_clean();
		return;
	}
	if (fd < 0)
		return;
	if (errno != EAGAIN)
		die_sys("unable to lock ", QUEUE_SENDMUTEX);
	if (fix.mode != QFIX_SHOW)
		die_temp("qmail-send is running; stop it first");
	if (!options.force)
		log_warning("qmail-send is running");
	fd_close(&fd);
}

static bool
is_dir(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* How many directories dir/0, dir/1, ... there are. */
static unsigned
count_dirs(enum qdir dir)
{
	struct qlayout l = { .split = QPATH_SPLIT_MAX };
	char path[QPATH_MAX];
	unsigned n = 0;

	while (n < QPATH_SPLIT_MAX && is_dir(qpath_parent(&l, dir, n, path)))
		n++;
	return n;
}

/*
 * The split that most of mess, info, local and remote have is kept, so that a
 * missing directory is made again; if no two agree it is that of a new queue.
 */
static unsigned
found_split(void)
{
	static const enum qdir dirs[] = {
		QDIR_MESS, QDIR_INFO, QDIR_LOCAL, QDIR_REMOTE
	};
	unsigned count[NELEM(dirs)], votes, best = QPATH_SPLIT, most = 1;

	for (size_t i = 0; i < NELEM(dirs); i++)
		count[i] = count_dirs(dirs[i]);
	for (size_t i = 0; i < NELEM(dirs); i++) {
		votes = 0;
		for (size_t k = 0; k < NELEM(dirs); k++)
			votes += count[k] == count[i];
		if (count[i] > 0 && votes > most) {
			most = votes;
			best = count[i];
		}
	}
	return best;
}

static void
choose_layout(void)
{
	fix.target.split = options.split > 0 ? (unsigned)options.split :
	    found_split();
	fix.target.split_todo = options.split_todo >= 0 ?
	    options.split_todo == 1 : is_dir("todo/0");
}

/*
 * What open_queue() is going to put right: a run that was killed, or a copy,
 * has left the queue closed.
 */
static void
check_top(void)
{
	struct stat st;

	if (stat(".", &st) < 0)
		die_sys("unable to look at the queue");
	if (st.st_uid == fix.uids[CONF_QMAILQ] && st.st_gid == fix.gid &&
	    (st.st_mode & MODE_BITS) == QUEUE_MODE)
		return;
	qfix_report_words(&fix, fix.mode == QFIX_SHOW,
	    LOG_WORDS("changing owner and mode of ", options.queue));
}

/* Whoever wants to queue a message is told to try later. */
static void
close_queue(void)
{
	if (fix.mode == QFIX_SHOW)
		return;
	if (chown(".", getuid(), (gid_t)-1) < 0 ||
	    sys_chmod(".", QUEUE_MODE_CLOSED) < 0)
		die_sys("unable to close the queue");
}

static void
open_queue(void)
{
	if (fix.mode == QFIX_SHOW)
		return;
	if (chown(".", fix.uids[CONF_QMAILQ], fix.gid) < 0 ||
	    sys_chmod(".", QUEUE_MODE) < 0)
		die_sys("unable to open the queue again");
}

/* Each step looks anew, at what the one before has left. */
static int
repair(void)
{
	int r;

	qfix_await_writers(&fix);
	qfix_dirs(&fix);
	r = qfix_resume(&fix);
	if (r < 0)
		return -1;
	qfix_lock_files(&fix);
	if (fix.verbose)
		qfix_note(&fix, "directories and lock: checked");
	if (r > 0)
		return 0;
	if (qfix_scan(&fix) < 0)
		return -1;
	qfix_sort(&fix);
	if (qfix_rescan(&fix) < 0 || qfix_move(&fix) < 0 ||
	    qfix_rescan(&fix) < 0)
		return -1;
	qfix_surplus(&fix);
	qfix_file_modes(&fix);
	if (fix.mode != QFIX_ASK)
		qfix_verify(&fix);
	qfix_pid(&fix);
	qfix_report_strays(&fix);
	return 0;
}

static void
finish(int r)
{
	char n[NUM_FMT_MAX];

	if (r < 0) {
		log_fatal("cannot continue; the queue stays closed");
		_exit(EXIT_BROKEN);
	}
	open_queue();
	if (fix.mode != QFIX_SHOW)
		(void)queue_trigger();	/* exit closes it */
	num_fmt(fix.errors, n);
	if (fix.errors > 0)
		fix.quiet = false;
	if (fix.errors == 0)
		qfix_note(&fix, "queue-fix finished...");
	else
		qfix_note(&fix, "queue-fix finished with ", n, " errors...");
}

int
main(int argc, char **argv)
{
	prog_init("queue-fix", oom_exit);
	read_options(argc, argv);
	find_accounts();
	if (chdir(options.queue) < 0)
		die_sys("unable to switch to ", options.queue);
	if (fix.mode != QFIX_SHOW)
		check_disk();
	name_lost();
	check_dirs();
	take_lock();
	choose_layout();
	check_top();
	close_queue();
	finish(repair());
	return fix.errors == 0 ? EXIT_OK : EXIT_PROBLEMS;
}
