/*
 * serve.h: further jobs of a process that stays (mail/lease.h): deliveries for
 * the same user in the same home.
 */
#ifndef LOCAL_SERVE_H
#define LOCAL_SERVE_H

#include "local/job.h"
#include "mail/lease.h"

struct serve {
	struct local_site *site;
	const char *user, *home;
	struct local_job jobs[LEASE_BATCH_MAX];
	enum { SERVE_NONE, SERVE_WAITS, SERVE_ENDED } state[LEASE_BATCH_MAX];
	size_t n;
	size_t running;		/* the job that may say that it is slow */
	bool is_slow, has_output;	/* it has said so; has a pipe */
	struct buf out;		/* record being built */
	long memory_kb;		/* after the first job */
	unsigned batches;
	struct lease_record in, other;
};

/*
 * From now on the parent hears of what may take long.  first: the job of the
 * arguments, whose user and home are those of all.
 */
void serve_begin(struct serve *s, struct local_job *first);
/* All jobs, to the end of the socket: the process's exit code. */
int serve_jobs(struct serve *s);

#endif
