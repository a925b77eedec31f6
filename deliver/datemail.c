/*
 * datemail: sendmail, with a Date field in the local time zone.
 * usage	datemail, with sendmail's arguments
 * runs		CONF_HOME/bin/predate CONF_HOME/bin/sendmail in its place
 * exits	as sendmail; 111 unable to run
 */
#include <unistd.h>

#include "lib/buf.h"
#include "lib/mem.h"
#include "lib/prog.h"
#include "mail/conf.h"

static char *
path_of(const char *program)
{
	struct buf path = BUF_INIT;

	buf_cat(&path, CONF_HOME, "/bin/", program);
	return path.p;			/* kept until exec */
}

int
main(int argc, char **argv)
{
	size_t n = argc > 0 ? (size_t)argc - 1 : 0;
	char **args = mem_array(n + 3, sizeof(*args));

	prog_init("datemail", oom_exit);
	args[0] = path_of("predate");
	args[1] = path_of("sendmail");
	for (size_t i = 0; i < n; i++)
		args[i + 2] = argv[i + 1];
	execv(args[0], args);
	die_sys("unable to run ", args[0]);
}
