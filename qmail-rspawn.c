/*
 * qmail-rspawn: have qmail-remote do each delivery that qmail-send asks for.
 *	usage: qmail-rspawn
 * reads  fd 0: commands (mail/spawn.h); messages in CONF_HOME/queue/mess;
 *        control/leases, smtproutes, authsenders
 * writes fd 1: reports; queue/lock/tcpto*, cleared once at start
 * runs   qmailr, started by qmail-start; $QMAILREMOTE stands for qmail-remote
 * exits  0 at the end of fd 0, when all deliveries are over; 111
 */
#include <errno.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "mail/address.h"
#include "mail/conf.h"
#include "mail/control.h"
#include "mail/dest.h"
#include "mail/route.h"
#include "mail/spawner.h"
#include "mail/tcpto.h"
#include "mail/verdict.h"

#define REMOTE_OUTPUT_MAX 65536	/* bytes; two records of 5000 are usual */
#define CONTROLS_MS 1000	/* control files that change count by then */
/* Processes, that is connections, without a delivery. */
#define IDLE_MAX 60
#define IDLE_MS 4000		/* the one of a peer */
#define IDLE_MORE_MS 1000	/* the others */
#define BUSY "Zqmail-rspawn has enough deliveries to that host. (#4.4.5)\n"

static enum pool_advice admit(struct pool *p, struct pool_task *t,
    int64_t now);
static enum pool_advice advise(struct pool *p, struct pool_task *t,
    int64_t now);

static struct pool_program remote = {
	.path = "qmail-remote", .search = true, .is_offered = true,
	.takes_batches = true, .is_sharing = true,
	.words_max = LEASE_RECORD_MAX,
	.exit_temp = EXIT_TEMP, .exit_perm = EXIT_PERM,
	.output_max = REMOTE_OUTPUT_MAX, .admit = admit,
	.advise = advise,
	.idle_max = IDLE_MAX, .idle_ms = IDLE_MS, .idle_more_ms = IDLE_MORE_MS
};
static struct route_table routes = ROUTE_TABLE_INIT;
static struct control_list limits = CONTROL_LIST_INIT;
static struct deadline controls_until;
static struct dest_table dests;
static const struct pool *pool;	/* ours, once there was a delivery */

/* No table of failed hosts, or one that cannot be cleared, is no reason not
 * to deliver. */
static void
clear_table(enum tcpto_file file)
{
	if (tcpto_clear(file, 0) < 0 && errno != ENOENT)
		log_warning("unable to clear ", tcpto_path(file), ": ",
		    err_str(errno));
}

/* ---- whose process: the peer's ---- */

/* What cannot be read says nothing; of routes qmail-remote says what is
 * wrong. */
static void
refresh_controls(void)
{
	if (!deadline_is_past(&controls_until))
		return;
	controls_until = deadline_in_ms(CONTROLS_MS);
	route_free(&routes);
	control_list_free(&limits);
	if (chdir(CONF_HOME) < 0 || route_load(&routes) < 0)
		route_free(&routes);
	if (control_map("concurrencyperhost", &limits) < 0)
		control_list_free(&limits);
	if (chdir("queue/mess") < 0)
		die_sys("unable to chdir to ", CONF_HOME, "/queue/mess");
}

static void
put_lower(struct buf *b, struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		buf_putc(b, ascii_tolower(v.p[i]));
}

/* All mail through one relay, or to one host, goes to one peer. */
static void
make_key(const struct spawn_command *c, struct buf *key)
{
	struct view host = spawn_command_host(c);
	struct smtproute r;

	refresh_controls();
	if (route_find(&routes, buf_view(&c->sender), host, &r) < 0 ||
	    r.relay.len == 0) {
		buf_putc(key, 'h');
		put_lower(key, host);
		return;
	}
	buf_putc(key, 'r');
	put_lower(key, r.relay);
	buf_putc(key, ':');
	buf_put_u64(key, r.port);
	if (r.has_auth) {
		buf_putc(key, '|');
		buf_putv(key, r.user);
	}
}

/*
 * Recipients of a message share a transaction when the sender and the host are
 * the same.  Those with UTF-8 do not: their servers may be too old for it.
 */
static void
make_share(const struct spawn_command *c, struct buf *share)
{
	for (size_t i = 0; i < c->recipient.len; i++)
		if (((unsigned char)c->recipient.p[i] & 0x80) != 0)
			return;
	buf_putv(share, buf_view(&c->id));
	buf_putc(share, '\0');
	buf_putv(share, buf_view(&c->sender));
	buf_putc(share, '\0');
	buf_putv(share, spawn_command_host(c));
}

static bool
has_same_share(const struct pool_task *a, const struct pool_task *b)
{
	return a->share.len > 0 &&
	    view_is_eq(buf_view(&a->share), buf_view(&b->share));
}

static void
measure(const struct pool *p, const struct pool_task *t, struct dest_load *l)
{
	struct view key = buf_view(&t->key);

	*l = (struct dest_load){ .waiting = 1, .birth_ms = remote.birth_ms };
	for (size_t i = 0; i < p->nworkers; i++) {
		const struct pool_worker *w = &p->workers[i];
		if (w->pid != 0 && w->busy > 0 &&
		    view_is_eq(buf_view(&w->key), key))
			l->running++;
	}
	for (size_t i = 0; i < p->ntasks; i++)
		if (&p->tasks[i] != t && p->tasks[i].state == TASK_WAITING &&
		    view_is_eq(buf_view(&p->tasks[i].key), key) &&
		    !has_same_share(&p->tasks[i], t))
			l->waiting++;
}

/* Whether t's message is on its way to the same host right now. */
static bool
is_shared_now(const struct pool *p, const struct pool_task *t)
{
	for (size_t i = 0; i < p->ntasks; i++)
		if (p->tasks[i].state == TASK_RUNNING &&
		    has_same_share(&p->tasks[i], t))
			return true;
	return false;
}

/* ---- limits ---- */

/* Deliveries at once to the host of t; 0: any number. */
static unsigned
limit_of(const struct pool_task *t)
{
	struct view words = buf_view(&t->words), value;
	uint64_t n;

	if (limits.len == 0 || !control_find_domain(&limits,
	    view_upto(words, view_chr(words, '\0')), true, &value) ||
	    num_scan(value, SPAWN_CAPACITY, &n) < 0)
		return 0;
	return (unsigned)n;
}

/* Processes that deliver to the peer of t. */
static unsigned
count_running(const struct pool *p, const struct pool_task *t)
{
	unsigned n = 0;

	for (size_t i = 0; i < p->nworkers; i++) {
		const struct pool_worker *w = &p->workers[i];
		if (w->pid != 0 && w->busy > 0 && dest_is_same_peer(&dests,
		    buf_view(&w->key), buf_view(&t->key)))
			n++;
	}
	return n;
}

/* POOL_START: no limit is in the way. */
static enum pool_advice
admit(struct pool *p, struct pool_task *t, int64_t now)
{
	unsigned limit = limit_of(t);

	pool = p;
	if (limit == 0 || dest_has_room(&dests, buf_view(&t->key),
	    count_running(p, t), limit))
		return POOL_START;
	/* others want the slot, too */
	t->again_ms = t->since_ms + DEST_HOLD_MS;
	if (now < t->again_ms)
		return POOL_WAIT;
	t->refusal = BUSY;
	return POOL_REFUSE;
}

static void
note_report(const struct pool_task *t, struct view report)
{
	struct dest_report r = { .key = buf_view(&t->key), .text = report,
	    .limit = limit_of(t) };

	if (r.limit == 0)
		return;
	/* t itself is not counted any more */
	r.running = count_running(pool, t) + 1;
	dest_note_report(&dests, &r, deadline_now_ms());
}

/* ---- processes ---- */

static enum pool_advice
advise(struct pool *p, struct pool_task *t, int64_t now)
{
	struct dest_load load;

	if (!p->has_leases || !remote.is_offered ||
	    remote.habit == POOL_IGNORES)
		return POOL_START;
	if (now - t->since_ms < DEST_SHARE_MS && is_shared_now(p, t)) {
		t->again_ms = t->since_ms + DEST_SHARE_MS;
		return POOL_WAIT_SHARE;
	}
	measure(p, t, &load);
	return dest_may_start(dest_get(&dests, buf_view(&t->key), now), &load,
	    now, &t->again_ms) ? POOL_START : POOL_WAIT;
}

/* ---- deliveries ---- */

static bool
begin(struct spawner_delivery *d, struct pool_task *t, struct buf *report)
{
	const struct spawn_command *c = &d->command;

	/* a control byte would end a command of the SMTP conversation */
	if (address_has_control(buf_view(&c->sender))) {
		buf_puts(report,
		    "DSorry, sender has control characters. (#5.1.7)\n");
		return false;
	}
	t->program = &remote;
	make_key(c, &t->key);
	make_share(c, &t->share);
	pool_word(t, spawn_command_host(c));
	pool_word(t, buf_view(&c->sender));
	pool_word(t, buf_view(&c->recipient));
	spawner_give_message(d, t);
	return true;
}

static void
note_end(const struct pool_task *t)
{
	int64_t now = deadline_now_ms();

	dest_note_end(&dests, buf_view(&t->key),
	    t->is_first ? -1 : now - t->begun_ms, now);
}

static bool
end(struct spawner_delivery *d, struct pool_task *t, struct buf *report)
{
	struct view output = buf_view(&t->output);

	(void)d;
	note_end(t);
	if (t->has_crashed)
		buf_puts(report, "Zqmail-remote crashed.\n");
	else if (t->code == EXIT_TEMP)
		buf_puts(report, "ZUnable to run qmail-remote.\n");
	else if (t->code != 0)
		buf_puts(report, "DUnable to run qmail-remote.\n");
	else if (output.len == 0)
		buf_puts(report, "Zqmail-remote produced no output.\n");
	else if (t->is_cut && !verdict_has_result(output))
		buf_puts(report, "Zqmail-remote produced too much output.\n");
	else
		verdict_of_remote(output, report);
	note_report(t, buf_view(report));
	return true;
}

int
main(void)
{
	static const struct spawner spawner = { .begin = begin, .end = end };
	const char *other = env_get("QMAILREMOTE");

	prog_init("qmail-rspawn", oom_wait);
	if (other != NULL && other[0] != '\0') {
		remote.path = other;
		remote.is_offered = false;
	}
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	clear_table(TCPTO_V4);
	clear_table(TCPTO_V6);
	if (chdir("queue/mess") < 0)
		die_sys("unable to chdir to ", CONF_HOME, "/queue/mess");
	return spawner_run(&spawner);
}
