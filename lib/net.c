#include "lib/net.h"

#include <sys/socket.h>

#include <errno.h>
#include <poll.h>

#include "lib/fd.h"

int
net_socket(int family, int type)
{
	int fd = socket(family, type, 0);

	if (fd >= 0 && fd_set_cloexec(fd) < 0)
		fd_close(&fd);
	return fd;
}

static int
bind_local(int fd, const struct net_peer *to)
{
	struct sockaddr_storage ss;
	struct ip any = ip_is_v4(&to->ip) ? IP_ANY4 : IP_ANY6;
	int on = 1;
	socklen_t len;

	if (to->local == NULL && to->local_port == 0)
		return 0;
	ip_to_sockaddr(to->local == NULL ? &any : to->local, to->local_port,
	    &ss, &len);
	if (to->local_port != 0 &&
	    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0)
		return -1;
	return bind(fd, (struct sockaddr *)&ss, len);
}

/* connect(2) began and goes on: wait for its end. */
static int
finish(int fd, const struct deadline *until)
{
	struct pollfd pfd = { .fd = fd, .events = POLLOUT };
	int error = 0, r;
	socklen_t len = sizeof(error);

	while ((r = poll(&pfd, 1, deadline_poll_ms(until))) <= 0) {
		if (r < 0 && errno != EINTR)
			return -1;
		if (deadline_is_past(until)) {
			errno = ETIMEDOUT;
			return -1;
		}
	}
	if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len) < 0)
		return -1;
	errno = error;
	return error == 0 ? 0 : -1;
}

static int
connect_within(int fd, const struct net_peer *to, const struct deadline *until)
{
	struct sockaddr_storage ss;
	socklen_t len;

	ip_to_sockaddr(&to->ip, to->port, &ss, &len);
	if (fd_set_nonblock(fd) < 0)
		return -1;
	if (connect(fd, (struct sockaddr *)&ss, len) < 0) {
		if (errno != EINPROGRESS && errno != EINTR)
			return -1;
		if (finish(fd, until) < 0)
			return -1;
	}
	return fd_clear_nonblock(fd);
}

int
net_connect(const struct net_peer *to, const struct deadline *until)
{
	int fd = net_socket(ip_is_v4(&to->ip) ? AF_INET : AF_INET6,
	    SOCK_STREAM);

	if (fd < 0)
		return -1;
	if (bind_local(fd, to) < 0 || connect_within(fd, to, until) < 0)
		fd_close(&fd);
	return fd;
}
