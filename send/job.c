#include "send/job.h"

#include <fcntl.h>
#include <string.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "lib/mem.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "send/look.h"
#include "send/note.h"
#include "send/record.h"
#include "send/retry.h"

#define PASS_RECORDS 5000	/* looked at in one turn of the loop */
#define MARKS_MAX 4096		/* bytes of records; then they are written */

void
jobs_init(struct jobs *j, struct shared *shared, size_t len)
{
	*j = (struct jobs){ .shared = shared, .len = len,
	    .marks = { .records = BUF_INIT } };
	j->v = mem_array(len, sizeof(*j->v));
	for (size_t i = 0; i < len; i++)
		j->v[i] = (struct job){ .fd = -1, .sender = BUF_INIT,
		    .records = BUF_INIT };
}

void
jobs_free(struct jobs *j)
{
	for (size_t i = 0; i < j->len; i++) {
		fd_close(&j->v[i].fd);
		buf_free(&j->v[i].sender);
		buf_free(&j->v[i].records);
	}
	buf_free(&j->marks.records);
	mem_free(j->v);
}

static struct job *
find_free(struct jobs *j)
{
	for (size_t i = 0; i < j->len; i++)
		if (j->v[i].refs == 0)
			return &j->v[i];
	bug("no job is free");
}

/* The sender and the birth of a message, from info/N. */
static int
read_info(const struct shared *s, uint64_t id, struct buf *sender,
    int64_t *birth)
{
	char name[QPATH_MAX], space[1024];
	struct in in = IN_INIT(-1, space);
	struct stat st;
	int r;

	in.fd = file_open_read(qpath(&s->layout, QDIR_INFO, id, name));
	if (in.fd < 0)
		return -1;
	r = fstat(in.fd, &st);
	if (r == 0)
		r = in_until(&in, '\0', sender, RECORD_MAX);
	fd_close(&in.fd);
	if (r <= 0 || sender->len == 0 || sender->p[0] != QUEUE_SENDER)
		return -1;
	buf_drop(sender, 1);
	*birth = st.st_mtime;
	return 0;
}

static int
open_file(struct jobs *j, struct job *job)
{
	char name[QPATH_MAX];

	job->fd = sys_open(qpath(&j->shared->layout, channel_dir(job->channel),
	    job->id, name), O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0);
	return job->fd < 0 ? -1 : 0;
}

static int
open_files(struct jobs *j, struct job *job, int64_t *birth)
{
	const struct fresh_entry *fresh = fresh_take(&j->shared->fresh,
	    job->id);

	buf_clear(&job->records);
	if (fresh != NULL) {
		buf_set(&job->sender, fresh_sender(fresh));
		buf_set(&job->records, fresh_records(fresh));
		*birth = fresh->birth;
		job->is_alone = fresh->channels == 1;
	} else if (read_info(j->shared, job->id, &job->sender, birth) < 0)
		return -1;
	return job->records.len > 0 ? 0 : open_file(j, job);
}

struct job *
job_open(struct jobs *j, enum channel c, uint64_t id)
{
	const struct shared *s = j->shared;
	struct job *job = find_free(j);
	char name[QPATH_MAX];
	int64_t birth;

	job->id = id;
	job->channel = c;
	job->at_end = job->is_dying = job->is_alone = false;
	job->undone = 0;
	if (open_files(j, job, &birth) < 0) {
		note_trouble(NOTE_OPEN_LATER,
		    qpath(&s->layout, channel_dir(c), id, name));
		heap_put(&j->shared->due[c], s->now + SEND_TROUBLE_S, id);
		return NULL;
	}
	job->next = retry_next(birth, s->now, c);
	job->is_dying = s->now > birth &&
	    (uint64_t)(s->now - birth) > s->settings.lifetime_s;
	job->refs = 1;
	j->used++;
	return job;
}

void
job_hold(struct job *job)
{
	job->refs++;
}

/* Try again: the schedule is kept in the file's mtime across restarts. */
static void
reschedule(struct jobs *j, const struct job *job, int64_t when)
{
	struct shared *s = j->shared;
	char name[QPATH_MAX];

	qpath(&s->layout, channel_dir(job->channel), job->id, name);
	if (sys_utimes(name, s->now, when) < 0)
		note_trouble(NOTE_UTIME, name);
	heap_put(&s->due[job->channel], when, job->id);
}

static void
mark_failed(const struct jobs *j, const struct job *job)
{
	char name[QPATH_MAX];

	note_trouble(NOTE_MARK, qpath(&j->shared->layout,
	    channel_dir(job->channel), job->id, name));
}

/*
 * Its file stays for now, and the last recipient is not marked, for it was to
 * go (send/slot.c): nobody is served again at the next attempt.
 */
static void
mark_all(struct jobs *j, struct job *job)
{
	struct buf record = BUF_INIT;
	char space[1024], done = QUEUE_DONE;
	struct in in = IN_INIT(-1, space);
	off_t at = 0;
	int r = -1;

	if (open_file(j, job) == 0) {
		in.fd = job->fd;
		while ((r = in_until(&in, '\0', &record, RECORD_MAX)) > 0) {
			if (record.p[0] == QUEUE_TODO &&
			    sys_pwrite(job->fd, &done, 1, at) != 1)
				break;
			at += (off_t)record.len + 1;
		}
		if (sys_close(job->fd) < 0)
			r = -1;
		job->fd = -1;
	}
	if (r != 0)
		mark_failed(j, job);
	buf_free(&record);
}

/* Every recipient of this channel is done; does the other have any left? */
static void
finish_channel(struct jobs *j, struct job *job)
{
	struct shared *s = j->shared;
	enum channel other = channel_other(job->channel);
	enum qdir dir = channel_dir(job->channel);
	char name[QPATH_MAX];
	struct stat st;

	if (dirs_unlink(&s->dirs, dir, job->id) < 0) {
		note_trouble(NOTE_UNLINK_LATER,
		    qpath(&s->layout, dir, job->id, name));
		mark_all(j, job);
		heap_put(&s->due[job->channel], s->now + SEND_TROUBLE_S,
		    job->id);
		return;
	}
	if (job->is_alone && s->nclear < SHARED_CLEAR_MAX) {
		s->clear[s->nclear++] = job->id;
		return;
	}
	switch (look_at(&s->layout, channel_dir(other), job->id, name, &st)) {
	case LOOK_PRESENT:	/* whoever finishes that one goes on */
		break;
	case LOOK_ABSENT:
		heap_put(&s->finished, s->now, job->id);
		break;
	case LOOK_UNKNOWN:
		note_trouble(NOTE_STAT_LATER, name);
		heap_put(&s->finished, s->now + SEND_TROUBLE_S, job->id);
		break;
	}
}

void
job_release(struct jobs *j, struct job *job)
{
	if (--job->refs > 0)
		return;
	if (j->marks.job == job)
		job_write_marks(j);
	if (job->fd >= 0 && sys_close(job->fd) < 0)
		mark_failed(j, job);
	job->fd = -1;
	if (job->at_end && job->undone == 0)
		finish_channel(j, job);
	else
		reschedule(j, job, job->next);
	buf_clear(&job->sender);
	j->used--;
}

void
job_write_marks(struct jobs *j)
{
	struct marks *m = &j->marks;
	struct job *job = m->job;

	m->job = NULL;
	if (job == NULL)
		return;
	if ((job->fd < 0 && open_file(j, job) < 0) || sys_pwrite(job->fd,
	    m->records.p, m->records.len, m->at) != (ssize_t)m->records.len)
		mark_failed(j, job);
}

/* Records that follow one another are marked in one go. */
void
job_mark(struct jobs *j, struct job *job, off_t at, struct view address)
{
	struct marks *m = &j->marks;

	if (m->job != job || at != m->at + (off_t)m->records.len ||
	    m->records.len > MARKS_MAX) {
		job_write_marks(j);
		m->job = job;
		m->at = at;
		buf_clear(&m->records);
	}
	buf_putc(&m->records, QUEUE_DONE);
	buf_putv(&m->records, address);
	buf_putc(&m->records, '\0');
}

/* ---- the pass ---- */

void
pass_begin(struct pass *p, struct job *job)
{
	p->job = job;
	p->at = 0;
	p->in = (struct in)IN_INIT(job->fd, p->space);
	if (job->records.len == 0) {
		in_preload(&p->in);
		return;
	}
	memcpy(p->space, job->records.p, job->records.len);
	p->in.end = job->records.len;
	p->in.eof = true;
}

static_assert(FRESH_TEXT_MAX <= sizeof(((struct pass *)NULL)->space),
    "short files fit");

static void
pass_end(struct jobs *j, struct pass *p)
{
	struct job *job = p->job;

	p->job = NULL;
	job_release(j, job);
}

void
pass_abandon(struct jobs *j, struct pass *p)
{
	if (p->job == NULL)
		return;
	p->job->next = j->shared->now;
	pass_end(j, p);
}

static void
pass_trouble(struct jobs *j, struct pass *p, enum note_trouble t)
{
	char name[QPATH_MAX];

	note_trouble(t, qpath(&j->shared->layout, channel_dir(p->job->channel),
	    p->job->id, name));
	pass_end(j, p);
}

int
pass_next(struct jobs *j, struct pass *p, struct buf *b, off_t *at)
{
	int r = 0;

	for (unsigned n = 0; n < PASS_RECORDS; n++) {
		r = in_until(&p->in, '\0', b, RECORD_MAX);
		if (r <= 0)
			break;
		*at = p->at;
		p->at += (off_t)b->len + 1;
		if (b->p[0] == QUEUE_TODO && b->len > 0) {
			buf_drop(b, 1);
			p->job->undone++;
			return 1;
		}
		if (b->p[0] != QUEUE_DONE) {
			pass_trouble(j, p, NOTE_TYPE_PASS);
			return -1;
		}
	}
	if (r > 0)
		return 0;
	/* half a record at the end is an address that must not get lost */
	if (r < 0) {
		pass_trouble(j, p, NOTE_READ_LATER);
		return -1;
	}
	p->job->at_end = true;
	pass_end(j, p);
	return -1;
}
