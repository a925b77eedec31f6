/*
 * ifaddr.h: the addresses of this host's interfaces.
 */
#ifndef LIB_IFADDR_H
#define LIB_IFADDR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/ip.h"

struct ifaddr_list {
	struct ip *v;		/* owned */
	size_t len;
};

#define IFADDR_LIST_INIT { .v = NULL, .len = 0 }

/* All addresses of both families, whatever the interface: 0, -1 with errno. */
MUST_CHECK int ifaddr_get(struct ifaddr_list *l);
bool ifaddr_has(const struct ifaddr_list *l, const struct ip *ip);
void ifaddr_free(struct ifaddr_list *l);

#endif
