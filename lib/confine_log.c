#include "lib/confine_log.h"

#include <errno.h>

#include "lib/prog.h"

void
confine_or_die(enum confined who)
{
	errno = 0;
	if (confine(who) < 0)
		die_sys("unable to enter the sandbox");
	if (errno == ENOSYS)
		log_warning("this kernel has no sandbox, or only a part");
}
