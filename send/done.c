#include "send/done.h"

#include <string.h>

#include "lib/prog.h"
#include "send/look.h"
#include "send/note.h"

#define MAY(state) (1u << (state))

static const unsigned moves[DONE_STATES] = {
	[DONE_COLLECT] = MAY(DONE_AHEAD_FIRST),
	[DONE_AHEAD_FIRST] = MAY(DONE_SYNC_FIRST),
	[DONE_SYNC_FIRST] = MAY(DONE_UNLINK),
	[DONE_UNLINK] = MAY(DONE_AHEAD_INFO),
	[DONE_AHEAD_INFO] = MAY(DONE_SYNC_INFO),
	[DONE_SYNC_INFO] = MAY(DONE_COLLECT),
};

static void
move(struct done *d, enum done_state to)
{
	if ((moves[d->state] & MAY(to)) == 0)
		bug("removing went astray");
	d->state = to;
	d->at = 0;
}

void
done_init(struct done *d, struct shared *shared)
{
	*d = (struct done){ .shared = shared };
	for (size_t i = 0; i < DONE_SENDING_MAX; i++)
		d->sending[i].fd = -1;
}

/* ---- looking at one message ---- */

static void
later(struct done *d, uint64_t id)
{
	heap_put(&d->shared->finished, d->shared->now + SEND_TROUBLE_S, id);
}

static void
trouble(struct done *d, uint64_t id, enum note_trouble t, enum qdir dir)
{
	char name[QPATH_MAX];

	note_trouble(t, qpath(&d->shared->layout, dir, id, name));
	later(d, id);
}

/* It is being worked on under another entry. */
static bool
is_busy(const struct done *d, uint64_t id)
{
	for (size_t i = 0; i < d->len; i++)
		if (d->batch[i] == id)
			return true;
	for (size_t i = 0; i < DONE_SENDING_MAX; i++)
		if (d->sending[i].fd >= 0 && d->sending[i].id == id)
			return true;
	return false;
}

static enum look
look(struct done *d, uint64_t id, enum qdir dir)
{
	char name[QPATH_MAX];
	struct stat st;
	enum look r = look_at(&d->shared->layout, dir, id, name, &st);

	if (r == LOOK_UNKNOWN) {
		note_trouble(NOTE_STAT_LATER, name);
		later(d, id);
	}
	return r;
}

/* Whether it is what we think: only info/N, mess/N and perhaps bounce/N. */
static bool
is_finished(struct done *d, uint64_t id)
{
	return look(d, id, QDIR_LOCAL) == LOOK_ABSENT &&
	    look(d, id, QDIR_REMOTE) == LOOK_ABSENT &&
	    look(d, id, QDIR_TODO) == LOOK_ABSENT &&
	    look(d, id, QDIR_INFO) == LOOK_PRESENT;
}

static struct bounce_sending *
free_sending(struct done *d)
{
	for (size_t i = 0; i < DONE_SENDING_MAX; i++)
		if (d->sending[i].fd < 0)
			return &d->sending[i];
	return NULL;
}

static void
send_bounce(struct done *d, uint64_t id)
{
	if (bounce_begin(d->shared, id, free_sending(d)) == 0)
		return;
	note_event(NOTE_QUEUE_START);
	later(d, id);
}

/* One finished message goes on: into the batch, or to its bounce. */
static void
take_next(struct done *d)
{
	struct heap *finished = &d->shared->finished;
	uint64_t id = heap_first(finished)->id;

	heap_drop_first(finished);
	if (is_busy(d, id) || !is_finished(d, id))
		return;
	switch (look(d, id, QDIR_BOUNCE)) {
	case LOOK_ABSENT:
		d->batch[d->len++] = id;
		break;
	case LOOK_PRESENT:
		send_bounce(d, id);
		break;
	case LOOK_UNKNOWN:
		break;
	}
}

static bool
can_take(const struct done *d)
{
	bool has_room = false;

	for (size_t i = 0; i < DONE_SENDING_MAX; i++)
		has_room |= d->sending[i].fd < 0;
	return has_room && d->len < DONE_BATCH_MAX && !d->shared->stopping;
}

void
done_bounced(struct done *d, size_t i)
{
	uint64_t id = d->sending[i].id, qp = 0;

	switch (bounce_end(&d->sending[i], &qp)) {
	case BOUNCE_QUEUED:
		note_bounce(id, qp);
		break;
	case BOUNCE_TRIPLE:
		note_triple_bounce(id);
		break;
	case BOUNCE_DISCARD:
		note_double_bounce(id);
		break;
	case BOUNCE_NOT_STARTED:
		note_event(NOTE_QUEUE_START);
		later(d, id);
		return;
	case BOUNCE_FAILED:
		note_event(NOTE_INJECT);
		later(d, id);
		return;
	}
	if (dirs_unlink(&d->shared->dirs, QDIR_BOUNCE, id) < 0)
		trouble(d, id, NOTE_UNLINK, QDIR_BOUNCE);
	else	/* without its bounce it is in the next batch */
		heap_put(&d->shared->finished, d->shared->now, id);
}

/* ---- removing a batch ---- */

/* A message that cannot go on leaves the batch; nobody else moves. */
static void
leave_batch(struct done *d, size_t i)
{
	d->len--;
	for (; i < d->len; i++)
		d->batch[i] = d->batch[i + 1];
}

static void
put_unsynced(struct shared *s, uint64_t id)
{
	heap_put(&s->unsynced, s->now + SEND_TROUBLE_S, id);
}

static void
begin_syncing(struct done *d, enum done_state ahead)
{
	move(d, ahead);
	ahead_begin(&d->ahead, d->shared);
}

static void
ahead_step(struct done *d, const enum qdir *dirs, size_t ndirs,
    enum done_state next)
{
	if (ahead_is_waiting(&d->ahead))
		return;
	if (ahead_may_add(&d->ahead, d->shared))
		for (size_t i = 0; i < d->len * ndirs; i++)
			ahead_add_dir(&d->ahead, d->shared, dirs[i % ndirs],
			    d->batch[i / ndirs]);
	if (!ahead_go(&d->ahead, d->shared))
		move(d, next);
}

/* This message waits.  Without info/N it is none any more to look at. */
static void
put_off(struct done *d, uint64_t id)
{
	if (d->state == DONE_SYNC_INFO)
		put_unsynced(d->shared, id);
	else
		later(d, id);
}

static void
note_unsynced(const struct shared *s, enum qdir dir, uint64_t id)
{
	char name[QPATH_MAX];

	note_trouble(NOTE_SYNC, qpath_parent(&s->layout, dir, id, name));
}

/* One directory in each step; the whole batch waits for them all. */
static bool
sync_step(struct done *d, const enum qdir *dirs, size_t ndirs)
{
	struct shared *s = d->shared;

	for (; d->at < d->len * ndirs; d->at++) {
		uint64_t id = d->batch[d->at / ndirs];
		enum qdir dir = dirs[d->at % ndirs];
		enum dirs_state state = ahead_dir_state(&d->ahead, s, dir, id);
		if (state == DIRS_DURABLE)
			continue;
		s->has_waited = true;
		if (state != DIRS_FAILED && dirs_sync(&s->dirs, dir, id) == 0)
			return false;
		note_unsynced(s, dir, id);
		put_off(d, id);
		leave_batch(d, d->at / ndirs);
		d->at -= d->at % ndirs;
		return false;
	}
	return true;
}

static void
unlink_step(struct done *d)
{
	uint64_t id;

	if (d->at == d->len) {
		begin_syncing(d, DONE_AHEAD_INFO);
		return;
	}
	id = d->batch[d->at];
	note_end(id);
	if (dirs_unlink(&d->shared->dirs, QDIR_INFO, id) >= 0) {
		d->at++;
		return;
	}
	trouble(d, id, NOTE_UNLINK_LATER, QDIR_INFO);
	leave_batch(d, d->at);
}

static void
ask_for(struct done *d, uint64_t id)
{
	clean_ask(&d->shared->clean, (struct clean_request){
	    .kind = CLEAN_FOOP, .id = id });
}

static void
ask_clean(struct done *d)
{
	for (size_t i = 0; i < d->len; i++)
		ask_for(d, d->batch[i]);
	d->len = 0;
	move(d, DONE_COLLECT);
}

/* Those of before: again, and once at the end; then the next start's look at
 * mess/ finds what is left. */
static bool
has_unsynced(const struct shared *s)
{
	return heap_is_due(&s->unsynced, s->stopping ? INT64_MAX : s->now);
}

static void
unsynced_step(struct done *d)
{
	struct shared *s = d->shared;
	uint64_t id = heap_first(&s->unsynced)->id;

	heap_drop_first(&s->unsynced);
	s->has_waited = true;
	if (dirs_sync(&s->dirs, QDIR_INFO, id) == 0) {
		ask_for(d, id);
		return;
	}
	note_unsynced(s, QDIR_INFO, id);
	if (!s->stopping)
		put_unsynced(s, id);
}

/* Messages of which nothing has to be looked for. */
static void
take_clear(struct done *d)
{
	struct shared *s = d->shared;
	size_t n = DONE_BATCH_MAX - d->len;

	if (n > s->nclear)
		n = s->nclear;
	memcpy(d->batch + d->len, s->clear, n * sizeof(*s->clear));
	d->len += n;
	s->nclear -= n;
	memmove(s->clear, s->clear + n, s->nclear * sizeof(*s->clear));
}

/* Nothing is gained by waiting for others. */
static bool
is_ripe(const struct done *d)
{
	return d->len == DONE_BATCH_MAX || !d->shared->is_delivering ||
	    d->shared->stopping || deadline_is_past(&d->until);
}

static void
collect_step(struct done *d)
{
	size_t before = d->len;
	bool has_taken = false;

	if (has_unsynced(d->shared))
		unsynced_step(d);
	if (can_take(d))
		take_clear(d);
	if (can_take(d) && heap_is_due(&d->shared->finished, d->shared->now)) {
		take_next(d);
		has_taken = true;
	}
	if (before == 0 && d->len > 0)
		d->until = deadline_in_ms(DONE_WAIT_MS);
	if (!has_taken && d->len > 0 && is_ripe(d))
		begin_syncing(d, DONE_AHEAD_FIRST);
}

void
done_step(struct done *d)
{
	static const enum qdir first[] = { QDIR_LOCAL, QDIR_REMOTE,
	    QDIR_BOUNCE };
	static const enum qdir info[] = { QDIR_INFO };

	switch (d->state) {
	case DONE_COLLECT:
		collect_step(d);
		break;
	case DONE_AHEAD_FIRST:
		ahead_step(d, first, NELEM(first), DONE_SYNC_FIRST);
		break;
	case DONE_SYNC_FIRST:
		if (sync_step(d, first, NELEM(first)))
			move(d, DONE_UNLINK);
		break;
	case DONE_UNLINK:
		unlink_step(d);
		break;
	case DONE_AHEAD_INFO:
		ahead_step(d, info, NELEM(info), DONE_SYNC_INFO);
		break;
	case DONE_SYNC_INFO:
		if (sync_step(d, info, NELEM(info)))
			ask_clean(d);
		break;
	case DONE_STATES:
		bug("removing has no state");
	}
}

/* Until threads have synced. */
static bool
is_waiting(const struct done *d)
{
	return (d->state == DONE_AHEAD_FIRST || d->state == DONE_AHEAD_INFO) &&
	    ahead_is_waiting(&d->ahead);
}

void
done_wake(const struct done *d, struct wake *w)
{
	if (is_waiting(d))
		return;
	if (d->state != DONE_COLLECT || (d->len > 0 && is_ripe(d)) ||
	    (can_take(d) && d->shared->nclear > 0))
		w->at_once = true;
	if (d->len > 0)
		wake_at(w, d->until);
	if (can_take(d))
		wake_for_heap(w, &d->shared->finished);
	if (d->shared->stopping && d->shared->unsynced.len > 0)
		w->at_once = true;
	wake_for_heap(w, &d->shared->unsynced);
}

bool
done_is_removing(const struct done *d)
{
	return d->state == DONE_UNLINK || d->state == DONE_AHEAD_INFO ||
	    d->state == DONE_SYNC_INFO;
}

bool
done_is_quiet(const struct done *d)
{
	for (size_t i = 0; i < DONE_SENDING_MAX; i++)
		if (d->sending[i].fd >= 0)
			return false;
	return d->len == 0 && d->state == DONE_COLLECT &&
	    d->shared->unsynced.len == 0;
}
