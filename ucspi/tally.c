#include "ucspi/tally.h"

#include <time.h>

#include "lib/exitcode.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/thread.h"

#define PAUSE_S 1

int
tally_init(struct tally *t, const struct serve *s, size_t max)
{
	pthread_condattr_t attr;

	*t = (struct tally){ .serve = s };
	if (pthread_mutex_init(&t->lock, NULL) != 0 ||
	    pthread_condattr_init(&attr) != 0 ||
	    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC) != 0 ||
	    pthread_cond_init(&t->ended, &attr) != 0 ||
	    pthread_condattr_destroy(&attr) != 0)
		return -1;
	stay_init(&t->stay, s->prog[0]);
	return limits_init(&t->limits, max);
}

void
tally_lock(struct tally *t)
{
	thread_must(pthread_mutex_lock(&t->lock));
}

void
tally_unlock(struct tally *t)
{
	thread_must(pthread_mutex_unlock(&t->lock));
}

/* ---- log lines ---- */

void
tally_say(const struct tally *t)
{
	char running[NUM_FMT_MAX], max[NUM_FMT_MAX];

	if (t->serve->say < SAY_ALL)
		return;
	num_fmt(t->limits.running, running);
	num_fmt(t->limits.max, max);
	log_plain("status: ", running, "/", max);
}

static void
say_end(const struct tally *t, const struct early_end *end)
{
	char id[NUM_FMT_MAX], text[NUM_FMT_MAX];

	if (t->serve->say < SAY_ALL)
		return;
	num_fmt((uint64_t)end->pid, id);
	num_fmt((uint64_t)end->status, text);
	log_plain("end ", id, " status ", text);
}

/* As wait(2) has it. */
static struct early_end
end_of(pid_t pid, int code)
{
	return (struct early_end){ .pid = pid, .status = code << 8 };
}

/* ---- waiting ---- */

bool
tally_is_full(const struct tally *t)
{
	return t->limits.running + t->accepting >= t->limits.max;
}

void
tally_accept(struct tally *t)
{
	while (tally_is_full(t))
		thread_must(pthread_cond_wait(&t->ended, &t->lock));
	t->accepting++;
}

void
tally_wait(struct tally *t)
{
	struct timespec until;

	if (clock_gettime(CLOCK_MONOTONIC, &until) < 0)
		bug("clock");
	until.tv_sec += PAUSE_S;
	/* either will do */
	(void)pthread_cond_timedwait(&t->ended, &t->lock, &until);
}

static void
one_less(struct tally *t)
{
	tally_say(t);
	thread_must(pthread_cond_broadcast(&t->ended));
}

/* ---- processes come ---- */

void
tally_starting(struct tally *t, struct conn *c)
{
	c->place = limits_stay(&t->limits);
	tally_say(t);
	t->starting++;
}

/* The lane knows whose its connection is. */
static void
one_started(struct tally *t)
{
	if (--t->starting == 0)
		early_clear(&t->early);
}

/*
 * A child ended.  Nobody knows it: it is one whose lane has not come to say
 * so, or no child of ours (the shell's that became us).
 */
static void
count_out(struct tally *t, const struct early_end *end)
{
	bool stayed = stay_reaped(&t->stay, end->pid);

	if (limits_leave(&t->limits, end->pid)) {
		say_end(t, end);
		one_less(t);
	} else if (!stayed && t->starting > 0)
		early_keep(&t->early, end);
}

void
tally_started(struct tally *t, const struct limits_entry *place,
    struct stay_place *stays, pid_t pid)
{
	struct early_end end;

	if (pid > 0) {
		if (stays != NULL)
			stay_started(stays, pid);
		limits_started(&t->limits, place, pid);
		if (early_take(&t->early, pid, &end) > 0)
			count_out(t, &end);
	} else {
		if (stays != NULL)
			stay_dropped(stays);
		limits_drop(&t->limits, place);
		one_less(t);
	}
	one_started(t);
}

bool
tally_give(struct tally *t, struct conn *c, struct stay_place *stays)
{
	struct early_end end = end_of(c->pid, EXIT_TEMP);

	/* first: it may be over before the lock is free */
	limits_started(&t->limits, c->place, c->pid);
	if (stay_give(stays, c->fd, env_list_envp(&c->env)) < 0) {
		limits_unstarted(&t->limits, c->place);
		say_end(t, &end);	/* whoever has it will say so */
		return false;
	}
	one_started(t);
	return true;
}

void
tally_refused(struct tally *t, const struct conn *c, struct stay_place *stays,
    int code)
{
	struct early_end end = end_of(c->pid, code);

	stay_untake(stays);
	limits_drop(&t->limits, c->place);
	say_end(t, &end);
	one_less(t);
	one_started(t);
}

/* ---- processes go ---- */

bool
tally_reaped(struct tally *t, const struct early_end *end)
{
	count_out(t, end);
	return t->limits.running > 0 || stay_has_some(&t->stay);
}

void
tally_hear(struct tally *t, size_t place)
{
	struct early_end end;
	pid_t pid;
	int code;

	if (!stay_hear(&t->stay, place, &pid, &code) ||
	    !limits_leave(&t->limits, pid))
		return;
	end = end_of(pid, code);
	say_end(t, &end);
	one_less(t);
}
