#include "local/serve.h"

#include <errno.h>
#include <string.h>

#include "lib/fd.h"
#include "lib/os.h"
#include "local/site.h"

#define WORDS 9			/* `--` and the arguments */
#define LOOK_EVERY 16		/* batches between looks at the memory */

/* ---- slow jobs ---- */

/* What waits behind the running job goes back: it is not to wait for it. */
static int
give_back(struct serve *s)
{
	size_t n = 0;

	lease_begin(&s->out, LEASE_BACK);
	for (size_t i = s->running + 1; i < s->n; i++) {
		if (s->state[i] != SERVE_WAITS)
			continue;
		lease_put(&s->out, s->jobs[i].id, 0, VIEW_EMPTY);
		s->state[i] = SERVE_NONE;
		n++;
	}
	return n == 0 ? 0 : lease_send(LEASE_FD, &s->out, NULL, 0, true);
}

static int
slow(struct local_job *job, bool has_output)
{
	struct serve *s = job->site->keeper;
	bool wants = has_output && !s->has_output && job->id != LEASE_FIRST;

	if (s->is_slow && !wants)
		return 0;
	if (!s->is_slow && give_back(s) < 0)
		return -1;
	s->is_slow = true;
	if (lease_slow(&s->other, job->id, wants) < 0)
		return -1;
	s->has_output = s->has_output || wants;
	return 0;
}

void
serve_begin(struct serve *s, struct local_job *first)
{
	s->site = first->site;
	s->user = first->args.user;
	s->home = first->args.home;
	s->n = 0;
	s->is_slow = s->has_output = false;
	s->out = (struct buf)BUF_INIT;
	s->batches = 0;
	s->site->keeper = s;
	s->site->slow = slow;
	first->id = LEASE_FIRST;
	for (size_t i = 0; i < LEASE_BATCH_MAX; i++)
		local_job_init(&s->jobs[i]);
}

/* ---- a batch ---- */

/* The job of an entry; -1: not for us, or none at all. */
static int
take_job(struct serve *s, const struct lease_entry *e, size_t i)
{
	const char *w[LEASE_WORDS_MAX];
	struct local_job *job = &s->jobs[i];

	if (lease_words(e->body, w) != WORDS || strcmp(w[0], "--") != 0 ||
	    strcmp(w[1], s->user) != 0 || strcmp(w[2], s->home) != 0) {
		errno = EPROTO;
		return -1;
	}
	job->args = (struct local_args){
		.user = s->user, .home = s->home, .local = w[3],
		.dash = w[4], .ext = w[5], .host = w[6], .sender = w[7],
		.fallback = w[8]
	};
	job->site = s->site;
	job->id = e->id;
	job->message = s->in.fds[i];
	job->is_at_start = true;	/* opened for us */
	job->report_out = 1;
	job->report_err = 2;
	s->state[i] = SERVE_WAITS;
	return 0;
}

static int
take_batch(struct serve *s)
{
	struct lease_entry e;

	if (s->in.type != LEASE_JOBS || s->in.nfds != s->in.count) {
		errno = EPROTO;
		return -1;
	}
	for (s->n = 0; lease_next(&s->in, &e); s->n++)
		if (take_job(s, &e, s->n) < 0)
			return -1;
	return 0;
}

/* Maildirs only: written now, made durable together. */
static void
do_quick(struct serve *s)
{
	site_forget(s->site);
	s->site->is_batching = true;
	s->site->model = NULL;
	for (size_t i = 0; i < s->n; i++) {
		struct local_job *job = &s->jobs[i];
		if (local_job_prepare(job) < 0) {
			s->state[i] = SERVE_ENDED;
		} else if (local_job_is_quick(job)) {
			local_job_do(job);
			s->state[i] = SERVE_ENDED;
		}
	}
	s->site->is_batching = false;
	s->site->model = NULL;
	local_commit(s->site);
}

static void
put_reply(struct serve *s, const struct local_job *job)
{
	struct buf text = BUF_INIT;

	buf_putv(&text, buf_view(&job->said));
	buf_putv(&text, buf_view(&job->report));
	lease_put(&s->out, job->id, (unsigned)job->code,
	    view_upto(buf_view(&text), LEASE_TEXT_MAX));
	buf_free(&text);
}

static size_t
text_len(const struct local_job *job)
{
	return job->said.len + job->report.len;
}

static int
send_replies(struct serve *s)
{
	size_t n = 0;

	lease_begin(&s->out, LEASE_REPLY);
	for (size_t i = 0; i < s->n; i++) {
		if (s->state[i] != SERVE_ENDED)
			continue;
		if (!lease_has_room(&s->out, text_len(&s->jobs[i]))) {
			if (lease_send(LEASE_FD, &s->out, NULL, 0, true) < 0)
				return -1;
			lease_begin(&s->out, LEASE_REPLY);
			n = 0;
		}
		put_reply(s, &s->jobs[i]);
		s->state[i] = SERVE_NONE;
		n++;
	}
	return n == 0 ? 0 : lease_send(LEASE_FD, &s->out, NULL, 0, true);
}

/* Into the pipe that its programs wrote to, which ends with it. */
static int
end_output(struct local_job *job)
{
	int r = 0;

	/* a report that cannot be written undoes no delivery */
	if (io_write_all(1, job->said.p, job->said.len) < 0 ||
	    io_write_all(2, job->report.p, job->report.len) < 0)
		r = errno == EPIPE ? 0 : -1;
	buf_clear(&job->said);
	buf_clear(&job->report);
	return lease_end_output() < 0 ? -1 : r;
}

static int
do_others(struct serve *s)
{
	for (s->running = 0; s->running < s->n; s->running++) {
		struct local_job *job = &s->jobs[s->running];
		if (s->state[s->running] != SERVE_WAITS)
			continue;
		s->is_slow = s->has_output = false;
		local_job_do(job);
		if (s->has_output && end_output(job) < 0)
			return -1;
		s->state[s->running] = SERVE_ENDED;
		if (send_replies(s) < 0)
			return -1;
	}
	return 0;
}

static void
forget_batch(struct serve *s)
{
	for (size_t i = 0; i < s->n; i++)
		local_job_reset(&s->jobs[i]);
	s->n = 0;
	s->site->reader = NULL;
	lease_close_fds(&s->in);
}

int
serve_jobs(struct serve *s)
{
	int r;

	s->memory_kb = lease_memory_kb();
	os_forget_start();
	while ((r = lease_recv(LEASE_FD, &s->in, true, true)) > 0) {
		if (take_batch(s) < 0)
			return EXIT_TEMP;
		do_quick(s);
		if (send_replies(s) < 0 || do_others(s) < 0)
			return EXIT_TEMP;
		forget_batch(s);
		if (++s->batches % LOOK_EVERY == 0 &&
		    lease_memory_kb() - s->memory_kb > LEASE_MEMORY_KB)
			lease_leave();
	}
	return r < 0 ? EXIT_TEMP : EXIT_OK;
}
