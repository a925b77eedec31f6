#include "mail/smtproute.h"

#include "lib/num.h"

#define PORT_MAX 65535

static const struct smtproute by_mx = {
	.relay = { .p = "", .len = 0 },
	.port = SMTP_PORT,
	.user = { .p = "", .len = 0 },
	.password = { .p = "", .len = 0 },
};

/* Where the relay's name ends: at the colon, behind brackets if it has any. */
static size_t
relay_len(struct view v)
{
	size_t from = v.len > 0 && v.p[0] == '[' ? view_chr(v, ']') : 0;

	return from + view_chr(view_from(v, from), ':');
}

int
smtproute_scan(struct view value, struct smtproute *r)
{
	size_t bar = view_chr(value, '|'), colon;
	struct view where = view_upto(value, bar), port, auth;
	uint64_t n;

	*r = by_mx;
	colon = relay_len(where);
	r->relay = view_upto(where, colon);
	port = view_from(where, colon + 1);
	if (port.len > 0) {
		if (num_scan(port, PORT_MAX, &n) < 0)
			return -1;
		r->port = (unsigned)n;
	}
	if (bar < value.len) {
		auth = view_from(value, bar + 1);
		bar = view_chr(auth, '|');
		r->has_auth = true;
		r->user = view_upto(auth, bar);
		r->password = view_from(auth, bar + 1);
	}
	return 0;
}

int
smtproute_find(const struct control_list *routes, struct view host,
    struct smtproute *r)
{
	struct view value;

	*r = by_mx;
	if (!control_find_domain(routes, host, true, &value))
		return 0;
	if (smtproute_scan(value, r) < 0)
		return -1;
	if (r->relay.len == 0)
		*r = by_mx;
	return 0;
}
