#include "mail/ipme.h"

#include "lib/mem.h"
#include "mail/control.h"

#define IP_BITS 128		/* of a network that is one address */
#define LOOPBACK4_BITS 104	/* 127.0.0.0/8 as a mapped address */

static int
load_nets(const char *file, struct ipme_nets *nets)
{
	struct control_list lines = CONTROL_LIST_INIT;

	if (control_list(file, &lines) < 0)
		return -1;
	nets->v = mem_array(lines.len, sizeof(nets->v[0]));
	for (size_t i = 0; i < lines.len; i++)
		if (ip_net_scan(lines.v[i].key, &nets->v[nets->len]) == 0)
			nets->len++;
	control_list_free(&lines);
	return 0;
}

int
ipme_load(struct ipme *me)
{
	if (ifaddr_get(&me->own) < 0 ||
	    load_nets("moreipme", &me->more) < 0)
		return -1;
	return load_nets("notipme", &me->never);
}

/* Bits of the smallest network that has ip, plus 1; 0: none has. */
static unsigned
best(const struct ipme_nets *nets, const struct ip *ip)
{
	unsigned found = 0;

	for (size_t i = 0; i < nets->len; i++)
		if (ip_net_has(&nets->v[i], ip) && nets->v[i].bits + 1 > found)
			found = nets->v[i].bits + 1;
	return found;
}

/* The same for what is ours without a file. */
static unsigned
best_own(const struct ifaddr_list *own, const struct ip *ip)
{
	if (ip_is_any(ip) || ifaddr_has(own, ip))
		return IP_BITS + 1;
	if (!ip_is_loopback(ip))
		return 0;
	return (ip_is_v4(ip) ? LOOPBACK4_BITS : IP_BITS) + 1;
}

bool
ipme_has(const struct ipme *me, const struct ip *ip)
{
	unsigned own = best_own(&me->own, ip), more = best(&me->more, ip);

	return (own > more ? own : more) > best(&me->never, ip);
}

void
ipme_free(struct ipme *me)
{
	ifaddr_free(&me->own);
	mem_free(me->more.v);
	mem_free(me->never.v);
	*me = (struct ipme)IPME_INIT;
}
