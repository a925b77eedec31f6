/*
 * relay-ctrl-allow: remember that this address may relay, then go on.
 *	usage: relay-ctrl-allow [ program ... ]
 * runs   as the user who logged in, behind a password checker
 * writes the file of TCPREMOTEIP in RELAY_CTRL_DIR (relay/store.h): USER and
 *        DOMAIN; trouble there is logged, the program runs all the same
 * exits  as the program; 111 no TCPREMOTEIP, or it is no address, or the
 *        program cannot be run
 */
#include <errno.h>
#include <time.h>

#include "lib/env.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "relay/note.h"
#include "relay/store.h"

static void
put_record(struct buf *records, const char *name)
{
	const char *value = env_get(name);

	relay_note_env(name);
	if (value == NULL)
		return;
	buf_cat(records, name, "=", value);
	buf_putc(records, '\0');
}

/* Courier's authentication runs on when it has failed: it tells so. */
static bool
is_authenticated(void)
{
	const char *s = env_get("AUTHENTICATED");

	if (env_get("AUTHUSER") == NULL || env_get("AUTHARGV0") == NULL)
		return true;
	return s != NULL && *s != '\0';
}

static void
remember(const char *address, const char *name)
{
	struct relay_store store;
	struct buf records = BUF_INIT;

	if (env_get("RELAY_CTRL_DIR") == NULL) {
		log_warning("$RELAY_CTRL_DIR is not set");
		return;
	}
	put_record(&records, "USER");
	put_record(&records, "DOMAIN");
	if (relay_store_open(&store) < 0) {
		log_warning("unable to open $RELAY_CTRL_DIR: ", err_str(errno));
	} else {
		if (relay_store_put(&store, name, buf_view(&records)) < 0)
			log_warning("unable to allow IP ", address, ": ",
			    err_str(errno));
		else
			relay_note("IP ", address, " allowed");
		/* the user shall not reach the others' files */
		fd_close(&store.fd);
		env_unset("RELAY_CTRL_DIR_FD");
	}
	buf_free(&records);
}

int
main(int argc, char **argv)
{
	const char *address = env_get("TCPREMOTEIP");
	char name[RELAY_NAME_MAX];

	(void)argc;
	relay_begin("relay-ctrl-allow");
	if (address == NULL)
		die_temp("$TCPREMOTEIP is not set");
	if (relay_name(view_of(address), name) < 0)
		die_temp("$TCPREMOTEIP is not an address: ", address);
	if (is_authenticated())
		remember(address, name);
	relay_run(argv + 1);
}
