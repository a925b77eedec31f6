/*
 * relay-ctrl-age: remove what is too old to let anybody relay.
 *	usage: relay-ctrl-age
 * runs   as root, from cron or a timer
 * reads  RELAY_CTRL_DIR and removes all in it, forgotten temporary files too,
 *        that is older than RELAY_CTRL_EXPIRY seconds
 * exits  0; 100 usage; 111 the directory, or a file, could not be handled
 */
#include <time.h>

#include "relay/note.h"
#include "relay/store.h"

int
main(int argc, char **argv)
{
	struct relay_store store;

	(void)argv;
	relay_begin("relay-ctrl-age");
	if (argc != 1)
		die_usage("relay-ctrl-age");
	if (relay_store_open(&store) < 0)
		die_sys("unable to open $RELAY_CTRL_DIR");
	if (relay_store_age(&store, (int64_t)time(NULL)) < 0)
		die_sys("unable to remove all that is old");
	return 0;
}
