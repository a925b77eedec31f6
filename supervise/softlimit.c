/*
 * softlimit: run a program with resource limits.
 *	usage: softlimit [-a AS] [-c CORE] [-d DATA] [-f FSIZE] [-l MEMLOCK]
 *	    [-m ALL] [-o NOFILE] [-p NPROC] [-r RSS] [-s STACK] [-t CPU] program
 * sets soft limits, bytes but for -o -p -t; `=` means the hard limit, more is
 * clipped to it; exits 100 usage, 111 refused, exec failure
 */
#include <sys/resource.h>

#include <unistd.h>

#include "lib/attr.h"
#include "lib/child.h"
#include "lib/num.h"
#include "lib/prog.h"

#define USAGE "softlimit [-a allbytes] [-c corebytes] [-d databytes] " \
	"[-f filebytes] [-l lockbytes] [-m membytes] [-o openfiles] " \
	"[-p processes] [-r residentbytes] [-s stackbytes] " \
	"[-t cpusecs] child"

static const struct {
	int letter;
	bool memory;		/* -m sets it too */
	int resource;
} limits[] = {
	{ 'a', true, RLIMIT_AS },
	{ 'c', false, RLIMIT_CORE },
	{ 'd', true, RLIMIT_DATA },
	{ 'f', false, RLIMIT_FSIZE },
	{ 'l', true, RLIMIT_MEMLOCK },
	{ 'o', false, RLIMIT_NOFILE },
	{ 'p', false, RLIMIT_NPROC },
	{ 'r', false, RLIMIT_RSS },
	{ 's', true, RLIMIT_STACK },
	{ 't', false, RLIMIT_CPU },
};

static void
set_limit(int resource, const char *value)
{
	struct rlimit r;
	uint64_t n;

	if (getrlimit(resource, &r) < 0)
		die_sys("unable to get a limit");
	if (view_is(view_of(value), "="))
		r.rlim_cur = r.rlim_max;
	else if (num_scan(view_of(value), UINT64_MAX, &n) < 0)
		die_usage(USAGE);
	else
		r.rlim_cur = n < r.rlim_max ? (rlim_t)n : r.rlim_max;
	if (setrlimit(resource, &r) < 0)
		die_sys("unable to set a limit");
}

static void
apply(int letter, const char *value)
{
	bool known = letter == 'm';

	for (size_t i = 0; i < NELEM(limits); i++)
		if (limits[i].letter == letter ||
		    (letter == 'm' && limits[i].memory)) {
			set_limit(limits[i].resource, value);
			known = true;
		}
	if (!known)
		die_usage(USAGE);
}

int
main(int argc, char **argv)
{
	int letter;

	prog_init("softlimit", oom_exit);
	while ((letter = getopt(argc, argv,
	    "+:a:c:d:f:l:m:o:p:r:s:t:")) != -1)
		apply(letter, optarg);
	if (optind >= argc)
		die_usage(USAGE);
	child_exec(argv[optind], argv + optind, NULL);
	die_sys("unable to run ", argv[optind]);
}
