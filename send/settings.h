/*
 * settings.h: the control files of qmail-send (control.md 2, 5).
 */
#ifndef SEND_SETTINGS_H
#define SEND_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "send/channel.h"
#include "send/route.h"

struct settings {
	struct route_rules route;
	uint64_t limit[CHANNELS];	/* concurrencylocal, -remote */
	uint64_t lifetime_s;		/* queuelifetime */
	struct buf bounce_from;		/* bouncefrom@bouncehost */
	struct buf bounce_host;
	struct buf double_to;		/* doublebounceto@doublebouncehost */
	bool double_discard;		/* doublebounceto is there and empty */
	uint64_t bounce_max;		/* bouncemaxbytes; 0: all */
	struct buf bounce_subject, double_subject;
	bool bounce_fields;		/* Message-ID and Auto-Submitted */
};

#define SETTINGS_INIT { .route = ROUTE_RULES_INIT, .bounce_from = BUF_INIT, \
	.bounce_host = BUF_INIT, .double_to = BUF_INIT, \
	.bounce_subject = BUF_INIT, .double_subject = BUF_INIT }

/*
 * Read them all; the current directory is CONF_HOME.  s is SETTINGS_INIT.
 * 0; -1 with *failed the file that could not be read (its name in control/);
 * s is then to be freed.
 */
MUST_CHECK int settings_read(struct settings *s, const char **failed);
void settings_free(struct settings *s);

#endif
