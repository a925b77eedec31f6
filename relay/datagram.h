/*
 * datagram.h: how a POP3 host tells SMTP hosts that an address may relay: the
 * address as text in a UDP datagram, and one byte back.  With a key the text
 * is `1 TIME ADDRESS HMAC`: unix seconds, and HMAC-SHA256 in hexadecimal of
 * all before its blank.
 */
#ifndef RELAY_DATAGRAM_H
#define RELAY_DATAGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define RELAY_PORT 811
#define RELAY_ANSWER '\001'
#define RELAY_DATAGRAM_MAX 256
#define RELAY_KEY_MAX 4096

struct relay_key {
	bool is_set;
	struct buf text;	/* the key file's first line */
};

#define RELAY_KEY_INIT { .is_set = false, .text = BUF_INIT }

/*
 * From RELAY_CTRL_KEY_FD, or the file that RELAY_CTRL_KEY names: 0, also when
 * neither is set; -1 with errno (EINVAL: there is no key in it).
 */
MUST_CHECK int relay_key_read(struct relay_key *key);

/* The request for an address, appended to out. */
void relay_request_put(const struct relay_key *key, struct view address,
    int64_t now, struct buf *out);

struct relay_clock {
	int64_t now, slack_s;	/* a signed time may be so far from now */
};
/*
 * The address of a request, of at most RELAY_DATAGRAM_MAX bytes.  With a key,
 * only a signed one of about now is good.  0, or -1 (EINVAL).
 */
MUST_CHECK int relay_request_scan(const struct relay_key *key,
    struct relay_clock clock, struct view datagram, struct view *address);

#endif
