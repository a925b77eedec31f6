/*
 * nodelay: tell whether small packets of a connection wait for each other.
 *	usage: nodelay [arg ...]
 * writes fd 1, a TCP connection: `nodelay 0` or 1 (TCP_NODELAY, tcp(7))
 */
#include <sys/socket.h>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "lib/io.h"
#include "lib/prog.h"

int
main(void)
{
	int on = 0;
	socklen_t len = sizeof(on);

	prog_init("nodelay", oom_exit);
	if (getsockopt(1, IPPROTO_TCP, TCP_NODELAY, &on, &len) < 0)
		die_sys("unable to ask for TCP_NODELAY");
	if (io_write_all(1, on != 0 ? "nodelay 1\r\n" : "nodelay 0\r\n", 11) < 0)
		die_sys("unable to write");
	return 0;
}
