/*
 * job.h: one message for one host: check it, find the host, connect, send,
 * report.  All that a delivery knows is here; what may serve the next one, too,
 * is a struct link.
 */
#ifndef REMOTE_JOB_H
#define REMOTE_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/buf.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "mail/smtproute.h"
#include "mail/tcpto.h"
#include "remote/link.h"
#include "remote/report.h"
#include "remote/setup.h"

struct job {
	/* what to do: set by the caller, borrowed */
	const struct setup *setup;
	const char *host, *sender;
	const char *const *recipients;
	size_t nrecipients;
	int message_fd;
	struct report *report;

	/* on the way */
	struct smtproute route;
	struct ip local;	/* where connections come from */
	bool needs_utf8;	/* addresses that only SMTPUTF8 can carry */
	size_t *sound, nsound;	/* recipients without fault, by number */
	struct tcpto_table known[TCPTO_FILES];
	bool has_known[TCPTO_FILES];
	struct buf key;		/* of a connection that can carry it */
	struct buf failure;	/* why the last host was no good; or empty */
	struct buf text;	/* of the record under way */
	struct buf address;	/* as commands want it */
	char space[DIALOGUE_OUT_SIZE];	/* of the message */
};

void job_init(struct job *j);
/*
 * All of it, over l; every way out leaves a result for the message in
 * j->report.  May be called again, for another job.
 */
void job_run(struct job *j, struct link *l);
void job_free(struct job *j);

#endif
