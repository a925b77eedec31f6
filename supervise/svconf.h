/*
 * svconf.h: the optional files of a service folder (supervise.md 9), read
 * before each start.  Without them supervise does what daemontools' does.
 */
#ifndef SUPERVISE_SVCONF_H
#define SUPERVISE_SVCONF_H

#include <stdbool.h>
#include <stdint.h>

#define SVCONF_TALLY_MAX 60	/* deaths remembered */
#define SVCONF_TALLY_MS 60000	/* how long: one start a second fills it */

struct svconf {
	bool extended;		/* any of them is there */
	bool has_notify;
	bool own_group;		/* setpgrp */
	bool fail_100;		/* fail-100: exit 100 is for good */
	int notification_fd;	/* -1: none */
	int down_signal;
	int64_t timeout_kill_ms;	/* after `d`; 0: never */
	unsigned max_deaths;	/* within SVCONF_TALLY_MS; 0: any number */
};

/* Of the current directory; dir is its name for warnings. */
void svconf_read(struct svconf *c, const char *dir);

#endif
