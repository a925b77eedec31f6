#include "mail/spawner.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/limit.h"
#include "lib/mem.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/lease.h"
#include "mail/verdict.h"

static_assert(SPAWN_CAPACITY <= 255, "the capacity is sent as one byte");

#define COMMAND_FD 0
#define REPORT_FD 1
#define FDS_OWN 40		/* descriptors beside those of deliveries */
#define PENDING_MAX (64 * 1024)	/* unread reports that stop new commands */

struct run {
	const struct spawner *s;
	uid_t queue_uid;	/* owner of messages */
	struct spawn_command command;	/* being read */
	bool is_wide;		/* it was asked for more than 255 */
	struct spawner_delivery deliveries[SPAWN_WIDE_CAPACITY];
	bool is_busy[SPAWN_WIDE_CAPACITY];
	size_t busy;
	struct pool pool;	/* task i is of delivery i */
	bool at_end;		/* no more commands */
	struct buf pending;	/* reports not yet written */
	bool is_deaf;		/* nobody reads reports any more */
};

/* ---- reports ---- */

static void
put_report(struct run *r, size_t delnum, struct view text)
{
	if (r->is_deaf)
		return;
	text = view_upto(text, view_chr(text, '\0'));
	if (r->is_wide && delnum >= SPAWN_WIDE) {
		buf_putc(&r->pending, (char)SPAWN_WIDE);
		buf_putc(&r->pending, (char)(delnum >> 8));
	}
	buf_putc(&r->pending, (char)delnum);
	/* the frame has a limit, the number and the NUL are part of it */
	buf_putv(&r->pending, view_upto(text, VERDICT_REPORT_MAX - 2));
	buf_putc(&r->pending, '\0');
}

static void
write_reports(struct run *r)
{
	ssize_t w;

	while (r->pending.len > 0) {
		w = write(REPORT_FD, r->pending.p, r->pending.len);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			return;
		/* else qmail-send would wait for these reports for ever */
		if (w < 0 && errno != EPIPE)
			die_sys("unable to report");
		if (w < 0) {
			r->is_deaf = true;
			buf_clear(&r->pending);
			return;
		}
		buf_drop(&r->pending, (size_t)w);
	}
}

/* ---- deliveries ---- */

static void
finish(struct run *r, size_t delnum, struct view report)
{
	struct spawner_delivery *d = &r->deliveries[delnum];

	put_report(r, delnum, report);
	fd_close(&d->message);
	spawn_command_free(&d->command);
	pool_clear(&r->pool.tasks[delnum]);
	r->is_busy[delnum] = false;
	r->busy--;
}

static void
over(struct pool *p, struct pool_task *t)
{
	struct run *r = p->owner;
	size_t delnum = (size_t)(t - p->tasks);
	struct buf report = BUF_INIT;

	if (t->refusal != NULL)
		finish(r, delnum, view_of(t->refusal));
	else if (r->s->end(&r->deliveries[delnum], t, &report))
		finish(r, delnum, buf_view(&report));
	else
		pool_add(p, t);
	buf_free(&report);
}

void
spawner_give_message(struct spawner_delivery *d, struct pool_task *t)
{
	t->input = d->message;
	d->message = -1;
}

/* ---- commands ---- */

/* NULL with *fd, or the report. */
static const char *
open_message(const struct run *r, const char *name, int *fd)
{
	struct stat st;
	const char *why = NULL;

	/* whatever is there, opening it does not wait */
	*fd = open(name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	if (*fd < 0)
		return "Zqmail-spawn unable to open message. (#4.3.0)\n";
	if (fstat(*fd, &st) < 0)
		why = "Zqmail-spawn unable to fstat message. (#4.3.0)\n";
	else if (!S_ISREG(st.st_mode))
		why = "ZSorry, message has wrong type. (#4.3.5)\n";
	else if (st.st_uid != r->queue_uid)
		why = "ZSorry, message has wrong owner. (#4.3.5)\n";
	if (why != NULL)
		fd_close(fd);
	return why;
}

/* Carry r->command out: NULL when that began, else the report. */
static const char *
start(struct run *r)
{
	size_t delnum = r->command.delnum;
	struct spawner_delivery *d;
	struct buf report = BUF_INIT;
	const char *why;
	int message;

	if (delnum >= r->pool.ntasks)
		return "ZInternal error: delnum too big. (#4.3.5)\n";
	if (r->is_busy[delnum])
		return "ZInternal error: delnum in use. (#4.3.5)\n";
	why = spawn_command_refusal(&r->command);
	if (why == NULL)
		why = open_message(r, r->command.id.p, &message);
	if (why != NULL)
		return why;
	d = &r->deliveries[delnum];
	*d = (struct spawner_delivery){ r->command, message };
	r->command = (struct spawn_command)SPAWN_COMMAND_INIT;
	r->is_busy[delnum] = true;
	r->busy++;
	if (r->s->begin(d, &r->pool.tasks[delnum], &report))
		pool_add(&r->pool, &r->pool.tasks[delnum]);
	else
		finish(r, delnum, buf_view(&report));
	buf_free(&report);
	return NULL;
}

/* Yes, in the old form of a number; the new one counts from here on. */
static void
widen(struct run *r)
{
	put_report(r, SPAWN_WIDE, view_of(SPAWN_WIDE_ANSWER));
	r->is_wide = true;
	pool_widen(&r->pool);
	limit_raise_fds(POOL_FDS + FDS_OWN);
}

static void
obey(struct run *r)
{
	unsigned delnum = r->command.delnum;
	const char *why = NULL;

	if (spawn_command_is_ask(&r->command))
		widen(r);
	else
		why = start(r);
	if (why != NULL)
		put_report(r, delnum, view_of(why));
	spawn_command_reset(&r->command);
	r->command.is_wide = r->is_wide;
}

static void
read_commands(struct run *r)
{
	char space[IO_SIZE];
	ssize_t n = read(COMMAND_FD, space, sizeof(space));
	struct view input;

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n <= 0) {
		r->at_end = true;
		return;
	}
	if (r->s->come != NULL)
		r->s->come();
	input = view_make(space, (size_t)n);
	while (spawn_command_take(&r->command, &input))
		obey(r);
}

/* ---- the loop ---- */

enum { POLL_SIGNAL, POLL_COMMAND, POLL_REPORT, POLL_POOL };

static size_t
list_waiting(struct run *r, struct pollfd *fds)
{
	bool wants_command = !r->at_end && r->pending.len < PENDING_MAX;

	/* poll(2) leaves out negative descriptors */
	fds[POLL_SIGNAL] = (struct pollfd){ sig_fd(), POLLIN, 0 };
	fds[POLL_COMMAND] = (struct pollfd){
	    wants_command ? COMMAND_FD : -1, POLLIN, 0 };
	fds[POLL_REPORT] = (struct pollfd){
	    r->pending.len > 0 ? REPORT_FD : -1, POLLOUT, 0 };
	return POLL_POOL + pool_list(&r->pool, fds + POLL_POOL);
}

static void
turn(struct run *r)
{
	struct pollfd fds[POLL_POOL + POOL_FDS];
	struct deadline next = pool_next(&r->pool);
	size_t n = list_waiting(r, fds);

	if (poll(fds, n, deadline_poll_ms(&next)) < 0) {
		if (errno == EINTR || errno == EAGAIN)
			return;
		die_sys("unable to poll");
	}
	for (size_t i = POLL_POOL; i < n; i++)
		if (fds[i].revents != 0)
			pool_take(&r->pool, fds[i].fd);
	if (fds[POLL_SIGNAL].revents != 0) {
		sig_drain();
		if (sig_take(SIGCHLD))
			pool_reap(&r->pool);
	}
	if (fds[POLL_COMMAND].revents != 0)
		read_commands(r);
	pool_pump(&r->pool);
	write_reports(r);
}

/* What cannot be read says nothing: then as the contract has it. */
static bool
has_leases(void)
{
	int on = lease_is_on();

	if (on < 0)
		log_warning("unable to read control/leases: ", err_str(errno));
	return on > 0;
}

static void
prepare(struct run *r)
{
	char capacity = SPAWN_CAPACITY;

	sig_ignore(SIGPIPE);
	sig_unblock_all();
	if (fd_open_std() < 0 || sig_watch(SIGCHLD) < 0)
		die_sys("unable to start");
	if (conf_uid(CONF_QMAILQ, &r->queue_uid) < 0)
		die_sys("unable to find the account ", conf.user[CONF_QMAILQ]);
	if (pool_init(&r->pool, has_leases(), over, r) < 0)
		die_sys("unable to open /dev/null");
	if (fd_set_nonblock(REPORT_FD) < 0)
		die_sys("unable to set up the report pipe");
	buf_putc(&r->pending, capacity);
	write_reports(r);
}

int
spawner_run(const struct spawner *s)
{
	/* large, and most of it is never touched */
	struct run *r = mem_zalloc(sizeof(*r));

	r->s = s;
	r->command = (struct spawn_command)SPAWN_COMMAND_INIT;
	r->pending = (struct buf)BUF_INIT;
	prepare(r);
	os_forget_start();
	while (!r->at_end || r->busy > 0 || r->pending.len > 0)
		turn(r);
	pool_free(&r->pool);
	spawn_command_free(&r->command);
	buf_free(&r->pending);
	mem_free(r);
	return EXIT_OK;
}
