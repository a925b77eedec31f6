/*
 * qmail-queue: put one message into the queue, and more when the client offers.
 * reads  fd 0: message; fd 1: envelope, F sender \0 { T recipient \0 } \0
 *        fd 7, where the client made it a stream: further messages, as frames
 *        (mail/qq_session.h)
 * writes pid/ mess/ intd/ todo/ in CONF_HOME/queue, then lock/trigger
 * runs   set-uid qmailq for anybody; arguments and environment are ignored
 * exits  enum qq_exit (mail/qq_exit.h): the table in qmail-queue(8)
 *
 * No heap, no stdio, no name service, no exec: tests/setuid.allow lists all
 * that it is linked from.
 */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/confine.h"
#include "lib/fd.h"
#include "lib/io_core.h"
#include "lib/os_core.h"
#include "lib/setid.h"
#include "mail/conf.h"
#include "mail/qq_envelope.h"
#include "mail/qq_exit.h"
#include "mail/qq_session.h"
#include "mail/queue.h"
#include "mail/received_queue.h"

#define QUEUE_UMASK 033		/* queue.md 4.1 */
#define ALARM_SPARE_S 60	/* in a session it is not set more often */
#define COPY_SIZE 65536		/* a pipe's capacity: one read(2) a pipeful */

struct job {
	struct queue_entry entry;
	struct queue_kept kept;
	bool has_session;	/* there may be more messages */
	time_t alarm_s;		/* when alarm(2) was set last */
	uid_t uid;		/* of the caller */
	pid_t pid;		/* ours */
	const char *who;	/* for the Received line; NULL: by uid */
	struct in in;		/* where the bytes come from now */
	struct qq_frame frame;	/* in a session: what is left of it */
	struct qq_envelope envelope;
	char in_space[COPY_SIZE], out_space[COPY_SIZE];
};

/*
 * Where a message comes from: the next bytes of its text, of its envelope: 1
 * with *v, to be taken by skip(); 0 at the end; -1: there is no end.  When the
 * envelope is complete, has_end(): nothing follows and nobody changed his mind.
 */
struct source {
	int (*message)(struct job *j, struct view *v);
	int (*envelope)(struct job *j, struct view *v);
	void (*skip)(struct job *j, size_t n);
	bool (*has_end)(struct job *j);
};

static struct job job;

/* How the caller is called in the Received line: messages.md 1. */
static enum qq_exit
find_who(struct job *j)
{
	static const struct {
		enum conf_user user;
		const char *who;
	} names[] = {
		{ CONF_ALIAS, "by alias" },
		{ CONF_QMAILD, "from network" },
		{ CONF_QMAILS, "for bounce" },
	};
	uid_t uids[CONF_USERS];

	j->who = NULL;
	if (conf_is_single_user())
		return QQ_OK;	/* they cannot be told apart */
	if (conf_uids(uids) < 0)
		return QQ_BUG;	/* an account is missing */
	for (size_t i = 0; i < NELEM(names); i++)
		if (uids[names[i].user] == j->uid)
			j->who = names[i].who;
	return QQ_OK;
}

/* ---- the contract: descriptors 0 and 1 ---- */

static void
open_fd(struct job *j, int fd)
{
	j->in = (struct in)IN_INIT(fd, j->in_space);
}

static int
fd_next(struct job *j, int fd, struct view *v)
{
	if (j->in.fd != fd)
		open_fd(j, fd);
	return in_peek(&j->in, v);
}

static int
fd_message(struct job *j, struct view *v)
{
	return fd_next(j, 0, v);
}

static int
fd_envelope(struct job *j, struct view *v)
{
	return fd_next(j, 1, v);
}

static void
fd_skip(struct job *j, size_t n)
{
	in_skip(&j->in, n);
}

/* What follows the last NUL is not read. */
static bool
fd_has_end(struct job *j)
{
	(void)j;
	return true;
}

static const struct source by_fds =
    { fd_message, fd_envelope, fd_skip, fd_has_end };

/* ---- a session: frames ---- */

static bool
is_last(const struct qq_frame *f)
{
	return f->type == QQ_FRAME_END || f->type == QQ_FRAME_ABORT;
}

/* When the frame is used up, go to the next: 0, or -1: broken off. */
static int
next_frame(struct job *j)
{
	char head[QQ_FRAME_SIZE];

	while (j->frame.len == 0 && !is_last(&j->frame))
		if (in_get(&j->in, head, sizeof(head)) <= 0 ||
		    qq_frame_scan(head, &j->frame) < 0)
			return -1;
	return 0;
}

static int
frame_next(struct job *j, enum qq_frame_type type, struct view *v)
{
	if (next_frame(j) < 0)
		return -1;
	if (j->frame.type != type)
		return 0;
	if (in_peek(&j->in, v) <= 0)
		return -1;
	*v = view_upto(*v, j->frame.len);
	return 1;
}

static int
frame_message(struct job *j, struct view *v)
{
	return frame_next(j, QQ_FRAME_MESSAGE, v);
}

static int
frame_envelope(struct job *j, struct view *v)
{
	return frame_next(j, QQ_FRAME_ENVELOPE, v);
}

static void
frame_skip(struct job *j, size_t n)
{
	in_skip(&j->in, n);
	j->frame.len -= n;
}

static bool
frame_has_end(struct job *j)
{
	return next_frame(j) == 0 && j->frame.type == QQ_FRAME_END;
}

static const struct source by_frames =
    { frame_message, frame_envelope, frame_skip, frame_has_end };

/* ---- one message ---- */

static enum qq_exit
copy_message(struct job *j, const struct source *from)
{
	struct out out = OUT_INIT(j->entry.messfd, j->out_space);
	struct view v;
	int r;

	received_put_queue(&out, j->entry.pid, j->uid, j->who, time(NULL));
	while ((r = from->message(j, &v)) > 0 && out_error(&out) == 0) {
		out_putv(&out, v);
		from->skip(j, v.len);
	}
	if (r < 0)
		return QQ_READ;
	return out_flush(&out) < 0 ? QQ_WRITE : QQ_OK;
}

static enum qq_exit
copy_records(struct job *j, const struct source *from, struct out *out)
{
	enum qq_exit code;
	struct view v;
	size_t kept;

	while (j->envelope.state != QQ_ENVELOPE_DONE) {
		if (from->envelope(j, &v) <= 0)
			return QQ_READ;	/* the end is never the list's end */
		code = qq_envelope_take(&j->envelope, v, &kept);
		if (code != QQ_OK)
			return code;
		out_put(out, v.p, kept);
		from->skip(j, j->envelope.state == QQ_ENVELOPE_DONE ?
		    kept + 1 : kept);
		/* an endless envelope ends with the disk */
		if (out_error(out) != 0)
			return QQ_WRITE;
	}
	return from->has_end(j) ? QQ_OK : QQ_READ;
}

static enum qq_exit
copy_envelope(struct job *j, const struct source *from)
{
	struct out out = OUT_INIT(j->entry.intdfd, j->out_space);
	enum qq_exit code;

	queue_put_origin(&out, j->uid, j->entry.pid);
	code = copy_records(j, from, &out);
	if (code != QQ_OK)
		return code;
	return out_flush(&out) < 0 ? QQ_WRITE : QQ_OK;
}

static enum qq_exit
put_message(struct job *j, const struct source *from)
{
	enum qq_exit code;

	if ((code = queue_make_mess(&j->entry)) != QQ_OK ||
	    (code = copy_message(j, from)) != QQ_OK ||
	    (code = queue_make_intd(&j->entry)) != QQ_OK ||
	    (code = copy_envelope(j, from)) != QQ_OK ||
	    (code = queue_sync(&j->entry)) != QQ_OK)
		return code;
	return queue_publish(&j->entry);
}

/*
 * One message, from nothing to nothing left behind but what is queued, and
 * open files when the process ends now.
 */
static enum qq_exit
do_job(struct job *j, const struct source *from)
{
	enum qq_exit code;
	int trigger = -1;

	j->entry = (struct queue_entry)QUEUE_ENTRY_INIT(&j->kept);
	j->entry.pid = j->pid;
	j->envelope = (struct qq_envelope)QQ_ENVELOPE_INIT;
	code = put_message(j, from);
	if (j->entry.is_published)
		trigger = queue_trigger();
	if (code != QQ_OK || j->has_session) {
		queue_end(&j->entry);
		fd_close(&trigger);
	}
	return code;
}

/* ---- further messages ---- */

/*
 * Whether our parent itself, as the user that we serve, made a stream to its
 * own other end: nobody else's bytes may speak in his name.  Then say hello.
 */
static bool
take_offer(struct job *j)
{
	char bytes[QQ_HELLO_SIZE];
	struct qq_hello hello;
	struct stat st;

	if (!os_is_stream_of_parent(QQ_SESSION_FD, j->uid) ||
	    os_own_program(&st) < 0)
		return false;
	hello = (struct qq_hello){ .dev = st.st_dev, .ino = st.st_ino };
	qq_hello_put(&hello, bytes);
	return write(QQ_SESSION_FD, bytes, sizeof(bytes)) ==
	    (ssize_t)sizeof(bytes);
}

static int
reply(const struct job *j, enum qq_exit code)
{
	struct qq_reply r = { .code = (int)code, .pid = (uint32_t)j->pid };
	char bytes[QQ_REPLY_SIZE];

	qq_reply_put(&r, bytes);
	return write(QQ_SESSION_FD, bytes, sizeof(bytes)) ==
	    (ssize_t)sizeof(bytes) ? 0 : -1;
}

/* What is left of a message that was refused: 0, or -1: broken off. */
static int
skip_frames(struct job *j)
{
	struct view v;

	while (next_frame(j) == 0) {
		if (is_last(&j->frame))
			return 0;
		if (in_peek(&j->in, &v) <= 0)
			return -1;
		frame_skip(j, view_upto(v, j->frame.len).len);
	}
	return -1;
}

/* Each message has its day, and some seconds more; not one call for each. */
static void
renew_alarm(struct job *j)
{
	time_t now = time(NULL);

	if (now >= j->alarm_s && now - j->alarm_s < ALARM_SPARE_S)
		return;
	j->alarm_s = now;
	alarm(QUEUE_LIFETIME_S + ALARM_SPARE_S);
}

/*
 * Until the client closes its end: the exit code.  Between messages that is no
 * error, even when he left our reply unread (ECONNRESET): a wrapper in our
 * place passes our code on, and the first message is queued.
 */
static enum qq_exit
serve(struct job *j)
{
	enum qq_exit code;

	open_fd(j, QQ_SESSION_FD);
	while (in_peekc(&j->in) >= 0) {
		renew_alarm(j);
		j->frame = (struct qq_frame){ .type = QQ_FRAME_MESSAGE };
		code = do_job(j, &by_frames);
		if (skip_frames(j) < 0)
			return QQ_READ;
		if (reply(j, code) < 0)
			return QQ_WRITE;
	}
	return QQ_OK;
}

static void
enter_queue(void)
{
	static const char queue[] = "/queue";
	char path[CONF_HOME_MAX + sizeof(queue)];
	size_t n = strlen(CONF_HOME);

	memcpy(path, CONF_HOME, n);
	memcpy(path + n, queue, sizeof(queue));
	if (chdir(path) < 0)
		_exit(chdir(CONF_HOME) < 0 ? QQ_HOME : QQ_QUEUE);
}

int
main(void)
{
	enum qq_exit code;

	/* the alarm exits without undoing: leftovers are swept by age */
	setid_begin(QUEUE_LIFETIME_S, QQ_TIMEOUT, QUEUE_UMASK);
	enter_queue();
	job.uid = os_start_uid();
	job.pid = getpid();
	code = find_who(&job);
	if (code != QQ_OK)
		_exit((int)code);
	job.has_session = take_offer(&job);
	if (confine(CONFINE_QUEUE) < 0)
		_exit(QQ_BUG);
	open_fd(&job, 0);
	code = do_job(&job, &by_fds);
	if (code == QQ_OK && job.has_session)
		code = reply(&job, code) < 0 ? QQ_OK : serve(&job);
	_exit((int)code);
}
