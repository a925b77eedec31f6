#include "local/job.h"

#include <sys/stat.h>

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/err.h"
#include "local/envelope.h"
#include "local/hops.h"
#include "local/lines.h"
#include "local/site.h"
#include "mail/address.h"

void
local_job_init(struct local_job *job)
{
	static const struct buf none = BUF_INIT;

	memset(job, 0, sizeof(*job));
	job->safe = job->newsender = job->word = none;
	job->said = job->report = none;
	job->dtline = job->rpline = job->ufline = none;
	job->qmail = (struct dotqmail)DOTQMAIL_INIT;
	job->env = (struct env_list)ENV_LIST_INIT;
}

void
local_job_free(struct local_job *job)
{
	buf_free(&job->safe);
	dotqmail_free(&job->qmail);
	buf_free(&job->newsender);
	buf_free(&job->dtline);
	buf_free(&job->rpline);
	buf_free(&job->ufline);
	env_list_free(&job->env);
	buf_free(&job->word);
	buf_free(&job->said);
	buf_free(&job->report);
}

void
local_job_reset(struct local_job *job)
{
	local_job_free(job);
	local_job_init(job);
}

int
local_fail(struct local_job *job, enum exitcode code, const char *const *words)
{
	struct buf *b = &job->report;

	buf_put_strings(b, words);
	if (b->len > LOCAL_REPORT_MAX - 1)
		buf_cut(b, LOCAL_REPORT_MAX - 1);
	buf_putc(b, '\n');
	job->code = code;
	return -1;
}

int
local_rewind(struct local_job *job)
{
	job->site->reader = NULL;
	if (lseek(job->message, 0, SEEK_SET) < 0)
		return local_temp(job, "Unable to rewind message. (#4.3.0)");
	return 0;
}

/*
 * Most messages are still in the array from the look at their header: then
 * they are not read again.
 */
struct in *
local_message(struct local_job *job)
{
	struct local_site *site = job->site;
	struct in *in = &site->in;

	if (site->reader == job && !in->eof && in->error == 0) {
		in->pos = 0;
		site->reader = NULL;
		return in;
	}
	site->reader = NULL;
	if (!job->is_at_start && local_rewind(job) < 0)
		return NULL;
	job->is_at_start = false;
	*in = (struct in)IN_INIT(job->message, site->in_space);
	return in;
}

int
local_slow(struct local_job *job, bool has_output)
{
	if (job->site->slow == NULL || job->site->slow(job, has_output) == 0)
		return 0;
	return local_temp(job, "Unable to report: ", err_str(errno),
	    ". (#4.3.0)");
}

/* home is still where an earlier job went. */
static bool
is_home(struct local_job *job)
{
	const struct local_site *site = job->site;
	struct stat *st = &job->here;

	return site->is_home && stat(job->args.home, st) == 0 &&
	    st->st_dev == site->home_dev && st->st_ino == site->home_ino;
}

static int
go_home(struct local_job *job)
{
	struct local_site *site = job->site;
	struct stat *st = &job->here;

	if (site->model != NULL) {
		*st = site->model->here;
		return 0;
	}
	if (is_home(job))
		return 0;
	site->is_home = false;
	if (chdir(job->args.home) < 0)
		return local_temp(job, "Unable to switch to ", job->args.home,
		    ": ", err_str(errno), ". (#4.3.0)");
	if (stat(".", st) < 0)
		return local_temp(job, "Unable to stat home directory: ",
		    err_str(errno), ". (#4.3.0)");
	site->is_home = true;
	site->home_dev = st->st_dev;
	site->home_ino = st->st_ino;
	return 0;
}

/* Not with a home or .qmail file of this mode: 0, -1 failed. */
static int
check_mode(struct local_job *job, mode_t mode, const char *why_not)
{
	int r = site_forbids(job->site, mode, &job->report);

	if (r < 0)
		job->code = EXIT_TEMP;	/* and the report says why */
	return r > 0 ? local_temp(job, why_not) : r;
}

static int
enter_home(struct local_job *job)
{
	const struct stat *st = &job->here;

	if (go_home(job) < 0 || check_mode(job, st->st_mode,
	    "Uh-oh: home directory is writable. (#4.7.0)") < 0)
		return -1;
	if ((st->st_mode & S_ISVTX) == 0)
		return 0;
	if (!job->is_dry)
		return local_temp(job, "Home directory is sticky: "
		    "user is editing his .qmail file. (#4.2.1)");
	buf_puts(&job->report, "Warning: home directory is sticky.\n");
	return 0;
}

/* Whether the message's start is in the array after the header was read. */
static void
note_start(struct local_job *job, size_t first)
{
	struct local_site *site = job->site;

	/* less than the array holds: a second read would have met the end */
	if (first < LOCAL_SPACE && site->in.end == first)
		site->reader = job;
}

static int
check_loop(struct local_job *job)
{
	struct in *in;
	struct view v = VIEW_EMPTY;
	enum hops hops = HOPS_ERROR;

	if (job->is_dry)
		return 0;
	job->site->reader = NULL;	/* no job's of the past */
	in = local_message(job);
	if (in == NULL)
		return -1;
	if (in_peek(in, &v) >= 0)
		hops = hops_check(in, buf_view(&job->dtline));
	note_start(job, v.len);
	switch (hops) {
	case HOPS_FINE:
		return 0;
	case HOPS_LOOP:
		return local_perm(job, "This message is looping: "
		    "it already has my Delivered-To line. (#5.4.6)");
	case HOPS_TOO_MANY:
		return local_perm(job, "This message is looping: it has "
		    "too many Received and Delivered-To lines. (#5.4.6)");
	case HOPS_ERROR:
		break;
	}
	return local_temp(job, "Unable to read message: ", err_str(errno),
	    ". (#4.3.0)");
}

static int
no_mailbox(struct local_job *job)
{
	return local_perm(job, "Sorry, no mailbox here by that name. (#5.1.1)");
}

/* Another one of this batch has the same instructions. */
static bool
has_model(const struct local_job *job)
{
	const struct local_job *model = job->site->model;

	return model != NULL && strcmp(model->args.dash, job->args.dash) == 0 &&
	    view_is_eq(buf_view(&model->safe), buf_view(&job->safe));
}

static int
find_file(struct local_job *job)
{
	struct dotqmail *q = &job->qmail;

	if (has_model(job)) {
		dotqmail_copy(q, &job->site->model->qmail);
		job->has_instructions = job->site->model->has_instructions;
		return 0;
	}
	switch (dotqmail_find(q, job->args.dash, buf_view(&job->safe))) {
	case DOTQMAIL_FOUND:
		if (check_mode(job, q->mode,
		    "Uh-oh: .qmail file is writable. (#4.7.0)") < 0)
			return -1;
		break;
	case DOTQMAIL_NONE:
		if (job->args.dash[0] != '\0')
			return no_mailbox(job);
		break;
	case DOTQMAIL_CANNOT_OPEN:
		return local_temp(job, "Unable to open ", q->name.p, ": ",
		    err_str(errno), ". (#4.3.0)");
	case DOTQMAIL_CANNOT_READ:
		return local_temp(job, "Unable to read ", q->name.p, ": ",
		    err_str(errno), ". (#4.3.0)");
	}
	job->has_instructions = q->text.len > 0;
	return 0;
}

/* What is to be done, into job->qmail.text. */
static int
find_instructions(struct local_job *job)
{
	struct dotqmail *q = &job->qmail;

	/* delivery.md 11.9: no file name or header has use for them */
	if (address_has_control(view_of(job->args.ext)))
		return no_mailbox(job);
	dotqmail_safe_ext(job->args.ext, &job->safe);
	if (find_file(job) < 0)
		return -1;
	job->is_forward_only = (q->mode & S_IXUSR) != 0 &&
	    job->has_instructions;
	if (!job->has_instructions)
		buf_sets(&q->text, job->args.fallback);
	return 0;
}

static void
say_done(struct local_job *job)
{
	struct buf *b = &job->said;

	buf_puts(b, "did ");
	buf_put_u64(b, job->files);
	buf_puts(b, "+");
	buf_put_u64(b, job->forwards);
	buf_puts(b, "+");
	buf_put_u64(b, job->programs);
	buf_puts(b, "\n");
	if (job->qp == 0)
		return;
	buf_puts(b, "qp ");
	buf_put_u64(b, (uint64_t)job->qp);
	buf_puts(b, "\n");
}

int
local_job_prepare(struct local_job *job)
{
	job->now = time(NULL);
	if (enter_home(job) < 0)
		return -1;
	envelope_lines(job);
	if (check_loop(job) < 0 || find_instructions(job) < 0)
		return -1;
	if (job->site->is_batching)
		job->site->model = job;
	if (local_job_is_quick(job))
		return 0;
	/* programs and forwards need these: before anything is done */
	if (site_read_timeout(job->site, &job->report) < 0) {
		job->code = EXIT_TEMP;
		return -1;
	}
	return envelope_newsender(job);
}

bool
local_job_is_quick(const struct local_job *job)
{
	return lines_are_quick(buf_view(&job->qmail.text));
}

void
local_job_do(struct local_job *job)
{
	if (lines_do(job) == 0)
		say_done(job);
}

void
local_job_run(struct local_job *job)
{
	if (local_job_prepare(job) == 0)
		local_job_do(job);
}
