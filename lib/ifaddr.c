#include "lib/ifaddr.h"

#include <sys/types.h>

#include <ifaddrs.h>
#include <netinet/in.h>
#include <string.h>

#include "lib/mem.h"

/* The address of one entry: false when it has none that we know. */
static bool
address_of(const struct ifaddrs *a, struct ip *ip)
{
	struct sockaddr_storage ss;
	unsigned port;
	size_t len;

	if (a->ifa_addr == NULL)
		return false;
	if (a->ifa_addr->sa_family == AF_INET)
		len = sizeof(struct sockaddr_in);
	else if (a->ifa_addr->sa_family == AF_INET6)
		len = sizeof(struct sockaddr_in6);
	else
		return false;
	memset(&ss, 0, sizeof(ss));
	memcpy(&ss, a->ifa_addr, len);
	return ip_from_sockaddr(&ss, ip, &port) == 0;
}

int
ifaddr_get(struct ifaddr_list *l)
{
	struct ifaddrs *all;
	struct ip ip;

	if (getifaddrs(&all) < 0)
		return -1;
	for (const struct ifaddrs *a = all; a != NULL; a = a->ifa_next) {
		if (!address_of(a, &ip))
			continue;
		l->v = mem_grow(l->v, l->len + 1, sizeof(l->v[0]));
		l->v[l->len++] = ip;
	}
	freeifaddrs(all);
	return 0;
}

bool
ifaddr_has(const struct ifaddr_list *l, const struct ip *ip)
{
	for (size_t i = 0; i < l->len; i++)
		if (ip_is_eq(&l->v[i], ip))
			return true;
	return false;
}

void
ifaddr_free(struct ifaddr_list *l)
{
	mem_free(l->v);
	*l = (struct ifaddr_list)IFADDR_LIST_INIT;
}
