/*
 * prog.h: how a program begins, and how it ends before its time.
 */
#ifndef LIB_PROG_H
#define LIB_PROG_H

#include "lib/attr.h"
#include "lib/log.h"
#include "lib/mem.h"

/*
 * First line of every main: the name that starts its log lines (a literal)
 * and what to do without memory (lib/mem.h).
 */
void prog_init(const char *name, mem_policy *policy);

/* `program: usage: TEXT`, exit 100. */
noreturn void die_usage(const char *text);

/* `program: fatal: WORDS: REASON OF ERRNO`, exit 111. */
#define die_sys(...) prog_die_sys(LOG_WORDS(__VA_ARGS__))
/* `program: fatal: WORDS`, exit 111. */
#define die_temp(...) prog_die(111, LOG_WORDS(__VA_ARGS__))
/* `program: fatal: WORDS`, exit 100. */
#define die_perm(...) prog_die(100, LOG_WORDS(__VA_ARGS__))

noreturn void prog_die_sys(const char *const *words);
noreturn void prog_die(int code, const char *const *words);

/* A broken invariant of ours, never of input: logs an alert, exits 111. */
noreturn void bug(const char *what);

#endif
