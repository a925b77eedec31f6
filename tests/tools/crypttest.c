/*
 * crypttest: print crypt(3) of a secret.	usage: crypttest secret setting
 */
#include <crypt.h>

#include "lib/prog.h"

int
main(int argc, char **argv)
{
	const char *hash;

	prog_init("crypttest", oom_exit);
	if (argc != 3)
		die_usage("crypttest secret setting");
	hash = crypt(argv[1], argv[2]);
	if (hash == NULL)
		die_sys("unable to crypt");
	printf("%s\n", hash);
	return 0;
}
