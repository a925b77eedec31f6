#include "local/lines.h"

#include "local/deliver.h"

/* What to do after a line. */
enum step {
	STEP_NEXT,
	STEP_STOP,		/* a program said 99 */
	STEP_FAILED		/* the job says why */
};

static void
say(struct local_job *job, const char *what, struct view arg)
{
	buf_puts(&job->said, what);
	buf_putv(&job->said, arg);
	buf_puts(&job->said, "\n");
}

static enum step
refuse(struct local_job *job, const char *what)
{
	(void)local_temp(job, "Uh-oh: .qmail has ", what,
	    " delivery but has x bit set. (#4.7.0)");
	return STEP_FAILED;
}

static enum step
file_line(struct local_job *job, const struct dotqmail_line *line)
{
	bool is_maildir = line->kind == DOTQMAIL_MAILDIR;
	int r;

	job->files++;
	if (job->is_forward_only)
		return refuse(job, "file");
	if (job->is_dry) {
		say(job, is_maildir ? "maildir " : "mbox ", line->arg);
		return STEP_NEXT;
	}
	buf_set(&job->word, line->arg);
	r = is_maildir ? deliver_maildir(job, job->word.p) :
	    deliver_mbox(job, job->word.p);
	return r < 0 ? STEP_FAILED : STEP_NEXT;
}

static enum step
program_line(struct local_job *job, const struct dotqmail_line *line)
{
	int r;

	job->programs++;
	if (job->is_forward_only)
		return refuse(job, "prog");
	if (job->is_dry) {
		say(job, "program ", line->arg);
		return STEP_NEXT;
	}
	r = deliver_program(job, line->arg);
	if (r < 0)
		return STEP_FAILED;
	return r == 0 ? STEP_STOP : STEP_NEXT;
}

static enum step
blank_line(struct local_job *job, bool is_first)
{
	if (!is_first)
		return STEP_NEXT;
	(void)local_temp(job,
	    "Uh-oh: first line of .qmail file is blank. (#4.2.1)");
	return STEP_FAILED;
}

static enum step
do_line(struct local_job *job, const struct dotqmail_line *line, bool is_first)
{
	switch (line->kind) {
	case DOTQMAIL_BLANK:
		return blank_line(job, is_first);
	case DOTQMAIL_MAILDIR:
	case DOTQMAIL_MBOX:
		return file_line(job, line);
	case DOTQMAIL_PROGRAM:
		return program_line(job, line);
	case DOTQMAIL_FORWARD:
		job->forwards++;
		if (job->is_dry)
			say(job, "forward ", line->arg);
		return STEP_NEXT;
	case DOTQMAIL_LIST:
		job->is_forward_only = true;
		return STEP_NEXT;
	case DOTQMAIL_COMMENT:
	case DOTQMAIL_UNKNOWN:
		return STEP_NEXT;
	case DOTQMAIL_DAMAGED:
		break;
	}
	(void)local_temp(job, "Uh-oh: .qmail file has a NUL byte. (#4.2.1)");
	return STEP_FAILED;
}

/*
 * The addresses are not collected: the forward reads the executed part of the
 * text, up to where a program stopped it, once more.
 */
int
lines_do(struct local_job *job)
{
	struct view text = buf_view(&job->qmail.text), rest = text;
	struct dotqmail_line line;
	enum step step = STEP_NEXT;

	if (text.len == 0)
		step = blank_line(job, true);
	while (step == STEP_NEXT) {
		bool is_first = rest.len == text.len;
		if (!dotqmail_next(&rest, &line))
			break;
		step = do_line(job, &line, is_first);
	}
	if (step == STEP_FAILED)
		return -1;
	if (job->forwards == 0 || job->is_dry)
		return 0;
	return deliver_forward(job, view_upto(text, text.len - rest.len));
}

bool
lines_are_quick(struct view text)
{
	struct dotqmail_line line;

	while (dotqmail_next(&text, &line)) {
		switch (line.kind) {
		case DOTQMAIL_BLANK:
		case DOTQMAIL_COMMENT:
		case DOTQMAIL_MAILDIR:
		case DOTQMAIL_LIST:
		case DOTQMAIL_UNKNOWN:
			continue;
		case DOTQMAIL_MBOX:
		case DOTQMAIL_PROGRAM:
		case DOTQMAIL_FORWARD:
		case DOTQMAIL_DAMAGED:
			break;
		}
		return false;
	}
	return true;
}
