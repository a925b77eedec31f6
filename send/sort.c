#include "send/sort.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>

#include "lib/fd.h"
#include "lib/num.h"
#include "lib/sys.h"
#include "send/note.h"
#include "send/record.h"

#define SORT_RECORDS 500	/* in one turn of the loop */

static const enum qdir dirs_of[SORT_FILES] = {
	[SORT_INFO] = QDIR_INFO,
	[SORT_LOCAL] = QDIR_LOCAL,
	[SORT_REMOTE] = QDIR_REMOTE,
};

enum qdir
sort_dir(enum sort_file f)
{
	return dirs_of[f];
}

static enum sort_file
file_of(enum channel c)
{
	return c == CHANNEL_LOCAL ? SORT_LOCAL : SORT_REMOTE;
}

void
sort_init(struct sort *s, struct shared *shared)
{
	*s = (struct sort){ .shared = shared, .record = BUF_INIT,
	    .address = BUF_INIT, .sender = BUF_INIT, .in = { .fd = -1 } };
}

void
sort_free(struct sort *s)
{
	fd_close(&s->in.fd);
	buf_free(&s->record);
	buf_free(&s->address);
	buf_free(&s->sender);
}

void
sort_drop(struct sorted *e)
{
	for (enum sort_file f = 0; f < SORT_FILES; f++)
		fd_close(&e->fd[f]);
	e->has_failed = true;
}

static const char *
path_of(const struct sort *s, enum qdir dir, char *p)
{
	if (dir == QDIR_TODO && s->entry->is_flat)
		return qpath_flat(dir, s->entry->id, p);
	return qpath(&s->shared->layout, dir, s->entry->id, p);
}

static enum sort_result
trouble(const struct sort *s, enum note_trouble t, enum qdir dir)
{
	char name[QPATH_MAX];

	note_trouble(t, path_of(s, dir, name));
	return SORT_LATER;
}

/* ---- before the records ---- */

static enum sort_result
open_todo(struct sort *s)
{
	char name[QPATH_MAX];
	struct stat st;

	s->in = (struct in)IN_INIT(open(path_of(s, QDIR_TODO, name),
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), s->in_space);
	if (s->in.fd < 0 || fstat(s->in.fd, &st) < 0 || !S_ISREG(st.st_mode))
		return trouble(s, NOTE_OPEN, QDIR_TODO);
	in_preload(&s->in);
	return SORT_MORE;
}

/*
 * An envelope whose message is gone: stock leaves it for ever.  Should its
 * number be used again, that message would get the old recipients: so, when
 * it is as old as any leftover, have it removed.
 */
static void
remove_orphan(struct sort *s)
{
	struct clean_request r = { .kind = CLEAN_TODO, .id = s->entry->id,
	    .flat = s->entry->is_flat };
	struct stat st;

	/* asked twice, the second may take the envelope of a new message */
	if (fstat(s->in.fd, &st) == 0 &&
	    queue_is_stale(&st, s->shared->now) &&
	    !clean_is_asked(&s->shared->clean, CLEAN_TODO, r.id))
		clean_ask(&s->shared->clean, r);
}

static enum sort_result
stat_mess(struct sort *s)
{
	char name[QPATH_MAX];
	struct stat st;

	if (stat(path_of(s, QDIR_MESS, name), &st) == 0) {
		s->bytes = (uint64_t)st.st_size;
		return SORT_MORE;
	}
	if (errno != ENOENT)
		return trouble(s, NOTE_STAT, QDIR_MESS);
	trouble(s, NOTE_STAT, QDIR_MESS);
	remove_orphan(s);
	return SORT_BAD;
}

/*
 * What an attempt before a crash left goes: a file that is made anew (create)
 * and those that are not (finish).  Either way it is gone before the todo file
 * is.
 */
static enum sort_result
remove_old(struct sort *s, enum qdir dir)
{
	if (dirs_unlink(&s->shared->dirs, dir, s->entry->id) < 0)
		return trouble(s, NOTE_UNLINK, dir);
	return SORT_MORE;
}

static enum sort_result
create(struct sort *s, enum sort_file f)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL;
	char name[QPATH_MAX];
	int fd;

	fd = sys_open(path_of(s, sort_dir(f), name), flags, 0644);
	if (fd < 0 && errno == EEXIST) {
		if (remove_old(s, sort_dir(f)) != SORT_MORE)
			return SORT_LATER;
		fd = sys_open(name, flags, 0644);
	}
	if (fd < 0)
		return trouble(s, NOTE_CREATE, sort_dir(f));
	dirs_touch(&s->shared->dirs, sort_dir(f), s->entry->id);
	s->entry->fd[f] = fd;
	s->out[f] = (struct out)OUT_INIT(fd, s->out_space[f]);
	return SORT_MORE;
}

static enum sort_result
begin(struct sort *s)
{
	enum sort_result r = open_todo(s);

	if (r != SORT_MORE)
		return r;
	s->has_begun = true;
	if (s->shared->scanning)
		idset_add(&s->shared->sorted, s->entry->id);
	r = stat_mess(s);
	if (r == SORT_MORE)
		r = create(s, SORT_INFO);
	if (r == SORT_MORE)
		note_new(s->entry->id);
	return r;
}

/* ---- the records ---- */

static uint64_t
number_of(struct view v)
{
	uint64_t n = 0;

	(void)(num_scan(v, UINT64_MAX, &n) < 0);	/* only for the log */
	return n;
}

static enum sort_result
take_sender(struct sort *s)
{
	struct note_info info = { .id = s->entry->id, .bytes = s->bytes,
	    .qp = s->pid, .uid = s->uid,
	    .sender = view_from(buf_view(&s->record), 1) };

	if (s->has_sender) {
		trouble(s, NOTE_TYPE, QDIR_TODO);
		return SORT_BAD;
	}
	s->has_sender = true;
	out_put(&s->out[SORT_INFO], s->record.p, s->record.len + 1);
	buf_set(&s->sender, info.sender);
	note_info(&info);
	return SORT_MORE;
}

static enum sort_result
take_recipient(struct sort *s)
{
	enum channel c = route_address(&s->shared->settings.route,
	    view_from(buf_view(&s->record), 1), &s->address);
	enum sort_file f = file_of(c);

	if (!s->entry->has_channel[c]) {
		if (create(s, f) != SORT_MORE)
			return SORT_LATER;
		s->entry->has_channel[c] = true;
	}
	out_putc(&s->out[f], QUEUE_TODO);
	out_put(&s->out[f], s->address.p, s->address.len + 1);
	s->put[f] += 1 + s->address.len + 1;
	if (out_error(&s->out[f]) != 0)
		return trouble(s, NOTE_WRITE, sort_dir(f));
	return SORT_MORE;
}

static enum sort_result
take_record(struct sort *s)
{
	struct view value = view_from(buf_view(&s->record), 1);

	switch (s->record.p[0]) {
	case QUEUE_UID:
		s->uid = number_of(value);
		return SORT_MORE;
	case QUEUE_PID:
		s->pid = number_of(value);
		return SORT_MORE;
	case QUEUE_SENDER:
		return take_sender(s);
	case QUEUE_TODO:
		return take_recipient(s);
	default:		/* any byte may be there */
		trouble(s, NOTE_TYPE, QDIR_TODO);
		return SORT_BAD;
	}
}

/*
 * Files that this message does not have.  A bounce text is of an attempt
 * before a crash, too: all its recipients are tried again.
 */
static enum sort_result
remove_absent(struct sort *s)
{
	enum sort_result r = SORT_MORE;

	if (s->shared->had_bounces)
		r = remove_old(s, QDIR_BOUNCE);
	for (enum channel c = 0; c < CHANNELS && r == SORT_MORE; c++)
		if (!s->entry->has_channel[c])
			r = remove_old(s, channel_dir(c));
	return r;
}

/* For the first attempt.  Before flushing: short files are in out. */
static void
keep_fresh(struct sort *s)
{
	struct fresh_message m = { .id = s->entry->id,
	    .birth = s->shared->now, .sender = buf_view(&s->sender) };
	const struct out *out;

	for (enum channel c = 0; c < CHANNELS; c++) {
		if (!s->entry->has_channel[c])
			continue;
		m.channels++;
		out = &s->out[file_of(c)];
		m.records = view_make(out->p, out->len);
		if (out->len != s->put[file_of(c)])
			m.records = VIEW_EMPTY;	/* some are out already */
	}
	fresh_put(&s->shared->fresh, &m);
}

static enum sort_result
finish(struct sort *s)
{
	if (!s->has_sender) {
		trouble(s, NOTE_READ, QDIR_TODO);
		return SORT_BAD;
	}
	keep_fresh(s);
	for (enum sort_file f = 0; f < SORT_FILES; f++)
		if (s->entry->fd[f] >= 0) {
			if (out_flush(&s->out[f]) < 0)
				return trouble(s, NOTE_WRITE, sort_dir(f));
			sys_start_writeback(s->entry->fd[f]);
		}
	return remove_absent(s) == SORT_MORE ? SORT_DONE : SORT_LATER;
}

static enum sort_result
step(struct sort *s)
{
	enum sort_result result = SORT_MORE;
	int r;

	for (unsigned n = 0; n < SORT_RECORDS && result == SORT_MORE; n++) {
		r = in_until(&s->in, '\0', &s->record, RECORD_MAX);
		if (r == 0)
			return finish(s);
		if (r < 0)
			return trouble(s, NOTE_READ, QDIR_TODO);
		result = take_record(s);
	}
	return result;
}

/*
 * It is sorted anew some day; until then no recipients lie about.  Those that
 * were there before it began may be all that is left of them: the todo file
 * has gone since its name was read when a qmail-clean was still at work.
 */
static void
undo(struct sort *s)
{
	sort_drop(s->entry);
	if (!s->has_begun)
		return;
	s->entry->has_channel[CHANNEL_LOCAL] = false;
	s->entry->has_channel[CHANNEL_REMOTE] = false;
	(void)remove_absent(s);		/* logged; it was no success anyway */
}

static enum sort_result
settle(struct sort *s, enum sort_result r)
{
	if (r == SORT_MORE)
		return r;
	fd_close(&s->in.fd);
	if (r != SORT_DONE)
		undo(s);
	return r;
}

enum sort_result
sort_begin(struct sort *s, struct sorted *e)
{
	enum sort_result r;

	s->entry = e;
	s->bytes = s->uid = s->pid = 0;
	s->has_begun = s->has_sender = e->has_failed = false;
	for (enum sort_file f = 0; f < SORT_FILES; f++) {
		e->fd[f] = -1;
		s->put[f] = 0;
	}
	e->has_channel[CHANNEL_LOCAL] = e->has_channel[CHANNEL_REMOTE] = false;
	r = begin(s);
	if (r == SORT_MORE)
		r = step(s);
	return settle(s, r);
}

enum sort_result
sort_step(struct sort *s)
{
	return settle(s, step(s));
}
