#include "local/envelope.h"

#include <errno.h>
#include <string.h>

#include "lib/err.h"
#include "lib/view.h"
#include "mail/address.h"
#include "mail/mbox.h"

/* A LF inside would end the line and begin another field. */
static void
one_line(struct buf *b)
{
	for (size_t i = 0; i < b->len; i++)
		if (b->p[i] == '\n')
			b->p[i] = '_';
}

void
envelope_lines(struct local_job *job)
{
	struct view sender = view_of(job->args.sender);

	buf_cat(&job->dtline, "Delivered-To: ", job->args.local, "@",
	    job->args.host);
	one_line(&job->dtline);
	buf_putc(&job->dtline, '\n');

	buf_puts(&job->rpline, "Return-Path: <");
	address_quote(sender, &job->rpline);
	one_line(&job->rpline);
	buf_puts(&job->rpline, ">\n");

	mbox_from_line(sender, job->now, &job->ufline);
}

/* Is there a .qmail file of the whole address with this ending?  1, 0, -1. */
static int
has_file(struct local_job *job, const char *ending)
{
	int r;

	buf_sets(&job->word, ".qmail");
	buf_cat(&job->word, job->args.dash, job->safe.p, ending);
	r = dotqmail_exists(job->word.p);
	if (r < 0)
		return local_temp(job, "Unable to open ", job->word.p, ": ",
		    err_str(errno), ". (#4.3.0)");
	return r;
}

int
envelope_newsender(struct local_job *job)
{
	const struct local_args *a = &job->args;
	int owner = 0, verp = 0;

	if (a->sender[0] != '\0' && strcmp(a->sender, "#@[]") != 0)
		owner = has_file(job, "-owner");
	if (owner > 0)
		verp = has_file(job, "-owner-default");
	if (owner < 0 || verp < 0)
		return -1;
	if (verp > 0)
		buf_cat(&job->newsender, a->local, "-owner-@", a->host, "-@[]");
	else if (owner > 0)
		buf_cat(&job->newsender, a->local, "-owner@", a->host);
	else
		buf_puts(&job->newsender, a->sender);
	return 0;
}

static void
put(struct local_job *job, const char *name, const char *value)
{
	env_list_put(&job->env, name, view_of(value));
}

/* HOST2, HOST3, HOST4: one label less each, as long as there is a dot. */
static void
put_hosts(struct local_job *job)
{
	static const char *const names[] = { "HOST2", "HOST3", "HOST4" };
	struct view host = view_of(job->args.host);

	for (size_t i = 0; i < NELEM(names); i++) {
		host = view_upto(host, view_rchr(host, '.'));
		env_list_put(&job->env, names[i], host);
	}
}

/* EXT2, EXT3, EXT4: what follows one more '-' each, or nothing. */
static void
put_exts(struct local_job *job)
{
	static const char *const names[] = { "EXT2", "EXT3", "EXT4" };
	struct view ext = view_of(job->args.ext);

	for (size_t i = 0; i < NELEM(names); i++) {
		ext = view_from(ext, view_chr(ext, '-') + 1);
		env_list_put(&job->env, names[i], ext);
	}
}

char *const *
envelope_envp(struct local_job *job)
{
	const struct local_args *a = &job->args;

	if (job->has_env)
		return env_list_envp(&job->env);
	env_list_copy(&job->env);
	put(job, "SENDER", a->sender);
	env_list_put(&job->env, "NEWSENDER", buf_view(&job->newsender));
	buf_sets(&job->word, a->local);
	buf_cat(&job->word, "@", a->host);
	put(job, "RECIPIENT", job->word.p);
	put(job, "USER", a->user);
	put(job, "HOME", a->home);
	put(job, "LOCAL", a->local);
	put(job, "HOST", a->host);
	put_hosts(job);
	put(job, "EXT", a->ext);
	put_exts(job);
	if (job->qmail.has_default)
		put(job, "DEFAULT", a->ext + job->qmail.default_at);
	env_list_put(&job->env, "DTLINE", buf_view(&job->dtline));
	env_list_put(&job->env, "RPLINE", buf_view(&job->rpline));
	env_list_put(&job->env, "UFLINE", buf_view(&job->ufline));
	job->has_env = true;
	return env_list_envp(&job->env);
}
