/*
 * listener.h: the socket that tcpserver accepts from: made by itself, or made
 * by a supervisor and passed on.
 */
#ifndef UCSPI_LISTENER_H
#define UCSPI_LISTENER_H

#include <stdbool.h>

#include "lib/attr.h"

struct listener_spec {
	const char *host;
	unsigned port;
	int family;		/* AF_UNSPEC: whatever host is */
	int backlog;
	const char *interface;	/* of link-local addresses; NULL: none */
};

/* A listening socket, close-on-exec and not blocking; dies without one. */
MUST_CHECK int listener_open(const struct listener_spec *spec);

/*
 * The socket passed as descriptor 3 with LISTEN_PID and LISTEN_FDS in the
 * environment (sd_listen_fds(3)), or -1 when these do not mean this process;
 * both are removed.  Dies when it is no listening TCP socket, or not one only.
 */
MUST_CHECK int listener_passed(void);

/* Accepted sockets inherit TCP_NODELAY from the listener. */
void listener_set_no_delay(int fd);

#endif
