#include "mail/qq_client.h"

#include <sys/stat.h>

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/child.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/mem.h"
#include "lib/os.h"
#include "mail/conf.h"
#include "mail/control.h"

#define QQ_PROGRAM "bin/qmail-queue"	/* in CONF_HOME */
#define QQ_READ_FD 0			/* of the child: the message */
#define QQ_ENVELOPE_FD 1
#define QQ_TEXT_FD_PATCH 4		/* widespread custom-error patch */
#define QQ_TEXT_FD 6			/* notqmail */
#define QQ_POLL_MS 1000			/* see await_end() */
#define QQ_TEXT_MIN 3			/* a letter and something to say */

enum { MESSAGE, ENVELOPE, TEXT, SESSION, PAIRS };

/* ---- start ---- */

/* An empty one is none: rules of tcpserver can only set variables. */
static const char *
replacement(void)
{
	const char *program = env_get("QMAILQUEUE");

	return program == NULL || program[0] == '\0' ? NULL : program;
}

bool
qq_is_replaced(void)
{
	return replacement() != NULL;
}

static void
close_pairs(int pairs[PAIRS][2])
{
	for (size_t i = 0; i < PAIRS; i++) {
		fd_close(&pairs[i][0]);
		fd_close(&pairs[i][1]);
	}
}

static int
open_pairs(int pairs[PAIRS][2], bool with_session)
{
	for (size_t i = 0; i < PAIRS; i++)
		pairs[i][0] = pairs[i][1] = -1;
	for (size_t i = 0; i < SESSION; i++)
		if (os_pipe(pairs[i]) < 0)
			return -1;
	return with_session ? os_streampair(pairs[SESSION]) : 0;
}

static int
start(struct qq *qq, int pairs[PAIRS][2])
{
	const char *program = replacement();
	char *name = mem_strdup(program == NULL ? QQ_PROGRAM : program);
	char *argv[] = { name, NULL };
	struct child_spec spec = {
		.path = name,
		.argv = argv,
		.cwd = CONF_HOME,
		.fds = {
			{ QQ_READ_FD, pairs[MESSAGE][0] },
			{ QQ_ENVELOPE_FD, pairs[ENVELOPE][0] },
			/* both dialects of the custom text, one pipe */
			{ QQ_TEXT_FD_PATCH, pairs[TEXT][1] },
			{ QQ_TEXT_FD, pairs[TEXT][1] },
			{ QQ_SESSION_FD, pairs[SESSION][1] },
		},
		.nfds = pairs[SESSION][1] < 0 ? 4 : 5,
		.exit_cwd = QQ_HOME,
		.exit_temp = QQ_EXEC,
		.exit_perm = QQ_EXEC,
	};

	int r = child_start(&spec, &qq->pid), saved = errno;

	mem_free(name);
	errno = saved;
	return r;
}

/* This end of a pair is ours now. */
static int
take(int *fd)
{
	int taken = *fd;

	*fd = -1;
	return taken;
}

static void
begin(struct qq *qq, int message, int envelope)
{
	qq->message = (struct out)OUT_INIT(message, qq->message_space);
	qq->envelope = (struct out)OUT_INIT(envelope, qq->envelope_space);
	qq->has_failed = qq->has_frame = false;
}

static int
start_new(struct qq *qq, bool with_session)
{
	int pairs[PAIRS][2];

	qq->session_fd = -1;
	qq->is_kept = false;
	if (open_pairs(pairs, with_session) < 0 || start(qq, pairs) < 0) {
		close_pairs(pairs);
		return -1;
	}
	begin(qq, take(&pairs[MESSAGE][1]), take(&pairs[ENVELOPE][1]));
	qq->error_fd = take(&pairs[TEXT][0]);
	qq->session_fd = take(&pairs[SESSION][0]);
	close_pairs(pairs);
	return 0;
}

int
qq_open(struct qq *qq)
{
	return start_new(qq, false);
}

/* ---- a session's frames ---- */

static void
begin_frame(struct qq *qq, enum qq_frame_type type)
{
	struct out *out = &qq->message;

	/* room for one byte behind the head */
	if (out->size - out->len <= QQ_FRAME_SIZE && out_flush(out) < 0)
		return;		/* sticky */
	qq->frame = type;
	qq->frame_at = out->len;
	qq->has_frame = true;
	out->len += QQ_FRAME_SIZE;
}

static void
end_frame(struct qq *qq)
{
	struct out *out = &qq->message;
	struct qq_frame f = { .type = qq->frame,
	    .len = out->len - qq->frame_at - QQ_FRAME_SIZE };

	if (qq->has_frame)
		qq_frame_put(&f, out->p + qq->frame_at);
	qq->has_frame = false;
}

static void
put_framed(struct qq *qq, enum qq_frame_type type, struct view v)
{
	struct out *out = &qq->message;
	struct view piece;

	while (v.len > 0 && out_error(out) == 0) {
		if (qq->has_frame &&
		    (qq->frame != type || out->len == out->size))
			end_frame(qq);
		if (!qq->has_frame)
			begin_frame(qq, type);
		piece = view_upto(v, out->size - out->len);
		out_putv(out, piece);
		v = view_from(v, piece.len);
	}
}

/* ---- filling ---- */

void
qq_putv(struct qq *qq, struct view v)
{
	if (!qq->is_kept)
		out_putv(&qq->message, v);
	else if (!qq->has_failed)
		put_framed(qq, QQ_FRAME_MESSAGE, v);
}

void
qq_put(struct qq *qq, const void *p, size_t len)
{
	qq_putv(qq, view_make(p, len));
}

void
qq_puts(struct qq *qq, const char *s)
{
	qq_putv(qq, view_of(s));
}

void
qq_fail(struct qq *qq)
{
	qq->has_failed = true;
}

static void
end_message(struct qq *qq)
{
	if (qq->is_kept || qq->message.fd < 0)
		return;
	if (out_flush(&qq->message) < 0)
		qq->has_failed = true;
	fd_close(&qq->message.fd);
}

static void
put_envelope(struct qq *qq, struct view v)
{
	if (qq->is_kept)
		put_framed(qq, QQ_FRAME_ENVELOPE, v);
	else
		out_putv(&qq->envelope, v);
}

/* One record.  A NUL inside would forge the next one. */
static void
put_record(struct qq *qq, char type, struct view address)
{
	if (view_has_byte(address, '\0'))
		qq->has_failed = true;
	if (qq->has_failed)
		return;
	put_envelope(qq, view_make(&type, 1));
	put_envelope(qq, address);
	put_envelope(qq, VIEW_LIT("\0"));
}

void
qq_sender(struct qq *qq, struct view sender)
{
	end_message(qq);
	put_record(qq, 'F', sender);
}

void
qq_recipient(struct qq *qq, struct view recipient)
{
	put_record(qq, 'T', recipient);
}

/* Without its last NUL the queue program drops the message: exit 54. */
static void
end_envelope(struct qq *qq)
{
	if (!qq->has_failed)
		put_envelope(qq, VIEW_LIT("\0"));
	if (!qq->has_failed && out_flush(&qq->envelope) < 0)
		qq->has_failed = true;
	fd_close(&qq->envelope.fd);
}

/* ---- the end of a process's first message ---- */

/* What has come until now, and from whom more may. */
struct ending {
	struct pollfd fds[2];		/* custom text, session; -1: over */
	size_t textlen;			/* in qq->text */
	char hello[QQ_HELLO_SIZE + QQ_REPLY_SIZE];	/* both */
	size_t hellolen;
	bool has_reply;			/* queued, and the session begins */
	bool is_reaped;
	int status;
};

/* What comes beyond the limit is read too: the program must not block. */
static void
keep(struct qq *qq, size_t *len, const char *p, size_t n)
{
	if (n > QQ_CUSTOM_MAX - *len)
		n = QQ_CUSTOM_MAX - *len;
	memcpy(qq->text + *len, p, n);
	*len += n;
}

/* 0: more may come; -1: no. */
static int
read_text(struct qq *qq, struct ending *e)
{
	char bytes[512];
	ssize_t r = read(qq->error_fd, bytes, sizeof(bytes));

	if (r > 0)
		keep(qq, &e->textlen, bytes, (size_t)r);
	return r == 0 || (r < 0 && errno != EINTR) ? -1 : 0;
}

/* Whether the process is the program itself, not what a wrapper ran. */
static bool
is_our_program(const struct qq_hello *hello)
{
	struct buf path = BUF_INIT;
	struct stat st;
	bool is_same;

	buf_cat(&path, CONF_HOME, "/", QQ_PROGRAM);
	is_same = stat(path.p, &st) == 0 && st.st_dev == hello->dev &&
	    st.st_ino == hello->ino;
	buf_free(&path);
	return is_same;
}

/* 1: it stays; 0: more may come; -1: it does not. */
static int
read_session(struct qq *qq, struct ending *e)
{
	struct qq_hello hello;
	struct qq_reply reply;
	ssize_t r = read(qq->session_fd, e->hello + e->hellolen,
	    sizeof(e->hello) - e->hellolen);

	if (r < 0 && errno == EINTR)
		return 0;
	if (r <= 0)
		return -1;
	e->hellolen += (size_t)r;
	if (e->hellolen >= QQ_HELLO_SIZE &&
	    (qq_hello_scan(e->hello, &hello) < 0 || !is_our_program(&hello)))
		return -1;
	if (e->hellolen < sizeof(e->hello))
		return 0;
	if (qq_reply_scan(e->hello + QQ_HELLO_SIZE, &reply) < 0 ||
	    reply.code != QQ_OK || reply.pid != (uint32_t)qq->pid)
		return -1;
	return 1;
}

static void
read_ready(struct qq *qq, struct ending *e)
{
	int r;

	if (e->fds[0].revents != 0 && read_text(qq, e) < 0)
		e->fds[0].fd = -1;
	if (e->fds[1].revents == 0)
		return;
	r = read_session(qq, e);
	e->has_reply = r > 0;
	if (r < 0) {
		/* it learns that nothing will come */
		fd_close(&qq->session_fd);
		e->fds[1].fd = -1;
	}
}

/*
 * Until the process has ended, or says that it stays.  A process that the
 * queue program left behind may hold the pipe open for ever: so when nothing
 * comes, see whether the program itself is gone.
 */
static void
await_end(struct qq *qq, struct ending *e)
{
	int n;

	while (!e->has_reply && (e->fds[0].fd >= 0 || e->fds[1].fd >= 0)) {
		n = poll(e->fds, NELEM(e->fds),
		    e->is_reaped ? 0 : QQ_POLL_MS);
		if (n < 0 && errno != EINTR)
			return;
		if (n == 0 && e->is_reaped)
			return;
		if (n == 0)
			e->is_reaped = child_poll(qq->pid, &e->status) > 0;
		if (n > 0)
			read_ready(qq, e);
	}
}

/* Make the custom text fit for an SMTP reply; false: there is none. */
static bool
clean_text(struct qq *qq, size_t len)
{
	struct view text = view_make(qq->text, len);

	if (len < QQ_TEXT_MIN || (qq->text[0] != 'D' && qq->text[0] != 'Z'))
		return false;
	while (text.len > 1 && !ascii_is_print(text.p[text.len - 1]))
		text.len--;
	for (size_t i = 0; i < text.len; i++)
		if (!ascii_is_print(qq->text[i]))
			qq->text[i] = (unsigned char)qq->text[i] < ' ' ?
			    ' ' : '?';
	qq->text[text.len] = '\0';
	return text.len > 1;
}

static const char *
text_of_end(struct qq *qq, struct ending *e)
{
	int code;

	fd_close(&qq->session_fd);
	if (!e->is_reaped && child_wait(qq->pid, &e->status) < 0)
		return "Zqq waitpid surprise (#4.3.0)";
	if (child_has_crashed(e->status))
		return "Zqq crashed (#4.3.0)";
	code = child_exit_code(e->status);
	if (code == QQ_OK)
		return qq->has_failed ? qq_exit_text(QQ_READ) : "";
	if (qq_exit_has_custom(code) && clean_text(qq, e->textlen))
		return qq->text;
	return qq_exit_text(code);
}

static const char *
close_first(struct qq *qq)
{
	struct ending e = { .fds = {
		{ .fd = qq->error_fd, .events = POLLIN },
		{ .fd = qq->session_fd, .events = POLLIN },
	} };

	end_message(qq);
	end_envelope(qq);
	await_end(qq, &e);
	fd_close(&qq->error_fd);
	if (!e.has_reply || e.is_reaped)
		return text_of_end(qq, &e);
	qq->is_kept = true;
	return qq->has_failed ? qq_exit_text(QQ_READ) : "";
}

/* ---- the other messages of a session ---- */

/* The process is gone, or does not keep to the rules: what its end says. */
static const char *
text_of_loss(struct qq *qq)
{
	int status, r;

	fd_close(&qq->session_fd);
	qq->is_kept = false;
	r = child_wait(qq->pid, &status);
	if (r < 0)
		return "Zqq waitpid surprise (#4.3.0)";
	return child_has_crashed(status) ? "Zqq crashed (#4.3.0)" :
	    qq_exit_text(child_exit_code(status));
}

static int
read_reply(struct qq *qq, struct qq_reply *reply)
{
	char bytes[QQ_REPLY_SIZE];
	char space[QQ_REPLY_SIZE];
	struct in in = IN_INIT(qq->session_fd, space);

	if (in_get(&in, bytes, sizeof(bytes)) <= 0)
		return -1;
	return qq_reply_scan(bytes, reply);
}

static const char *
close_kept(struct qq *qq)
{
	enum qq_frame_type last;
	struct qq_reply reply;

	if (!qq->has_failed)
		put_envelope(qq, VIEW_LIT("\0"));
	end_frame(qq);
	last = qq->has_failed ? QQ_FRAME_ABORT : QQ_FRAME_END;
	begin_frame(qq, last);
	end_frame(qq);
	if (out_flush(&qq->message) < 0 || read_reply(qq, &reply) < 0)
		return text_of_loss(qq);
	switch (reply.code) {
	case QQ_OK:
		return qq->has_failed ? qq_exit_text(QQ_READ) : "";
	case QQ_ADDRESS:
	case QQ_REFUSED:
	case QQ_READ:
	case QQ_ENVELOPE:
		break;		/* it was the message */
	default:
		qq_end(qq);	/* a fresh one may do better */
	}
	return qq_exit_text(reply.code);
}

const char *
qq_close(struct qq *qq)
{
	return qq->is_kept ? close_kept(qq) : close_first(qq);
}

void
qq_end(struct qq *qq)
{
	int status, r;

	if (!qq->is_kept)
		return;
	fd_close(&qq->session_fd);
	qq->is_kept = false;
	r = child_wait(qq->pid, &status);
	(void)r;		/* each message has its reply already */
}

void
qq_forget_client(struct qq *qq)
{
	qq->knows_leases = qq->has_failed = false;
	mem_wipe(qq->text, sizeof(qq->text));
	mem_wipe(qq->message_space, sizeof(qq->message_space));
	mem_wipe(qq->envelope_space, sizeof(qq->envelope_space));
}

/* Still there, and silent as it has to be. */
static bool
is_alive(const struct qq *qq)
{
	char byte;

	return recv(qq->session_fd, &byte, 1, MSG_DONTWAIT) < 0 &&
	    (errno == EAGAIN || errno == EWOULDBLOCK);
}

static bool
may_keep(struct qq *qq)
{
	uint64_t leases = 1;

	if (!qq->knows_leases)
		qq->may_keep = !qq_is_replaced() &&
		    control_int("leases", 1, &leases) >= 0 && leases > 0;
	qq->knows_leases = true;
	return qq->may_keep;
}

int
qq_open_session(struct qq *qq)
{
	if (qq->is_kept && (!may_keep(qq) || !is_alive(qq)))
		qq_end(qq);
	if (!qq->is_kept)
		return start_new(qq, may_keep(qq));
	begin(qq, qq->session_fd, -1);
	return 0;
}
