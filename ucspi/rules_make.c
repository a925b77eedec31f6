#include "ucspi/rules_make.h"

#include <string.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/ip.h"
#include "lib/log.h"
#include "lib/num.h"
#include "ucspi/rules.h"

#define LABEL_TOP 255		/* of a range */

/* ---- addresses ---- */

/* A network as it is looked up: masked text, its length noted.  Or false. */
static bool
put_net(struct rules_make *m, struct buf *key, struct view address)
{
	size_t slash = view_chr(address, '/');
	bool v6 = view_has_byte(address, ':');
	struct buf full = BUF_INIT;
	char text[IP_FMT_MAX];
	struct ip_net net;
	unsigned bits;
	int dots = 0;
	bool ok;

	buf_putv(&full, view_upto(address, slash));
	for (size_t i = 0; i < full.len; i++)
		dots += full.p[i] == '.';
	/* 127./8 is short for 127.0.0.0/8 */
	if (!v6 && full.len > 0 && full.p[full.len - 1] == '.') {
		for (buf_puts(&full, "0"); dots < 3; dots++)
			buf_puts(&full, ".0");
	}
	buf_putv(&full, view_from(address, slash));
	ok = ip_net_scan(buf_view(&full), &net) == 0;
	buf_free(&full);
	if (!ok)
		return false;
	bits = v6 ? net.bits : net.bits - 96;
	(v6 ? m->used6 : m->used4)[bits] = true;
	buf_sets(key, ip_fmt(&net.ip, text));
	buf_putc(key, '/');
	buf_put_u64(key, bits);
	return true;
}

/* `127.`, `127.0.`, `127.0.0.` */
static bool
is_dotted_prefix(struct view v)
{
	struct view label;
	uint64_t n;
	int labels = 0;

	if (v.len == 0 || v.p[v.len - 1] != '.')
		return false;
	for (; view_cut(&v, '.', &label); labels++)
		if (num_scan(label, LABEL_TOP, &n) < 0 ||
		    (label.len > 1 && label.p[0] == '0'))
			return false;
	return labels <= 3;
}

/* Text that canonical addresses may begin with: hex without leading zeros. */
static bool
is_colon_prefix(struct view v)
{
	struct view group;

	if (v.len == 0 || v.p[v.len - 1] != ':')
		return false;
	while (view_cut(&v, ':', &group)) {
		if (group.len > 4 || (group.len > 1 && group.p[0] == '0'))
			return false;
		for (size_t i = 0; i < group.len; i++)
			if (ascii_hex_value(group.p[i]) < 0 ||
			    ascii_is_upper(group.p[i]))
				return false;
	}
	return true;
}

static bool
has_upper(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		if (ascii_is_upper(v.p[i]))
			return true;
	return false;
}

/* The address of a full IP rule as look-ups spell it; false: no IP. */
static bool
put_ip(struct buf *key, struct view address)
{
	char text[IP_FMT_MAX];
	struct ip ip;

	if (ip_scan(address, &ip) < 0)
		return false;
	ip.scope = 0;
	buf_puts(key, ip_fmt(&ip, text));
	return true;
}

/* key = address in canonical form.  False when no client can match it. */
static bool
put_key(struct rules_make *m, struct buf *key, struct view address)
{
	size_t at = view_rchr(address, '@');
	struct view rest = view_from(address, at + 1);

	buf_clear(key);
	if (at < address.len) {
		buf_putv(key, view_upto(address, at + 1));
		if (put_ip(key, rest))
			return true;
		buf_putv(key, rest);
		return rest.len > 1 && rest.p[0] == '=' && !has_upper(rest);
	}
	if (view_has_byte(address, '/') && put_net(m, key, address))
		return true;
	if (put_ip(key, address))
		return true;
	buf_set(key, address);
	if (address.len > 0 && address.p[0] == '=')
		return !has_upper(address);
	return address.len == 0 || is_dotted_prefix(address) ||
	    is_colon_prefix(address);
}

static void
add(struct rules_make *m, struct view address, struct view data)
{
	struct buf key = BUF_INIT;

	if (!put_key(m, &key, address))
		log_warning("rule can never match: ", key.p);
	cdb_make_add(&m->cdb, buf_view(&key), data);
	buf_free(&key);
}

/* A number of a range; nothing at all is 0, as it always was.  0, -1. */
static int
range_end(struct view v, uint64_t *n)
{
	*n = 0;
	return v.len == 0 ? 0 : num_scan(v, UINT32_MAX, n);
}

/* `1.2.3.37-39`, `10.2-3.`: one record for each number.  0, -1. */
static int
add_range(struct rules_make *m, struct view address, struct view data)
{
	size_t dash = view_chr(address, '-');
	struct view head = view_upto(address, dash);
	struct view tail = view_from(address, dash + 1);
	size_t dot = view_rchr(head, '.');
	size_t left = dot == head.len ? 0 : dot + 1;
	size_t right = view_chr(tail, '.');
	struct buf one = BUF_INIT;
	uint64_t n, top;

	if (range_end(view_from(head, left), &n) < 0 ||
	    range_end(view_upto(tail, right), &top) < 0)
		return -1;
	if (top > LABEL_TOP)
		top = LABEL_TOP;
	for (; n <= top; n++) {
		buf_set(&one, view_upto(head, left));
		buf_put_u64(&one, n);
		buf_putv(&one, view_from(tail, right));
		add(m, buf_view(&one), data);
	}
	buf_free(&one);
	return 0;
}

static bool
has_range(struct view address)
{
	return view_has_byte(address, '-') && !view_has_byte(address, '=') &&
	    !view_has_byte(address, '@') && !view_has_byte(address, ':');
}

/* ---- lines ---- */

/* `,NAME=qVALUEq`, again and again, appended to data.  0, -1. */
static int
put_variables(struct buf *data, struct view v)
{
	while (v.len > 0) {
		size_t equals = view_chr(v, '='), end;
		if (v.p[0] != ',' || equals + 1 >= v.len)
			return -1;
		buf_putc(data, '+');
		buf_put(data, v.p + 1, equals);	/* NAME= */
		v = view_from(v, equals + 1);
		end = view_chr(view_from(v, 1), v.p[0]);
		if (end + 1 >= v.len)
			return -1;
		buf_put(data, v.p + 1, end);
		buf_putc(data, '\0');
		v = view_from(v, end + 2);
	}
	return 0;
}

/*
 * The colon between address and instruction: the first one before an
 * instruction, because IPv6 has colons too.  line.len: there is none.
 */
static size_t
find_instruction(struct view line)
{
	for (size_t i = 0; i < line.len; i++) {
		struct view rest = view_from(line, i + 1);
		if (line.p[i] == ':' &&
		    (view_has_prefix(rest, VIEW_LIT("allow")) ||
		    view_has_prefix(rest, VIEW_LIT("deny"))))
			return i;
	}
	return line.len;
}

/* The data of a rule, appended; rest: its instruction and what follows. */
static int
put_data(struct buf *data, struct view rest)
{
	if (rest.p[0] != 'd')
		return put_variables(data, view_from(rest, strlen("allow")));
	buf_puts0(data, "D");
	return put_variables(data, view_from(rest, strlen("deny")));
}

int
rules_make_line(struct rules_make *m, struct view line)
{
	struct buf data = BUF_INIT;
	struct view address;
	size_t colon;
	int r;

	line = view_trim_end(line);
	if (line.len == 0 || line.p[0] == '#' || !view_has_byte(line, ':'))
		return 0;
	colon = find_instruction(line);
	if (colon == line.len || view_has_byte(line, '\0'))
		return -1;
	address = view_upto(line, colon);
	r = put_data(&data, view_from(line, colon + 1));
	if (r == 0 && has_range(address))
		r = add_range(m, address, buf_view(&data));
	else if (r == 0)
		add(m, address, buf_view(&data));
	buf_free(&data);
	return r;
}

/* ---- the file ---- */

void
rules_make_start(struct rules_make *m, int fd)
{
	memset(m->used4, 0, sizeof(m->used4));
	memset(m->used6, 0, sizeof(m->used6));
	cdb_make_start(&m->cdb, fd);
}

/* The record that lists the lengths of networks, longest first. */
static void
add_index(struct rules_make *m, struct view key, const bool *used,
    int longest)
{
	struct buf lengths = BUF_INIT;

	for (int bits = longest; bits >= 0; bits--)
		if (used[bits])
			buf_putc(&lengths, (char)bits);
	if (lengths.len > 0)
		cdb_make_add(&m->cdb, key, buf_view(&lengths));
	buf_free(&lengths);
}

int
rules_make_finish(struct rules_make *m)
{
	add_index(m, RULES_NETS4, m->used4, RULES_BITS4);
	add_index(m, RULES_NETS6, m->used6, RULES_BITS6);
	return cdb_make_finish(&m->cdb);
}
