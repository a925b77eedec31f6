/*
 * job.h: a message that is being worked on in one channel: its open file of
 * recipients, and how many deliveries need it (scheduling.md 2).
 */
#ifndef SEND_JOB_H
#define SEND_JOB_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "send/shared.h"

struct job {
	unsigned refs;		/* its pass, and each delivery; 0: free */
	uint64_t id;
	enum channel channel;
	int64_t next;		/* when it is tried again */
	bool is_dying;		/* too old: this attempt is the last */
	bool at_end;		/* the pass saw every recipient */
	bool is_alone;		/* no other channel, and no text in bounce/N */
	uint64_t undone;	/* recipients seen and not done */
	int fd;			/* local/N or remote/N, for reading and marks;
				 * -1: records has all, nothing is marked */
	struct buf sender, records;
};

/*
 * Records that are done and not yet marked as such on disk: a run of them in
 * one file, with their addresses.  Never kept over a turn of the loop.
 */
struct marks {
	struct job *job;	/* NULL: none */
	off_t at;		/* offset of the first */
	struct buf records;
};

struct jobs {
	struct shared *shared;
	struct job *v;
	size_t len, used;
	struct marks marks;
};

void jobs_init(struct jobs *j, struct shared *shared, size_t len);
void jobs_free(struct jobs *j);

static inline bool
jobs_have_room(const struct jobs *j)
{
	return j->used < j->len;
}

/*
 * Begin an attempt at a message: a job with one reference.  NULL when its
 * files cannot be opened: that is logged, and it is scheduled for later.
 */
struct job *job_open(struct jobs *j, enum channel c, uint64_t id);
void job_hold(struct job *job);
/* The last release schedules the message again, or hands it on as finished. */
void job_release(struct jobs *j, struct job *job);

/*
 * The record of this address at that offset is done: its type byte changes
 * with job_write_marks(), at the latest with the last release.
 */
void job_mark(struct jobs *j, struct job *job, off_t at, struct view address);
void job_write_marks(struct jobs *j);

/* The file of recipients that is being read, one for each channel. */
struct pass {
	struct job *job;	/* NULL: none */
	off_t at;		/* offset of the next record */
	struct in in;
	char space[4096];
};

/*
 * The next recipient that is not done: 1 with its address in b (replaced) and
 * *at the offset of its record; 0 when this turn has looked at enough records;
 * -1 when the pass is over (its job is released).
 */
MUST_CHECK int pass_next(struct jobs *j, struct pass *p, struct buf *b,
    off_t *at);
void pass_begin(struct pass *p, struct job *job);
/* Give it up in the middle: what was not read is due now. */
void pass_abandon(struct jobs *j, struct pass *p);

#endif
