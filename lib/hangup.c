#include "lib/hangup.h"

#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

#include "lib/deadline.h"

#define PIECE 8192

/* Input, or the end of it, within the time. */
static bool
can_read(int fd, const struct deadline *until)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	int r;

	do
		r = poll(&p, 1, deadline_poll_ms(until));
	while (r < 0 && errno == EINTR);
	return r > 0;
}

void
hang_up(int readfd, int writefd, int64_t limit_ms)
{
	struct deadline until = deadline_in_ms(limit_ms);
	char piece[PIECE];
	size_t left = HANGUP_MAX;
	ssize_t n;

	if (shutdown(writefd, SHUT_WR) < 0)
		return;		/* no socket, or the peer is gone */
	while (left > 0 && can_read(readfd, &until)) {
		n = recv(readfd, piece, sizeof(piece), 0);
		if (n == 0 || (n < 0 && errno != EINTR))
			return;
		if (n > 0)
			left -= (size_t)n < left ? (size_t)n : left;
	}
}
