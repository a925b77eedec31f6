#include "lib/prog.h"

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/exitcode.h"

#define WORDS_MAX 16		/* words of one message with its reason */

void
prog_init(const char *name, mem_policy *policy)
{
	log_set_name(name);
	mem_set_policy(policy);
}

void
die_usage(const char *text)
{
	log_plain("usage: ", text);
	_exit(EXIT_PERM);
}

void
prog_die_sys(const char *const *words)
{
	const char *all[WORDS_MAX + 1];
	size_t n = 0;

	for (; n < WORDS_MAX - 2 && words[n] != NULL; n++)
		all[n] = words[n];
	all[n++] = ": ";
	all[n++] = err_str(errno);
	all[n] = NULL;
	prog_die(EXIT_TEMP, all);
}

void
prog_die(int code, const char *const *words)
{
	log_line("fatal", words);
	_exit(code);
}

void
bug(const char *what)
{
	log_alert("internal bug: ", what);
	_exit(EXIT_TEMP);
}
