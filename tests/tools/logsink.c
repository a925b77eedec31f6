/*
 * logsink: a syslog socket for tests: one line on descriptor 1 per record.
 *	usage: logsink path seconds
 * Ends after seconds.
 */
#include <sys/socket.h>
#include <sys/un.h>

#include <string.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

static char record[65536];

int
main(int argc, char **argv)
{
	struct sockaddr_un sun = { .sun_family = AF_UNIX };
	uint64_t seconds;
	ssize_t r;
	int fd;

	prog_init("logsink", oom_exit);
	if (argc != 3 || strlen(argv[1]) >= sizeof(sun.sun_path) ||
	    num_scan(view_of(argv[2]), 3600, &seconds) < 0)
		die_usage("logsink path seconds");
	memcpy(sun.sun_path, argv[1], strlen(argv[1]) + 1);
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&sun, sizeof(sun)) < 0)
		die_sys("unable to bind ", argv[1]);
	alarm((unsigned)seconds);
	while ((r = recv(fd, record, sizeof(record) - 1, 0)) >= 0) {
		record[r] = '\n';
		if (io_write_all(1, record, (size_t)r + 1) < 0)
			die_sys("unable to write");
	}
	die_sys("unable to receive");
}
