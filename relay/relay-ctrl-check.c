/*
 * relay-ctrl-check: let this address relay if its user fetched mail lately.
 *	usage: relay-ctrl-check program ...
 * runs   behind tcpserver, as the SMTP server's user
 * reads  the file of TCPREMOTEIP in RELAY_CTRL_DIR (relay/store.h)
 * sets   RELAYCLIENT, USER and DOMAIN when it is there and fresh; removes it
 *        when it is too old; whatever the trouble, the program is run
 * exits  as the program; 1 usage; 111 the program cannot be run
 */
#include <errno.h>
#include <time.h>

#include "lib/env.h"
#include "lib/err.h"
#include "relay/note.h"
#include "relay/store.h"

/*
 * Of the records only who it was: the file is anybody's, and LD_PRELOAD is
 * a variable too.
 */
static void
export_records(struct view rest)
{
	static const char *const names[] = { "USER", "DOMAIN" };
	struct view record;

	while (view_cut(&rest, '\0', &record)) {
		size_t n = view_chr(record, '=');

		for (size_t i = 0; i < NELEM(names); i++)
			if (n < record.len &&
			    view_is(view_upto(record, n), names[i])) {
				env_put(names[i], record.p + n + 1);
				relay_note_env(names[i]);
			}
	}
}

static void
allow(const char *address, const struct buf *records)
{
	const char *value = env_get("RELAY_CTRL_RELAYCLIENT");
	const char *skip = env_get("RELAY_CTRL_RBLSKIP");

	relay_note("IP ", address, " found, setting $RELAYCLIENT");
	env_put("RELAYCLIENT", value == NULL ? "" : value);
	relay_note_env("RELAYCLIENT");
	if (skip != NULL && view_is(view_of(skip), "1"))
		env_put("RBLSMTPD", "");
	export_records(buf_view(records));
}

static void
look(const char *address)
{
	char name[RELAY_NAME_MAX];
	struct relay_store store;
	struct buf records = BUF_INIT;

	if (relay_name(view_of(address), name) < 0) {
		log_warning("$TCPREMOTEIP is not an address: ", address);
		return;
	}
	if (relay_store_open(&store) < 0) {
		log_warning("unable to open $RELAY_CTRL_DIR: ", err_str(errno));
		return;
	}
	switch (relay_store_find(&store, name, (int64_t)time(NULL), &records)) {
	case RELAY_FRESH:
		allow(address, &records);
		break;
	case RELAY_EXPIRED:
		relay_note("Expired IP ", address, " found, removing");
		if (relay_store_remove(&store, name) < 0)
			log_warning("unable to remove ", name, ": ",
			    err_str(errno));
		break;
	case RELAY_UNKNOWN:
		relay_note("IP ", address, " not found");
		break;
	case RELAY_TROUBLE:
		log_warning("unable to look for IP ", address, ": ",
		    err_str(errno));
		break;
	}
	buf_free(&records);
}

int
main(int argc, char **argv)
{
	const char *address = env_get("TCPREMOTEIP");

	relay_begin("relay-ctrl-check");
	if (argc < 2) {
		log_line("usage", LOG_WORDS("relay-ctrl-check program ..."));
		return 1;
	}
	if (env_get("RELAYCLIENT") != NULL)
		relay_note("$RELAYCLIENT already set, not checking IP");
	else if (address == NULL)
		log_warning("$TCPREMOTEIP is not set");
	else
		look(address);
	relay_run(argv + 1);
}
