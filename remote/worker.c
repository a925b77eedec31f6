#include "remote/worker.h"

#include <sys/stat.h>

#include <errno.h>
#include <poll.h>

#include "lib/exitcode.h"
#include "lib/fd.h"
#include "remote/check.h"

#define CHECK_SETUP_MS 1000	/* control files that change count by then */

#define CHECK_MEMORY 32		/* every so many records */

enum word { WORD_HOST, WORD_SENDER, WORD_RECIPIENT, WORDS };

void
worker_init(struct worker *w, struct setup *setup, struct job *job,
    struct link *link)
{
	w->setup = setup;
	w->job = job;
	w->link = link;
	w->check_setup = deadline_in_ms(CHECK_SETUP_MS);
	w->memory_kb = lease_memory_kb();
	w->records = (struct buf)BUF_INIT;
	w->nitems = 0;
}

/* ---- records ---- */

/*
 * Wait for a record: as lease_recv().  A peer that says something in the
 * meantime, if only by closing, is not kept.
 */
static int
next_record(struct worker *w)
{
	for (;;) {
		struct pollfd fds[] = {
			{ LEASE_FD, POLLIN, 0 },
			{ w->link->dialogue.fd, POLLIN, 0 },
		};
		if (poll(fds, NELEM(fds), -1) < 0) {
			if (errno != EINTR && errno != EAGAIN)
				return -1;
			continue;
		}
		if (fds[1].revents != 0)
			link_quit(w->link);
		if (fds[0].revents != 0)
			return lease_recv(LEASE_FD, &w->in, true, true);
	}
}

/* One entry with its descriptor, taken from w->in: 0, -1 malformed. */
static int
take_item(struct worker *w, const struct lease_entry *e, int *fd)
{
	const char *words[LEASE_WORDS_MAX];
	struct worker_item *item = &w->items[w->nitems];
	struct stat st;

	if (lease_words(e->body, words) != WORDS || fstat(*fd, &st) < 0 ||
	    !S_ISREG(st.st_mode))
		return -1;
	*item = (struct worker_item){
		.id = e->id, .message = *fd, .dev = st.st_dev,
		.ino = st.st_ino
	};
	*fd = -1;
	item->host = words[WORD_HOST];
	item->sender = words[WORD_SENDER];
	item->recipient = words[WORD_RECIPIENT];
	/* a server without SMTPUTF8 is no matter of the others */
	item->is_alone = check_needs_utf8(view_of(item->recipient));
	w->nitems++;
	return 0;
}

/* All entries of w->in into items: 0, -1 (and the rest is not open). */
static int
take_items(struct worker *w)
{
	struct lease_entry e;

	w->nitems = 0;
	if (w->in.type != LEASE_JOBS || w->in.nfds != w->in.count)
		return -1;
	for (size_t i = 0; lease_next(&w->in, &e); i++)
		if (take_item(w, &e, &w->in.fds[i]) < 0)
			return -1;
	return 0;
}

/* ---- jobs ---- */

static bool
is_same(const char *a, const char *b)
{
	return view_is_eq(view_of(a), view_of(b));
}

static bool
may_share(const struct worker_item *a, const struct worker_item *b)
{
	return !a->is_alone && !b->is_alone && a->ino == b->ino &&
	    a->dev == b->dev && is_same(a->host, b->host) &&
	    is_same(a->sender, b->sender);
}

static int
reply(struct worker *w, const struct worker_item *item, size_t i)
{
	buf_clear(&w->records);
	report_put_alone(w->job->report, i, &w->records);
	return lease_reply(item->id, EXIT_OK, buf_view(&w->records));
}

/*
 * One transaction for n items.  Those that the peer refused for their number
 * are left over, at the front: *left.  0, or -1: the parent is gone.
 */
static int
run_once(struct worker *w, struct worker_item **v, size_t n, size_t *left)
{
	const char *recipients[LEASE_BATCH_MAX];
	struct job *j = w->job;

	for (size_t i = 0; i < n; i++)
		recipients[i] = v[i]->recipient;
	j->host = v[0]->host;
	j->sender = v[0]->sender;
	j->recipients = recipients;
	j->nrecipients = n;
	j->message_fd = v[0]->message;
	job_run(j, w->link);
	*left = 0;
	for (size_t i = 0; i < n; i++) {
		if (j->report->recipients[i].is_crowded)
			v[(*left)++] = v[i];
		else if (reply(w, v[i], i) < 0)
			return -1;
	}
	return 0;
}

/* All items, from the first that is left, which can share with it. */
static int
run_items(struct worker *w)
{
	struct worker_item *v[LEASE_BATCH_MAX];
	size_t i = 0, n;

	while (i < w->nitems) {
		n = 0;
		do
			v[n++] = &w->items[i++];
		while (i < w->nitems && may_share(v[0], &w->items[i]));
		while (n > 0)
			if (run_once(w, v, n, &n) < 0)
				return -1;
	}
	return 0;
}

/* Control files that have changed count for the next message. */
static void
refresh(struct worker *w)
{
	uint64_t stamp;

	if (!deadline_is_past(&w->check_setup))
		return;
	w->check_setup = deadline_in_ms(CHECK_SETUP_MS);
	stamp = setup_stamp();
	if (stamp == w->setup->stamp)
		return;
	link_quit(w->link);
	link_forget(w->link);
	setup_free(w->setup);
	w->setup->stamp = stamp;
	w->setup->is_broken = setup_read(w->setup) < 0;
	w->link->dialogue.limit_s = w->setup->remote_limit_s;
}

static int
serve(struct worker *w)
{
	int r = take_items(w);

	if (r == 0) {
		refresh(w);
		r = run_items(w);
	}
	for (size_t i = 0; i < w->nitems; i++)
		fd_close(&w->items[i].message);
	lease_close_fds(&w->in);
	return r;
}

int
worker_run(struct worker *w)
{
	unsigned served = 0;
	int r;

	while ((r = next_record(w)) > 0) {
		if (serve(w) < 0)
			return -1;
		if (++served % CHECK_MEMORY == 0 &&
		    lease_memory_kb() > w->memory_kb + LEASE_MEMORY_KB)
			lease_leave();
	}
	buf_free(&w->records);
	return r;
}
