/*
 * names.h: the words on a command line that mean an address or a port, and
 * the names of the two ends of a connection.
 */
#ifndef UCSPI_NAMES_H
#define UCSPI_NAMES_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/ip.h"

/* A number 0..65535 or a service of /etc/services: 0, or -1. */
MUST_CHECK int names_port(const char *text, unsigned *port);

/*
 * The first name of ip, in lower case, bytes but a-z, 0-9, - _ . as \ooo:
 * true when there is one.
 */
bool names_host(const struct ip *ip, struct buf *host);
/* Whether one of name's addresses is ip. */
bool names_has_ip(const char *name, const struct ip *ip);

#endif
