#include "lib/mem.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/log.h"
#include "lib/size.h"

#define OOM_SLEEP_S 10		/* scheduling.md 1: memory retry */

#define ARENA_ALIGN 16
#define STACK_WIPED 16384	/* bytes: no work on secrets goes deeper */

static mem_policy *on_shortage = oom_exit;
static _Thread_local struct mem_arena *arena;	/* NULL: the heap */
static volatile sig_atomic_t stopping;

void
oom_exit(void)
{
	log_fatal("out of memory");
	_exit(EXIT_TEMP);
}

void
oom_stop(void)
{
	stopping = 1;
}

void
oom_wait(void)
{
	struct timespec ts = { .tv_sec = OOM_SLEEP_S };

	if (stopping)
		_exit(EXIT_TEMP);
	log_alert("out of memory, sleeping...");
	(void)nanosleep(&ts, NULL);	/* woken early: tries again early */
}

void
mem_set_policy(mem_policy *policy)
{
	on_shortage = policy;
}

void
mem_use_arena(struct mem_arena *a)
{
	arena = a;
	if (a != NULL)
		a->used = 0;
}

/* n bytes, which know their length.  Not cleared. */
static void *
arena_take(size_t n)
{
	size_t left = arena->size - arena->used, need;
	char *p = arena->p + arena->used;

	if (size_add(n, 2 * ARENA_ALIGN - 1, &need) < 0 || need > left)
		oom_exit();
	memcpy(p, &n, sizeof(n));
	arena->used += need / ARENA_ALIGN * ARENA_ALIGN;
	return p + ARENA_ALIGN;
}

static void *
arena_grow(const void *old, size_t n)
{
	void *p = arena_take(n);
	size_t had;

	if (old == NULL)
		return p;
	memcpy(&had, (const char *)old - ARENA_ALIGN, sizeof(had));
	memcpy(p, old, had < n ? had : n);
	return p;
}

void *
mem_alloc(size_t n)
{
	void *p;

	if (arena != NULL)
		return arena_take(n);
	while ((p = malloc(n == 0 ? 1 : n)) == NULL)
		on_shortage();
	return p;
}

void *
mem_zalloc(size_t n)
{
	return mem_array(1, n);
}

void *
mem_array(size_t count, size_t size)
{
	void *p;
	size_t n;

	if (count == 0 || size == 0)
		count = size = 1;
	if (arena != NULL) {
		if (size_mul(count, size, &n) < 0)
			oom_exit();
		return memset(arena_take(n), 0, n);
	}
	while ((p = calloc(count, size)) == NULL)
		on_shortage();
	return p;
}

void *
mem_grow(void *old, size_t count, size_t size)
{
	void *p;
	size_t n;

	while (size_mul(count, size, &n) < 0)
		on_shortage();
	if (arena != NULL)
		return arena_grow(old, n);
	while ((p = realloc(old, n == 0 ? 1 : n)) == NULL)
		on_shortage();
	return p;
}

char *
mem_strdup(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = mem_alloc(n);

	memcpy(p, s, n);
	return p;
}

void
mem_free(void *p)
{
	if (arena == NULL)
		free(p);
}

void
mem_wipe(void *p, size_t n)
{
	volatile unsigned char *v = p;

	while (n-- > 0)
		*v++ = 0;
}

void
mem_wipe_stack(void)
{
	unsigned char below[STACK_WIPED];

	mem_wipe(below, sizeof(below));
}
