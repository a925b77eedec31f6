#include "send/clean.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/mem.h"
#include "lib/num.h"

#define CLEAN_CAP_MIN 64
#define CLEAN_DONE '+'
#define CLEAN_HOLD_MS 100
#define CLEAN_HOLD_MAX 2048	/* bytes of requests; more do not wait */
#define CLEAN_NAME_MAX 5	/* bytes of `todo/`, `foop/` */
#define CLEAN_READY_NAME "ready"	/* shorter than any request */

static_assert(CLEAN_NAME_MAX + 2 * NUM_FMT_MAX + 1 <= QPATH_MAX,
    "clean_name() fits");

int
clean_init(struct clean *c, int to, int from, const struct qlayout *layout)
{
	*c = (struct clean){ .to = to, .from = from, .layout = *layout,
	    .unsent = BUF_INIT };
	return fd_set_nonblock(to) < 0 || fd_set_nonblock(from) < 0 ? -1 : 0;
}

void
clean_free(struct clean *c)
{
	fd_close(&c->to);
	fd_close(&c->from);
	buf_free(&c->unsent);
	mem_free(c->asked);
	c->asked = NULL;
	c->first = c->len = c->cap = 0;
}

const char *
clean_name(const struct clean *c, const struct clean_request *r, char *p)
{
	bool split = c->layout.split_todo && !r->flat;
	size_t n = CLEAN_NAME_MAX;

	if (r->kind == CLEAN_READY) {
		memcpy(p, CLEAN_READY_NAME, sizeof(CLEAN_READY_NAME));
		return p;
	}
	memcpy(p, r->kind == CLEAN_TODO ? "todo/" : "foop/", n);
	if (split) {
		n += num_fmt(r->id % c->layout.split, p + n);
		p[n++] = '/';
	}
	(void)num_fmt(r->id, p + n);
	return p;
}

static void
grow(struct clean *c)
{
	size_t cap = c->cap == 0 ? CLEAN_CAP_MIN : c->cap * 2;
	struct clean_request *v = mem_array(cap, sizeof(*v));

	for (size_t i = 0; i < c->len; i++)
		v[i] = c->asked[(c->first + i) % c->cap];
	mem_free(c->asked);
	c->asked = v;
	c->cap = cap;
	c->first = 0;
}

void
clean_ask(struct clean *c, struct clean_request r)
{
	char name[QPATH_MAX];

	if (clean_is_lost(c))
		return;
	if (c->len == c->cap)
		grow(c);
	c->asked[(c->first + c->len) % c->cap] = r;
	c->len++;
	if (c->unsent.len == 0)
		c->hold = deadline_in_ms(CLEAN_HOLD_MS);
	buf_puts0(&c->unsent, clean_name(c, &r, name));
	if (r.kind != CLEAN_FOOP || c->unsent.len > CLEAN_HOLD_MAX)
		c->is_urgent = true;
}

void
clean_ask_ready(struct clean *c)
{
	clean_ask(c, (struct clean_request){ .kind = CLEAN_READY });
}

bool
clean_is_asked(const struct clean *c, enum clean_kind kind, uint64_t id)
{
	for (size_t i = 0; i < c->len; i++) {
		const struct clean_request *r =
		    &c->asked[(c->first + i) % c->cap];
		if (r->kind == kind && r->id == id)
			return true;
	}
	return false;
}

bool
clean_is_due(const struct clean *c)
{
	return c->unsent.len > 0 &&
	    (c->is_urgent || deadline_is_past(&c->hold));
}

static int
lose(struct clean *c)
{
	clean_free(c);
	return -1;
}

int
clean_flush(struct clean *c)
{
	size_t done = 0;
	ssize_t w;

	while (done < c->unsent.len) {
		w = write(c->to, c->unsent.p + done, c->unsent.len - done);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			break;
		if (w < 0)
			return lose(c);
		done += (size_t)w;
	}
	buf_drop(&c->unsent, done);
	c->is_urgent = c->unsent.len > 0;
	return 0;
}

static int
fill(struct clean *c)
{
	ssize_t n;

	if (c->is_dry) {
		c->is_dry = false;
		return 0;
	}
	do
		n = read(c->from, c->answers, sizeof(c->answers));
	while (n < 0 && errno == EINTR);
	if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
		return 0;
	if (n <= 0)
		return lose(c);
	c->answer = 0;
	c->answers_end = (size_t)n;
	c->is_dry = c->answers_end < sizeof(c->answers);
	return 1;
}

int
clean_answer(struct clean *c, struct clean_request *r, bool *done)
{
	if (c->answer == c->answers_end) {
		int filled = fill(c);
		if (filled <= 0)
			return filled;
	}
	/* an answer to nothing: not a peer that can be trusted with files */
	if (c->len == 0)
		return lose(c);
	*r = c->asked[c->first];
	*done = c->answers[c->answer++] == CLEAN_DONE;
	c->first = (c->first + 1) % c->cap;
	c->len--;
	if (r->kind == CLEAN_READY)
		c->is_ready = *done = true;
	return 1;
}
