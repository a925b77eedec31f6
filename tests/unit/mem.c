#include "lib/mem.h"

#include <sys/wait.h>

#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/prog.h"
#include "tests/tap.h"

static char space[65536] __attribute__((aligned(16)));
static struct mem_arena arena = { .p = space, .size = sizeof(space) };

static bool
is_inside(const void *p)
{
	return (const char *)p >= space &&
	    (const char *)p < space + sizeof(space);
}

static void
test_arena(void)
{
	char *heap = mem_strdup("heap"), *a, *b;
	struct env_list env = ENV_LIST_INIT;
	struct buf text = BUF_INIT;

	mem_use_arena(&arena);
	a = mem_alloc(3);
	memcpy(a, "ab", 3);
	b = mem_array(5, 100);
	CHECK_INT("inside", is_inside(a) && is_inside(b), 1);
	CHECK_INT("aligned", ((uintptr_t)a | (uintptr_t)b) % 16 == 0, 1);
	CHECK_INT("zeroed", b[0] == 0 && b[499] == 0, 1);
	a = mem_grow(a, 1, 5000);
	CHECK_STR("grown, with its bytes", view_of(a), "ab");
	mem_free(a);
	mem_free(heap);		/* no heap may be touched: nothing happens */
	for (int i = 0; i < 2000; i++)
		buf_putc(&text, 'x');
	env_list_put(&env, "TEXT", buf_view(&text));
	CHECK_INT("lists and buffers work", (int)strlen(env_list_get(&env,
	    "TEXT")), 2000);
	CHECK_INT("inside", is_inside(text.p) && is_inside(env.v), 1);
	mem_use_arena(NULL);
	CHECK_STR("the heap is as it was", view_of(heap), "heap");
	mem_free(heap);
	mem_use_arena(&arena);
	CHECK_INT("all is free again", (int)arena.used, 0);
	mem_use_arena(NULL);
	a = mem_alloc(10);
	CHECK_INT("the heap again", is_inside(a), 0);
	mem_free(a);
}

/* What a child does with an arena that is too small: its exit code. */
static int
code_of(void *(*take)(size_t), size_t n)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		if (close(2) < 0)	/* its last words */
			_exit(1);
		mem_use_arena(&arena);
		(void)take(n);
		_exit(EXIT_OK);
	}
	return waitpid(pid, &status, 0) == pid && WIFEXITED(status) ?
	    WEXITSTATUS(status) : -1;
}

static void *
take_array(size_t n)
{
	return mem_array(n, n);
}

/* ---- a stack that can be looked at from outside ---- */

#define MARK 0x5a
#define MARKS 256		/* more in a row than there are by chance */

static unsigned char stack[262144] __attribute__((aligned(4096)));

static volatile size_t marks = MARKS;	/* none is optimised away */

/* At the far end of a large frame: nobody else gets there soon. */
static int __attribute__((noinline))
leave_marks(void)
{
	volatile unsigned char secret[12000];

	for (size_t i = 0; i < marks; i++)
		secret[i] = MARK;
	return secret[0];
}

static void *
only_marks(void *unused)
{
	(void)leave_marks();
	return unused;
}

static void *
marks_wiped(void *unused)
{
	(void)leave_marks();
	mem_wipe_stack();
	return unused;
}

/* 1, 0; -1: it could not be run. */
static int
are_marks_left(void *(*run)(void *))
{
	pthread_attr_t on_stack;
	pthread_t thread;
	size_t row = 0;

	memset(stack, 0, sizeof(stack));
	if (pthread_attr_init(&on_stack) != 0 || pthread_attr_setstack(
	    &on_stack, stack, sizeof(stack)) != 0 || pthread_create(&thread,
	    &on_stack, run, NULL) != 0 || pthread_join(thread, NULL) != 0)
		return -1;
	(void)pthread_attr_destroy(&on_stack);
	for (size_t i = 0; i < sizeof(stack) && row < MARKS; i++)
		row = stack[i] == MARK ? row + 1 : 0;
	return row == MARKS;
}

int
main(void)
{
	prog_init("mem", oom_wait);
	test_arena();
	CHECK_INT("fits", code_of(mem_alloc, sizeof(space) - 64), EXIT_OK);
	CHECK_INT("too much: out, not waiting", code_of(mem_alloc,
	    sizeof(space)), EXIT_TEMP);
	CHECK_INT("too much to count", code_of(mem_alloc, SIZE_MAX),
	    EXIT_TEMP);
	CHECK_INT("product too much", code_of(take_array, SIZE_MAX / 2),
	    EXIT_TEMP);
	CHECK_INT("a function leaves its bytes on the stack",
	    are_marks_left(only_marks), 1);
	CHECK_INT("wiped: none of them", are_marks_left(marks_wiped), 0);
	return tap_end();
}
