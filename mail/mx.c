#include "mail/mx.h"

#include <string.h>

#include "lib/ascii.h"
#include "lib/mem.h"

#define HOST_MAX 255		/* bytes of a name, RFC 1035 2.3.4 */

static void
swap(struct mx_host *a, struct mx_host *b)
{
	struct mx_host t = *a;

	*a = *b;
	*b = t;
}

void
mx_order(struct mx_host *hosts, size_t n, uint32_t (*below)(uint32_t))
{
	/* Shuffle all, then sort without changing the order of equal ones. */
	for (size_t i = n; i > 1; i--)
		swap(&hosts[i - 1], &hosts[below((uint32_t)i)]);
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 && hosts[j - 1].preference >
		    hosts[j].preference; j--)
			swap(&hosts[j - 1], &hosts[j]);
}

static void
reset(struct mx *mx, const struct ipme *me)
{
	mx_free(mx);
	mx->me = me;
	mx->next_host = mx->ntargets = mx->next_target = 0;
	mx->has_mx = mx->has_soft = false;
	mx->end = MX_TARGET;
}

static bool
is_host_name(const char *host)
{
	size_t len = strlen(host);

	if (len == 0 || len > HOST_MAX)
		return false;
	for (size_t i = 0; i < len; i++)
		if (!ascii_is_print(host[i]) || host[i] == ' ')
			return false;
	return true;
}

static void
add_host(struct mx *mx, struct view name, unsigned preference)
{
	struct mx_host *h;

	mx->hosts = mem_grow(mx->hosts, mx->nhosts + 1, sizeof(mx->hosts[0]));
	h = &mx->hosts[mx->nhosts++];
	*h = (struct mx_host){ .name = BUF_INIT, .preference = preference };
	buf_set(&h->name, name);
}

static void
add_target(struct mx *mx, const struct ip *ip)
{
	for (size_t i = 0; i < mx->ntargets; i++)
		if (ip_is_eq(&mx->targets[i], ip))
			return;
	if (mx->ntargets < MX_TARGETS_MAX)
		mx->targets[mx->ntargets++] = *ip;
}

static bool
is_own(const struct mx *mx, const struct ip *ip)
{
	return mx->me != NULL && ipme_has(mx->me, ip);
}

/* host is an address: that is the only target.  false: it is none. */
static bool
start_literal(struct mx *mx, const char *host)
{
	struct view v = view_of(host);
	struct ip ip;

	if (ip_scan(v, &ip) < 0 && ip_scan_literal(v, &ip) < 0)
		return false;
	if (is_own(mx, &ip))
		mx->end = MX_SELF;
	else
		add_target(mx, &ip);
	return true;
}

static void
add_mx_hosts(struct mx *mx, const struct dns_list *answer)
{
	mx->has_mx = true;
	for (size_t i = 0; i < answer->len; i++)
		if (answer->v[i].name.len > 0)
			add_host(mx, buf_view(&answer->v[i].name),
			    answer->v[i].preference);
	if (mx->nhosts == 0)
		mx->end = MX_NULL;
	mx_order(mx->hosts, mx->nhosts, mx->random_below);
}

void
mx_start(struct mx *mx, const char *host, const struct ipme *me)
{
	struct dns_list answer = DNS_LIST_INIT;

	reset(mx, me);
	if (start_literal(mx, host))
		return;
	if (!is_host_name(host)) {
		mx->end = MX_HARD;
		return;
	}
	switch (mx->ask_mx(host, &answer)) {
	case DNS_OK:
		add_mx_hosts(mx, &answer);
		break;
	case DNS_NONE:
	case DNS_NXDOMAIN:
		add_host(mx, view_of(host), 0);
		break;
	case DNS_TEMP:
		mx->end = MX_SOFT;
		break;
	}
	dns_list_free(&answer);
}

void
mx_start_relay(struct mx *mx, const char *relay)
{
	reset(mx, NULL);
	if (start_literal(mx, relay))
		return;
	if (is_host_name(relay))
		add_host(mx, view_of(relay), 0);
	else
		mx->end = MX_HARD;
}

/* The addresses of one host: true when one of them is our own. */
static bool
ask_host(struct mx *mx, const struct mx_host *h)
{
	struct dns_list answer = DNS_LIST_INIT;
	bool has_own = false;

	switch (mx->ask_addresses(h->name.p, &answer)) {
	case DNS_OK:
		for (size_t i = 0; i < answer.len && !has_own; i++) {
			has_own = is_own(mx, &answer.v[i].ip);
			add_target(mx, &answer.v[i].ip);
		}
		break;
	case DNS_NONE:
	case DNS_NXDOMAIN:
		break;
	case DNS_TEMP:
		mx->has_soft = true;
		break;
	}
	dns_list_free(&answer);
	return has_own;
}

/* Add the addresses of all hosts of the next preference. */
static void
ask_next_group(struct mx *mx)
{
	size_t before = mx->ntargets, i = mx->next_host;
	unsigned preference = mx->hosts[i].preference;
	size_t limit = mx->nhosts < MX_HOSTS_MAX ? mx->nhosts : MX_HOSTS_MAX;

	for (; i < limit && mx->hosts[i].preference == preference; i++)
		if (ask_host(mx, &mx->hosts[i])) {
			/* Whoever is no better than we are is left out. */
			mx->ntargets = before;
			mx->next_host = mx->nhosts;
			mx->end = before > 0 ? MX_END : MX_SELF;
			return;
		}
	mx->next_host = i == limit ? mx->nhosts : i;
}

/* All hosts were asked, and no address came out. */
static enum mx_what
why_nothing(const struct mx *mx)
{
	/* A better host than ourselves may be back soon. */
	if (mx->has_soft)
		return MX_SOFT;
	if (mx->end != MX_TARGET)
		return mx->end;
	return mx->has_mx ? MX_NO_ADDRESS : MX_HARD;
}

enum mx_what
mx_next(struct mx *mx, struct ip *ip)
{
	while (mx->next_target == mx->ntargets && mx->next_host < mx->nhosts &&
	    mx->ntargets < MX_TARGETS_MAX)
		ask_next_group(mx);
	if (mx->next_target < mx->ntargets) {
		*ip = mx->targets[mx->next_target++];
		return MX_TARGET;
	}
	return mx->ntargets > 0 ? MX_END : why_nothing(mx);
}

void
mx_rewind(struct mx *mx)
{
	mx->next_target = 0;
}

void
mx_free(struct mx *mx)
{
	for (size_t i = 0; i < mx->nhosts; i++)
		buf_free(&mx->hosts[i].name);
	mem_free(mx->hosts);
	mx->hosts = NULL;
	mx->nhosts = 0;
}
