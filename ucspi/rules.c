#include "ucspi/rules.h"

#include "lib/ip.h"

struct search {
	struct cdb *cdb;
	const char *host, *info;
	const char *text;	/* the address */
	struct ip ip;
	bool is_ip;
	struct buf *key, *data;
};

static int
look(struct search *s)
{
	return cdb_find(s->cdb, buf_view(s->key), s->data, RULES_DATA_MAX);
}

#define LOOK(s, ...) (buf_clear((s)->key), \
	buf_cat((s)->key, __VA_ARGS__), look(s))

static int
look_info_ip(struct search *s)
{
	return s->info == NULL ? 0 : LOOK(s, s->info, "@", s->text);
}

static int
look_info_host(struct search *s)
{
	return s->info == NULL || s->host == NULL ? 0 :
	    LOOK(s, s->info, "@=", s->host);
}

static int
look_ip(struct search *s)
{
	return LOOK(s, s->text);
}

static int
look_host(struct search *s)
{
	return s->host == NULL ? 0 : LOOK(s, "=", s->host);
}

/* `127.0.0.`, `127.0.`, `127.`; `2001:db8::`, `2001:db8:`, `2001:` */
static int
look_prefixes(struct search *s)
{
	struct view text = view_of(s->text);
	int r;

	for (size_t i = text.len; i > 0; i--) {
		if (text.p[i - 1] != '.' && text.p[i - 1] != ':')
			continue;
		buf_set(s->key, view_upto(text, i));
		r = look(s);
		if (r != 0)
			return r;
	}
	return 0;
}

static int
look_net(struct search *s, unsigned bits)
{
	bool v4 = ip_is_v4(&s->ip);
	struct ip net = s->ip;
	char text[IP_FMT_MAX];

	ip_mask(&net, v4 ? bits + 96 : bits);
	buf_sets(s->key, ip_fmt(&net, text));
	buf_putc(s->key, '/');
	buf_put_u64(s->key, bits);
	return look(s);
}

static int
look_nets(struct search *s)
{
	struct buf lengths = BUF_INIT;
	bool v4 = s->is_ip && ip_is_v4(&s->ip);
	int r = 0;

	if (!s->is_ip)
		return 0;
	if (cdb_find(s->cdb, v4 ? RULES_NETS4 : RULES_NETS6, &lengths,
	    RULES_DATA_MAX) < 0)
		r = -1;
	for (size_t i = 0; i < lengths.len && r == 0; i++) {
		unsigned bits = (unsigned char)lengths.p[i];
		if (bits <= (v4 ? 32U : 128U))
			r = look_net(s, bits);
	}
	buf_free(&lengths);
	return r;
}

static int
look_suffixes(struct search *s)
{
	int r;

	for (const char *p = s->host; p != NULL && *p != '\0'; p++) {
		if (*p != '.')
			continue;
		r = LOOK(s, "=", p);
		if (r != 0)
			return r;
	}
	return 0;
}

static int
look_any_host(struct search *s)
{
	return s->host == NULL ? 0 : LOOK(s, "=");
}

static int
look_anybody(struct search *s)
{
	return LOOK(s, "");
}

/* In the order of tcprules(1). */
static int (*const steps[])(struct search *) = {
	look_info_ip, look_info_host, look_ip, look_host, look_prefixes,
	look_nets, look_suffixes, look_any_host, look_anybody,
};

int
rules_find(struct cdb *c, const struct rules_client *client, struct buf *key,
    struct buf *data)
{
	char text[IP_FMT_MAX];
	struct search s = { .cdb = c, .host = client->host,
	    .info = client->info, .text = client->ip, .key = key,
	    .data = data };
	int r = 0;

	if (ip_scan(view_of(client->ip), &s.ip) == 0) {
		s.is_ip = true;
		s.ip.scope = 0;
		s.text = ip_fmt(&s.ip, text);
	}
	for (size_t i = 0; i < NELEM(steps) && r == 0; i++)
		r = steps[i](&s);
	return r;
}

bool
rules_is_deny(struct view data)
{
	struct view item;

	while (view_cut(&data, '\0', &item))
		if (view_is(item, "D"))
			return true;
	return false;
}

bool
rules_next(struct view *rest, struct view *name, struct view *value)
{
	struct view item;
	size_t equals;

	while (view_cut(rest, '\0', &item)) {
		if (item.len == 0 || item.p[0] != '+')
			continue;
		item = view_from(item, 1);
		equals = view_chr(item, '=');
		if (equals == 0 || equals == item.len)
			continue;	/* no name: nothing to set */
		*name = view_upto(item, equals);
		*value = view_from(item, equals + 1);
		return true;
	}
	return false;
}
