#include "lib/confine.h"

#include <errno.h>

#include "lib/sandbox.h"

#define PATHS_MAX 8		/* with the end */

/*
 * Paths are relative to where the program is when it enters.  Where name
 * servers, and this host's names, are: resolver(5), hosts(5).
 */
static const struct {
	const char *name, *promises;
	struct sandbox_path paths[PATHS_MAX];
} rows[] = {
	[CONFINE_QUEUE] = { "qmail-queue", "stdio rpath wpath",
	    { { ".", "rw" } } },
	[CONFINE_CLEAN] = { "qmail-clean", "stdio rpath wpath",
	    { { ".", "rw" } } },
	/* a subfolder counts for the quota of the maildir it is in */
	[CONFINE_POP3D] = { "qmail-pop3d", "stdio rpath wpath",
	    { { ".", "rw" }, { "../maildirsize", "w" } } },
	[CONFINE_REMOTE] = { "qmail-remote", "stdio rpath wpath inet",
	    { { "control", "r" }, { "queue/lock/tcpto", "rw" },
	    { "queue/lock/tcpto6", "rw" }, { "/etc/resolv.conf", "r" },
	    { "/etc/hosts", "r" }, { "/dev/null", "rw" } } },
	[CONFINE_QMQPC] = { "qmail-qmqpc", "stdio inet",
	    { { NULL, NULL } } },
	/* modules of the name service: code, sockets of daemons and servers */
	[CONFINE_GETPW] = { "qmail-getpw", "stdio rpath wpath inet unix exec",
	    { { "/etc", "r" }, { "/lib", "r" }, { "/lib64", "r" },
	    { "/usr/lib", "r" }, { "/run", "r" }, { "/var/lib", "r" },
	    { "/dev/null", "rw" } } },
	[CONFINE_SPLOGGER] = { "splogger", "stdio unix", { { NULL, NULL } } },
	[CONFINE_FILTER] = { "filters", "stdio", { { NULL, NULL } } },
	[CONFINE_RELAY_UDP] = { "relay-ctrl-udp", "stdio wpath",
	    { { ".", "rw" } } },
};
static_assert(NELEM(rows) == CONFINED, "one row per program");

int
confine(enum confined who)
{
	if (sandbox(rows[who].promises, rows[who].paths) < 0 &&
	    errno != ENOSYS)
		return -1;
	return 0;
}

const char *
confine_promises(enum confined who)
{
	return rows[who].promises;
}

const char *
confine_name(enum confined who)
{
	return rows[who].name;
}
