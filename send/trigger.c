#include "send/trigger.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/fd.h"
#include "mail/queue.h"

#define TRIGGER_READS 16	/* a writer that never stops is not followed */
#define PAUSE_FIRST_MS 10
#define PAUSE_MAX_MS 1000

void
trigger_open(struct trigger *t)
{
	trigger_close(t);
	t->fd = open(QUEUE_TRIGGER, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	/* some systems report an end for ever once a writer has left */
	if (t->fd >= 0)
		t->own = open(QUEUE_TRIGGER, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
}

void
trigger_close(struct trigger *t)
{
	fd_close(&t->fd);
	fd_close(&t->own);
}

void
trigger_drain(struct trigger *t)
{
	char bytes[4096];
	ssize_t r = sizeof(bytes);

	/* a short read has emptied it */
	for (unsigned n = 0; n < TRIGGER_READS && t->fd >= 0 &&
	    r == sizeof(bytes); n++)
		do
			r = read(t->fd, bytes, sizeof(bytes));
		while (r < 0 && errno == EINTR);
	if (t->fd < 0 || r == 0 || (r < 0 && errno != EAGAIN))
		trigger_open(t);
}

void
trigger_scanned(struct trigger *t, bool useful)
{
	if (useful)
		t->pause_ms = 0;
	else if (t->pause_ms == 0)
		t->pause_ms = PAUSE_FIRST_MS;
	else if (t->pause_ms < PAUSE_MAX_MS / 2)
		t->pause_ms *= 2;
	else
		t->pause_ms = PAUSE_MAX_MS;
	t->quiet = deadline_in_ms(t->pause_ms);
}

int
trigger_fd(const struct trigger *t)
{
	return deadline_is_past(&t->quiet) ? t->fd : -1;
}
