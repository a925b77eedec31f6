/*
 * qmail-clean: remove files of messages for qmail-send.
 * reads  fd 0: requests foop/N \0 and todo/N \0 (queue.md 4, programs.md 8)
 * writes fd 1: one byte a request: + done, ! an unlink failed, x malformed
 * removes intd/ todo/ mess/ of N; old leftovers in pid/ and intd/
 * locks  intd/ (flock), one at a time
 * runs   as qmailq, started by qmail-start
 * exits  0 at the end of input, 100 when nobody takes replies, 111
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/confine_log.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/num.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "lib/sys.h"
#include "mail/conf.h"
#include "mail/qpath.h"
#include "mail/qsweep.h"

#define REQUEST_MIN 7		/* bytes with the NUL: programs.md 8 */
#define REQUEST_MAX 100
#define PREFIX 5		/* `foop/` */
#define SWEEP_REQUESTS 31	/* between two sweeps of pid/, queue.md 5 */
#define SWEEP_INTD_S 21600	/* between two sweeps of intd/ */
#define SWEEP_FIRST 1000	/* files looked at before the first request */
#define SWEEP_STEP 50		/* ... and after each */
#define RECENT_MAX 256		/* messages */
#define OTHER_LOOK_MS 20	/* whether another one has ended */

struct clean {
	struct qlayout layout;
	/*
	 * todo/ (its split directory) has lost a name since it was last
	 * synced.  Before mess/N goes, the removal of todo/N must be durable:
	 * a power cut would leave an envelope without a text for ever.
	 */
	bool has_unsynced[QPATH_SPLIT_MAX];
	int todo_fd;		/* of todo/ itself, once it was synced */
	/* Messages whose intd/N was removed a moment ago, by number, modulo. */
	uint64_t without_intd[RECENT_MAX];
	unsigned requests;	/* since the last sweep of pid/ */
	struct qsweep sweep;
	int64_t intd_due_s;	/* when the next sweep of intd/ starts */
};

static struct clean clean;
static char in_space[IO_SIZE], out_space[256];

/* ---- requests ---- */

static int
unlink_if_there(const char *path)
{
	return sys_unlink(path) < 0 && errno != ENOENT ? -1 : 0;
}

static bool *
unsynced_of(struct clean *c, uint64_t id)
{
	return &c->has_unsynced[c->layout.split_todo ?
	    id % c->layout.split : 0];
}

static int
remove_file(struct clean *c, enum qdir dir, uint64_t id)
{
	char path[QPATH_MAX];

	if (unlink_if_there(qpath(&c->layout, dir, id, path)) < 0)
		return -1;
	/* a split todo/ may still have flat files: queue.md 10 */
	if (qpath_may_be_flat(&c->layout, dir, id))
		return unlink_if_there(qpath_flat(dir, id, path));
	return 0;
}

static int
sync_todo(struct clean *c, uint64_t id)
{
	bool *has_unsynced = unsynced_of(c, id);
	char path[QPATH_MAX];

	if (!*has_unsynced)
		return 0;
	if (c->layout.split_todo && sys_sync_dir(qpath_parent(&c->layout,
	    QDIR_TODO, id, path)) < 0)
		return -1;
	if (sys_sync_dir_kept(qpath_dir_name(QDIR_TODO), &c->todo_fd) < 0)
		return -1;
	*has_unsynced = false;
	return 0;
}

/*
 * intd/N first: as long as mess/N exists nobody else gets the number, so it
 * stays removed when remove_todo() has done it.
 */
static int
remove_message(struct clean *c, uint64_t id)
{
	uint64_t *recent = &c->without_intd[id % RECENT_MAX];

	if (*recent == id)
		*recent = 0;
	else if (remove_file(c, QDIR_INTD, id) < 0)
		return -1;
	if (sync_todo(c, id) < 0)
		return -1;
	return remove_file(c, QDIR_MESS, id);
}

static int
remove_todo(struct clean *c, uint64_t id)
{
	if (remove_file(c, QDIR_INTD, id) < 0)
		return -1;
	*unsynced_of(c, id) = true;
	if (remove_file(c, QDIR_TODO, id) < 0)
		return -1;
	c->without_intd[id % RECENT_MAX] = id;
	return 0;
}

/* `N` or `N%S/N`: what follows the last slash counts (queue.md 10). */
static bool
scan_number(struct view v, uint64_t *id)
{
	size_t slash = view_rchr(v, '/');
	uint64_t dir;

	if (slash == v.len)
		return num_scan(v, UINT64_MAX, id) == 0;
	return num_scan(view_upto(v, slash), UINT64_MAX, &dir) == 0 &&
	    num_scan(view_from(v, slash + 1), UINT64_MAX, id) == 0;
}

/* request: without its NUL. */
static char
serve(struct clean *c, struct view request)
{
	static const struct {
		struct view prefix;
		int (*remove)(struct clean *, uint64_t);
	} verbs[] = {
		{ { "foop/", PREFIX }, remove_message },
		{ { "todo/", PREFIX }, remove_todo },
	};
	uint64_t id;

	if (request.len + 1 < REQUEST_MIN || request.len + 1 > REQUEST_MAX ||
	    !scan_number(view_from(request, PREFIX), &id))
		return 'x';
	for (size_t i = 0; i < NELEM(verbs); i++)
		if (view_has_prefix(request, verbs[i].prefix))
			return verbs[i].remove(c, id) < 0 ? '!' : '+';
	return 'x';
}

/*
 * One request into p (REQUEST_MAX + 1 bytes are kept, enough to see that it
 * is too long): 1, 0 at the end, -1 with errno.
 */
static int
read_request(struct in *in, char p[REQUEST_MAX + 1], struct view *request)
{
	size_t len = 0;
	int ch;

	while ((ch = in_getc(in)) > 0)
		if (len < REQUEST_MAX + 1)
			p[len++] = (char)ch;
	if (ch < 0) {
		errno = in_error(in);
		return errno == 0 ? 0 : -1;
	}
	*request = view_make(p, len);
	return 1;
}

/* ---- leftovers ---- */

/* A few files a turn: requests do not wait for a long directory. */
static void
sweep(struct clean *c, unsigned max)
{
	int64_t now = time(NULL);

	if (c->requests == 0)
		qsweep_start_pid(&c->sweep);
	if (++c->requests == SWEEP_REQUESTS)
		c->requests = 0;
	if (now >= c->intd_due_s) {
		qsweep_start_intd(&c->sweep);
		c->intd_due_s = now + SWEEP_INTD_S;
	}
	qsweep_step(&c->sweep, max, now);
}

/*
 * When a qmail-send is killed its qmail-clean still does what it was asked.  A
 * todo file must not vanish while the next qmail-send sorts it anew: so we wait
 * for that qmail-clean, and qmail-send for our first answer.  False: there is
 * nobody to be served any more.
 */
static bool
wait_for_other(void)
{
	struct pollfd client = { .fd = 0 };	/* its end, no requests */
	int fd = open(qpath_dir_name(QDIR_INTD),
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	/* locked until we end; where that is impossible, as without it */
	while (fd >= 0 && lock_try(fd) < 0 && errno == EAGAIN)
		if (poll(&client, 1, OTHER_LOOK_MS) > 0)
			return false;
	return true;
}

int
main(void)
{
	struct out out = OUT_INIT(1, out_space);
	struct in in = IN_INIT(0, in_space);
	char bytes[REQUEST_MAX + 1];
	struct view request;
	int r;

	prog_init("qmail-clean", oom_wait);
	sig_ignore(SIGPIPE);
	if (chdir(CONF_HOME) < 0 || chdir("queue") < 0)
		die_sys("unable to switch to queue directory");
	if (qpath_layout(&clean.layout) < 0)
		die_sys("unable to find the queue's layout");
	if (!wait_for_other())
		return EXIT_OK;
	clean.todo_fd = -1;
	clean.sweep = (struct qsweep)QSWEEP_INIT(&clean.layout);
	confine_or_die(CONFINE_CLEAN);
	in.flush_first = &out;
	sweep(&clean, SWEEP_FIRST);
	os_forget_start();
	while ((r = read_request(&in, bytes, &request)) > 0) {
		out_putc(&out, serve(&clean, request));
		sweep(&clean, SWEEP_STEP);
	}
	if (out_flush(&out) < 0)
		return EXIT_PERM;
	return r < 0 ? EXIT_TEMP : EXIT_OK;
}
