#include "ucspi/serve.h"

#include <sys/socket.h>

#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/dns.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/handover.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "ucspi/ident.h"
#include "ucspi/names.h"
#include "ucspi/rules.h"

#define LOG_FIELD_MAX 100	/* of what strangers say */
#define SECONDS_MAX 86400

bool
serve_has_to_wait(const struct serve *s)
{
	return s->local_host == NULL || s->remote_host || s->ident || s->proxy;
}

void
serve_free(struct conn *c)
{
	fd_close(&c->fd);
	buf_free(&c->local_host);
	buf_free(&c->remote_host);
	buf_free(&c->info);
	buf_free(&c->key);
	buf_free(&c->data);
	buf_free(&c->name);
	buf_free(&c->line);
	env_list_free(&c->env);
	proxy_free(&c->proxy);
}

/* ---- log lines ---- */

static int
drop(const struct serve *s, const char *what, const char *object,
    const char *reason)
{
	if (s->say >= SAY_ERRORS)
		log_warning("dropping connection, ", what, object, ": ",
		    reason);
	return EXIT_TEMP;
}

/* A colon would forge a field, a percent sign harm some that log it on. */
static bool
is_harmless(char c)
{
	return c > ' ' && ascii_is_print(c) && c != ':' && c != '%';
}

static void
put_field(struct buf *line, const char *text)
{
	size_t n = 0;

	for (; text != NULL && text[n] != '\0' && n < LOG_FIELD_MAX; n++)
		buf_putc(line, is_harmless(text[n]) ? text[n] : '?');
	if (n == LOG_FIELD_MAX)
		buf_puts(line, "...");
	buf_putc(line, ':');
}

/* IPv6 in brackets, so that colons around it are not its own. */
static void
put_address(struct buf *line, const struct ip *ip, bool mapped)
{
	char text[TCPENV_IP_MAX];

	(void)tcpenv_ip(ip, mapped, text);
	if (strchr(text, ':') == NULL)
		buf_cat(line, text, ":");
	else
		buf_cat(line, "[", text, "]:");
}

void
serve_log(const struct serve *s, struct conn *c, const char *verdict)
{
	struct buf *line = &c->line;
	const struct tcpenv *who = &c->who;

	if (s->say < SAY_ALL)
		return;
	buf_clear(line);
	buf_cat(line, verdict, " ");
	buf_put_u64(line, (uint64_t)c->pid);
	buf_putc(line, ' ');
	put_field(line, who->local.host);
	put_address(line, &who->local.ip, who->mapped);
	buf_put_u64(line, who->local.port);
	buf_putc(line, ' ');
	put_field(line, who->remote.host);
	put_address(line, &who->remote.ip, who->mapped);
	put_field(line, who->info);
	buf_put_u64(line, who->remote.port);
	log_plain(line->p);
}

static void
log_pid(const struct serve *s, struct conn *c)
{
	char text[TCPENV_IP_MAX], pid[NUM_FMT_MAX];

	if (s->say < SAY_ALL)
		return;
	num_fmt((uint64_t)c->pid, pid);
	log_plain("pid ", pid, " from ",
	    tcpenv_ip(&c->who.remote.ip, c->who.mapped, text));
}

static int
deny(const struct serve *s, struct conn *c)
{
	serve_log(s, c, "deny");
	return EXIT_PERM;
}

/* ---- limits ---- */

static void
say_to_client(struct conn *c, const char *text, size_t len)
{
	/* a client that does not listen has it its way */
	(void)send(c->fd, text, len, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void
serve_refuse(const struct serve *s, struct conn *c, const char *limit)
{
	char text[TCPENV_IP_MAX];

	if (s->say >= SAY_ERRORS)
		log_warning("limit ", limit, " reached for ",
		    tcpenv_ip(&c->who.remote.ip, c->who.mapped, text));
	if (s->refusal != NULL) {
		buf_clear(&c->line);
		buf_cat(&c->line, s->refusal, "\r\n");
		say_to_client(c, c->line.p, c->line.len);
	}
	serve_log(s, c, "deny");
}

static int
refuse(const struct serve *s, struct conn *c, const char *limit)
{
	serve_refuse(s, c, limit);
	return EXIT_PERM;
}

/* A limit of the environment; false: not set, or nonsense (warned). */
static bool
get_limit(const struct serve *s, struct conn *c, const char *name, uint64_t *n)
{
	const char *text = env_list_get(&c->env, name);

	if (text == NULL)
		return false;
	if (num_scan(view_of(text), SECONDS_MAX, n) == 0)
		return true;
	if (s->say >= SAY_ERRORS)
		log_warning("ignoring bad ", name, ": ", text);
	return false;
}

/* DIFFIP=SECONDS or SECONDS:N: more than N (1) connects in that time. */
static bool
is_too_often(const struct serve *s, const struct limits *l, struct conn *c)
{
	const char *text = env_list_get(&c->env, "DIFFIP");
	struct view v, seconds_text;
	uint64_t seconds, n = 1;

	if (text == NULL)
		return false;
	v = view_of(text);
	if (!view_cut(&v, ':', &seconds_text) ||
	    num_scan(seconds_text, SECONDS_MAX, &seconds) < 0 ||
	    (v.len > 0 && num_scan(v, LIMITS_RECENT, &n) < 0)) {
		if (s->say >= SAY_ERRORS)
			log_warning("ignoring bad DIFFIP: ", text);
		return false;
	}
	return limits_recent(l, &c->who.remote.ip, c->seq, (int64_t)seconds) >
	    n;
}

static bool
is_loaded(uint64_t max)
{
	double load;

	return getloadavg(&load, 1) == 1 && load * 100 >= (double)max;
}

static int
check_limits(const struct serve *s, const struct limits *l, struct conn *c)
{
	const struct ip *ip = &c->who.remote.ip;
	size_t here = limits_same_host(l, ip, c->seq);
	struct serve mine = *s;
	uint64_t n;

	if (s->per_host > 0 && here > s->per_host && s->proxy)
		return refuse(s, c, "C");	/* else the parent looked */
	if (get_limit(s, c, "MAXCONNIP", &n) && here > n)
		return refuse(s, c, "MAXCONNIP");
	if (get_limit(s, c, "MAXCONNC", &n) &&
	    limits_same_net(l, ip, c->seq) > n)
		return refuse(s, c, "MAXCONNC");
	if (get_limit(s, c, "MAXLOAD", &n) && is_loaded(n))
		return refuse(s, c, "MAXLOAD");
	if (is_too_often(s, l, c)) {
		mine.refusal = env_list_get(&c->env, "DIFFIPTEXT");
		return refuse(mine.refusal == NULL ? s : &mine, c, "DIFFIP");
	}
	return 0;
}

/* ---- rules ---- */

/* The rule for the client, in c->data: 1, 0 there is none, -1: drop it. */
static int
find_rule(const struct serve *s, struct conn *c)
{
	char text[IP_FMT_MAX];
	struct rules_client client = { .host = c->who.remote.host,
	    .info = c->who.info };
	struct cdb cdb;
	int r;

	client.ip = ip_fmt(&c->who.remote.ip, text);
	r = rules_file_get(s->rules, c->rules, &cdb);
	if (r < 0 && errno == ENOENT && s->rules_may_lack)
		return 0;
	if (r == 0)
		r = rules_find(&cdb, &client, &c->key, &c->data);
	if (r < 0)
		(void)drop(s, "unable to read ", s->rules->path,
		    err_str(errno));
	return r;
}

static int
obey_rules(const struct serve *s, struct conn *c)
{
	struct view rest, name, value;
	int r = s->rules == NULL ? 0 : find_rule(s, c);

	if (r <= 0)
		return r < 0 ? EXIT_TEMP : 0;
	rest = buf_view(&c->data);
	if (rules_is_deny(rest))
		return deny(s, c);
	while (rules_next(&rest, &name, &value)) {
		buf_set(&c->name, name);
		env_list_put(&c->env, c->name.p, value);
	}
	return 0;
}

/* Whether the rules let this peer speak for others: 1, 0, -1: drop it. */
static int
is_trusted_relay(const struct serve *s, struct conn *c)
{
	struct view rest, name, value;
	int r = s->rules == NULL ? 0 : find_rule(s, c);
	bool trusted = false;

	if (r <= 0)
		return r;
	rest = buf_view(&c->data);
	if (rules_is_deny(rest))
		return 0;
	while (rules_next(&rest, &name, &value))
		if (view_is(name, "PROXY"))
			trusted = view_is(value, "1");
	return trusted ? 1 : 0;
}

/* ---- who is it ---- */

int
serve_find_local(struct conn *c)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);

	if (getsockname(c->fd, (struct sockaddr *)&ss, &len) < 0)
		return -1;
	return ip_from_sockaddr(&ss, &c->who.local.ip, &c->who.local.port);
}

static int
read_proxy(const struct serve *s, struct limits *l, struct conn *c)
{
	struct deadline until = deadline_in_s(PROXY_LIMIT_S);
	enum proxy_status status;
	int trusted;

	c->who.local.host = s->local_host;	/* for its log line */
	trusted = is_trusted_relay(s, c);
	if (trusted <= 0)
		return trusted < 0 ? EXIT_TEMP : deny(s, c);
	status = proxy_read(c->fd, PROXY_V1 | PROXY_V2, &until, &c->proxy);
	if (status != PROXY_OK) {
		if (s->say >= SAY_ERRORS)
			log_warning("dropping connection, ",
			    proxy_reason(status));
		return (int)status;
	}
	if (!c->proxy.known)
		return 0;
	c->who.remote = c->proxy.client;
	c->who.local = c->proxy.server;
	limits_correct(l, c->place, &c->who.remote.ip);
	return 0;
}

/* Whether there is time for another question to the DNS. */
static bool
has_time(const struct deadline *until)
{
	int ms = deadline_poll_ms(until);

	dns_set_limit((ms + 999) / 1000);
	return ms > 0;
}

static void
find_names(const struct serve *s, struct conn *c)
{
	struct deadline until = deadline_in_s(s->names_s);
	struct tcpenv *who = &c->who;

	who->local.host = s->local_host;
	if (s->local_host == NULL && has_time(&until) &&
	    names_host(&who->local.ip, &c->local_host))
		who->local.host = c->local_host.p;
	if (s->remote_host && has_time(&until) &&
	    names_host(&who->remote.ip, &c->remote_host))
		who->remote.host = c->remote_host.p;
	if (s->paranoid && who->remote.host != NULL && (!has_time(&until) ||
	    !names_has_ip(who->remote.host, &who->remote.ip)))
		who->remote.host = NULL;
	if (s->ident && ident_ask(&who->local, &who->remote, s->ident_s,
	    &c->info) == 0)
		who->info = c->info.p;
}

static void
put_env(const struct serve *s, const struct limits *l, struct conn *c)
{
	char text[TCPENV_IP_MAX], n[NUM_FMT_MAX];

	env_list_copy(&c->env);
	tcpenv_put(&c->env, &c->who);
	env_list_unset(&c->env, "TCPCONNNUM");
	env_list_unset(&c->env, "PROXYREMOTEIP");
	if (s->per_host > 0) {
		num_fmt(limits_same_host(l, &c->who.remote.ip, c->seq), n);
		env_list_put(&c->env, "TCPCONNNUM", view_of(n));
	}
	if (s->proxy) {
		env_list_put(&c->env, "PROXYREMOTEIP",
		    view_of(tcpenv_ip(&c->peer, c->who.mapped, text)));
		proxy_put_tls(&c->env, &c->proxy);
	}
}

/* ---- the way ---- */

void
serve_reset_signals(void)
{
	sig_default(SIGTERM);
	sig_default(SIGHUP);
	sig_default(SIGCHLD);
}

static int
prepare_socket(const struct serve *s, struct conn *c)
{
	/* IPv6 sockets without IPv4 refuse it: they have no such options */
	if (!s->keep_routes)
		(void)setsockopt(c->fd, IPPROTO_IP, IP_OPTIONS, NULL, 0);
	if (serve_find_local(c) < 0)
		return drop(s, "unable to get local address", "",
		    err_str(errno));
	return 0;
}

int
serve_prepare(const struct serve *s, struct limits *l, struct conn *c)
{
	int code = prepare_socket(s, c);

	if (code != 0)
		return code;
	log_pid(s, c);
	if (s->proxy && (code = read_proxy(s, l, c)) != 0)
		return code;
	if (s->banner != NULL)
		say_to_client(c, s->banner, strlen(s->banner));
	find_names(s, c);
	put_env(s, l, c);
	code = obey_rules(s, c);
	if (code == 0)
		code = check_limits(s, l, c);
	if (code == 0)
		serve_log(s, c, "ok");
	return code;
}

static int
run(const struct serve *s, struct conn *c)
{
	if (fd_copy(0, c->fd) < 0 || fd_copy(1, c->fd) < 0 ||
	    (c->offer >= 0 && fd_copy(HANDOVER_FD, c->offer) < 0))
		return drop(s, "unable to set up descriptors", "",
		    err_str(errno));
	child_exec(s->prog[0], s->prog, env_list_envp(&c->env));
	return drop(s, "unable to run ", s->prog[0], err_str(errno));
}

void
serve(const struct serve *s, struct limits *l, struct conn *c)
{
	int code;

	sig_default(SIGPIPE);	/* those with a handler: by exec */
	sig_unblock_all();
	c->pid = getpid();
	code = serve_prepare(s, l, c);
	if (code == 0)
		code = run(s, c);
	_exit(code);
}
