/*
 * qmail-remote: send one message to a host.	usage: host sender recip ...
 * reads  fd 0: message; control/, queue/lock/tcpto*; the name service;
 *        LEASE_FD: more messages for the same peer (mail/lease.h)
 * writes SMTP; fd 1: report records (programs.md 6); queue/lock/tcpto*
 * runs   as qmailr, started by qmail-rspawn
 * exits  0 with a report; 111 when it could not even report
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "lib/confine.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/lease.h"
#include "remote/job.h"
#include "remote/link.h"
#include "remote/report.h"
#include "remote/setup.h"
#include "remote/worker.h"

static struct setup setup = SETUP_INIT;
static struct report report = REPORT_INIT;
static struct link connection;
static struct job job;
static struct worker worker;

/* A record on its own, whatever was going on; not through the report. */
static noreturn void
oom_report(void)
{
	static const char record[] = "ZOut of memory. (#4.3.0)\n";

	if (io_write_all(1, record, sizeof(record)) < 0)
		_exit(EXIT_TEMP);
	_exit(EXIT_OK);
}

static int
finish(void)
{
	struct buf records = BUF_INIT;
	int r;

	report_put(&report, &records);
	r = io_write_all(1, records.p, records.len);
	buf_free(&records);
	return r < 0 ? EXIT_TEMP : EXIT_OK;
}

static int
fail(char letter, struct view text)
{
	report_message(&report, letter, text);
	return finish();
}

/* The message of the arguments. */
static int
run_first(int argc, char **argv)
{
	job.setup = &setup;
	job.host = argv[1];
	job.sender = argv[2];
	job.recipients = (const char *const *)argv + 3;
	job.nrecipients = (size_t)argc - 3;
	job.message_fd = 0;
	job.report = &report;
	job_run(&job, &connection);
	return finish();
}

/* More of them, as long as the parent has some. */
static int
stay(int code)
{
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);

	if (null < 0 || fd_copy(0, null) < 0)
		return EXIT_TEMP;	/* the message would never be gone */
	fd_close(&null);
	if (lease_first_done(code, false) < 0)
		return EXIT_TEMP;
	worker_init(&worker, &setup, &job, &connection);
	return worker_run(&worker) < 0 ? EXIT_TEMP : EXIT_OK;
}

int
main(int argc, char **argv)
{
	bool stays;
	int code;

	prog_init("qmail-remote", oom_report);
	stays = lease_accept();
	sig_ignore(SIGPIPE);
	if (argc < 4)
		return fail(VERDICT_PERM, VIEW_LIT("I (qmail-remote) was "
		    "invoked improperly. (#5.3.5)\n"));
	if (chdir(CONF_HOME) < 0)
		return fail(VERDICT_TEMP, VIEW_LIT("Unable to switch to home "
		    "directory. (#4.3.0)\n"));
	setup.stamp = stays ? setup_stamp() : 0;
	if (setup_read(&setup) < 0)
		return fail(VERDICT_TEMP, VIEW_LIT("Unable to read control "
		    "files. (#4.3.0)\n"));
	if (confine(CONFINE_REMOTE) < 0)
		return fail(VERDICT_TEMP, VIEW_LIT("System resources "
		    "temporarily unavailable. (#4.3.0)\n"));
	link_init(&connection, setup.remote_limit_s);
	job_init(&job);
	connection.is_kept = stays;
	code = run_first(argc, argv);
	if (stays && code == EXIT_OK)
		code = stay(code);
	link_quit(&connection);
	return code;
}
