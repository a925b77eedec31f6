#include "send/todo.h"

#include <errno.h>
#include <string.h>

#include "lib/prog.h"
#include "lib/sys.h"
#include "send/note.h"

#define TODO_NAMES 64		/* names looked at in one step */
#define TODO_GATHER_MS 20	/* between two batches, while mail comes */

/*
 * Every directory in which a message has, or had, a name: a removed one that
 * came back would be delivered again.
 */
static const enum qdir named_in[] = { QDIR_INFO, QDIR_LOCAL, QDIR_REMOTE,
    QDIR_BOUNCE };

/* ---- states ---- */

#define MAY(state) (1u << (state))

static const unsigned moves[TODO_STATES] = {
	[TODO_REST] = MAY(TODO_READ),
	[TODO_READ] = MAY(TODO_WRITE) | MAY(TODO_AHEAD) | MAY(TODO_REST),
	[TODO_WRITE] = MAY(TODO_READ),
	[TODO_AHEAD] = MAY(TODO_SYNC_FILES),
	[TODO_SYNC_FILES] = MAY(TODO_SYNC_DIRS),
	[TODO_SYNC_DIRS] = MAY(TODO_CLEAN),
	[TODO_CLEAN] = MAY(TODO_READ) | MAY(TODO_REST),
};

static void
move(struct todo *t, enum todo_state to)
{
	if ((moves[t->state] & MAY(to)) == 0)
		bug("sorting went astray");
	t->state = to;
	t->done = 0;
}

void
todo_init(struct todo *t, struct shared *shared, size_t batch_max)
{
	*t = (struct todo){ .shared = shared, .max = batch_max,
	    .trigger = TRIGGER_INIT };
	sort_init(&t->sort, shared);
	trigger_open(&t->trigger);
	t->next_scan = shared->now;
}

static void
close_dir(struct todo *t)
{
	if (t->dir != NULL)
		(void)closedir(t->dir);		/* only read */
	t->dir = NULL;
	t->is_open_at = false;
}

/* At its end: the flat todo/ stays open for the next scan. */
static void
leave_dir(struct todo *t)
{
	if (t->shared->layout.split_todo)
		close_dir(t);
	t->is_open_at = false;
}

void
todo_free(struct todo *t)
{
	for (size_t i = 0; i < t->len; i++)
		sort_drop(&t->batch[i]);
	close_dir(t);
	sort_free(&t->sort);
	trigger_close(&t->trigger);
}

int
todo_trigger_fd(const struct todo *t)
{
	if (t->state != TODO_REST || t->is_triggered || t->shared->stopping)
		return -1;
	return trigger_fd(&t->trigger);
}

void
todo_pull(struct todo *t)
{
	t->is_triggered = true;
}

/* ---- reading names ---- */

static void
sleep_until(struct todo *t, int64_t when)
{
	if (when < t->next_scan)
		t->next_scan = when;
}

static void
rest(struct todo *t)
{
	leave_dir(t);
	t->has_more = false;
	trigger_scanned(&t->trigger, t->was_useful);
	if (!t->was_useful)
		t->gather = deadline_in_ms(0);
	move(t, TODO_REST);
}

/*
 * The first message is sorted at once; those that come right behind it share
 * a batch.
 */
static bool
is_ripe(const struct todo *t)
{
	return t->is_triggered && deadline_is_past(&t->gather);
}

static void
begin_scan(struct todo *t)
{
	t->is_triggered = false;
	t->gather = deadline_in_ms(TODO_GATHER_MS);
	/* what is written to it from here on makes another scan */
	if (t->shared->now >= t->next_scan)
		trigger_open(&t->trigger);
	trigger_drain(&t->trigger);
	t->next_scan = t->shared->now + SEND_TODO_S;
	t->at = 0;
	t->has_more = true;
	t->was_useful = false;
	move(t, TODO_READ);
}

/* Open the directory to be read now; false when it cannot be. */
static bool
open_dir(struct todo *t)
{
	char name[QPATH_MAX] = "todo";

	if (t->dir != NULL) {
		rewinddir(t->dir);
		t->is_open_at = true;
		return true;
	}
	if (t->at > 0)
		qpath_parent(&t->shared->layout, QDIR_TODO, t->at - 1, name);
	t->dir = opendir(name);
	t->is_open_at = t->dir != NULL;
	if (t->is_open_at)
		return true;
	note_opendir(name);
	sleep_until(t, t->shared->now + SEND_RETRY_S);
	t->has_more = false;
	return false;
}

/* The next name of this directory: false at its end, or when it fails. */
static bool
read_name(struct todo *t, struct view *name)
{
	struct dirent *d;

	errno = 0;
	d = readdir(t->dir);
	if (d != NULL) {
		*name = view_of(d->d_name);
		return true;
	}
	if (errno != 0) {
		sleep_until(t, t->shared->now + SEND_RETRY_S);
		close_dir(t);
	}
	leave_dir(t);
	t->at++;
	if (!t->shared->layout.split_todo || t->at > t->shared->layout.split)
		t->has_more = false;
	return false;
}

/*
 * The next message: 1, 0 when this step has looked at enough names or the
 * scan is over (!has_more).
 */
static int
next_message(struct todo *t, struct sorted *e)
{
	const struct qlayout *l = &t->shared->layout;
	struct view name;

	for (unsigned n = 0; n < TODO_NAMES && t->has_more; n++) {
		if (!t->is_open_at && !open_dir(t))
			return 0;
		if (!read_name(t, &name) || qpath_scan_id(name, &e->id) < 0)
			continue;
		e->is_flat = l->split_todo && t->at == 0;
		/* in a split queue these are the directories themselves */
		if (e->is_flat && e->id < l->split)
			continue;
		return 1;
	}
	return 0;
}

static void
take(struct todo *t, enum sort_result r)
{
	switch (r) {
	case SORT_MORE:
		if (t->state == TODO_READ)
			move(t, TODO_WRITE);
		return;
	case SORT_DONE:
		t->len++;
		t->was_useful = true;
		break;
	case SORT_LATER:
		sleep_until(t, t->shared->now + SEND_TROUBLE_S);
		break;
	case SORT_BAD:
		break;
	}
	if (t->state == TODO_WRITE)
		move(t, TODO_READ);
}

/* All of the batch is written. */
static void
begin_syncing(struct todo *t)
{
	struct sorted *e = t->batch;

	move(t, TODO_AHEAD);
	ahead_begin(&t->ahead, t->shared);
	for (; e < t->batch + t->len; e++)
		for (enum sort_file f = 0; f < SORT_FILES; f++)
			sync_init(&e->sync[f], e->fd[f], SYNC_FILE);
}

static void
read_step(struct todo *t)
{
	struct sorted *e = &t->batch[t->len];

	if (t->len < t->max && t->has_more) {
		if (next_message(t, e) > 0) {
			t->shared->has_waited = true;
			take(t, sort_begin(&t->sort, e));
		}
	} else if (t->len > 0)
		begin_syncing(t);
	else
		rest(t);
}

/* ---- syncing ---- */

static void
gather(struct todo *t)
{
	const struct sorted *end = t->batch + t->len;

	for (struct sorted *e = t->batch; e < end; e++) {
		for (enum sort_file f = 0; f < SORT_FILES; f++)
			if (e->fd[f] >= 0)
				ahead_add(&t->ahead, &e->sync[f]);
		for (size_t i = 0; i < NELEM(named_in); i++)
			ahead_add_dir(&t->ahead, t->shared, named_in[i], e->id);
	}
}

static void
ahead_step(struct todo *t)
{
	if (ahead_is_waiting(&t->ahead))
		return;
	if (ahead_may_add(&t->ahead, t->shared))
		gather(t);
	if (!ahead_go(&t->ahead, t->shared))
		move(t, TODO_SYNC_FILES);
}

static void
drop(struct todo *t, struct sorted *e, const char *file)
{
	note_trouble(NOTE_SYNC, file);
	sort_drop(e);
	sleep_until(t, t->shared->now + SEND_TROUBLE_S);
}

static void
sync_file(struct todo *t, struct sorted *e, enum sort_file f)
{
	char name[QPATH_MAX];
	int fd = e->fd[f], r;

	if (fd < 0)
		return;
	r = sync_end(&e->sync[f]);
	e->fd[f] = -1;
	if (sys_close(fd) < 0 || r < 0)
		drop(t, e, qpath(&t->shared->layout, sort_dir(f), e->id, name));
}

/* The files of one message in each step: the first one commits them all. */
static void
sync_files_step(struct todo *t)
{
	struct sorted *e = &t->batch[t->done];

	for (enum sort_file f = 0; f < SORT_FILES; f++)
		sync_file(t, e, f);
	t->shared->has_waited = true;
	if (++t->done == t->len)
		move(t, TODO_SYNC_DIRS);
}

static void
ask_clean(struct todo *t)
{
	struct clean_request r = { .kind = CLEAN_TODO };

	move(t, TODO_CLEAN);
	for (size_t i = 0; i < t->len; i++) {
		if (t->batch[i].has_failed)
			continue;
		r.id = t->batch[i].id;
		r.flat = t->batch[i].is_flat;
		clean_ask(&t->shared->clean, r);
	}
}

/* The next of its directories that is not durable: whether there was one. */
static bool
sync_dir_of(struct todo *t, struct sorted *e)
{
	struct shared *s = t->shared;
	char name[QPATH_MAX];

	for (size_t i = 0; i < NELEM(named_in) && !e->has_failed; i++) {
		enum qdir dir = named_in[i];
		enum dirs_state state = ahead_dir_state(&t->ahead, s, dir,
		    e->id);
		if (state == DIRS_DURABLE)
			continue;
		s->has_waited = true;
		if (state == DIRS_FAILED || dirs_sync(&s->dirs, dir, e->id) < 0)
			drop(t, e, qpath_parent(&s->layout, dir, e->id, name));
		return true;
	}
	return false;
}

static void
sync_dirs_step(struct todo *t)
{
	while (t->done < t->len) {
		if (sync_dir_of(t, &t->batch[t->done]))
			return;
		t->done++;
	}
	ask_clean(t);
}

/* ---- the end of a batch ---- */

/* Every message of the batch is answered for: t->done counts them. */
static void
clean_step(struct todo *t)
{
	while (t->done < t->len && t->batch[t->done].has_failed)
		t->done++;
	if (t->done < t->len)
		return;
	t->len = 0;
	if (t->has_more)
		move(t, TODO_READ);
	else
		rest(t);
}

static void
schedule(struct shared *s, const struct sorted *e)
{
	bool any = false;

	for (enum channel c = 0; c < CHANNELS; c++)
		if (e->has_channel[c]) {
			heap_put(&s->due[c], s->now, e->id);
			any = true;
		}
	if (!any)
		heap_put(&s->finished, s->now, e->id);
}

void
todo_cleaned(struct todo *t, const struct clean_request *r, bool done)
{
	struct sorted *e;

	while (t->done < t->len && t->batch[t->done].has_failed)
		t->done++;
	e = &t->batch[t->done];
	/* answers come in order; others are of orphans (send/sort.c) */
	if (t->state != TODO_CLEAN || t->done == t->len || e->id != r->id)
		return;
	t->done++;
	if (done)
		schedule(t->shared, e);
}

/* ---- the loop ---- */

void
todo_step(struct todo *t)
{
	/* what is half done now is done again after the next start */
	if (t->shared->stopping && t->state != TODO_CLEAN)
		return;
	switch (t->state) {
	case TODO_REST:
		if (clean_is_ready(&t->shared->clean) && (is_ripe(t) ||
		    t->shared->now >= t->next_scan))
			begin_scan(t);
		break;
	case TODO_READ:
		read_step(t);
		break;
	case TODO_WRITE:
		t->shared->has_waited = true;
		take(t, sort_step(&t->sort));
		break;
	case TODO_AHEAD:
		ahead_step(t);
		break;
	case TODO_SYNC_FILES:
		sync_files_step(t);
		break;
	case TODO_SYNC_DIRS:
		sync_dirs_step(t);
		break;
	case TODO_CLEAN:
		clean_step(t);
		break;
	case TODO_STATES:
		bug("sorting has no state");
	}
}

/* Until threads have synced. */
static bool
is_waiting(const struct todo *t)
{
	return t->state == TODO_AHEAD &&
	    ahead_is_waiting(&t->ahead);
}

void
todo_wake(const struct todo *t, struct wake *w)
{
	if (t->shared->stopping || t->state == TODO_CLEAN || is_waiting(t) ||
	    !clean_is_ready(&t->shared->clean))
		return;
	if (t->state != TODO_REST || is_ripe(t))
		w->at_once = true;
	else if (t->is_triggered)
		wake_at(w, t->gather);
	wake_at_s(w, t->next_scan);
	if (t->trigger.fd >= 0 && trigger_fd(&t->trigger) < 0)
		wake_at(w, t->trigger.quiet);
}

bool
todo_is_quiet(const struct todo *t)
{
	return t->state != TODO_CLEAN;
}
