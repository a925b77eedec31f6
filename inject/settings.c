#include "inject/settings.h"

#include <string.h>

#include "inject/fail.h"
#include "lib/ascii.h"
#include "lib/env.h"
#include "mail/address.h"
#include "mail/control.h"
#include "mail/date.h"

struct host_source {
	const char *variable;
	const char *control;	/* also the word that stands in for it */
};

static const struct host_source host_sources[] = {
	[HEADER_DEFAULT_HOST] = { "QMAILDEFAULTHOST", "defaulthost" },
	[HEADER_DEFAULT_DOMAIN] = { "QMAILDEFAULTDOMAIN", "defaultdomain" },
	[HEADER_PLUS_DOMAIN] = { "QMAILPLUSDOMAIN", "plusdomain" },
};
static_assert(NELEM(host_sources) == HEADER_DEFAULTS, "one per default");

static const struct host_source id_source = { "QMAILIDHOST", "idhost" };

static void
read_host(const struct host_source *source, struct buf *host)
{
	const char *value = env_get(source->variable);

	if (value != NULL)
		buf_sets(host, value);
	else if (control_line_or_me(source->control, source->control,
	    host) < 0)
		fail_read();
}

static struct view
default_of(void *arg, enum header_default which)
{
	struct settings *s = arg;

	if (!s->known[which])
		read_host(&host_sources[which], &s->hosts[which]);
	s->known[which] = true;
	return buf_view(&s->hosts[which]);
}

void
settings_begin(struct settings *s, int64_t now, pid_t pid)
{
	const char *letters = env_get("QMAILINJECT");

	*s = (struct settings){ .now = now, .pid = pid,
	    .rewriter = HEADER_REWRITER_INIT(default_of, s) };
	for (size_t i = 0; i < HEADER_DEFAULTS; i++)
		s->hosts[i] = (struct buf)BUF_INIT;
	if (letters == NULL)
		return;
	s->name_is_comment = strchr(letters, 'c') != NULL;
	s->ignore_return_path = strchr(letters, 's') != NULL;
	s->delete_from = strchr(letters, 'f') != NULL;
	s->delete_message_id = strchr(letters, 'i') != NULL;
	s->verp_recipient = strchr(letters, 'r') != NULL;
	s->verp_message = strchr(letters, 'm') != NULL;
}

void
settings_free(struct settings *s)
{
	for (size_t i = 0; i < HEADER_DEFAULTS; i++)
		buf_free(&s->hosts[i]);
	header_rewriter_free(&s->rewriter);
}

/* The first of the variables that is set, even if empty; else otherwise. */
static const char *
first_set(const char *const *variables, const char *otherwise)
{
	for (; *variables != NULL; variables++) {
		const char *value = env_get(*variables);
		if (value != NULL)
			return value;
	}
	return otherwise;
}

static const char *
user(void)
{
	static const char *const variables[] = {
		"QMAILUSER", "MAILUSER", "USER", "LOGNAME", NULL
	};

	return first_set(variables, "anonymous");
}

/* "": the default host, which follows a bare @ */
static const char *
host(void)
{
	static const char *const variables[] = {
		"QMAILHOST", "MAILHOST", NULL
	};

	return first_set(variables, "");
}

static const char *
full_name(void)
{
	static const char *const variables[] = {
		"QMAILNAME", "MAILNAME", "NAME", NULL
	};

	return first_set(variables, "");
}

void
settings_put_date(const struct settings *s, const char *name, struct buf *out)
{
	char date[DATE_MAX];

	buf_cat(out, name, ": ", date_822(s->now, date), "\n");
}

void
settings_put_message_id(const struct settings *s, const char *name,
    struct buf *out)
{
	struct buf id_host = BUF_INIT;
	char date[DATE_MAX];

	read_host(&id_source, &id_host);
	buf_cat(out, name, ": <", date_compact(s->now, date), ".");
	buf_put_u64(out, (uint64_t)s->pid);
	buf_cat(out, ".qmail@", id_host.p, ">\n");
	buf_free(&id_host);
}

/* Text for between quotes or parentheses; one line, whatever is in it. */
static void
put_escaped(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++) {
		if (view_has_byte(VIEW_LIT("\"()\\"), *s))
			buf_putc(b, '\\');
		buf_putc(b, ascii_is_print(*s) || *s < 0 ? *s : ' ');
	}
}

static void
put_user_at_host(struct buf *b)
{
	struct buf raw = BUF_INIT;

	buf_cat(&raw, user(), "@", host());
	address_quote(buf_view(&raw), b);
	buf_free(&raw);
}

void
settings_put_from(struct settings *s, const char *name, struct buf *out)
{
	struct buf field = BUF_INIT, addresses = BUF_INIT;
	const char *full = full_name();

	buf_cat(&field, name, ": ");
	if (*full != '\0' && !s->name_is_comment) {
		buf_puts(&field, "\"");
		put_escaped(&field, full);
		buf_puts(&field, "\" <");
		put_user_at_host(&field);
		buf_puts(&field, ">");
	} else
		put_user_at_host(&field);
	if (*full != '\0' && s->name_is_comment) {
		buf_puts(&field, " (");
		put_escaped(&field, full);
		buf_puts(&field, ")");
	}
	switch (header_rewrite(&s->rewriter, buf_view(&field), out,
	    &addresses)) {
	case HEADER_OK:
		break;
	case HEADER_SYNTAX:
		fail_line(buf_view(&field));
	case HEADER_TOO_LONG:
		fail_long();
	case HEADER_BAD_DEFAULT:
		fail_defaults();
	}
	buf_free(&addresses);
	buf_free(&field);
}

void
settings_complete(struct settings *s, struct view raw, struct buf *out)
{
	switch (header_rewrite_raw(&s->rewriter, raw, out)) {
	case HEADER_OK:
		break;
	case HEADER_SYNTAX:
		fail_address(raw);
	case HEADER_TOO_LONG:
		fail_long();
	case HEADER_BAD_DEFAULT:
		fail_defaults();
	}
	if (address_has_control(buf_view(out)))
		fail_address(raw);
}

void
settings_make_sender(struct settings *s, struct buf *out)
{
	static const char *const users[] = { "QMAILSUSER", NULL };
	static const char *const hosts[] = { "QMAILSHOST", NULL };
	struct buf raw = BUF_INIT;

	buf_puts(&raw, first_set(users, user()));
	if (s->verp_message) {
		buf_puts(&raw, "-");
		buf_put_u64(&raw, (uint64_t)s->now);
		buf_puts(&raw, ".");
		buf_put_u64(&raw, (uint64_t)s->pid);
	}
	buf_cat(&raw, s->verp_recipient ? "-@" : "@", first_set(hosts, host()));
	settings_complete(s, buf_view(&raw), out);
	if (s->verp_recipient)
		buf_puts(out, "-@[]");
	buf_free(&raw);
}
