/*
 * worker.h: qmail-remote as a process that stays (mail/lease.h): messages for
 * one peer, one after another, over one connection as long as that will do.
 *
 * The entries of a record that are about one message, from one sender to one
 * host, share a transaction; each gets the answer it would have got alone.
 */
#ifndef REMOTE_WORKER_H
#define REMOTE_WORKER_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"
#include "lib/deadline.h"
#include "mail/lease.h"
#include "remote/job.h"

struct worker_item {		/* an entry of a record */
	uint32_t id;
	const char *host, *sender, *recipient;	/* into the record */
	int message;		/* descriptor, owned */
	dev_t dev;		/* of the message */
	ino_t ino;
	bool is_alone;		/* shares with nobody */
};

struct worker {
	struct setup *setup;
	struct job *job;
	struct link *link;
	struct deadline check_setup;	/* when to look at the files again */
	uint64_t setup_stamp;
	long memory_kb;		/* at the beginning */
	struct buf records;
	struct lease_record in;
	struct worker_item items[LEASE_BATCH_MAX];
	size_t nitems;
};

/* Everything is set up, setup->stamp was taken before it was read. */
void worker_init(struct worker *w, struct setup *setup, struct job *job,
    struct link *link);
/* Serve until the parent wants no more: 0, or -1: it breaks the rules. */
MUST_CHECK int worker_run(struct worker *w);

#endif
