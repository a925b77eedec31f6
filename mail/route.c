#include "mail/route.h"

int
route_load(struct route_table *t)
{
	return control_map("smtproutes", &t->smtproutes) < 0 ||
	    control_map("authsenders", &t->authsenders) < 0 ? -1 : 0;
}

void
route_free(struct route_table *t)
{
	control_list_free(&t->smtproutes);
	control_list_free(&t->authsenders);
}

/* authsenders: the whole address, `@domain`, suffixes of the domain, "". */
static bool
find_auth_sender(const struct control_list *l, struct view sender,
    struct view *value)
{
	struct view at_domain = view_from(sender, view_rchr(sender, '@'));

	if (control_find(l, sender, value))
		return true;
	if (at_domain.len > 0 && control_find(l, at_domain, value))
		return true;
	return control_find_domain(l, view_from(at_domain, 1), true, value);
}

int
route_find(const struct route_table *t, struct view sender, struct view host,
    struct smtproute *r)
{
	struct view value;

	if (find_auth_sender(&t->authsenders, sender, &value)) {
		if (smtproute_scan(value, r) < 0)
			return -1;
		if (r->relay.len > 0)
			return 0;
	}
	return smtproute_find(&t->smtproutes, host, r);
}
