#include "remote/link.h"

void
link_init(struct link *l, int limit_s)
{
	dialogue_init(&l->dialogue, limit_s);
	l->key = l->mx_key = (struct buf)BUF_INIT;
	l->until = l->mx_until = (struct deadline){ .at_ms = 0 };
	l->is_kept = false;
	l->mx = (struct mx)MX_INIT;
	l->me = (struct ipme)IPME_INIT;
}

void
link_free(struct link *l)
{
	link_quit(l);
	link_forget(l);
	dialogue_free(&l->dialogue);
	buf_free(&l->key);
	buf_free(&l->mx_key);
}

void
link_opened(struct link *l, const struct buf *key)
{
	buf_set(&l->key, buf_view(key));
	l->until = deadline_in_s(LINK_LIFE_S);
}

bool
link_can_serve(const struct link *l, const struct buf *key, bool needs_utf8)
{
	return l->dialogue.fd >= 0 && (!needs_utf8 || l->dialogue.has_utf8) &&
	    view_is_eq(buf_view(&l->key), buf_view(key));
}

void
link_rest(struct link *l)
{
	const struct dialogue *d = &l->dialogue;

	if (!l->is_kept || d->is_leaving ||
	    d->nmessages >= LINK_MESSAGES_MAX || deadline_is_past(&l->until))
		link_quit(l);
}

void
link_quit(struct link *l)
{
	dialogue_quit(&l->dialogue);
}

void
link_forget(struct link *l)
{
	mx_free(&l->mx);
	ipme_free(&l->me);
	buf_clear(&l->mx_key);
}

/* Whether what we know is about this host, fresh and whole. */
static bool
has_addresses(const struct link *l, struct view host, bool is_relay)
{
	struct view key = buf_view(&l->mx_key);

	return key.len > 0 && (key.p[0] == 'r') == is_relay &&
	    view_is_eq(view_from(key, 1), host) &&
	    !deadline_is_past(&l->mx_until) && !l->mx.has_soft &&
	    l->mx.end != MX_SOFT;
}

int
link_start_mx(struct link *l, struct view host, bool is_relay)
{
	if (has_addresses(l, host, is_relay)) {
		mx_rewind(&l->mx);
		return 0;
	}
	link_forget(l);
	if (!is_relay && ipme_load(&l->me) < 0)
		return -1;
	buf_putc(&l->mx_key, is_relay ? 'r' : 'h');
	buf_putv(&l->mx_key, host);
	l->mx_until = deadline_in_s(LINK_ADDRESSES_S);
	if (is_relay)
		mx_start_relay(&l->mx, l->mx_key.p + 1);
	else
		mx_start(&l->mx, l->mx_key.p + 1, &l->me);
	return 0;
}
