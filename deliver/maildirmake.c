/*
 * maildirmake: create a maildir.	usage: maildirmake dir
 * writes dir/{tmp,new,cur}, mode 0700; runs as the caller; exits 0, 100, 111
 */
#include <sys/stat.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "mail/maildir.h"

int
main(int argc, char **argv)
{
	prog_init("maildirmake", oom_exit);
	if (argc != 2)
		die_usage("maildirmake dir");
	umask(077);
	if (maildir_make(argv[1]) < 0)
		die_sys("unable to create maildir ", argv[1]);
	return EXIT_OK;
}
