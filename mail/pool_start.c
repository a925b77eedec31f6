#include "mail/pool_start.h"

#include <signal.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/os.h"

#define WORDS_MAX 16		/* arguments of a program */
#define NO_FORK "Zqmail-spawn unable to fork. (#4.3.0)\n"
#define NO_PIPE "Zqmail-spawn unable to create pipe. (#4.3.0)\n"

void
pool_kill(struct pool_worker *w)
{
	fd_close(&w->sock);
	/* until it is waited for, the number is its own */
	if (!w->is_dead)
		(void)kill(w->pid, SIGKILL);
}

/* ---- who could do it ---- */

static bool
is_for(const struct pool_worker *w, const struct pool_task *t)
{
	return w->pid != 0 && w->sock >= 0 && w->program == t->program &&
	    view_is_eq(buf_view(&w->key), buf_view(&t->key));
}

static bool
is_idle(const struct pool_worker *w)
{
	return w->sock >= 0 && w->has_hello && w->busy == 0;
}

/* One that can take t at once, or NULL. */
static struct pool_worker *
find_idle(struct pool *p, const struct pool_task *t)
{
	for (size_t i = 0; i < p->nworkers; i++)
		if (is_for(&p->workers[i], t) && is_idle(&p->workers[i]))
			return &p->workers[i];
	return NULL;
}

/* Whether waiting a moment for a busy one may help. */
static bool
may_wait(struct pool *p, const struct pool_task *t)
{
	for (size_t i = 0; i < p->nworkers; i++) {
		const struct pool_worker *w = &p->workers[i];
		if (is_for(w, t) && !w->is_slow && (w->has_hello ||
		    w->program->habit != POOL_IGNORES))
			return true;
	}
	return false;
}

/* The first that waits, of key if not NULL, after seq; NULL: none. */
static struct pool_task *
next_waiting(struct pool *p, const struct pool_task *like, uint64_t seq)
{
	struct pool_task *best = NULL;

	for (size_t i = 0; i < p->ntasks; i++) {
		struct pool_task *t = &p->tasks[i];
		if (t->state != TASK_WAITING || t->seq < seq)
			continue;
		if (like != NULL && (t->program != like->program ||
		    !view_is_eq(buf_view(&t->key), buf_view(&like->key))))
			continue;
		if (best == NULL || t->seq < best->seq)
			best = t;
	}
	return best;
}

static bool
may_share(const struct pool_task *a, const struct pool_task *b)
{
	return !b->is_alone && (!a->program->is_sharing || (a->share.len > 0 &&
	    view_is_eq(buf_view(&a->share), buf_view(&b->share))));
}

/* ---- a batch for one that stays ---- */

struct batch {
	struct pool_task *v[LEASE_BATCH_MAX];
	int fds[LEASE_BATCH_MAX];
	size_t n, nfds;
};

static bool
put_in(struct pool *p, struct batch *b, struct pool_task *t)
{
	if (b->n == LEASE_BATCH_MAX ||
	    t->words.len > t->program->words_max ||
	    !lease_has_room(&p->record, t->words.len))
		return false;
	/* all with a descriptor or all without */
	if (b->n > 0 && (b->nfds > 0) != (t->input >= 0))
		return false;
	lease_put(&p->record, (uint32_t)(t - p->tasks), 0,
	    buf_view(&t->words));
	if (t->input >= 0)
		b->fds[b->nfds++] = t->input;
	b->v[b->n++] = t;
	return true;
}

static void
fill(struct pool *p, struct batch *b, struct pool_task *t)
{
	const struct pool_task *first = t;

	b->n = b->nfds = 0;
	lease_begin(&p->record, LEASE_JOBS);
	while (t != NULL && put_in(p, b, t)) {
		if (t->is_alone || !t->program->takes_batches)
			return;
		do
			t = next_waiting(p, t, t->seq + 1);
		while (t != NULL && !may_share(first, t));
	}
}

/* Send t, and what waits with it.  0; -1: w cannot take it. */
static int
send_tasks(struct pool *p, struct pool_worker *w, struct pool_task *t)
{
	struct batch b;

	fill(p, &b, t);
	if (b.n == 0)
		return -1;	/* too long for a record */
	if (lease_send(w->sock, &p->record, b.fds, b.nfds, false) < 0) {
		fd_close(&w->sock);
		return -1;
	}
	for (size_t i = 0; i < b.n; i++) {
		b.v[i]->state = TASK_RUNNING;
		b.v[i]->worker = w;
		b.v[i]->is_first = false;
		b.v[i]->begun_ms = deadline_now_ms();
	}
	w->busy = b.n;
	w->said = 0;
	return 0;
}

static enum pool_advice
advise(struct pool *p, struct pool_task *t, int64_t now)
{
	if (t->is_alone)
		return POOL_START;
	if (t->program->advise != NULL)
		return t->program->advise(p, t, now);
	return may_wait(p, t) && now - t->since_ms < pool_late_ms(t) ?
	    POOL_WAIT : POOL_START;
}

/* One before it, of the same key, waits: so does this one. */
static bool
is_stuck(const struct pool *p, struct pool_task *t)
{
	if (p->stuck == NULL || t->is_alone ||
	    t->program != p->stuck->program ||
	    !view_is_eq(buf_view(&t->key), buf_view(&p->stuck->key)) ||
	    (p->is_share_stuck &&
	    !view_is_eq(buf_view(&t->share), buf_view(&p->stuck->share))))
		return false;
	t->again_ms = p->stuck->again_ms;
	return true;
}

struct pool_task *
pool_due(struct pool *p, int64_t now)
{
	struct pool_worker *w;
	struct pool_task *t;
	enum pool_advice what;
	uint64_t seq = 0;

	p->stuck = NULL;
	while ((t = next_waiting(p, NULL, seq)) != NULL) {
		seq = t->seq + 1;
		if (is_stuck(p, t))
			continue;
		what = t->program->admit == NULL ? POOL_START :
		    t->program->admit(p, t, now);
		w = what == POOL_START ? find_idle(p, t) : NULL;
		if (w != NULL && send_tasks(p, w, t) == 0)
			continue;
		if (what == POOL_START)
			what = advise(p, t, now);
		if (what == POOL_START || what == POOL_REFUSE)
			return t;
		if (t->program->advise != NULL)
			p->stuck = t;
		p->is_share_stuck = what == POOL_WAIT_SHARE;
	}
	return NULL;
}

/* ---- a new one ---- */

static struct pool_worker *
free_worker(struct pool *p)
{
	for (size_t i = 0; i < p->nworkers; i++)
		if (p->workers[i].pid == 0)
			return &p->workers[i];
	return NULL;
}

/* argv out of the task's words; false: too many. */
static bool
make_argv(const struct pool_task *t, char *path, char **argv)
{
	char *word = t->words.p, *stop = word + t->words.len;
	size_t n = 0;

	argv[n++] = path;
	for (; word < stop; word += view_of(word).len + 1) {
		if (n == WORDS_MAX)
			return false;
		argv[n++] = word;
	}
	argv[n] = NULL;
	return true;
}

/* 0 with *pid, -1. */
static int
spawn(struct pool *p, struct pool_task *t, int report, int lease, pid_t *pid)
{
	const struct pool_program *g = t->program;
	struct buf path = BUF_INIT;
	char *argv[WORDS_MAX + 1];
	struct child_spec spec = {
		.path = g->path, .search = g->search, .argv = argv,
		.cwd = g->cwd, .has_ids = g->has_ids, .uid = t->uid,
		.gid = t->gid, .exit_cwd = g->exit_sys,
		.exit_ids = g->exit_sys, .exit_temp = g->exit_temp,
		.exit_perm = g->exit_perm,
		.fds = { { 0, t->input < 0 ? p->null : t->input },
		    { 1, report } },
		.nfds = 2
	};
	int r = -1;

	if (!g->keeps_stderr)
		spec.fds[spec.nfds++] = (struct child_fd){ 2, report };
	if (lease >= 0)
		spec.fds[spec.nfds++] = (struct child_fd){ LEASE_FD, lease };
	buf_sets(&path, g->path);
	if (make_argv(t, path.p, argv))
		r = child_start(&spec, pid);
	buf_free(&path);
	return r;
}

/* Others that wait for the same key wait for this one now. */
static void
let_wait(struct pool *p, const struct pool_task *like, int64_t now)
{
	struct pool_task *t = NULL;
	uint64_t seq = 0;

	while ((t = next_waiting(p, like, seq)) != NULL) {
		t->since_ms = now;
		seq = t->seq + 1;
	}
}

static void
note_started(struct pool *p, struct pool_worker *w, struct pool_task *t)
{
	w->program = t->program;
	buf_set(&w->key, buf_view(&t->key));
	w->is_dead = w->has_hello = w->is_slow = false;
	w->first = t;
	w->busy = 1;
	w->said = w->served = 0;
	w->started_ms = deadline_now_ms();
	t->worker = w;
	t->state = TASK_RUNNING;
	t->is_first = true;
	t->begun_ms = w->started_ms;
	fd_close(&t->input);
	if (t->program->advise == NULL)
		let_wait(p, t, w->started_ms);
}

int
pool_start(struct pool *p, struct pool_task *t)
{
	struct pool_worker *w = free_worker(p);
	int fds[2], theirs = -1, r;

	t->refusal = NO_FORK;
	if (w == NULL)
		return -1;
	if (os_pipe(fds) < 0) {
		t->refusal = NO_PIPE;
		return -1;
	}
	/* without a pair the task is done all the same */
	if (p->has_leases && t->program->is_offered &&
	    lease_pair(&w->sock, &theirs) < 0)
		w->sock = -1;
	r = spawn(p, t, fds[1], theirs, &w->pid);
	fd_close(&theirs);
	fd_close(&fds[1]);
	if (r < 0) {
		fd_close(&fds[0]);
		fd_close(&w->sock);
		return -1;
	}
	t->refusal = NULL;
	t->report = fds[0];
	note_started(p, w, t);
	return 0;
}

/* ---- letting go ---- */

static unsigned
jobs_max(const struct pool_program *g)
{
	return g->jobs_max == 0 ? LEASE_JOBS_MAX : g->jobs_max;
}

int64_t
pool_idle_limit(const struct pool *p, const struct pool_worker *w)
{
	const struct pool_program *g = w->program;

	if (g->idle_ms == 0)
		return (int64_t)LEASE_IDLE_S * 1000;
	for (const struct pool_worker *o = p->workers; o < w; o++)
		if (o->program == g && is_idle(o) &&
		    view_is_eq(buf_view(&o->key), buf_view(&w->key)))
			return g->idle_more_ms;
	return g->idle_ms;
}

static bool
is_spent(const struct pool *p, const struct pool_worker *w, int64_t now)
{
	return now - w->idle_ms >= pool_idle_limit(p, w) ||
	    now - w->started_ms >= LEASE_LIFE_S * 1000 ||
	    w->served >= jobs_max(w->program);
}

void
pool_retire(struct pool *p, int64_t now)
{
	struct pool_worker *oldest = NULL;
	size_t idle = 0, max = LEASE_IDLE_MAX;

	for (size_t i = 0; i < p->nworkers; i++) {
		struct pool_worker *w = &p->workers[i];
		if (!is_idle(w))
			continue;
		if (is_spent(p, w, now)) {
			fd_close(&w->sock);
			continue;
		}
		idle++;
		if (w->program->idle_max > 0)
			max = w->program->idle_max;
		if (oldest == NULL || w->idle_ms < oldest->idle_ms)
			oldest = w;
	}
	if (idle > max)
		fd_close(&oldest->sock);
}
