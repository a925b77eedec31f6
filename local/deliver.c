#include "local/deliver.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/err.h"
#include "local/envelope.h"
#include "mail/mbox.h"

#define PROGRAM_END_S 5		/* between SIGTERM and SIGKILL */
#define FIFO_IDLE_S 60		/* a fifo's reader may keep us waiting */

/* ---- maildir ---- */

static int
maildir_trouble(struct local_job *job)
{
	return local_temp(job,
	    "Temporary error on maildir delivery. (#4.3.0)");
}

/* The message into the open file: 0, -1 failed. */
static int
fill_maildir(struct local_job *job, struct in *in, struct maildir_file *to)
{
	struct deadline until = deadline_in_s(DELIVER_MAILDIR_S);
	struct out out = OUT_INIT(to->fd, job->site->out_space);
	struct view v;
	int r;

	to->bytes = job->rpline.len + job->dtline.len;
	out_putv(&out, buf_view(&job->rpline));
	out_putv(&out, buf_view(&job->dtline));
	while ((r = in_peek(in, &v)) > 0 && out_error(&out) == 0) {
		if (deadline_is_past(&until))
			return local_temp(job,
			    "Timeout on maildir delivery. (#4.3.0)");
		out_putv(&out, v);
		to->bytes += v.len;
		in_skip(in, v.len);
	}
	if (r < 0)
		return local_temp(job, "Unable to read message. (#4.3.0)");
	return out_flush(&out) < 0 ? maildir_trouble(job) : 0;
}

/* The batch has descriptors open: without room for one more it ends here. */
static int
add_to_batch(struct local_job *job, const char *dir)
{
	struct local_site *site = job->site;
	int i = maildir_add(&site->batch, dir, &job->here, &site->names);

	if (i >= 0 || site->batch.nfiles == 0 || errno != EMFILE)
		return i;
	local_commit(site);
	return maildir_add(&site->batch, dir, &job->here, &site->names);
}

void
local_commit(struct local_site *site)
{
	struct maildir_batch *b = &site->batch;
	struct local_job *job;

	maildir_commit(b);
	for (size_t i = 0; i < b->nfiles; i++) {
		job = site->owner[i];
		if (b->files[i].error == 0 || job->code != EXIT_OK)
			continue;
		buf_clear(&job->said);
		(void)maildir_trouble(job);
	}
	maildir_batch_clear(b);
}

int
deliver_maildir(struct local_job *job, const char *dir)
{
	struct local_site *site = job->site;
	struct in *in = local_message(job);
	int i;

	if (in == NULL)
		return -1;
	i = add_to_batch(job, dir);
	if (i < 0) {
		if (maildir_can_enter(dir) || err_is_temp(errno))
			return maildir_trouble(job);
		return local_temp(job, "Unable to chdir to maildir. (#4.2.1)");
	}
	site->owner[i] = job;
	if (fill_maildir(job, in, &site->batch.files[i]) < 0) {
		maildir_drop(&site->batch, (size_t)i);
		return -1;
	}
	if (!site->is_batching)
		local_commit(site);
	return job->code == EXIT_OK ? 0 : -1;
}

/* ---- mbox ---- */

static int
mbox_trouble(struct local_job *job, const struct mbox *m)
{
	return local_temp(job, "Unable to write ", m->path, ": ",
	    err_str(errno), ". (#4.3.0)");
}

static int
fill_mbox(struct local_job *job, struct in *in, const struct mbox *m)
{
	struct out out = OUT_INIT(m->fd, job->site->out_space);
	struct mbox_quote quote = MBOX_QUOTE_INIT;
	struct view v;
	int r;

	if (!m->is_regular)
		out.idle_s = FIFO_IDLE_S;
	out_putv(&out, buf_view(&job->ufline));
	out_putv(&out, buf_view(&job->rpline));
	out_putv(&out, buf_view(&job->dtline));
	while ((r = in_peek(in, &v)) > 0 && out_error(&out) == 0) {
		mbox_quote_put(&quote, &out, v);
		in_skip(in, v.len);
	}
	if (r < 0)
		return local_temp(job, "Unable to read message: ",
		    err_str(errno), ". (#4.3.0)");
	mbox_quote_end(&quote, &out);
	return out_flush(&out) < 0 ? mbox_trouble(job, m) : 0;
}

/* Who has to wait for the lock says so first. */
static enum mbox_open
open_mbox(struct local_job *job, struct mbox *m, const char *path)
{
	enum mbox_open r = mbox_open(m, path, 0);

	if (r == MBOX_LOCKED && local_slow(job, false) == 0)
		r = mbox_open(m, path, MBOX_LOCK_S);
	return r;
}

int
deliver_mbox(struct local_job *job, const char *path)
{
	struct in *in;
	struct mbox m;

	switch (open_mbox(job, &m, path)) {
	case MBOX_OK:
		break;
	case MBOX_CANNOT_OPEN:
		return local_temp(job, "Unable to open ", path, ": ",
		    err_str(errno), ". (#4.2.1)");
	case MBOX_LOCKED:
		return local_temp(job, "File has been locked for 30 seconds "
		    "straight. (#4.3.0)");
	}
	in = local_message(job);
	if (in == NULL || fill_mbox(job, in, &m) < 0) {
		mbox_abandon(&m);
		return -1;
	}
	return mbox_commit(&m) < 0 ? mbox_trouble(job, &m) : 0;
}

static_assert(MBOX_LOCK_S == 30, "the report says so");

/* ---- program ---- */

static enum exitcode
exit_meaning(int code)
{
	switch (code) {
	case 0:
		return EXIT_OK;
	case EXIT_STOP:
		return EXIT_STOP;
	case 64: case 65: case 70: case 76: case 77: case 78:	/* sysexits */
	case EXIT_PERM: case 112:
		return EXIT_PERM;
	default:
		return EXIT_TEMP;
	}
}

/* 0 it ended; -1 failed.  Whoever takes too long goes with its children. */
static int
wait_for_program(struct local_job *job, pid_t pid, int *status)
{
	struct deadline until = DEADLINE_NEVER;
	int r;

	if (job->site->program_s > 0)
		until = deadline_in_s((int64_t)job->site->program_s);
	r = child_wait_until(pid, status, &until);
	if (r == 0) {
		kill(-pid, SIGTERM);
		until = deadline_in_s(PROGRAM_END_S);
		r = child_wait_until(pid, status, &until);
		kill(-pid, SIGKILL);
		if (r == 0)
			r = child_wait(pid, status);
		if (r >= 0)
			return local_temp(job, "Program took too long. "
			    "(#4.3.0)");
	}
	if (r < 0 || child_has_crashed(*status))
		return local_temp(job, "Aack, child crashed. (#4.3.0)");
	return 0;
}

static int
run(struct local_job *job, char *const *argv, int *status)
{
	struct child_spec spec = {
		.path = argv[0],
		.argv = argv,
		.envp = envelope_envp(job),
		.fds = { { .to = 0, .from = job->message },
		    { .to = 1, .from = job->report_out },
		    { .to = 2, .from = job->report_err } },
		.nfds = 3,
		.own_group = job->site->program_s > 0,
		.exit_temp = EXIT_TEMP,
		.exit_perm = EXIT_TEMP,
	};
	pid_t pid;

	if (child_start(&spec, &pid) < 0)
		return local_temp(job, "Unable to fork: ", err_str(errno),
		    ". (#4.3.0)");
	return wait_for_program(job, pid, status);
}

int
deliver_program(struct local_job *job, struct view command)
{
	char shell[] = "/bin/sh", dash_c[] = "-c";
	char *argv[] = { shell, dash_c, NULL, NULL };
	struct buf text = BUF_INIT;
	int status = 0, r;

	if (local_slow(job, true) < 0 || local_rewind(job) < 0)
		return -1;
	buf_set(&text, command);
	argv[2] = text.p;
	r = run(job, argv, &status);
	buf_free(&text);
	if (r < 0)
		return -1;
	/* what the program said is the report */
	job->code = exit_meaning(child_exit_code(status));
	if (job->code == EXIT_PERM || job->code == EXIT_TEMP)
		return -1;
	r = job->code == EXIT_STOP ? 0 : 1;
	job->code = EXIT_OK;
	return r;
}

/* ---- forward ---- */

static void
put_message(struct local_job *job, struct in *in)
{
	struct qq *qq = &job->site->qq;
	struct view v;
	int r;

	qq_putv(qq, buf_view(&job->dtline));
	while ((r = in_peek(in, &v)) > 0) {
		qq_putv(qq, v);
		in_skip(in, v.len);
	}
	if (r < 0)
		qq_fail(qq);
}

int
deliver_forward(struct local_job *job, struct view text)
{
	struct qq *qq = &job->site->qq;
	struct dotqmail_line line;
	struct in *in = local_message(job);
	const char *why;

	if (in == NULL || local_slow(job, true) < 0)
		return -1;
	if (qq_open(qq) < 0)
		return local_temp(job, "Unable to fork: ", err_str(errno),
		    ". (#4.3.0)");
	put_message(job, in);
	qq_sender(qq, buf_view(&job->newsender));
	while (dotqmail_next(&text, &line))
		if (line.kind == DOTQMAIL_FORWARD)
			qq_recipient(qq, line.arg);
	why = qq_close(qq);
	if (why[0] == 'D')
		return local_perm(job, "Unable to forward message: ", why + 1,
		    ".");
	if (why[0] != '\0')
		return local_temp(job, "Unable to forward message: ", why + 1,
		    ".");
	job->qp = qq->pid;
	return 0;
}
