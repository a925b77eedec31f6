#include "send/route.h"

#include "mail/address.h"

static bool
is_percenthack(const struct route_rules *r, struct view a, struct view *local)
{
	struct view domain;

	return address_split(a, local, &domain) &&
	    view_has_byte(*local, '%') && control_has(&r->percenthack, domain);
}

static void
undo_percenthack(const struct route_rules *r, struct buf *a)
{
	struct view local;

	while (is_percenthack(r, buf_view(a), &local)) {
		buf_cut(a, local.len);
		a->p[view_rchr(buf_view(a), '%')] = '@';
	}
}

static bool
is_local(const struct route_rules *r, struct view domain)
{
	if (r->has_locals)
		return control_has(&r->locals, domain);
	return view_is_ieq(domain, buf_view(&r->me));
}

/* The first entry that knows the address decides, an empty one too. */
static bool
find_virtual(const struct route_rules *r, struct view a, struct view domain,
    struct view *prefix)
{
	return control_find(&r->virtualdomains, a, prefix) ||
	    control_find_domain(&r->virtualdomains, domain, true, prefix);
}

enum channel
route_address(const struct route_rules *r, struct view a, struct buf *out)
{
	struct view local, domain, prefix;
	struct buf name = BUF_INIT;

	buf_set(out, a);
	if (!view_has_byte(a, '@')) {
		buf_putc(out, '@');
		buf_putv(out, buf_view(&r->envnoathost));
	}
	undo_percenthack(r, out);
	(void)address_split(buf_view(out), &local, &domain);	/* has an @ */
	if (is_local(r, domain))
		return CHANNEL_LOCAL;
	if (!find_virtual(r, buf_view(out), domain, &prefix) || prefix.len == 0)
		return CHANNEL_REMOTE;
	buf_putv(&name, prefix);
	buf_putc(&name, '-');
	buf_putv(&name, buf_view(out));
	buf_set(out, buf_view(&name));
	buf_free(&name);
	return CHANNEL_LOCAL;
}

struct view
route_strip(const struct route_rules *r, struct view a)
{
	struct view local, domain, prefix;

	if (!address_split(a, &local, &domain) ||
	    !control_find_domain(&r->virtualdomains, domain, true, &prefix))
		return a;
	if (prefix.len == 0 || !view_has_prefix(a, prefix) ||
	    prefix.len >= a.len || a.p[prefix.len] != '-')
		return a;
	return view_from(a, prefix.len + 1);
}

void
route_free(struct route_rules *r)
{
	control_list_free(&r->locals);
	control_list_free(&r->percenthack);
	control_list_free(&r->virtualdomains);
	buf_free(&r->me);
	buf_free(&r->envnoathost);
}
