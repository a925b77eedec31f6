/*
 * ident.h: ask the other end who made a connection (RFC 1413).
 */
#ifndef UCSPI_IDENT_H
#define UCSPI_IDENT_H

#include "lib/attr.h"
#include "lib/buf.h"
#include "ucspi/tcpenv.h"

#define IDENT_INFO_MAX 255	/* bytes of a user id that are kept */

/*
 * The user id into info: 0; -1 with errno when there was none within the
 * seconds.  Bytes below 33 and `:` end it.
 */
MUST_CHECK int ident_ask(const struct tcpenv_end *local,
    const struct tcpenv_end *remote, int seconds, struct buf *info);

#endif
