#include "mail/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/os.h"
#include "mail/pool_start.h"

/* Of each task: slow, slow with output, back, reply; and a hello. */
#define SAID_MAX (4 * LEASE_BATCH_MAX + 1)

/* ---- tasks ---- */

void
pool_clear(struct pool_task *t)
{
	fd_close(&t->input);
	fd_close(&t->report);
	buf_free(&t->key);
	buf_free(&t->words);
	buf_free(&t->share);
	buf_free(&t->output);
	*t = (struct pool_task)POOL_TASK_INIT;
}

void
pool_word(struct pool_task *t, struct view word)
{
	buf_putv(&t->words, word);
	buf_putc(&t->words, '\0');
}

void
pool_add(struct pool *p, struct pool_task *t)
{
	t->refusal = NULL;
	t->has_crashed = t->is_answered = t->is_alone = t->is_cut = false;
	buf_clear(&t->output);
	t->seq = p->seq++;
	t->since_ms = t->again_ms = deadline_now_ms();
	t->limit = t->program->is_strict ?
	    deadline_in_s(t->program->limit_s) : DEADLINE_NEVER;
	t->state = TASK_WAITING;
}

static void
end(struct pool *p, struct pool_task *t)
{
	t->state = TASK_FREE;
	fd_close(&t->input);
	p->over(p, t);
}

static void
end_if_over(struct pool *p, struct pool_task *t)
{
	if (t->state == TASK_RUNNING && t->is_answered && t->report < 0)
		end(p, t);
}

/* Its process has nothing more to do with it. */
static void
detach(struct pool_task *t)
{
	struct pool_worker *w = t->worker;

	t->worker = NULL;
	if (w == NULL)
		return;
	if (w->first == t)
		w->first = NULL;
	w->served++;
	if (--w->busy == 0) {
		w->is_slow = false;
		w->idle_ms = deadline_now_ms();
	}
}

static void
answer(struct pool *p, struct pool_task *t, bool has_crashed, int code)
{
	detach(t);
	t->is_answered = true;
	t->has_crashed = has_crashed;
	t->code = code;
	end_if_over(p, t);
}

/* A strict one that went too far. */
static void
abandon(struct pool *p, struct pool_task *t)
{
	if (t->worker != NULL)
		pool_kill(t->worker);
	fd_close(&t->report);
	answer(p, t, true, 0);
}

static void
keep_output(struct pool_task *t, struct view v)
{
	size_t room = buf_room(&t->output, t->program->output_max);

	if (v.len > room)
		t->is_cut = true;
	buf_putv(&t->output, view_upto(v, room));
}

static void
read_output(struct pool *p, struct pool_task *t)
{
	char space[IO_SIZE];
	ssize_t n = read(t->report, space, sizeof(space));

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n <= 0) {
		fd_close(&t->report);
		end_if_over(p, t);
		return;
	}
	keep_output(t, view_make(space, (size_t)n));
	if (t->is_cut && t->program->is_strict)
		abandon(p, t);
}

/* ---- what a process says ---- */

/* The task of w with this id, or NULL: it has none. */
static struct pool_task *
task_of(struct pool *p, struct pool_worker *w, uint32_t id)
{
	struct pool_task *t;

	if (id == LEASE_FIRST)
		return w->first;
	if (id >= p->ntasks)
		return NULL;
	t = &p->tasks[id];
	return t->worker == w && t != w->first ? t : NULL;
}

static bool
take_replies(struct pool *p, struct pool_worker *w)
{
	struct lease_entry e;
	struct pool_task *t;

	while (lease_next(&p->in, &e)) {
		t = task_of(p, w, e.id);
		if (t == NULL)
			return false;
		keep_output(t, e.body);
		answer(p, t, false, (int)e.code);
	}
	return true;
}

static bool
take_back(struct pool *p, struct pool_worker *w)
{
	struct lease_entry e;
	struct pool_task *t;

	while (lease_next(&p->in, &e)) {
		t = task_of(p, w, e.id);
		/* once, and only what was sent with others */
		if (t == NULL || t->report >= 0 || t->is_alone)
			return false;
		detach(t);
		w->served--;
		t->state = TASK_WAITING;
		t->is_alone = true;
	}
	return true;
}

static bool
send_output(struct pool *p, struct pool_worker *w, struct pool_task *t)
{
	int fds[2], r;

	if (t == w->first || t->report >= 0 || os_pipe(fds) < 0)
		return false;
	lease_begin(&p->record, LEASE_OUTPUT);
	lease_put(&p->record, (uint32_t)(t - p->tasks), 0, VIEW_EMPTY);
	r = lease_send(w->sock, &p->record, &fds[1], 1, false);
	fd_close(&fds[1]);
	t->report = fds[0];
	return r == 0;
}

static bool
take_slow(struct pool *p, struct pool_worker *w)
{
	struct lease_entry e;
	struct pool_task *t;

	if (!lease_next(&p->in, &e))
		return false;
	t = task_of(p, w, e.id);
	if (t == NULL)
		return false;
	w->is_slow = true;
	return e.code == 0 || send_output(p, w, t);
}

static void
note_birth(struct pool_program *g, int64_t ms)
{
	g->birth_ms = g->birth_ms == 0 ? ms + 1 : (3 * g->birth_ms + ms) / 4;
}

/* False: it breaks the rules. */
static bool
take_record(struct pool *p, struct pool_worker *w)
{
	if (!w->has_hello && p->in.type != LEASE_HELLO)
		return false;
	switch (p->in.type) {
	case LEASE_HELLO:
		if (w->has_hello)
			return false;
		w->has_hello = true;
		note_birth(w->program, deadline_now_ms() - w->started_ms);
		w->program->habit = POOL_TAKES;
		return true;
	case LEASE_REPLY:
		return take_replies(p, w);
	case LEASE_BACK:
		return take_back(p, w);
	case LEASE_SLOW:
		return take_slow(p, w);
	case LEASE_OFFER:
	case LEASE_JOBS:
	case LEASE_OUTPUT:
		break;
	}
	return false;
}

/*
 * The other end is closed.  A program that only does the job of its arguments
 * may do so; who was sent more may not.
 */
static void
lose(struct pool_worker *w)
{
	fd_close(&w->sock);
	if (!w->has_hello)
		w->program->habit = POOL_IGNORES;
	if (w->busy > 0 && w->first == NULL)
		pool_kill(w);
}

/* 1: there may be more; 0: no more. */
static int
read_record(struct pool *p, struct pool_worker *w)
{
	int r = lease_recv(w->sock, &p->in, false, false);

	if (r < 0 && errno == EAGAIN)
		return 0;
	if (r == 0) {
		lose(w);
		return 0;
	}
	if (r < 0 || ++w->said > SAID_MAX || !take_record(p, w)) {
		pool_kill(w);
		return 0;
	}
	return 1;
}

/* ---- the end of processes ---- */

/*
 * It ended with tasks in hand.  When it was one of several, or had hardly been
 * begun, this may not be the task to blame: it gets a process of its own, once.
 */
static void
settle(struct pool *p, struct pool_worker *w, struct pool_task *t, int status,
    size_t had)
{
	bool is_first = t == w->first;
	bool has_crashed = child_has_crashed(status);

	/* who shares one thing shares its end, too */
	if (!is_first && !t->is_alone && !t->program->is_sharing &&
	    (had > 1 || !w->is_slow)) {
		detach(t);
		t->state = TASK_WAITING;
		t->is_alone = true;
		return;
	}
	if (!is_first && !has_crashed && child_exit_code(status) == 0)
		has_crashed = true;	/* without a word */
	answer(p, t, has_crashed, child_exit_code(status));
}

static void
bury(struct pool *p, struct pool_worker *w, int status)
{
	size_t had;

	w->is_dead = true;
	for (int i = 0; w->sock >= 0 && i < SAID_MAX; i++)
		if (read_record(p, w) == 0)
			break;
	if (w->sock >= 0 && !w->has_hello)
		w->program->habit = POOL_IGNORES;
	fd_close(&w->sock);
	had = w->busy;
	for (size_t i = 0; w->busy > 0 && i < p->ntasks; i++)
		if (p->tasks[i].worker == w)
			settle(p, w, &p->tasks[i], status, had);
	buf_free(&w->key);
	w->pid = 0;
}

void
pool_reap(struct pool *p)
{
	pid_t pid;
	int status;

	while (child_reap(&pid, &status) > 0)
		for (size_t i = 0; i < p->nworkers; i++)
			if (p->workers[i].pid == pid)
				bury(p, &p->workers[i], status);
}

/* ---- the loop ---- */

size_t
pool_list(const struct pool *p, struct pollfd *fds)
{
	size_t n = 0;

	for (size_t i = 0; i < p->ntasks; i++)
		if (p->tasks[i].report >= 0)
			fds[n++] = (struct pollfd){
			    p->tasks[i].report, POLLIN, 0 };
	for (size_t i = 0; i < p->nworkers; i++)
		if (p->workers[i].sock >= 0)
			fds[n++] = (struct pollfd){
			    p->workers[i].sock, POLLIN, 0 };
	return n;
}

void
pool_take(struct pool *p, int fd)
{
	for (size_t i = 0; i < p->ntasks; i++)
		if (p->tasks[i].report == fd) {
			read_output(p, &p->tasks[i]);
			return;
		}
	for (size_t i = 0; i < p->nworkers; i++)
		if (p->workers[i].sock == fd) {
			(void)read_record(p, &p->workers[i]);
			return;
		}
}

static int64_t
due_of_task(const struct pool_task *t)
{
	if (t->state == TASK_WAITING)
		return t->program->advise != NULL ? t->again_ms :
		    t->since_ms + pool_late_ms(t);
	return t->state == TASK_RUNNING ? t->limit.at_ms : INT64_MAX;
}

struct deadline
pool_next(const struct pool *p)
{
	struct deadline next = DEADLINE_NEVER;
	const struct pool_worker *w;

	for (size_t i = 0; i < p->ntasks; i++)
		next = deadline_min(next, (struct deadline){
		    .at_ms = due_of_task(&p->tasks[i]) });
	for (size_t i = 0; i < p->nworkers; i++) {
		w = &p->workers[i];
		if (w->sock >= 0 && w->has_hello && w->busy == 0)
			next = deadline_min(next, (struct deadline){
			    .at_ms = w->idle_ms + pool_idle_limit(p, w) });
	}
	return next;
}

static void
end_late(struct pool *p, int64_t now)
{
	for (size_t i = 0; i < p->ntasks; i++)
		if (p->tasks[i].state == TASK_RUNNING &&
		    p->tasks[i].limit.at_ms <= now)
			abandon(p, &p->tasks[i]);
}

void
pool_pump(struct pool *p)
{
	int64_t now = deadline_now_ms();
	struct pool_task *t;

	end_late(p, now);
	while ((t = pool_due(p, deadline_now_ms())) != NULL)
		if (t->refusal != NULL || pool_start(p, t) < 0)
			end(p, t);
	pool_retire(p, now);
}

/* What is beyond is not touched: most of a pool is no memory yet. */
static void
grow(struct pool *p, size_t ntasks)
{
	for (; p->ntasks < ntasks; p->ntasks++)
		p->tasks[p->ntasks] = (struct pool_task)POOL_TASK_INIT;
	for (; p->nworkers < 2 * ntasks; p->nworkers++)
		p->workers[p->nworkers] = (struct pool_worker){
		    .key = BUF_INIT, .sock = -1 };
}

int
pool_init(struct pool *p, bool has_leases,
    void (*over)(struct pool *p, struct pool_task *t), void *owner)
{
	p->over = over;
	p->owner = owner;
	p->has_leases = has_leases;
	p->seq = 0;
	p->ntasks = p->nworkers = 0;
	p->record = (struct buf)BUF_INIT;
	grow(p, SPAWN_CAPACITY);
	p->null = open("/dev/null", O_RDWR | O_CLOEXEC);
	return p->null < 0 ? -1 : 0;
}

void
pool_widen(struct pool *p)
{
	grow(p, POOL_TASKS);
}

void
pool_free(struct pool *p)
{
	for (size_t i = 0; i < p->ntasks; i++)
		pool_clear(&p->tasks[i]);
	for (size_t i = 0; i < p->nworkers; i++) {
		fd_close(&p->workers[i].sock);
		buf_free(&p->workers[i].key);
	}
	buf_free(&p->record);
	fd_close(&p->null);
}
