/*
 * ident.h: who owns a connection, by the word of the host it comes from
 * (RFC 1413).  Good for a log and a Received line, proof of nothing.
 */
#ifndef LIB_IDENT_H
#define LIB_IDENT_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/ip.h"
#include "lib/view.h"

#define IDENT_PORT 113
#define IDENT_REPLY_MAX 1000	/* bytes of a reply, RFC 1413 */
#define IDENT_ID_MAX 100	/* bytes kept of an identifier, ucspi.md 1.3 */

struct ident_query {
	struct ip local, remote;	/* the ends of the connection */
	unsigned local_port, remote_port;
};

/*
 * Ask the remote host, until the deadline.  1 with the identifier in id
 * (replaced); 0 when it does not tell one; -1 with errno: nobody answers.
 */
MUST_CHECK int ident_ask(const struct ident_query *q,
    const struct deadline *until, struct buf *id);

/*
 * The identifier in a reply `PORT , PORT : USERID : SYSTEM : ID`: it begins
 * behind blanks, ends before a byte below 33 or a colon, has at least one
 * byte.  false: there is none.
 */
bool ident_parse(struct view reply, struct view *id);

#endif
