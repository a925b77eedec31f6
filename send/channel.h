/*
 * channel.h: the two ways out, and the constants of scheduling.md 1.
 */
#ifndef SEND_CHANNEL_H
#define SEND_CHANNEL_H

#include "mail/qpath.h"

enum channel { CHANNEL_LOCAL, CHANNEL_REMOTE, CHANNELS };

#define SEND_TODO_S 1500	/* todo/ is read at least this often */
#define SEND_SLEEP_MAX_S 86400	/* longest wait of the loop */
#define SEND_CLEANUP_S 76431	/* between scans of mess/ */
#define SEND_TROUBLE_S 123	/* until a failed stat or open is retried */
#define SEND_RETRY_S 10		/* bounce text, directory, memory */

static inline const char *
channel_name(enum channel c)
{
	return c == CHANNEL_LOCAL ? "local" : "remote";
}

static inline enum qdir
channel_dir(enum channel c)
{
	return c == CHANNEL_LOCAL ? QDIR_LOCAL : QDIR_REMOTE;
}

static inline enum channel
channel_other(enum channel c)
{
	return c == CHANNEL_LOCAL ? CHANNEL_REMOTE : CHANNEL_LOCAL;
}

#endif
