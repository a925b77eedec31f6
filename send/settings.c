#include "send/settings.h"

#include "mail/control.h"

#define LIMIT_LOCAL 10		/* scheduling.md 1 */
#define LIMIT_REMOTE 20
#define LIFETIME_S 604800
#define INT_CONTROL_MAX 2147483647	/* control.md 1: a C int */

static int
read_locals(struct route_rules *r)
{
	int found = control_list("locals", &r->locals);

	if (found != 0) {
		r->has_locals = true;
		return found < 0 ? -1 : 0;
	}
	return control_line("me", &r->me) > 0 ? 0 : -1;
}

static int
read_route(struct route_rules *r, const char **failed)
{
	*failed = "locals";
	if (read_locals(r) < 0)
		return -1;
	*failed = "virtualdomains";
	if (control_map("virtualdomains", &r->virtualdomains) < 0)
		return -1;
	*failed = "percenthack";
	if (control_list("percenthack", &r->percenthack) < 0)
		return -1;
	*failed = "envnoathost";
	return control_line_or_me("envnoathost", "envnoathost",
	    &r->envnoathost) < 0 ? -1 : 0;
}

static int
read_numbers(struct settings *s, const char **failed)
{
	const struct {
		const char *name;
		uint64_t *n;
	} numbers[] = {
		{ "concurrencylocal", &s->limit[CHANNEL_LOCAL] },
		{ "concurrencyremote", &s->limit[CHANNEL_REMOTE] },
		{ "queuelifetime", &s->lifetime_s },
		{ "bouncemaxbytes", &s->bounce_max },
	};

	s->limit[CHANNEL_LOCAL] = LIMIT_LOCAL;
	s->limit[CHANNEL_REMOTE] = LIMIT_REMOTE;
	s->lifetime_s = LIFETIME_S;
	s->bounce_max = 0;
	for (size_t i = 0; i < NELEM(numbers); i++) {
		*failed = numbers[i].name;
		if (control_int(*failed, INT_CONTROL_MAX, numbers[i].n) < 0)
			return -1;
	}
	return 0;
}

/* user@host into address; *is_empty: the user's file is there, and empty. */
static int
read_address(struct buf *address, const char *user, const char *word,
    struct buf *host, bool *is_empty)
{
	int found;

	buf_sets(address, word);
	found = control_line(user, address);
	if (found < 0)
		return -1;
	*is_empty = found > 0 && address->len == 0;
	buf_putc(address, '@');
	buf_putv(address, buf_view(host));
	return 0;
}

static int
read_bounce(struct settings *s, const char **failed)
{
	struct buf host = BUF_INIT;
	bool is_empty;
	int r;

	*failed = "bouncehost";
	if (control_line_or_me("bouncehost", "bouncehost", &s->bounce_host) < 0)
		return -1;
	*failed = "bouncefrom";
	if (read_address(&s->bounce_from, "bouncefrom", "MAILER-DAEMON",
	    &s->bounce_host, &is_empty) < 0)
		return -1;
	*failed = "doublebouncehost";
	r = control_line_or_me("doublebouncehost", "doublebouncehost", &host);
	if (r >= 0) {
		*failed = "doublebounceto";
		r = read_address(&s->double_to, "doublebounceto", "postmaster",
		    &host, &s->double_discard);
	}
	buf_free(&host);
	return r < 0 ? -1 : 0;
}

static int
read_bounce_form(struct settings *s, const char **failed)
{
	uint64_t fields = 0;

	buf_sets(&s->bounce_subject, "failure notice");
	buf_sets(&s->double_subject, "failure notice");
	*failed = "bouncesubject";
	if (control_line("bouncesubject", &s->bounce_subject) < 0)
		return -1;
	*failed = "doublebouncesubject";
	if (control_line("doublebouncesubject", &s->double_subject) < 0)
		return -1;
	*failed = "bouncefields";
	if (control_int("bouncefields", 1, &fields) < 0)
		return -1;
	s->bounce_fields = fields != 0;
	return 0;
}

int
settings_read(struct settings *s, const char **failed)
{
	if (read_route(&s->route, failed) < 0 ||
	    read_numbers(s, failed) < 0 ||
	    read_bounce(s, failed) < 0 ||
	    read_bounce_form(s, failed) < 0)
		return -1;
	return 0;
}

void
settings_free(struct settings *s)
{
	route_free(&s->route);
	buf_free(&s->bounce_from);
	buf_free(&s->bounce_host);
	buf_free(&s->double_to);
	buf_free(&s->bounce_subject);
	buf_free(&s->double_subject);
	*s = (struct settings)SETTINGS_INIT;
}
