/*
 * drive: the load that `make bench` puts on mail systems; one mode a run.
 *	drive inject AT_ONCE COUNT RATE MESSAGE ENVELOPE|- PROGRAM [ARG ...]
 *	drive smtp PORT SESSIONS COUNT PER_CONNECTION MESSAGE SENDER RECIPIENT
 *	drive sink PORT STATSFILE DELAY_MS
 *	drive conn PORT AT_ONCE COUNT SEND
 *	drive queue QUEUE COUNT SPLIT UID_Q UID_S GID RECIPIENT MESSAGE
 *	drive maildir DIR COUNT MESSAGE UID GID
 * Each says at the top of its file what it does.  Prints one JSON object;
 * exits 0, 100, 111.
 */
#include <signal.h>
#include <string.h>

#include "bench/conn.h"
#include "bench/fill.h"
#include "bench/inject.h"
#include "bench/sink.h"
#include "bench/smtp.h"
#include "lib/exitcode.h"
#include "lib/prog.h"
#include "lib/sig.h"

static const struct {
	const char *name;
	void (*run)(char **args);
	int args;		/* at least */
} modes[] = {
	{ "inject", inject_run, 6 },
	{ "smtp", smtp_run, 7 },
	{ "sink", sink_run, 3 },
	{ "conn", conn_run, 4 },
	{ "queue", fill_queue, 8 },
	{ "maildir", fill_maildir, 5 },
};

int
main(int argc, char **argv)
{
	prog_init("drive", oom_exit);
	sig_ignore(SIGPIPE);
	for (size_t i = 0; argc > 1 && i < NELEM(modes); i++)
		if (strcmp(argv[1], modes[i].name) == 0 &&
		    argc - 2 >= modes[i].args) {
			modes[i].run(argv + 2);
			return EXIT_OK;
		}
	die_usage("drive mode ...: see bench/drive.c");
}
