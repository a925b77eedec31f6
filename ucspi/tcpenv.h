/*
 * tcpenv.h: the environment that says who talks to whom (tcp-environ(5)):
 * PROTO, TCP{LOCAL,REMOTE}{IP,PORT,HOST,INFO}, and their TCP6 twins.
 */
#ifndef UCSPI_TCPENV_H
#define UCSPI_TCPENV_H

#include <stdbool.h>

#include "lib/env.h"
#include "lib/ip.h"

#define TCPENV_IP_MAX (IP_FMT_MAX + 8)	/* `::ffff:` before dotted text */

struct tcpenv_end {
	struct ip ip;
	unsigned port;
	const char *host;	/* NULL: not known */
};

struct tcpenv {
	struct tcpenv_end local, remote;
	const char *info;	/* what IDENT said; NULL: not known */
	const char *interface;	/* NULL: none */
	bool mapped;		/* IPv4, too, is called TCP6 */
};

/*
 * Set or remove all of these variables.  UCSPI_PROTO=TCP in the list makes
 * PROTO be TCP for IPv6 too, as s6 has it.
 */
void tcpenv_put(struct env_list *l, const struct tcpenv *t);

/* Text of an address, IPv4 as ::ffff:a.b.c.d when mapped.  Returns p. */
const char *tcpenv_ip(const struct ip *ip, bool mapped, char *p);

#endif
