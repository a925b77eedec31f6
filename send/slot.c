#include "send/slot.h"

#include "lib/mem.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "mail/verdict.h"
#include "send/bounce.h"
#include "send/note.h"
#include "send/verp.h"

#define DYING_TEXT "I'm not going to try again; " \
	"this message has been in the queue too long.\n"
#define START_MAX 64		/* in one channel and one turn of the loop */

/* ---- the life of a slot ---- */

#define MAY(state) (1u << (state))

static const unsigned moves[SLOT_STATES] = {
	[SLOT_FREE] = MAY(SLOT_RUNNING),
	[SLOT_RUNNING] = MAY(SLOT_FREE) | MAY(SLOT_FAILED),
	[SLOT_FAILED] = MAY(SLOT_NOTED),
	[SLOT_NOTED] = MAY(SLOT_FREE) | MAY(SLOT_FAILED),
};

static bool
is_unsettled(enum slot_state state)
{
	return state == SLOT_FAILED || state == SLOT_NOTED;
}

static void
move(struct slots *s, struct lane *lane, struct slot *slot, enum slot_state to)
{
	enum slot_state from = slot->state;

	if ((moves[from] & MAY(to)) == 0)
		bug("delivery slot moved out of turn");
	lane->used -= from != SLOT_FREE;
	lane->running -= from == SLOT_RUNNING;
	s->unsettled -= is_unsettled(from);
	lane->used += to != SLOT_FREE;
	lane->running += to == SLOT_RUNNING;
	s->shared->is_delivering = s->lane[CHANNEL_LOCAL].running > 0 ||
	    s->lane[CHANNEL_REMOTE].running > 0;
	s->unsettled += is_unsettled(to);
	slot->state = to;
}

static struct lane *
lane_of(struct slots *s, const struct job *job)
{
	return &s->lane[job->channel];
}

static void
set_free(struct slots *s, struct slot *slot)
{
	struct job *job = slot->job;

	move(s, lane_of(s, job), slot, SLOT_FREE);
	slot->job = NULL;
	buf_free(&slot->text);
	buf_free(&slot->recipient);
	job_release(&s->jobs, job);
}

/* The recipient needs no further attempt.  The last one's file goes anyway. */
static void
set_done(struct slots *s, struct slot *slot)
{
	struct job *job = slot->job;

	job->undone--;
	if (!(job->at_end && job->undone == 0 && job->refs == 1))
		job_mark(&s->jobs, job, slot->at, buf_view(&slot->recipient));
	set_free(s, slot);
}

/* ---- setting up ---- */

void
slots_init(struct slots *s, struct shared *shared, size_t jobs_max)
{
	s->shared = shared;
	s->retry = (struct deadline){ .at_ms = 0 };
	jobs_init(&s->jobs, shared, jobs_max);
	for (enum channel c = 0; c < CHANNELS; c++) {
		struct lane *lane = &s->lane[c];
		lane->v = mem_array(lane->spawn.most, sizeof(*lane->v));
		for (unsigned i = 0; i < lane->spawn.most; i++)
			lane->v[i] = (struct slot){ .recipient = BUF_INIT,
			    .text = BUF_INIT };
	}
}

void
slots_free(struct slots *s)
{
	for (enum channel c = 0; c < CHANNELS; c++) {
		struct lane *lane = &s->lane[c];
		for (unsigned i = 0; i < lane->spawn.most; i++) {
			buf_free(&lane->v[i].recipient);
			buf_free(&lane->v[i].text);
		}
		mem_free(lane->v);
		spawn_free(&lane->spawn);
	}
	jobs_free(&s->jobs);
}

/* control/concurrency..., as far as the spawner can. */
static unsigned
limit_of(const struct slots *s, enum channel c)
{
	uint64_t limit = s->shared->settings.limit[c];

	if (limit > s->lane[c].spawn.capacity)
		return s->lane[c].spawn.capacity;
	return (unsigned)limit;
}

void
slots_note_status(const struct slots *s)
{
	struct note_load load[CHANNELS];

	for (enum channel c = 0; c < CHANNELS; c++) {
		load[c].running = s->lane[c].running;
		load[c].limit = limit_of(s, c);
	}
	note_status(load, s->shared->stopping);
}

/* ---- starting ---- */

static bool
can_start(const struct slots *s, enum channel c)
{
	const struct lane *lane = &s->lane[c];

	return !s->shared->stopping && spawn_is_ready(&lane->spawn) &&
	    lane->used < limit_of(s, c);
}

static void
lose_spawn(struct slots *s, struct lane *lane)
{
	if (!lane->is_lost)
		note_event(NOTE_LOST_SPAWN);
	lane->is_lost = true;
	s->shared->stopping = true;
}

static unsigned
find_free(const struct lane *lane)
{
	for (unsigned i = 0; i < lane->spawn.capacity; i++)
		if (lane->v[i].state == SLOT_FREE)
			return i;
	bug("no delivery slot is free");
}

static void
order(const struct slots *s, struct lane *lane, unsigned number)
{
	struct slot *slot = &lane->v[number];
	struct buf sender = BUF_INIT;
	char name[QPATH_MAX];
	struct spawn_order o = { .number = number };

	verp_put(buf_view(&slot->job->sender), buf_view(&slot->recipient),
	    &sender);
	o.message = qpath_spawn(&s->shared->layout, slot->job->id, name);
	o.sender = buf_view(&sender);
	o.recipient = buf_view(&slot->recipient);
	spawn_order(&lane->spawn, &o);
	buf_free(&sender);
}

/* One recipient of the open pass: false when there is none this turn. */
static bool
start_next(struct slots *s, enum channel c)
{
	struct lane *lane = &s->lane[c];
	struct job *job = lane->pass.job;
	unsigned number = find_free(lane);
	struct slot *slot = &lane->v[number];

	if (pass_next(&s->jobs, &lane->pass, &slot->recipient, &slot->at) <= 0)
		return false;
	job_hold(job);
	slot->job = job;
	slot->delivery = ++s->deliveries;
	move(s, lane, slot, SLOT_RUNNING);
	note_start(slot->delivery, job->id, c, buf_view(&slot->recipient));
	slots_note_status(s);
	order(s, lane, number);
	return true;
}

static bool
begin_pass(struct slots *s, enum channel c)
{
	struct heap *due = &s->shared->due[c];
	struct job *job;
	uint64_t id;

	if (!jobs_have_room(&s->jobs) || !heap_is_due(due, s->shared->now))
		return false;
	id = heap_first(due)->id;
	heap_drop_first(due);
	job = job_open(&s->jobs, c, id);
	if (job != NULL)
		pass_begin(&s->lane[c].pass, job);
	return true;
}

static void
start_many(struct slots *s, enum channel c)
{
	struct pass *pass = &s->lane[c].pass;

	for (unsigned n = 0; n < START_MAX && can_start(s, c); n++) {
		if (pass->job == NULL && !begin_pass(s, c))
			return;
		/* more records than one turn looks at: the others come first */
		if (pass->job != NULL && !start_next(s, c) && pass->job != NULL)
			return;
	}
}

void
slots_send_command(struct slots *s, enum channel c)
{
	if (spawn_flush(&s->lane[c].spawn) < 0)
		lose_spawn(s, &s->lane[c]);
}

void
slots_start(struct slots *s)
{
	for (enum channel c = 0; c < CHANNELS; c++) {
		struct spawn *spawn = &s->lane[c].spawn;
		start_many(s, c);
		if (spawn->command.len > 0 && !spawn->is_stuck)
			slots_send_command(s, c);
	}
}

/* ---- reports ---- */

static void
fail(struct slots *s, struct slot *slot, struct view text, bool is_dying)
{
	buf_set(&slot->text, text);
	if (is_dying)
		buf_puts(&slot->text, DYING_TEXT);
	note_failure(slot->delivery, buf_view(&slot->text));
	slot->job->is_alone = false;
	move(s, lane_of(s, slot->job), slot, SLOT_FAILED);
}

static void
take_report(struct slots *s, struct slot *slot, struct view report)
{
	char letter = report.len > 0 ? report.p[0] : '\0';
	struct view text = view_from(report, 1);

	if (letter == VERDICT_OK) {
		note_success(slot->delivery, text);
		set_done(s, slot);
	} else if (letter == VERDICT_PERM) {
		fail(s, slot, text, false);
	} else if (letter == VERDICT_TEMP && slot->job->is_dying) {
		fail(s, slot, text, true);
	} else if (letter == VERDICT_TEMP) {
		note_deferral(slot->delivery, text);
		set_free(s, slot);
	} else {
		note_mangled(slot->delivery);
		set_free(s, slot);
	}
	slots_note_status(s);
}

void
slots_take_reports(struct slots *s, enum channel c)
{
	struct lane *lane = &s->lane[c];
	const struct report *r = &lane->spawn.report;
	int got;

	while ((got = spawn_next(&lane->spawn)) > 0) {
		if (r->number >= lane->spawn.capacity ||
		    lane->v[r->number].state != SLOT_RUNNING)
			note_out_of_range();
		else
			take_report(s, &lane->v[r->number], buf_view(&r->text));
	}
	job_write_marks(&s->jobs);
	if (got < 0)
		lose_spawn(s, lane);
}

/* ---- failures ---- */

typedef void slot_work(struct slots *s, struct slot *slot);

static void
each_slot(struct slots *s, enum slot_state state, slot_work *work)
{
	for (enum channel c = 0; c < CHANNELS; c++)
		for (unsigned i = 0; i < s->lane[c].spawn.capacity; i++)
			if (s->lane[c].v[i].state == state)
				work(s, &s->lane[c].v[i]);
}

static void
bounce_trouble(struct slots *s)
{
	if (deadline_is_past(&s->retry))
		note_event(NOTE_BOUNCE_APPEND);
	s->retry = deadline_in_s(SEND_RETRY_S);
}

static void
append(struct slots *s, struct slot *slot)
{
	struct bounce_text t = { .id = slot->job->id,
	    .recipient = buf_view(&slot->recipient),
	    .reason = buf_view(&slot->text) };

	if (bounce_append(s->shared, &t) < 0)
		bounce_trouble(s);
	else
		move(s, lane_of(s, slot->job), slot, SLOT_NOTED);
}

/* One sync serves all failures of the message that are noted. */
static void
sync_message(struct slots *s, struct slot *first)
{
	uint64_t id = first->job->id;
	bool done = bounce_sync(s->shared, id) == 0;

	if (!done)
		bounce_trouble(s);
	for (enum channel c = 0; c < CHANNELS; c++)
		for (unsigned i = 0; i < s->lane[c].spawn.capacity; i++) {
			struct slot *slot = &s->lane[c].v[i];
			if (slot->state != SLOT_NOTED || slot->job->id != id)
				continue;
			if (done)
				set_done(s, slot);
			else
				move(s, &s->lane[c], slot, SLOT_FAILED);
		}
}

void
slots_settle(struct slots *s)
{
	if (s->unsettled == 0 || !deadline_is_past(&s->retry))
		return;
	each_slot(s, SLOT_FAILED, append);
	each_slot(s, SLOT_NOTED, sync_message);
	job_write_marks(&s->jobs);
}

/* ---- the loop ---- */

void
slots_wake(const struct slots *s, struct wake *w)
{
	if (s->unsettled > 0 && !s->shared->stopping)
		wake_at(w, s->retry);
	for (enum channel c = 0; c < CHANNELS; c++) {
		if (!can_start(s, c))
			continue;
		if (s->lane[c].pass.job != NULL)
			w->at_once = true;
		else if (jobs_have_room(&s->jobs))
			wake_for_heap(w, &s->shared->due[c]);
	}
}

bool
slots_are_quiet(const struct slots *s)
{
	for (enum channel c = 0; c < CHANNELS; c++)
		if (!spawn_is_lost(&s->lane[c].spawn) &&
		    s->lane[c].running > 0)
			return false;
	return true;
}

static void
save_schedule(const struct shared *s, enum channel c)
{
	const struct heap *h = &s->due[c];
	char name[QPATH_MAX];

	for (size_t i = 0; i < h->len; i++) {
		qpath(&s->layout, channel_dir(c), h->v[i].id, name);
		if (sys_utimes(name, s->now, h->v[i].due) < 0)
			note_trouble(NOTE_UTIME, name);
	}
}

void
slots_close(struct slots *s)
{
	for (enum channel c = 0; c < CHANNELS; c++) {
		pass_abandon(&s->jobs, &s->lane[c].pass);
		save_schedule(s->shared, c);
	}
}
