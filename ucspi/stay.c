#include "ucspi/stay.h"

#include <string.h>

#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/handover.h"
#include "ucspi/rules.h"

/*
 * The one program that knows of offers; what else has its name ignores them.
 * Nothing may run between tcpserver and it: a program that looks at each
 * connection, as rblsmtpd does, would not be asked about the others.
 */
#define KNOWS "qmail-smtpd"
#define UNANSWERED_MAX 8	/* then there is nobody who would answer, */
#define SKIP 64			/* ... and one in so many is still offered */
#define OWN_VARS_MAX 20		/* that tcpserver sets itself, */
#define OWN_SIZE 2048		/* ... their bytes */

/* Whether there is room for it with all that rules may add. */
static bool
is_small(char *const *envp)
{
	size_t len = RULES_DATA_MAX + OWN_SIZE, n = OWN_VARS_MAX;

	for (; *envp != NULL && len <= HANDOVER_ENV_MAX; envp++, n++)
		len += strlen(*envp) + 1;
	return len <= HANDOVER_ENV_MAX && n <= HANDOVER_VARS_MAX;
}

void
stay_init(struct stay *s, const char *argv0)
{
	const char *slash = strrchr(argv0, '/');

	*s = (struct stay){ .unanswered = 0 };
	s->is_for_us = is_small(environ) &&
	    strcmp(slash == NULL ? argv0 : slash + 1, KNOWS) == 0;
	for (size_t i = 0; i < STAY_MAX; i++)
		s->v[i].fd = -1;
}

static void
vacate(struct stay_place *p)
{
	fd_close(&p->fd);
	p->pid = 0;
	p->state = STAY_NONE;
}

/* It will learn that nothing comes any more. */
static void
send_away(struct stay_place *p)
{
	fd_close(&p->fd);
	p->state = STAY_LEAVING;
}

/* ---- starting one ---- */

struct stay_place *
stay_offer(struct stay *s, int *theirs)
{
	struct stay_place *p = s->v;

	if (!s->is_for_us)
		return NULL;
	if (s->unanswered >= UNANSWERED_MAX && ++s->skipped % SKIP != 0)
		return NULL;
	while (p < s->v + STAY_MAX && p->state != STAY_NONE)
		p++;
	if (p == s->v + STAY_MAX || handover_pair(&p->fd, theirs) < 0)
		return NULL;
	p->state = STAY_STARTING;
	p->has_answered = false;
	return p;
}

void
stay_started(struct stay_place *p, pid_t pid)
{
	p->pid = pid;
	p->state = STAY_BUSY;
}

void
stay_dropped(struct stay_place *p)
{
	vacate(p);
}

/* ---- one that waits ---- */

struct stay_place *
stay_take(struct stay *s)
{
	struct stay_place *last = NULL;

	for (struct stay_place *p = s->v; p < s->v + STAY_MAX; p++)
		if (p->state == STAY_WAITING &&
		    (last == NULL || p->since_ms > last->since_ms))
			last = p;
	if (last != NULL)
		last->state = STAY_TAKEN;
	return last;
}

int
stay_give(struct stay_place *p, int conn, char *const *envp)
{
	if (p->state == STAY_LOST) {
		vacate(p);
		return -1;
	}
	if (handover_send(p->fd, conn, envp) < 0) {
		send_away(p);
		return -1;
	}
	p->state = STAY_BUSY;
	return 0;
}

void
stay_untake(struct stay_place *p)
{
	if (p->state == STAY_LOST)
		vacate(p);
	else
		p->state = STAY_WAITING;
}

/* ---- watching ---- */

/* What is STARTING is not heard before it is known who it is. */
static bool
may_speak(const struct stay_place *p)
{
	return p->fd >= 0 && p->state != STAY_STARTING;
}

size_t
stay_watch(const struct stay *s, struct pollfd *fds, size_t *places)
{
	size_t n = 0;

	for (size_t i = 0; i < STAY_MAX; i++) {
		if (!may_speak(&s->v[i]))
			continue;
		fds[n] = (struct pollfd){ .fd = s->v[i].fd, .events = POLLIN };
		places[n++] = i;
	}
	return n;
}

bool
stay_hear(struct stay *s, size_t place, pid_t *pid, int *code)
{
	struct stay_place *p = &s->v[place];
	int r = may_speak(p) ? handover_result(p->fd, code) : 0;

	if (r > 0 && p->state == STAY_BUSY) {
		p->state = STAY_WAITING;
		p->since_ms = deadline_now_ms();
		p->has_answered = true;
		s->unanswered = 0;
		*pid = p->pid;
		return true;
	}
	/* one that waits has nothing to say, and TAKEN is its lane's */
	if (r != 0 && p->state != STAY_TAKEN)
		send_away(p);
	return false;
}

bool
stay_reaped(struct stay *s, pid_t pid)
{
	for (struct stay_place *p = s->v; p < s->v + STAY_MAX; p++) {
		if (p->pid != pid || p->state == STAY_NONE ||
		    p->state == STAY_LOST)
			continue;
		if (!p->has_answered)
			s->unanswered++;
		if (p->state == STAY_TAKEN)
			p->state = STAY_LOST;
		else
			vacate(p);
		return true;
	}
	return false;
}

bool
stay_has_some(const struct stay *s)
{
	for (size_t i = 0; i < STAY_MAX; i++)
		if (s->v[i].state != STAY_NONE)
			return true;
	return false;
}

int
stay_expire(struct stay *s)
{
	int64_t now = deadline_now_ms(), left = -1;

	for (struct stay_place *p = s->v; p < s->v + STAY_MAX; p++) {
		int64_t rest = p->since_ms + STAY_WAIT_MS - now;
		if (p->state != STAY_WAITING)
			continue;
		if (rest <= 0)
			send_away(p);
		else if (left < 0 || rest < left)
			left = rest;
	}
	return (int)left;
}
