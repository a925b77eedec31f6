#include "send/spawn.h"

#include <errno.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/num.h"
#include "mail/spawn.h"

/* The command leaves with the first flush. */
static void
ask_for(struct spawn *s, uint64_t wanted)
{
	s->has_asked = true;
	s->most = wanted < SPAWN_WIDE_CAPACITY ? (unsigned)wanted :
	    SPAWN_WIDE_CAPACITY;
	spawn_order(s, &(struct spawn_order){ .number = SPAWN_WIDE,
	    .message = SPAWN_WIDE_ASK, .sender = VIEW_EMPTY,
	    .recipient = VIEW_EMPTY });
}

/* The report is the answer: it is not about a delivery. */
static bool
take_answer(struct spawn *s)
{
	struct view text = buf_view(&s->report.text);
	uint64_t n;

	if (!s->has_asked || s->report.number != SPAWN_WIDE)
		return false;
	s->has_asked = false;
	if (text.len == 0 || text.p[0] != SPAWN_WIDE_LETTER ||
	    num_scan(view_from(text, 1), SPAWN_WIDE_CAPACITY, &n) < 0)
		return true;
	s->report.is_wide = true;
	if (n > s->capacity)
		s->capacity = n < s->most ? (unsigned)n : s->most;
	return true;
}

int
spawn_init(struct spawn *s, int to, int from, uint64_t wanted)
{
	unsigned char capacity;
	ssize_t r;

	*s = (struct spawn){ .to = to, .from = from, .command = BUF_INIT,
	    .report = REPORT_INIT, .unread = VIEW_EMPTY };
	do
		r = read(from, &capacity, 1);
	while (r < 0 && errno == EINTR);
	if (r != 1)
		return -1;
	s->capacity = s->most = capacity;
	if (wanted > capacity)
		ask_for(s, wanted);
	return fd_set_nonblock(to) < 0 || fd_set_nonblock(from) < 0 ? -1 : 0;
}

void
spawn_free(struct spawn *s)
{
	fd_close(&s->to);
	fd_close(&s->from);
	buf_free(&s->command);
	buf_free(&s->report.text);
	s->report = (struct report)REPORT_INIT;
	s->unread = VIEW_EMPTY;
}

void
spawn_order(struct spawn *s, const struct spawn_order *o)
{
	if (s->report.is_wide && o->number >= SPAWN_WIDE) {
		buf_putc(&s->command, (char)SPAWN_WIDE);
		buf_putc(&s->command, (char)(o->number >> 8));
	}
	buf_putc(&s->command, (char)o->number);
	buf_puts0(&s->command, o->message);
	buf_putv(&s->command, o->sender);
	buf_putc(&s->command, '\0');
	buf_putv(&s->command, o->recipient);
	buf_putc(&s->command, '\0');
}

static bool
is_block(int error)
{
	return error == EAGAIN || error == EWOULDBLOCK;
}

int
spawn_flush(struct spawn *s)
{
	ssize_t w;

	while (s->command.len > 0) {
		w = write(s->to, s->command.p, s->command.len);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0 && is_block(errno)) {
			s->is_stuck = true;
			return 0;
		}
		if (w < 0) {	/* its last reports can still be read */
			fd_close(&s->to);
			buf_clear(&s->command);
			return -1;
		}
		buf_drop(&s->command, (size_t)w);
	}
	s->is_stuck = false;
	return 0;
}

int
spawn_next(struct spawn *s)
{
	ssize_t r;

	while (!report_take(&s->report, &s->unread) || take_answer(s)) {
		if (s->unread.len > 0)
			continue;
		if (s->is_dry) {
			s->is_dry = false;
			return 0;
		}
		r = read(s->from, s->space, sizeof(s->space));
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0 && is_block(errno))
			return 0;
		if (r <= 0) {
			spawn_free(s);
			return -1;
		}
		s->unread = view_make(s->space, (size_t)r);
		s->is_dry = s->unread.len < sizeof(s->space);
	}
	return 1;
}
