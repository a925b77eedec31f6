/*
 * qmail-tcpok: forget which hosts did not answer.
 * writes queue/lock/tcpto and, if it is there, tcpto6: all zero, under lock
 * exits  0, 111
 */
#include <errno.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/tcpto.h"

static int
clear(enum tcpto_file file)
{
	return tcpto_clear(file, tcpto_size(file));
}

int
main(void)
{
	prog_init("qmail-tcpok", oom_exit);
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	if (clear(TCPTO_V4) < 0)
		die_sys("unable to clear ", tcpto_path(TCPTO_V4));
	if (clear(TCPTO_V6) < 0 && errno != ENOENT)
		die_sys("unable to clear ", tcpto_path(TCPTO_V6));
	return EXIT_OK;
}
