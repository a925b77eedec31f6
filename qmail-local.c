/*
 * qmail-local: deliver one message to one local address, or forward it.
 * usage: qmail-local [-nN] [--] user homedir local dash ext domain sender
 *            defaultdelivery
 * reads  fd 0: message, seekable; the .qmail files of homedir; control/patrn,
 *        control/timeoutprogram
 * writes what they say; fd 1 and 2: the report, with that of programs
 * runs   as the user of the address, current directory homedir; does further
 *        deliveries for the same user when its parent offers it (mail/lease.h)
 * exits  0 done, 100 never, 111 try again
 */
#include <sys/stat.h>

#include <signal.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "local/serve.h"
#include "local/site.h"

#define USAGE "qmail-local [-nN] user homedir local dash ext domain sender " \
	"defaultdelivery"
#define ARGS 8

static struct local_site site;
static struct local_job job;
static struct serve serve;	/* touched only when this process stays */

static noreturn void
no_memory(void)
{
	static const char text[] = "Out of memory. (#4.3.0)\n";

	/* when this fails nobody is left to tell; the code says enough */
	if (io_write_all(2, text, sizeof(text) - 1) < 0)
		_exit(EXIT_TEMP);
	_exit(EXIT_TEMP);
}

static void
take_args(int argc, char **argv)
{
	int opt;

	opterr = 0;
	while ((opt = getopt(argc, argv, "nN")) != -1) {
		if (opt == '?')
			die_usage(USAGE);
		job.is_dry = opt == 'n';
	}
	argv += optind;
	if (argc - optind != ARGS || argv[1][0] != '/')
		die_usage(USAGE);
	job.args = (struct local_args){
		.user = argv[0], .home = argv[1], .local = argv[2],
		.dash = argv[3], .ext = argv[4], .host = argv[5],
		.sender = argv[6], .fallback = argv[7],
	};
}

/* The report of the only job, or of the first. */
static void
put_report(void)
{
	bool is_lost = io_write_all(1, job.said.p, job.said.len) < 0;

	/* a report that cannot be written undoes no delivery */
	if (is_lost && job.is_dry)
		job.code = EXIT_TEMP;
	if (io_write_all(2, job.report.p, job.report.len) < 0)
		return;		/* the code says enough */
}

int
main(int argc, char **argv)
{
	bool stays;

	prog_init("qmail-local", no_memory);
	local_job_init(&job);
	take_args(argc, argv);
	umask(077);
	sig_ignore(SIGPIPE);
	/* ulimit -f: writing fails, and what was written is undone */
	sig_block(SIGXFSZ);
	site_init(&site);
	job.site = &site;
	job.report_out = 1;
	job.report_err = 2;
	stays = !job.is_dry && lease_accept();
	if (stays)
		serve_begin(&serve, &job);
	local_job_run(&job);
	put_report();
	if (!stays || lease_first_done((int)job.code, false) < 0)
		return (int)job.code;
	local_job_free(&job);
	return serve_jobs(&serve);
}
