#include "lib/dns_packet.h"

#include <errno.h>
#include <string.h>

#include "lib/ascii.h"
#include "lib/dns.h"
#include "lib/mem.h"

#define LABEL_MAX 63		/* RFC 1035 2.3.4 */
#define POINTER 0xc0		/* RFC 1035 4.1.4 */
#define CLASS_IN 1
#define FLAG_QR 0x8000
#define FLAG_OPCODE 0x7800
#define FLAG_TC 0x0200
#define FLAG_RD 0x0100
#define RCODE 0x000f
#define RCODE_FORMERR 1
#define RCODE_NXDOMAIN 3
#define RCODE_NOTIMP 4
#define TTL_MAX 0x7fffffff	/* RFC 2181 8: above means 0 */

/* A cursor over a packet; bad stays set once something did not fit. */
struct packet {
	const unsigned char *p;
	size_t len, pos;
	bool bad;
};

static struct packet
packet_of(struct view v)
{
	return (struct packet){ .p = (const unsigned char *)v.p,
	    .len = v.len };
}

/* The next n bytes, or NULL. */
static const unsigned char *
take(struct packet *k, size_t n)
{
	const unsigned char *p = k->p + k->pos;

	if (k->bad || n > k->len - k->pos) {
		k->bad = true;
		return NULL;
	}
	k->pos += n;
	return p;
}

static unsigned
take_u16(struct packet *k)
{
	const unsigned char *p = take(k, 2);

	return p == NULL ? 0 : (unsigned)p[0] << 8 | p[1];
}

static uint32_t
take_u32(struct packet *k)
{
	uint32_t high = take_u16(k);

	return high << 16 | take_u16(k);
}

/* A label at *pos, appended to n.  Returns its length, 0: root, -1: bad. */
static int
take_label(const struct packet *k, size_t *pos, struct dns_name *n)
{
	size_t size;

	if (*pos >= k->len || k->p[*pos] > LABEL_MAX)
		return -1;
	size = (size_t)k->p[*pos] + 1;
	if (size > k->len - *pos || size > sizeof(n->b) - n->len)
		return -1;
	memcpy(n->b + n->len, k->p + *pos, size);
	n->len += size;
	*pos += size;
	return (int)size - 1;
}

/*
 * A name, its pointers followed.  Each pointer has to lead before the place
 * where the part that holds it begins, so there are no loops.
 */
static void
take_name(struct packet *k, struct dns_name *n)
{
	size_t pos = k->pos, start = k->pos, target;
	bool jumped = false;
	int len = 1;

	n->len = 0;
	while (!k->bad && len > 0) {
		if (pos < k->len && k->p[pos] >= POINTER) {
			if (pos + 2 > k->len)
				break;
			target = (size_t)(k->p[pos] & ~POINTER) << 8 |
			    k->p[pos + 1];
			if (!jumped)
				k->pos = pos + 2;
			jumped = true;
			if (target < DNS_HEAD || target >= start)
				break;
			pos = start = target;
			continue;
		}
		len = take_label(k, &pos, n);
	}
	if (k->bad || len != 0)
		k->bad = true;
	else if (!jumped)
		k->pos = pos;
}

static bool
is_same_name(const struct dns_name *a, const struct dns_name *b)
{
	/* lengths of labels are below 'A', so they compare as they are */
	return view_is_ieq(view_make((const char *)a->b, a->len),
	    view_make((const char *)b->b, b->len));
}

int
dns_name_scan(const char *text, struct dns_name *n)
{
	struct view rest = view_of(text), label;

	n->len = 0;
	while (view_cut(&rest, '.', &label)) {
		if (label.len == 0 || label.len > LABEL_MAX ||
		    label.len + 2 > sizeof(n->b) - n->len)
			goto invalid;
		n->b[n->len++] = (unsigned char)label.len;
		for (size_t i = 0; i < label.len; i++) {
			if (!ascii_is_print(label.p[i]) || label.p[i] == ' ')
				goto invalid;
			n->b[n->len++] = (unsigned char)label.p[i];
		}
	}
	if (n->len == 0)
		goto invalid;
	n->b[n->len++] = 0;
	return 0;
invalid:
	errno = EINVAL;
	return -1;
}

/*
 * The name as text, without a dot at the end; the root is empty.  False when
 * it is no host name: bytes outside 33..126, dots or backslashes in a label.
 */
static bool
put_name(struct buf *b, const struct dns_name *n)
{
	buf_clear(b);
	for (size_t i = 0; n->b[i] != 0; i += (size_t)n->b[i] + 1) {
		if (i > 0)
			buf_putc(b, '.');
		for (size_t j = i + 1; j <= i + n->b[i]; j++) {
			char c = (char)n->b[j];
			if (!ascii_is_print(c) || c == ' ' || c == '.' ||
			    c == '\\')
				return false;
			buf_putc(b, c);
		}
	}
	return true;
}

static void
query_u16(struct dns_query *q, unsigned n)
{
	q->b[q->len++] = (unsigned char)(n >> 8);
	q->b[q->len++] = (unsigned char)n;
}

void
dns_query_make(struct dns_query *q, const struct dns_name *n, unsigned type,
    uint16_t id, bool edns)
{
	q->len = 0;
	query_u16(q, id);
	query_u16(q, FLAG_RD);
	query_u16(q, 1);
	query_u16(q, 0);
	query_u16(q, 0);
	query_u16(q, edns ? 1 : 0);
	memcpy(q->b + q->len, n->b, n->len);
	q->len += n->len;
	query_u16(q, type);
	query_u16(q, CLASS_IN);
	if (!edns)
		return;
	q->b[q->len++] = 0;		/* the root's name */
	query_u16(q, DNS_TYPE_OPT);
	query_u16(q, DNS_EDNS_SIZE);
	query_u16(q, 0);		/* extended code, version, flags */
	query_u16(q, 0);
	query_u16(q, 0);		/* no options */
}

struct head {
	unsigned id, flags, questions, answers;
};

static struct head
take_head(struct packet *k)
{
	struct head h;

	h.id = take_u16(k);
	h.flags = take_u16(k);
	h.questions = take_u16(k);
	h.answers = take_u16(k);
	(void)take(k, 4);	/* other counts do not matter; bad is kept */
	return h;
}

/* Whether the question at k is the one for name and type. */
static bool
take_question(struct packet *k, const struct dns_name *name, unsigned type)
{
	struct dns_name got;
	unsigned got_type, got_class;

	take_name(k, &got);
	got_type = take_u16(k);
	got_class = take_u16(k);
	return !k->bad && got_type == type && got_class == CLASS_IN &&
	    is_same_name(&got, name);
}

static bool
is_answer(struct head h)
{
	return (h.flags & FLAG_QR) != 0 && (h.flags & FLAG_OPCODE) == 0;
}

static enum dns_reply
class_of(unsigned flags)
{
	switch (flags & RCODE) {
	case 0:
	case RCODE_NXDOMAIN:
		return (flags & FLAG_TC) != 0 ? DNS_REPLY_CUT : DNS_REPLY_OK;
	case RCODE_FORMERR:
	case RCODE_NOTIMP:
		return DNS_REPLY_NO_EDNS;
	default:
		return DNS_REPLY_FAILED;
	}
}

enum dns_reply
dns_reply_class(struct view reply, const struct dns_query *q)
{
	struct packet k = packet_of(reply);
	struct packet asked = packet_of(view_make((const char *)q->b, q->len));
	struct head h = take_head(&k), mine = take_head(&asked);
	enum dns_reply class = class_of(h.flags);
	struct dns_name name;
	unsigned type;

	take_name(&asked, &name);
	type = take_u16(&asked);
	if (k.bad || h.id != mine.id || !is_answer(h))
		return DNS_REPLY_STRANGE;
	/* who did not understand the question may leave it out */
	if (h.questions == 0 && class >= DNS_REPLY_NO_EDNS)
		return class;
	if (h.questions != 1 || !take_question(&k, &name, type))
		return DNS_REPLY_STRANGE;
	return class;
}

struct rr {			/* one resource record */
	struct dns_name owner;
	unsigned type, class;
	uint32_t ttl;
	struct packet data;	/* ends with the record's data */
};

static void
take_rr(struct packet *k, struct rr *rr)
{
	size_t len;

	take_name(k, &rr->owner);
	rr->type = take_u16(k);
	rr->class = take_u16(k);
	rr->ttl = take_u32(k);
	if (rr->ttl > TTL_MAX)
		rr->ttl = 0;
	len = take_u16(k);
	rr->data = *k;
	if (take(k, len) != NULL)
		rr->data.len = k->pos;
}

/* What a record's data turned out to be. */
enum found { FOUND_BAD, FOUND_UNFIT, FOUND_OK };

static enum found
end_of(const struct packet *data, bool fits)
{
	if (data->bad || data->pos != data->len)
		return FOUND_BAD;
	return fits ? FOUND_OK : FOUND_UNFIT;
}

static enum found
get_host(struct rr *rr, struct dns_record *r)
{
	struct dns_name name = { .b = { 0 }, .len = 1 };
	bool fits;

	if (rr->type == DNS_TYPE_MX)
		r->preference = take_u16(&rr->data);
	take_name(&rr->data, &name);
	if (rr->data.bad)
		return FOUND_BAD;
	/* only an MX may lead to nowhere: RFC 7505 */
	fits = put_name(&r->name, &name) &&
	    (r->name.len > 0 || rr->type == DNS_TYPE_MX);
	return end_of(&rr->data, fits);
}

static enum found
get_address(struct rr *rr, struct dns_record *r)
{
	bool v4 = rr->type == DNS_TYPE_A;
	const unsigned char *p = take(&rr->data, v4 ? 4 : 16);

	if (p == NULL)
		return FOUND_BAD;
	r->ip = IP_ANY4;
	if (v4)
		memcpy(r->ip.b + 12, p, 4);
	else
		memcpy(r->ip.b, p, 16);
	return end_of(&rr->data, v4 || !ip_is_v4(&r->ip));
}

static enum found
get_text(struct rr *rr, struct dns_record *r)
{
	const unsigned char *p;
	size_t len;

	do {
		p = take(&rr->data, 1);
		len = p == NULL ? 0 : *p;
		p = take(&rr->data, len);
		if (p != NULL)
			buf_put(&r->name, p, len);
	} while (!rr->data.bad && rr->data.pos < rr->data.len);
	return end_of(&rr->data, true);
}

static enum found
get_data(struct rr *rr, struct dns_record *r)
{
	switch (rr->type) {
	case DNS_TYPE_A:
	case DNS_TYPE_AAAA:
		return get_address(rr, r);
	case DNS_TYPE_TXT:
		return get_text(rr, r);
	default:
		return get_host(rr, r);
	}
}

static void
append(struct dns_list *l, const struct dns_record *r)
{
	if (l->len == l->cap) {
		l->cap = l->cap == 0 ? 8 : l->cap * 2;
		l->v = mem_grow(l->v, l->cap, sizeof(*l->v));
	}
	l->v[l->len++] = *r;
}

static void
cut_list(struct dns_list *l, size_t len)
{
	while (l->len > len)
		buf_free(&l->v[--l->len].name);
}

/* The answer section: where it begins, and how many records it says to have. */
struct answers {
	struct packet start;
	unsigned count;
};

static bool
is_of(const struct rr *rr, const struct dns_name *owner, unsigned type)
{
	return rr->class == CLASS_IN && rr->type == type &&
	    is_same_name(&rr->owner, owner);
}

/* Make name the target of its CNAME: 1, 0 it has none, -1 malformed. */
static int
follow(const struct answers *a, struct dns_name *name)
{
	struct packet k = a->start;
	struct dns_name target;
	struct rr rr;

	for (unsigned i = 0; i < a->count; i++) {
		take_rr(&k, &rr);
		if (k.bad)
			return -1;
		if (!is_of(&rr, name, DNS_TYPE_CNAME))
			continue;
		take_name(&rr.data, &target);
		if (end_of(&rr.data, true) != FOUND_OK)
			return -1;
		*name = target;
		return 1;
	}
	return 0;
}

/* Name becomes the end of its chain of CNAMEs; -1: malformed or too long. */
static int
follow_all(const struct answers *a, struct dns_name *name)
{
	int r = 1;

	for (int n = 0; n <= DNS_CNAME_MAX; n++) {
		r = follow(a, name);
		if (r <= 0)
			return r;
	}
	return -1;
}

/* Append name's records of type: what the whole answer comes to. */
static enum dns_result
collect(const struct answers *a, const struct dns_name *name, unsigned type,
    struct dns_list *l)
{
	struct packet k = a->start;
	bool unfit = false, any = false;
	struct rr rr;

	for (unsigned i = 0; i < a->count; i++) {
		struct dns_record r = { .name = BUF_INIT };
		enum found found;
		take_rr(&k, &rr);
		if (k.bad)
			return DNS_TEMP;
		if (!is_of(&rr, name, type))
			continue;
		r.ttl = rr.ttl;
		found = get_data(&rr, &r);
		if (found == FOUND_OK) {
			append(l, &r);
			any = true;
			continue;
		}
		buf_free(&r.name);
		if (found == FOUND_BAD)
			return DNS_TEMP;
		unfit = true;
	}
	if (any)
		return DNS_OK;
	return unfit ? DNS_TEMP : DNS_NONE;
}

static enum dns_result
parse(struct packet k, struct dns_name *name, unsigned type,
    struct dns_list *l)
{
	struct head h = take_head(&k);
	struct answers a = { .count = h.answers };
	bool chased = type != DNS_TYPE_CNAME;

	if (k.bad || !is_answer(h) || class_of(h.flags) != DNS_REPLY_OK ||
	    h.questions != 1 || !take_question(&k, name, type))
		return DNS_TEMP;
	a.start = k;
	if (chased && follow_all(&a, name) < 0)
		return DNS_TEMP;
	if ((h.flags & RCODE) == RCODE_NXDOMAIN)
		return DNS_NXDOMAIN;
	return collect(&a, name, type, l);
}

enum dns_result
dns_parse(struct view packet, const char *text, unsigned type,
    struct dns_list *l)
{
	size_t before = l->len;
	enum dns_result result;
	struct dns_name name;

	if (packet.len > DNS_ANSWER_MAX || dns_name_scan(text, &name) < 0)
		return DNS_TEMP;
	result = parse(packet_of(packet), &name, type, l);
	if (result != DNS_OK)
		cut_list(l, before);
	return result;
}

void
dns_list_free(struct dns_list *l)
{
	cut_list(l, 0);
	mem_free(l->v);
	*l = (struct dns_list)DNS_LIST_INIT;
}
