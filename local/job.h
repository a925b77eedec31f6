/*
 * job.h: one delivery of qmail-local, from its arguments to its exit code and
 * report (delivery.md 2).  All that a delivery knows is in struct local_job;
 * only struct local_site outlives it.
 */
#ifndef LOCAL_JOB_H
#define LOCAL_JOB_H

#include <sys/stat.h>
#include <sys/types.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/log.h"
#include "mail/dotqmail.h"
#include "mail/maildir_new.h"
#include "mail/qq_client.h"

#define LOCAL_REPORT_MAX 3000	/* bytes that qmail-lspawn keeps */
#define LOCAL_SPACE 32768	/* most messages in one read and one write */

struct local_job;

/* The same for all deliveries of a process, and room that they share. */
struct local_site {
	bool has_patrn, has_program_s;	/* they have been read */
	mode_t patrn;		/* mode bits refused for homes and .qmail */
	uint64_t program_s;	/* a program's time; 0: as long as it takes */
	bool is_home;		/* the current directory is home, which was */
	dev_t home_dev;
	ino_t home_ino;
	struct maildir_names names;
	/*
	 * The job is about to do what may take long.  NULL: nobody has to
	 * know.  0, or -1: it cannot be done now.
	 */
	int (*slow)(struct local_job *job, bool has_output);
	void *keeper;		/* for slow() */

	/* messages for maildirs: written, not yet committed */
	bool is_batching;	/* more may come; local_commit() ends them */
	struct maildir_batch batch;
	struct local_job *owner[MAILDIR_BATCH_MAX];	/* of its files */

	/*
	 * The last one of this batch that was prepared, or NULL: what it found
	 * in home goes for the next one, too.
	 */
	const struct local_job *model;
	const struct local_job *reader;	/* whose message's start is in `in` */
	struct in in;
	struct qq qq;
	char in_space[LOCAL_SPACE], out_space[LOCAL_SPACE];
};

struct local_args {		/* programs.md 5; the caller's strings */
	const char *user, *home, *local, *dash, *ext, *host, *sender;
	const char *fallback;	/* default delivery instructions */
};

struct local_job {
	/* given */
	struct local_args args;
	struct local_site *site;
	bool is_dry;		/* -n: say what would be done */
	int message;		/* descriptor, seekable */
	bool is_at_start;	/* ... and nobody has moved it yet */
	int report_out, report_err;	/* descriptors 1, 2 of programs */
	uint32_t id;		/* for site->slow */

	/* found out */
	int64_t now;
	struct stat here;	/* home */
	struct buf safe;	/* ext as file names have it */
	struct dotqmail qmail;	/* its text, or the default instructions */
	bool has_instructions;	/* the text is that of the file */
	struct buf newsender;	/* not where only files are written */
	struct buf dtline, rpline, ufline;	/* with LF */
	bool has_env;
	struct env_list env;	/* of programs, once has_env */
	struct buf word;	/* one argument as a string */

	/* done */
	bool is_forward_only;
	uint64_t files, forwards, programs;
	pid_t qp;		/* of the forward; 0: none */
	enum exitcode code;
	struct buf said;	/* for descriptor 1 */
	struct buf report;	/* for 2: why it failed; warnings */
};

/* Empty, for its first local_job_run(); free afterwards or reset for the next.
 * What is given has to be set after either. */
void local_job_init(struct local_job *job);
void local_job_reset(struct local_job *job);
void local_job_free(struct local_job *job);

/*
 * Do it.  The process is the user already; the current directory becomes
 * home.  Result: job->code (0, 100, 111), job->said, job->report.
 */
void local_job_run(struct local_job *job);

/*
 * The same in steps.  Find out what there is to do: 0, -1 failed.  Do it:
 * with site->is_batching the result of maildirs stands after local_commit().
 */
MUST_CHECK int local_job_prepare(struct local_job *job);
void local_job_do(struct local_job *job);
/* Whether all there is to do is to write files into maildirs. */
bool local_job_is_quick(const struct local_job *job);
/* End the batch: contents and names to disk, or their jobs fail. */
void local_commit(struct local_site *site);

/* For the rooms: the job has failed with this text.  Returns -1. */
#define local_temp(job, ...) \
	local_fail((job), EXIT_TEMP, LOG_WORDS(__VA_ARGS__))
#define local_perm(job, ...) \
	local_fail((job), EXIT_PERM, LOG_WORDS(__VA_ARGS__))
int local_fail(struct local_job *job, enum exitcode code,
    const char *const *words);
/* Put the message at its start: 0, -1 failed. */
MUST_CHECK int local_rewind(struct local_job *job);
/* The message from its start: site->in, or NULL: failed. */
struct in *local_message(struct local_job *job);
/* What may take long comes now: 0, -1 failed. */
MUST_CHECK int local_slow(struct local_job *job, bool has_output);

#endif
