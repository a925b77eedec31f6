#include "mail/mbox.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/lock.h"
#include "lib/sys.h"
#include "mail/date.h"

#define REPLACED_MAX 20		/* mailboxes renamed over the one we opened */

static const struct view from = { .p = "From ", .len = 5 };

void
mbox_from_line(struct view sender, int64_t when, struct buf *b)
{
	char date[DATE_MAX];

	buf_puts(b, "From ");
	for (size_t i = 0; i < sender.len; i++) {
		char c = sender.p[i];
		buf_putc(b, c == ' ' || c == '\t' || c == '\n' ? '-' : c);
	}
	if (sender.len == 0)
		buf_puts(b, "MAILER-DAEMON");
	buf_cat(b, " ", date_mbox(when, date), "\n");
}

/*
 * At the start of a line: pass '>'s through and hold back what may become
 * "From ".  One more '>' in front of that is the same bytes as one in front
 * of the line.  Returns how many bytes of v it took.
 */
static size_t
line_start(struct mbox_quote *q, struct out *out, struct view v)
{
	size_t i = 0;

	while (i < v.len && q->matched == 0 && v.p[i] == '>')
		i++;
	out_put(out, v.p, i);
	for (; i < v.len && q->matched < from.len; i++) {
		if (v.p[i] != from.p[q->matched])
			break;
		q->matched++;
	}
	if (q->matched == from.len)
		out_putc(out, '>');
	else if (i == v.len)
		return i;	/* the next bytes decide */
	out_putv(out, view_upto(from, q->matched));
	q->matched = 0;
	q->in_line = true;
	return i;
}

void
mbox_quote_put(struct mbox_quote *q, struct out *out, struct view v)
{
	if (v.len > 0)
		q->is_partial = v.p[v.len - 1] != '\n';
	while (v.len > 0) {
		size_t n = q->in_line ? 0 : line_start(q, out, v);
		v = view_from(v, n);
		if (!q->in_line)
			continue;
		n = view_chr(v, '\n');
		if (n < v.len) {
			n++;
			q->in_line = false;
		}
		out_putv(out, view_upto(v, n));
		v = view_from(v, n);
	}
}

void
mbox_quote_end(struct mbox_quote *q, struct out *out)
{
	out_putv(out, view_upto(from, q->matched));
	out_puts(out, q->is_partial ? "\n\n" : "\n");
	*q = (struct mbox_quote)MBOX_QUOTE_INIT;
}

/*
 * Whether path still names the open file: who rewrites a mailbox renames a
 * new one over it while holding the lock that we waited for.
 */
static bool
is_current(const struct mbox *m, const struct stat *opened)
{
	struct stat st;

	return stat(m->path, &st) == 0 && st.st_dev == opened->st_dev &&
	    st.st_ino == opened->st_ino;
}

/* Once: 1 open and current, 0 replaced meanwhile, -1 as mbox_open(). */
static int
try_open(struct mbox *m, int lock_s, enum mbox_open *why)
{
	struct stat st;

	*why = MBOX_CANNOT_OPEN;
	/* O_NONBLOCK: a fifo that nobody reads is an error, not a wait */
	m->fd = sys_open(m->path,
	    O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOCTTY, 0600);
	if (m->fd < 0)
		return -1;
	m->is_locked = lock_within(m->fd, lock_s) == 0;
	if (!m->is_locked && errno == ETIMEDOUT) {
		*why = MBOX_LOCKED;
		return -1;
	}
	if (fstat(m->fd, &st) < 0)
		return -1;
	m->is_regular = S_ISREG(st.st_mode);
	m->old_len = st.st_size;
	return m->is_regular && !is_current(m, &st) ? 0 : 1;
}

enum mbox_open
mbox_open(struct mbox *m, const char *path, int lock_s)
{
	enum mbox_open why = MBOX_CANNOT_OPEN;

	*m = (struct mbox){ .fd = -1, .path = path };
	for (int i = 0; i < REPLACED_MAX; i++) {
		int r = try_open(m, lock_s, &why);
		if (r > 0)
			return MBOX_OK;
		fd_close(&m->fd);
		if (r < 0)
			return why;
	}
	errno = EBUSY;
	return MBOX_CANNOT_OPEN;
}

/* The name of a file that may be new: 0, or -1 with errno. */
static int
sync_name(const struct mbox *m)
{
	struct buf dir = BUF_INIT;
	size_t slash = view_rchr(view_of(m->path), '/');
	int r;

	if (m->path[slash] == '\0')
		buf_sets(&dir, ".");
	else
		buf_set(&dir, view_make(m->path, slash == 0 ? 1 : slash));
	r = sys_sync_dir(dir.p);
	/* a folder that we may not read: its names are its owner's affair */
	if (r < 0 && errno == EACCES)
		r = 0;
	buf_free(&dir);
	return r;
}

int
mbox_commit(struct mbox *m)
{
	int fd = m->fd;

	if (m->is_regular && (sys_fsync(fd) < 0 ||
	    (m->old_len == 0 && sync_name(m) < 0))) {
		mbox_abandon(m);
		return -1;
	}
	m->fd = -1;
	return sys_close(fd);
}

void
mbox_abandon(struct mbox *m)
{
	int saved = errno;

	/* failing leaves a part of a message, as a crash would */
	if (m->is_locked && m->is_regular &&
	    sys_ftruncate(m->fd, m->old_len) < 0)
		errno = saved;
	fd_close(&m->fd);
	errno = saved;
}
