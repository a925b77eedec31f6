#include "remote/job.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/deadline.h"
#include "lib/mem.h"
#include "lib/net.h"
#include "lib/num.h"
#include "mail/mx.h"
#include "remote/check.h"
#include "remote/deliver.h"
#include "remote/greet.h"

#define NO_CONTROLS "Unable to read control files. (#4.3.0)\n"
#define NO_RESOURCES "System resources temporarily unavailable. (#4.3.0)\n"

/* Why there is nobody to connect to. */
static const struct { char letter; const char *text; } ends[] = {
	[MX_TARGET] = { VERDICT_TEMP, NULL },		/* not an end */
	[MX_END] = { VERDICT_TEMP, "Sorry, I wasn't able to establish an SMTP "
	    "connection. (#4.4.1)\n" },
	[MX_SOFT] = { VERDICT_TEMP, "Sorry, I couldn't find any host by that "
	    "name. (#4.1.2)\n" },
	[MX_HARD] = { VERDICT_PERM, NULL },		/* names the host */
	[MX_NO_ADDRESS] = { VERDICT_PERM, "Sorry, I couldn't find a mail "
	    "exchanger or IP address. (#5.4.4)\n" },
	[MX_SELF] = { VERDICT_PERM, "Sorry. Although I'm listed as a "
	    "best-preference MX or A for that host,\nit isn't in my "
	    "control/locals file, so I don't treat it as local. (#5.4.6)\n" },
	[MX_NULL] = { VERDICT_PERM, "Sorry, that host says that it never takes "
	    "mail. (#5.1.10)\n" },
};

static void
conclude(struct job *j, char letter, const char *text)
{
	report_message(j->report, letter, view_of(text));
}

void
job_init(struct job *j)
{
	j->key = j->failure = j->text = j->address = (struct buf)BUF_INIT;
	j->sound = NULL;
}

void
job_free(struct job *j)
{
	buf_free(&j->key);
	buf_free(&j->failure);
	buf_free(&j->text);
	buf_free(&j->address);
	mem_free(j->sound);
	j->sound = NULL;
}

/* Nothing of the job before is left. */
static void
reset(struct job *j)
{
	buf_clear(&j->key);
	buf_clear(&j->failure);
	buf_clear(&j->text);
	buf_clear(&j->address);
	j->needs_utf8 = false;
	j->nsound = 0;
	for (int i = 0; i < TCPTO_FILES; i++)
		j->has_known[i] = false;
}

/* Sort recipients into the sound and, with their results, the others. */
static void
check_recipients(struct job *j)
{
	j->nsound = 0;
	report_start(j->report, j->nrecipients);
	for (size_t i = 0; i < j->nrecipients; i++) {
		struct view r = view_of(j->recipients[i]);
		const char *fault = check_recipient(r);
		if (fault == NULL) {
			j->needs_utf8 = j->needs_utf8 || check_needs_utf8(r);
			j->sound[j->nsound++] = i;
			continue;
		}
		report_recipient(j->report, i, RCPT_PERM, view_of(fault));
		j->report->recipients[i].is_ours = true;
	}
}

/* Whether anybody can get this message; if not, it is reported. */
static bool
check_addresses(struct job *j)
{
	const char *fault = check_sender(view_of(j->sender));

	j->sound = mem_grow(j->sound, j->nrecipients, sizeof(j->sound[0]));
	j->needs_utf8 = check_needs_utf8(view_of(j->sender));
	check_recipients(j);
	if (fault != NULL)
		report_start(j->report, j->nrecipients);
	else if (j->nsound > 0)
		return true;
	else
		fault = check_recipient(view_of(j->recipients[0]));
	conclude(j, VERDICT_PERM, fault);
	return false;
}

static bool
find_route(struct job *j)
{
	struct view sender = view_of(j->sender);
	const char *bad;

	if (route_find(&j->setup->routes, sender, view_of(j->host),
	    &j->route) < 0) {
		conclude(j, VERDICT_TEMP, NO_CONTROLS);
		return false;
	}
	bad = setup_local_ip(j->setup, sender, &j->local);
	if (bad == NULL)
		return true;
	buf_clear(&j->text);
	buf_cat(&j->text, "invalid ipaddr in control/", bad, " (#4.3.0)\n");
	conclude(j, VERDICT_TEMP, j->text.p);
	return false;
}

/* Where the record of ip is in what tcpto knew when the job began. */
static const struct tcpto_table *
known_about(struct job *j, const struct ip *ip, size_t *i)
{
	enum tcpto_file file = tcpto_file_of(ip);
	struct tcpto_table *t = &j->known[file];

	if (!j->has_known[file] && tcpto_read(file, t) < 0)
		t->n = 0;		/* nothing is known */
	j->has_known[file] = true;
	*i = tcpto_find(t, ip);
	return t;
}

static bool
is_shortage(int error)
{
	return error == EMFILE || error == ENFILE || error == ENOBUFS ||
	    error == ENOMEM;
}

/* To where and as whom this message wants to be connected. */
static void
make_key(struct job *j)
{
	char port[NUM_FMT_MAX], local[IP_FMT_MAX];
	const struct smtproute *r = &j->route;

	buf_putv(&j->key, r->relay.len > 0 ? r->relay : view_of(j->host));
	buf_putc(&j->key, '\0');
	buf_put(&j->key, port, num_fmt(r->port, port));
	buf_cat(&j->key, r->relay.len > 0 ? " relay " : " host ",
	    ip_fmt(&j->local, local));
	buf_putc(&j->key, '\0');
	if (r->has_auth) {
		buf_putv(&j->key, r->user);
		buf_putc(&j->key, '\0');
		buf_putv(&j->key, r->password);
	}
}

/* Over a connection that is there: false when it was no good. */
static bool
send_over(struct job *j, struct link *l)
{
	if (deliver(j, &l->dialogue) == DELIVER_STALE) {
		check_recipients(j);	/* nothing that was said counts */
		return false;
	}
	link_rest(l);
	return true;
}

/* Deliver over a new connection, if it was greeted: true when that settled
 * the job. */
static bool
converse(struct job *j, struct link *l, enum greet g)
{
	switch (g) {
	case GREET_OK:
		link_opened(l, &j->key);
		return send_over(j, l);
	case GREET_NEXT:
	case GREET_PLAIN:
		return false;
	case GREET_TEMP:
	case GREET_PERM:
		break;
	}
	conclude(j, g == GREET_PERM ? VERDICT_PERM : VERDICT_TEMP,
	    j->failure.p);
	return true;
}

static int
connect_to(const struct job *j, const struct ip *ip)
{
	struct deadline until = deadline_in_s(j->setup->connect_limit_s);
	struct net_peer to = { .ip = *ip, .port = j->route.port };

	/* An address of the other family is no use: the system chooses. */
	if (!ip_is_any(&j->local) && ip_is_v4(&j->local) == ip_is_v4(ip))
		to.local = &j->local;
	return net_connect(&to, &until);
}

enum reach {
	REACHED,	/* connected */
	MISSED,		/* not this address */
	SHORT		/* no address: that settled the job */
};

static enum reach
reach(struct job *j, struct dialogue *d, const struct ip *ip)
{
	size_t i;
	const struct tcpto_table *t = known_about(j, ip, &i);
	int64_t now = time(NULL);
	int fd;

	if (tcpto_is_blocking(t, i, now, (uint64_t)getpid()))
		return MISSED;
	fd = connect_to(j, ip);
	if (fd < 0 && is_shortage(errno)) {
		conclude(j, VERDICT_TEMP, NO_RESOURCES);
		return SHORT;
	}
	if (fd < 0) {
		if (errno == ETIMEDOUT)
			tcpto_note_timeout(ip, time(NULL));
		return MISSED;
	}
	if (i < t->n)
		tcpto_note_success(ip);
	dialogue_open(d, fd, ip);
	return REACHED;
}

/* One address: true when that settled the job. */
static bool
try_target(struct job *j, struct link *l, const struct ip *ip)
{
	struct dialogue *d = &l->dialogue;
	enum greet g = GREET_NEXT;
	enum reach r = reach(j, d, ip);

	if (r == REACHED)
		g = greet(j, d, false);
	if (g == GREET_PLAIN)
		r = reach(j, d, ip);
	if (g == GREET_PLAIN && r == REACHED)
		g = greet(j, d, true);
	return r == REACHED ? converse(j, l, g) : r == SHORT;
}

/* Where the message goes, as we look for it. */
static struct view
target(const struct job *j)
{
	return j->route.relay.len > 0 ? j->route.relay : view_of(j->host);
}

/* No address settled the job. */
static void
conclude_without(struct job *j, enum mx_what end)
{
	struct view host = target(j);

	if (j->failure.len > 0) {
		conclude(j, VERDICT_TEMP, j->failure.p);
	} else if (end == MX_HARD) {
		buf_sets(&j->text, "Sorry, I couldn't find any host named ");
		for (size_t i = 0; i < host.len; i++)
			buf_putc(&j->text, ascii_is_print(host.p[i]) &&
			    host.p[i] != ' ' ? host.p[i] : '?');
		buf_puts(&j->text, ". (#5.1.2)\n");
		conclude(j, VERDICT_PERM, j->text.p);
	} else
		conclude(j, ends[end].letter, ends[end].text);
}

static void
try_targets(struct job *j, struct link *l)
{
	enum mx_what what;
	struct ip ip;

	if (link_start_mx(l, target(j), j->route.relay.len > 0) < 0) {
		conclude(j, VERDICT_TEMP,
		    is_shortage(errno) ? NO_RESOURCES : NO_CONTROLS);
		return;
	}
	while ((what = mx_next(&l->mx, &ip)) == MX_TARGET)
		if (try_target(j, l, &ip))
			return;
	conclude_without(j, what);
}

void
job_run(struct job *j, struct link *l)
{
	reset(j);
	if (!check_addresses(j))
		return;
	if (j->setup->is_broken) {
		conclude(j, VERDICT_TEMP, NO_CONTROLS);
		return;
	}
	if (!find_route(j))
		return;
	make_key(j);
	if (link_can_serve(l, &j->key, j->needs_utf8) && send_over(j, l))
		return;
	link_quit(l);
	try_targets(j, l);
}
