/*
 * mem.h: memory that is always there.  No function here returns failure: when
 * the system has no memory left the program's policy is called, and when the
 * policy returns the request is tried again.  A request whose size overflows
 * is treated the same, so a size computed from outside data needs a limit of
 * its own before it gets here.
 */
#ifndef LIB_MEM_H
#define LIB_MEM_H

#include <stddef.h>

#include "lib/attr.h"

/* What to do without memory: returns to have the request tried again. */
typedef void mem_policy(void);

/* Policy: log `out of memory`, exit 111.  For programs that live shortly. */
noreturn void oom_exit(void);

/*
 * Policy: log an alert, sleep 10 s, return.  For daemons.  Exits 111 once
 * oom_stop() was called, so a daemon told to stop does not wait for ever.
 */
void oom_wait(void);
void oom_stop(void);		/* async-signal-safe */

void mem_set_policy(mem_policy *policy);	/* prog_init() does it */

/* Caller owns the result and gives it to mem_free(); never NULL, n may be 0. */
void *mem_alloc(size_t n);		/* n bytes, not cleared */
void *mem_zalloc(size_t n);		/* n bytes of zero */
void *mem_array(size_t count, size_t size);	/* zeroed */
/* p (or NULL) made count * size bytes long; the old pointer is dead. */
void *mem_grow(void *p, size_t count, size_t size);
char *mem_strdup(const char *s);
void mem_free(void *p);			/* NULL is fine */

/*
 * For code between vfork(2) and exec, which may be killed at any moment while
 * the heap is its parent's, too: from mem_use_arena(a) to mem_use_arena(NULL)
 * memory comes out of the arena, mem_free() does nothing, and a shortage is
 * oom_exit().  All of it is given back at once, by the next mem_use_arena().
 * Each thread has its own.
 */
struct mem_arena {
	char *p;		/* aligned as malloc(3)'s */
	size_t size, used;
};
void mem_use_arena(struct mem_arena *a);

/* Overwrite n bytes that were secret; not optimised away. */
void mem_wipe(void *p, size_t n);
/*
 * Overwrite what functions that have returned left below the caller's frame.
 * Registers that a secret was copied with are saved there: by compilers, and by
 * ld.so(8), which binds functions of the C library at their first call.
 */
void mem_wipe_stack(void);

#endif
