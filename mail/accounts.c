#include "mail/accounts.h"

#include "lib/ascii.h"
#include "lib/mem.h"
#include "mail/address.h"

#define SLOTS_MIN 1024

/* ---- duplicates ---- */

static size_t
hash(struct view v)
{
	size_t h = 5381;

	for (size_t i = 0; i < v.len; i++)
		h = h * 33 ^ (unsigned char)ascii_tolower(v.p[i]);
	return h ^ h >> 16;
}

/* The place of address: it, or a free one. */
static struct view *
place(const struct accounts_seen *s, struct view address)
{
	size_t i = hash(address);

	while (s->v[i & (s->slots - 1)].len != 0 &&
	    !view_is_ieq(s->v[i & (s->slots - 1)], address))
		i++;
	return &s->v[i & (s->slots - 1)];
}

static void
make_room(struct accounts_seen *s)
{
	struct accounts_seen old = *s;

	if (s->len < s->slots / 2)
		return;
	s->slots = s->slots == 0 ? SLOTS_MIN : s->slots * 2;
	s->v = mem_array(s->slots, sizeof(*s->v));
	for (size_t i = 0; i < old.slots; i++)
		if (old.v[i].len != 0)
			*place(s, old.v[i]) = old.v[i];
	mem_free(old.v);
}

bool
accounts_add_seen(struct accounts_seen *s, struct view address)
{
	struct view *v;

	make_room(s);
	v = place(s, address);
	if (v->len != 0)
		return false;
	*v = address;
	s->len++;
	return true;
}

void
accounts_seen_free(struct accounts_seen *s)
{
	mem_free(s->v);
	*s = (struct accounts_seen)ACCOUNTS_SEEN_INIT;
}

/* ---- the way of the mail ---- */

int
accounts_route_load(struct accounts_route *r)
{
	int found = control_list("locals", &r->locals);

	if (found == 0)		/* then it is this host's name */
		found = control_list("me", &r->locals);
	if (found < 0 || control_map("virtualdomains", &r->virtualdomains) < 0)
		return -1;
	return 0;
}

void
accounts_route_free(struct accounts_route *r)
{
	control_list_free(&r->locals);
	control_list_free(&r->virtualdomains);
}

/* What qmail-lspawn will look for: false when it is never asked. */
static bool
set_local(const struct accounts_route *r, struct view address,
    struct buf *name)
{
	struct view local, domain, prefix;

	if (!address_split(address, &local, &domain))
		return false;
	buf_clear(name);
	if (control_has(&r->locals, domain)) {
		buf_putv(name, local);
		return true;
	}
	if (!control_find(&r->virtualdomains, address, &prefix) &&
	    !control_find_domain(&r->virtualdomains, domain, true, &prefix))
		return false;
	if (prefix.len == 0 || view_has_byte(prefix, ':'))
		return false;
	buf_putv(name, prefix);
	buf_putc(name, '-');
	buf_putv(name, local);
	return true;
}

static void
put_line(struct out *out, const struct account_line *l, const char *kind,
    struct view name)
{
	bool is_prefix = kind[0] == '+';

	out_puts(out, kind);
	out_putv(out, name);
	out_puts(out, is_prefix ? "-:" : ":");
	out_putv(out, l->address);
	out_putc(out, ':');
	out_put_u64(out, l->uid);
	out_putc(out, ':');
	out_put_u64(out, l->gid);
	out_putc(out, ':');
	out_putv(out, l->home);
	out_puts(out, is_prefix ? ":-::\n" : ":::\n");
}

bool
accounts_put_assign(const struct accounts_route *r,
    const struct account_line *l, struct out *out)
{
	struct buf name = BUF_INIT;
	bool arrives = set_local(r, l->address, &name);

	if (arrives) {
		put_line(out, l, "=", buf_view(&name));
		put_line(out, l, "+", buf_view(&name));
	}
	buf_free(&name);
	return arrives;
}
