#include "send/bounce.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/child.h"
#include "lib/fd.h"
#include "lib/fd_all.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/os.h"
#include "lib/sys.h"
#include "mail/address.h"
#include "mail/date.h"
#include "mail/qq_client.h"
#include "send/note.h"
#include "send/record.h"
#include "send/verp.h"

#define DOUBLE_BOUNCE "#@[]"	/* sender of double bounces, messages.md 2 */
#define RESULT_FD 3		/* of the child */

/* ---- bounce/N ---- */

/* No empty line inside: it would end the paragraph (QSBMF). */
static void
fill_empty_lines(char *p, size_t len)
{
	for (size_t i = len; i-- > 1; )
		if (p[i] == '\n' && p[i - 1] == '\n')
			p[i] = '/';
}

/* Nothing that a reader's terminal would obey; 8-bit text is somebody's. */
static bool
is_harmless(char c)
{
	return ascii_is_print(c) || c == '\t' || c < 0;
}

void
bounce_paragraph(const struct route_rules *r, const struct bounce_text *t,
    struct buf *out)
{
	struct view name = route_strip(r, t->recipient);
	size_t start = out->len;

	buf_putc(out, '<');
	for (size_t i = 0; i < name.len; i++)
		buf_putc(out, is_harmless(name.p[i]) ? name.p[i] : '_');
	buf_puts(out, ">:\n");
	for (size_t i = 0; i < t->reason.len; i++) {
		char c = t->reason.p[i];
		buf_putc(out, is_harmless(c) || c == '\n' ? c : '?');
	}
	if (out->p[out->len - 1] != '\n')
		buf_putc(out, '\n');
	fill_empty_lines(out->p + start, out->len - start - 1);
	buf_putc(out, '\n');
}

/* Its name is durable only after bounce_sync(). */
static int
open_bounce(struct shared *s, uint64_t id)
{
	const int flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK;
	char name[QPATH_MAX];
	int fd;

	fd = sys_open(qpath(&s->layout, QDIR_BOUNCE, id, name), flags, 0);
	if (fd >= 0 || errno != ENOENT)
		return fd;
	fd = sys_open(name, flags | O_CREAT | O_EXCL, 0600);
	if (fd >= 0)
		dirs_touch(&s->dirs, QDIR_BOUNCE, id);
	return fd;
}

static int
write_or_undo(int fd, const struct buf *text)
{
	struct stat st;
	int saved;

	if (fstat(fd, &st) < 0)
		return -1;
	if (io_write_all(fd, text->p, text->len) == 0)
		return 0;
	saved = errno;
	/* half a paragraph left behind is ugly, not harmful */
	(void)(sys_ftruncate(fd, st.st_size) < 0);
	errno = saved;
	return -1;
}

int
bounce_append(struct shared *s, const struct bounce_text *t)
{
	struct buf text = BUF_INIT;
	int fd = open_bounce(s, t->id), r;

	if (fd < 0)
		return -1;
	bounce_paragraph(&s->settings.route, t, &text);
	r = write_or_undo(fd, &text);
	buf_free(&text);
	if (sys_close(fd) < 0)
		r = -1;
	return r;
}

int
bounce_sync(struct shared *s, uint64_t id)
{
	char name[QPATH_MAX];
	int fd, r;

	fd = sys_open(qpath(&s->layout, QDIR_BOUNCE, id, name),
	    O_WRONLY | O_NOFOLLOW | O_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	r = sys_fdatasync(fd);
	if (sys_close(fd) < 0)
		r = -1;
	return r < 0 ? -1 : dirs_sync(&s->dirs, QDIR_BOUNCE, id);
}

/* ---- the message, in a child process ---- */

struct result {			/* what the child writes */
	enum bounce_result what;
	pid_t qp;
};

struct draft {
	const struct shared *shared;
	uint64_t id;
	struct buf sender;	/* whose message failed */
	struct view to;
	bool is_double;
	struct qq qq;
};

static int
read_sender(struct draft *d)
{
	char name[QPATH_MAX], space[1024];
	struct in in = IN_INIT(-1, space);
	int r;

	in.fd = file_open_read(qpath(&d->shared->layout, QDIR_INFO, d->id,
	    name));
	if (in.fd < 0)
		return -1;
	r = in_until(&in, '\0', &d->sender, RECORD_MAX);
	fd_close(&in.fd);
	if (r <= 0 || d->sender.p[0] != QUEUE_SENDER)
		return -1;
	buf_drop(&d->sender, 1);
	return 0;
}

static void
put_address(struct draft *d, const char *before, struct view address,
    const char *behind)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, before);
	address_quote(address, &line);
	buf_puts(&line, behind);
	qq_putv(&d->qq, buf_view(&line));
	buf_free(&line);
}

static void
put_more_fields(struct draft *d, int64_t now)
{
	struct buf line = BUF_INIT;
	char date[DATE_MAX];

	buf_cat(&line, "Message-ID: <", date_compact(now, date), ".");
	buf_put_u64(&line, (uint64_t)d->qq.pid);
	buf_cat(&line, ".qmail@", d->shared->settings.bounce_host.p,
	    ">\nAuto-Submitted: auto-replied\n");
	qq_putv(&d->qq, buf_view(&line));
	buf_free(&line);
}

static void
put_head(struct draft *d)
{
	const struct settings *set = &d->shared->settings;
	int64_t now = time(NULL);
	char date[DATE_MAX];

	qq_puts(&d->qq, "Date: ");
	qq_puts(&d->qq, date_822(now, date));
	put_address(d, "\nFrom: ", buf_view(&set->bounce_from), "\n");
	put_address(d, "To: ", d->to, "\nSubject: ");
	qq_putv(&d->qq, buf_view(d->is_double ? &set->double_subject :
	    &set->bounce_subject));
	qq_puts(&d->qq, "\n");
	if (set->bounce_fields)
		put_more_fields(d, now);
	qq_puts(&d->qq, "\nHi. This is the qmail-send program at ");
	qq_putv(&d->qq, buf_view(&set->bounce_host));
	qq_puts(&d->qq, d->is_double ?
	    ".\nI tried to deliver a bounce message to this address, "
	    "but the bounce bounced!\n\n" :
	    ".\nI'm afraid I wasn't able to deliver your message to the "
	    "following addresses.\n"
	    "This is a permanent error; I've given up. "
	    "Sorry it didn't work out.\n\n");
}

/* At most max bytes; *cut when there would have been more. */
static int
put_file(struct draft *d, enum qdir dir, uint64_t max, bool *cut)
{
	char name[QPATH_MAX], space[IO_SIZE];
	struct in in = IN_INIT(-1, space);
	struct view v;
	int r;

	*cut = false;
	in.fd = file_open_read(qpath(&d->shared->layout, dir, d->id, name));
	if (in.fd < 0)
		return -1;
	while ((r = in_peek(&in, &v)) > 0 && !*cut) {
		*cut = v.len > max;
		if (*cut)
			v.len = (size_t)max;
		qq_putv(&d->qq, v);
		in_skip(&in, v.len);
		max -= v.len;
	}
	fd_close(&in.fd);
	return r < 0 ? -1 : 0;
}

static void
put_original(struct draft *d)
{
	uint64_t max = d->shared->settings.bounce_max;
	bool cut;

	qq_puts(&d->qq, d->is_double ?
	    "--- Below this line is the original bounce.\n\n" :
	    "--- Below this line is a copy of the message.\n\n");
	put_address(d, "Return-Path: <", verp_strip(buf_view(&d->sender)),
	    ">\n");
	if (put_file(d, QDIR_MESS, max == 0 ? UINT64_MAX : max, &cut) < 0)
		qq_fail(&d->qq);
	else if (cut)
		qq_puts(&d->qq, "\n\n--- End of message stripped.\n");
}

static enum bounce_result
send_draft(struct draft *d, pid_t *qp)
{
	bool cut;

	if (qq_open(&d->qq) < 0)
		return BOUNCE_NOT_STARTED;
	*qp = d->qq.pid;
	put_head(d);
	if (put_file(d, QDIR_BOUNCE, UINT64_MAX, &cut) < 0)
		qq_fail(&d->qq);
	put_original(d);
	qq_sender(&d->qq, d->is_double ? VIEW_LIT(DOUBLE_BOUNCE) : VIEW_EMPTY);
	qq_recipient(&d->qq, d->to);
	return *qq_close(&d->qq) == '\0' ? BOUNCE_QUEUED : BOUNCE_FAILED;
}

/*
 * Of a queue that another system wrote: our qmail-queue takes mail neither from
 * nor to such an address, however often it is asked.
 */
static bool
is_unusable(struct view sender)
{
	for (size_t i = 0; i < sender.len; i++)
		if (ascii_is_control(sender.p[i]))
			return true;
	return false;
}

static enum bounce_result
compose(struct draft *d, pid_t *qp)
{
	const struct settings *set = &d->shared->settings;

	if (read_sender(d) < 0)
		return BOUNCE_FAILED;
	if (view_is(buf_view(&d->sender), DOUBLE_BOUNCE))
		return BOUNCE_TRIPLE;
	d->is_double = d->sender.len == 0 ||
	    is_unusable(buf_view(&d->sender));
	if (d->is_double && set->double_discard)
		return BOUNCE_DISCARD;
	d->to = d->is_double ? buf_view(&set->double_to) :
	    verp_strip(buf_view(&d->sender));
	return send_draft(d, qp);
}

/*
 * The child has the log and its end of the pipe, nothing else: whoever waits
 * for qmail-send to leave (the spawners, the lock) does not wait for it.
 */
static noreturn void
be_child(const struct shared *s, uint64_t id, int fd)
{
	struct draft d = { .shared = s, .id = id, .sender = BUF_INIT };
	struct result result = { .what = BOUNCE_NOT_STARTED };

	if (fd_copy(RESULT_FD, fd) < 0 || fd_set_cloexec(RESULT_FD) < 0)
		_exit(1);
	fd_close_from(RESULT_FD + 1);
	result.what = compose(&d, &result.qp);
	_exit(write(RESULT_FD, &result, sizeof(result)) !=
	    (ssize_t)sizeof(result));
}

int
bounce_begin(const struct shared *s, uint64_t id, struct bounce_sending *b)
{
	int fds[2];
	pid_t pid;

	if (os_pipe(fds) < 0)
		return -1;
	note_flush();		/* the child shall not have its lines */
	pid = fork();
	if (pid == 0)
		be_child(s, id, fds[1]);
	fd_close(&fds[1]);
	if (pid < 0) {
		fd_close(&fds[0]);
		return -1;
	}
	*b = (struct bounce_sending){ .id = id, .pid = pid, .fd = fds[0] };
	return 0;
}

enum bounce_result
bounce_end(struct bounce_sending *b, uint64_t *qp)
{
	struct result result;
	int status;
	ssize_t r;

	do
		r = read(b->fd, &result, sizeof(result));
	while (r < 0 && errno == EINTR);
	fd_close(&b->fd);
	/* dead or as good as dead: it closed its end */
	if (child_wait(b->pid, &status) < 0 || r != (ssize_t)sizeof(result))
		return BOUNCE_FAILED;
	*qp = (uint64_t)result.qp;
	return result.what;
}
