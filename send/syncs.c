#include "send/syncs.h"

#include <assert.h>
#include <errno.h>
#include <stdatomic.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "lib/thread.h"

#define STACK (64 * 1024)	/* bytes */

static_assert((SYNCS_MAX & (SYNCS_MAX - 1)) == 0, "places of 2^32 numbers");

void
syncs_init(struct syncs *s, size_t most)
{
	*s = (struct syncs){ .wake = { -1, -1 },
	    .most = sys_may_thread() && os_may_wait() ? most : 0 };
}

int
syncs_fd(const struct syncs *s)
{
	return s->running > 0 ? s->wake[0] : -1;
}

void
syncs_drain(struct syncs *s)
{
	char bytes[64];
	ssize_t r = read(s->wake[0], bytes, sizeof(bytes));

	(void)r;		/* what is left comes again */
}

/* ---- one ---- */

void
sync_init(struct sync *one, int fd, enum sync_kind kind)
{
	*one = (struct sync){ .fd = fd, .kind = kind,
	    .error = SYNC_NOT_DONE };
}

static int
error_of(const struct sync *one)
{
	int r = one->kind == SYNC_FILE ? sys_fsync(one->fd) :
	    sys_fsync_dir(one->fd);

	return r < 0 ? errno : 0;
}

int
sync_end(struct sync *one)
{
	if (one->error == SYNC_NOT_DONE)
		one->error = error_of(one);
	errno = one->error;
	return one->error == 0 ? 0 : -1;
}

/* ---- the threads ---- */

/*
 * Whoever gives after the look at given finds us among the sleeping, or ends
 * the sleep before it has begun.
 */
static void
sleep_until_given(struct syncs *s, uint32_t given)
{
	atomic_fetch_add(&s->sleeping, 1);
	os_wait(&s->given, given);
	atomic_fetch_sub(&s->sleeping, 1);
}

static struct sync *
take(struct syncs *s)
{
	struct sync *one;

	for (;;) {
		uint32_t at = atomic_load(&s->taken);
		uint32_t given = atomic_load(&s->given);

		if (at == given) {
			sleep_until_given(s, given);
			continue;
		}
		/* another's by now, perhaps: then taken is not at any more */
		one = atomic_load(&s->v[at % SYNCS_MAX]);
		if (atomic_compare_exchange_strong(&s->taken, &at, at + 1))
			return one;
	}
}

/* A full pipe has woken the main thread as well. */
static void
wake_main(const struct syncs *s)
{
	static const char byte;

	if (write(s->wake[1], &byte, 1) < 0 && errno != EAGAIN)
		bug("waking");
}

static void *
serve(void *arg)
{
	struct syncs *s = arg;

	for (;;) {
		struct sync *one = take(s);
		struct sync_group *g = one->group;

		one->error = error_of(one);
		/* before the group is over, whose end is all that is told */
		atomic_fetch_sub(&s->under_way, 1);
		if (atomic_fetch_sub(&g->left, 1) == 1)
			wake_main(s);
	}
	return NULL;
}

/* Fewer where there is no room for more. */
static void
start_threads(struct syncs *s)
{
	while (s->running < s->most && thread_start(STACK, serve, s) == 0)
		s->running++;
}

static void
start(struct syncs *s)
{
	if (os_pipe(s->wake) == 0 && fd_set_nonblock(s->wake[0]) == 0 &&
	    fd_set_nonblock(s->wake[1]) == 0)
		start_threads(s);
	s->most = s->running;	/* that will not get better */
	if (s->most > 0)
		return;
	fd_close(&s->wake[0]);
	fd_close(&s->wake[1]);
}

/* ---- groups ---- */

void
sync_group_clear(struct sync_group *g)
{
	*g = (struct sync_group){ .len = 0 };
}

void
sync_group_add(struct sync_group *g, struct sync *one)
{
	one->group = g;
	one->next = NULL;
	if (g->len++ == 0)
		g->first = one;
	else
		g->last->next = one;
	g->last = one;
}

bool
syncs_give(struct syncs *s, struct sync_group *g)
{
	uint32_t to = atomic_load(&s->given);

	if (g->len < SYNCS_WORTH ||
	    g->len > SYNCS_MAX - (to - atomic_load(&s->taken)))
		return false;
	if (s->running == 0 && s->most > 0)
		start(s);
	if (s->most == 0)
		return false;
	atomic_store(&g->left, g->len);
	atomic_fetch_add(&s->under_way, g->len);
	for (struct sync *one = g->first; one != NULL; one = one->next)
		atomic_store(&s->v[to++ % SYNCS_MAX], one);
	atomic_store(&s->given, to);
	/* half as many as there are syncs: each is two calls and a switch */
	if (atomic_load(&s->sleeping) > 0)
		os_wake(&s->given, (unsigned)(g->len + 1) / 2);
	return true;
}

bool
syncs_is_over(const struct sync_group *g)
{
	return atomic_load(&g->left) == 0;
}

bool
syncs_are_idle(const struct syncs *s)
{
	return atomic_load(&s->under_way) == 0;
}
