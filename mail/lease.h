/*
 * lease.h: processes that stay.  A parent that starts a program for one job
 * offers it to do more of them: one end of a SOCK_SEQPACKET pair as descriptor
 * LEASE_FD, with an offer in it.  A program that knows leases says hello and
 * does further jobs from there; every other program ignores the descriptor,
 * does its one job and exits, as the contract says (design.md 6).
 *
 *	offer	parent	magic: in the socket before the program starts
 *	hello	worker	magic: it takes the offer
 *	jobs	parent	each: id, its words, with or without one descriptor
 *	slow	worker	id, code 1 or 0: this job may take long, so send nothing
 *			more until its reply; 1: wants a pipe for its output
 *	output	parent	id, and the pipe's end for writing
 *	back	worker	ids of jobs that it has not begun
 *	reply	worker	each: id, exit code, text of the report
 *
 * The job of the program's own arguments has the id LEASE_FIRST; its report
 * goes to descriptor 1 as ever and is at its end before the reply comes.
 * Jobs are sent only to a worker that has replied to all it had.  A worker
 * ends when the parent closes its end.  Both sides take the other's bytes for
 * a stranger's.
 *
 * A record is its type, one byte, and entries: id (4 bytes, little-endian),
 * code (1 byte), length (4 bytes), so many bytes.
 */
#ifndef MAIL_LEASE_H
#define MAIL_LEASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define LEASE_FD 3
#define LEASE_MAGIC "qsuite lease 1"
#define LEASE_FIRST UINT32_MAX
#define LEASE_RECORD_MAX 32768	/* bytes */
#define LEASE_BATCH_MAX 32	/* entries of a record; its descriptors */
#define LEASE_WORDS_MAX 16	/* of a job */
#define LEASE_TEXT_MAX 8192	/* bytes of a reply's text */

/* What a parent keeps to. */
#define LEASE_IDLE_S 10		/* seconds without a job */
#define LEASE_IDLE_MAX 24	/* workers without a job */
#define LEASE_JOBS_MAX 1000	/* jobs of one process */
#define LEASE_LIFE_S 600	/* seconds of one process */
#define LEASE_LATE_MS 10	/* a job waits so long for a busy worker, */
#define LEASE_LATE_MAX_MS 100	/* ... so long where starting one is slow */
/* What a worker keeps to: it leaves when it has grown by so much. */
#define LEASE_MEMORY_KB 16384

enum lease_type {
	LEASE_OFFER = 'O', LEASE_HELLO = 'H', LEASE_JOBS = 'J',
	LEASE_SLOW = 'S', LEASE_OUTPUT = 'P', LEASE_BACK = 'B',
	LEASE_REPLY = 'R'
};

/* ---- records ---- */

struct lease_entry {
	uint32_t id;
	unsigned code;
	struct view body;
};

/* One that came; rest points into space.  Close fds that nobody takes. */
struct lease_record {
	enum lease_type type;
	struct view rest;	/* entries not yet taken; well-formed */
	size_t count;		/* entries in all, 1..LEASE_BATCH_MAX */
	int fds[LEASE_BATCH_MAX];	/* -1 when taken */
	size_t nfds;
	char space[LEASE_RECORD_MAX];
};

/* Check bytes as a record with nfds descriptors: 0, or -1 with EPROTO. */
MUST_CHECK int lease_parse(struct lease_record *r, struct view bytes,
    size_t nfds);
/* The next entry; false: no more. */
bool lease_next(struct lease_record *r, struct lease_entry *e);
/*
 * The words of a job, each with its NUL, into words[LEASE_WORDS_MAX] as
 * pointers into body.  How many; 0 when they are too many.
 */
size_t lease_words(struct view body, const char **words);
void lease_close_fds(struct lease_record *r);	/* those not taken */

/*
 * Receive one.  1; 0 at the end; -1 with errno: EPROTO (nothing kept open),
 * EAGAIN (not waits, and nothing there), recvmsg(2)'s.  Descriptors are taken
 * only with takes_fds; they are close-on-exec.
 */
MUST_CHECK int lease_recv(int fd, struct lease_record *r, bool waits,
    bool takes_fds);

/* Build one in b: begin, put, send.  b is the caller's. */
void lease_begin(struct buf *b, enum lease_type type);
/* Whether an entry of len bytes still fits into b. */
bool lease_has_room(const struct buf *b, size_t len);
void lease_put(struct buf *b, uint32_t id, unsigned code, struct view body);
/* 0; -1 with errno: EPIPE (the other is gone), EAGAIN when it does not wait. */
MUST_CHECK int lease_send(int fd, const struct buf *b, const int *fds,
    size_t nfds, bool waits);

/* ---- the parent ---- */

/* Whether control/leases allows leases: 1, 0, -1 with errno. */
MUST_CHECK int lease_is_on(void);
/* A pair with the offer in it, both close-on-exec: 0, -1 errno. */
MUST_CHECK int lease_pair(int *ours, int *theirs);

/* ---- the worker ---- */

/*
 * Take the offer, if LEASE_FD holds one: true, and hello is said, LEASE_FD is
 * close-on-exec.
 */
bool lease_accept(void);
/*
 * The job of the arguments is done: descriptors 0, 1 and 2 (unless keeps_2)
 * are /dev/null from now on, so that the report ends, and the parent is told.
 * 0, or -1 with errno: then leave.
 */
MUST_CHECK int lease_first_done(int code, bool keeps_2);
/* One reply.  0, or -1 with errno. */
MUST_CHECK int lease_reply(uint32_t id, int code, struct view text);
/*
 * This job may take long.  With output descriptors 1 and 2 become a pipe that
 * the parent reads as the job's report; lease_end_output() ends it.
 */
MUST_CHECK int lease_slow(struct lease_record *space, uint32_t id,
    bool output);
MUST_CHECK int lease_end_output(void);
/* Take no more than what has been sent already: the next end is the end. */
void lease_leave(void);
/* The most memory that the process had, in KiB; 0: unknown. */
long lease_memory_kb(void);

#endif
