#include "tests/tools/argnumber.h"

#include "lib/num.h"
#include "lib/prog.h"

uint64_t
arg_number(const char *text, uint64_t max, const char *usage)
{
	uint64_t n;

	if (num_scan(view_of(text), max, &n) < 0)
		die_usage(usage);
	return n;
}
