#include "lib/mem.h"

#include <sys/wait.h>

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
	return tap_end();
}
