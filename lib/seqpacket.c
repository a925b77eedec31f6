#include "lib/seqpacket.h"

#include <sys/socket.h>

#include <errno.h>
#include <string.h>

#include "lib/fd.h"

#define PEEK_MAX 64		/* bytes of a record that is looked for */

bool
seqpacket_is(int fd)
{
	int type = 0, domain = 0;
	socklen_t len = sizeof(type);

	if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len) < 0 ||
	    type != SOCK_SEQPACKET)
		return false;
	len = sizeof(domain);
	return getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &len) == 0 &&
	    domain == AF_UNIX;
}

bool
seqpacket_next_is(int fd, struct view bytes)
{
	char space[PEEK_MAX];
	ssize_t n = recv(fd, space, sizeof(space), MSG_PEEK | MSG_DONTWAIT);

	return n > 0 && (size_t)n < sizeof(space) &&
	    view_is_eq(view_make(space, (size_t)n), bytes);
}

/* ---- receiving ---- */

static void
close_all(int *fds, size_t *nfds)
{
	for (size_t i = 0; i < *nfds; i++)
		fd_close(&fds[i]);
	*nfds = 0;
}

/* All descriptors that came; more than there is room for are closed. */
static void
collect_fds(struct msghdr *m, int *fds, size_t *nfds)
{
	struct cmsghdr *c;
	const unsigned char *p;
	int fd;

	for (c = CMSG_FIRSTHDR(m); c != NULL; c = CMSG_NXTHDR(m, c)) {
		if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
			continue;
		p = CMSG_DATA(c);
		for (size_t n = c->cmsg_len - CMSG_LEN(0); n >= sizeof(fd);
		    n -= sizeof(fd), p += sizeof(fd)) {
			memcpy(&fd, p, sizeof(fd));
			if (*nfds < SEQPACKET_FDS_MAX)
				fds[(*nfds)++] = fd;
			else
				fd_close(&fd);
		}
	}
}

ssize_t
seqpacket_recv(int fd, char *space, size_t size, int *fds, size_t *nfds,
    bool waits)
{
	_Alignas(struct cmsghdr) char control[
	    CMSG_SPACE(SEQPACKET_FDS_MAX * sizeof(int))];
	struct iovec io = { .iov_base = space, .iov_len = size };
	struct msghdr m = {
		.msg_iov = &io, .msg_iovlen = 1,
		.msg_control = fds != NULL ? control : NULL,
		.msg_controllen = fds != NULL ? sizeof(control) : 0
	};
	ssize_t n;

	*nfds = 0;
	do
		n = recvmsg(fd, &m, MSG_CMSG_CLOEXEC |
		    (waits ? 0 : MSG_DONTWAIT));
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return errno == ECONNRESET ? 0 : -1;
	if (fds != NULL)
		collect_fds(&m, fds, nfds);
	if (n == 0 && *nfds == 0)
		return 0;
	if (n == 0 || (m.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) {
		if (fds != NULL)
			close_all(fds, nfds);
		errno = EPROTO;
		return -1;
	}
	return n;
}

/* ---- sending ---- */

static void
attach_fds(struct msghdr *m, const int *fds, size_t nfds)
{
	struct cmsghdr *c;

	m->msg_controllen = CMSG_SPACE(nfds * sizeof(*fds));
	c = CMSG_FIRSTHDR(m);
	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(nfds * sizeof(*fds));
	memcpy(CMSG_DATA(c), fds, nfds * sizeof(*fds));
}

int
seqpacket_send(int fd, struct view bytes, const int *fds, size_t nfds,
    bool waits)
{
	_Alignas(struct cmsghdr) char control[
	    CMSG_SPACE(SEQPACKET_FDS_MAX * sizeof(int))];
	struct iovec io;
	struct msghdr m = { .msg_iov = &io, .msg_iovlen = 1 };
	ssize_t n;

	if (nfds > SEQPACKET_FDS_MAX) {
		errno = EMSGSIZE;
		return -1;
	}
	/* sendmsg(2) only reads it */
	memcpy(&io.iov_base, &bytes.p, sizeof(io.iov_base));
	io.iov_len = bytes.len;
	if (nfds > 0) {
		memset(control, 0, sizeof(control));
		m.msg_control = control;
		attach_fds(&m, fds, nfds);
	}
	do
		n = sendmsg(fd, &m, MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT));
	while (n < 0 && errno == EINTR);
	return n < 0 ? -1 : 0;
}
