#include "lib/cdb.h"

#include <sys/stat.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/mem.h"
#include "lib/sys.h"

#define TABLES 256
#define PAIR 8			/* two numbers: table, slot and record heads */
#define HEAD (TABLES * PAIR)
#define HASH_START 5381
#define FILE_MAX UINT32_MAX	/* positions are 32 bits */
#define WINDOW 1024		/* one read gets most records whole */

static int
corrupt(void)
{
	errno = EPROTO;
	return -1;
}

uint32_t
cdb_hash(struct view key)
{
	uint32_t h = HASH_START;

	for (size_t i = 0; i < key.len; i++)
		h = h * 33 ^ (unsigned char)key.p[i];
	return h;
}

static uint32_t
unpack(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static void
pack(unsigned char *p, uint32_t n)
{
	p[0] = (unsigned char)n;
	p[1] = (unsigned char)(n >> 8);
	p[2] = (unsigned char)(n >> 16);
	p[3] = (unsigned char)(n >> 24);
}

/* Exactly n bytes at pos; a file that ends before them is corrupt. */
static int
read_at(const struct cdb *c, uint64_t pos, void *p, size_t n)
{
	char *to = p;

	if (pos > c->size || n > c->size - pos)
		return corrupt();
	if (c->image != NULL) {
		memcpy(to, c->image + pos, n);
		return 0;
	}
	while (n > 0) {
		ssize_t r = pread(c->fd, to, n, (off_t)pos);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return -1;
		if (r == 0)
			return corrupt();
		to += r;
		pos += (uint64_t)r;
		n -= (size_t)r;
	}
	return 0;
}

static int
read_pair(const struct cdb *c, uint64_t pos, uint32_t *a, uint32_t *b)
{
	unsigned char pair[PAIR];

	if (read_at(c, pos, pair, sizeof(pair)) < 0)
		return -1;
	*a = unpack(pair);
	*b = unpack(pair + 4);
	return 0;
}

int
cdb_open(struct cdb *c, int fd)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return -1;
	if (!S_ISREG(st.st_mode) || st.st_size < HEAD)
		return corrupt();
	*c = (struct cdb){ .fd = fd, .size = (uint64_t)st.st_size };
	return 0;
}

int
cdb_open_image(struct cdb *c, struct view image)
{
	if (image.len < HEAD)
		return corrupt();
	*c = (struct cdb){ .fd = -1, .image = image.p, .size = image.len };
	return 0;
}

/* A record, and as much of its bytes as one read brought. */
struct record {
	uint64_t key, data;	/* positions */
	uint32_t klen, dlen;
	size_t have;		/* bytes of window, from key on */
	char window[WINDOW];
};

/* The head of the record at pos, which must end before end. */
static int
read_record(const struct cdb *c, uint64_t pos, uint64_t end, struct record *r)
{
	unsigned char bytes[PAIR + WINDOW];
	uint64_t left;
	size_t n;

	if (pos < HEAD || pos > end || end - pos < PAIR)
		return corrupt();
	left = end - pos - PAIR;
	n = left < WINDOW ? (size_t)left : WINDOW;
	if (read_at(c, pos, bytes, PAIR + n) < 0)
		return -1;
	r->klen = unpack(bytes);
	r->dlen = unpack(bytes + 4);
	if ((uint64_t)r->klen + r->dlen > left)
		return corrupt();
	r->key = pos + PAIR;
	r->data = r->key + r->klen;
	r->have = n;
	memcpy(r->window, bytes + PAIR, n);
	return 0;
}

/* Whether the record has this key: 1, 0, -1. */
static int
match(const struct cdb *c, const struct record *r, struct view key)
{
	char chunk[WINDOW];
	size_t n = key.len < r->have ? key.len : r->have;
	uint64_t pos = r->key + n;

	if (r->klen != key.len || memcmp(r->window, key.p, n) != 0)
		return 0;
	for (key = view_from(key, n); key.len > 0; key = view_from(key, n)) {
		n = key.len < sizeof(chunk) ? key.len : sizeof(chunk);
		if (read_at(c, pos, chunk, n) < 0)
			return -1;
		if (memcmp(chunk, key.p, n) != 0)
			return 0;
		pos += n;
	}
	return 1;
}

/* n bytes at pos, inside the record, into b (replaced). */
static int
fetch(const struct cdb *c, const struct record *r, uint64_t pos, size_t n,
    struct buf *b)
{
	uint64_t skip = pos - r->key;

	buf_clear(b);
	if (skip <= r->have && n <= r->have - skip) {
		buf_put(b, r->window + skip, n);
		return 0;
	}
	buf_reserve(b, n);
	if (read_at(c, pos, b->p, n) < 0) {
		b->p[0] = '\0';
		return -1;
	}
	b->len = n;
	b->p[n] = '\0';
	return 0;
}

static int
too_long(struct buf *b)
{
	buf_clear(b);
	errno = EMSGSIZE;
	return -1;
}

int
cdb_find(struct cdb *c, struct view key, struct buf *b, size_t max)
{
	uint32_t table, slots;

	c->hash = cdb_hash(key);
	c->tried = 0;
	c->slots = 0;
	if (read_pair(c, (uint64_t)(c->hash % TABLES) * PAIR, &table,
	    &slots) < 0)
		return -1;
	if (slots > 0 && (table < HEAD || table > c->size ||
	    slots > (c->size - table) / PAIR))
		return corrupt();
	c->table = table;
	c->slots = slots;
	return cdb_next(c, key, b, max);
}

int
cdb_next(struct cdb *c, struct view key, struct buf *b, size_t max)
{
	struct record r;
	uint32_t hash, pos;
	uint64_t slot;
	int m;

	while (c->tried < c->slots) {
		slot = (c->hash / TABLES + c->tried++) % c->slots;
		if (read_pair(c, c->table + slot * PAIR, &hash, &pos) < 0)
			return -1;
		if (pos == 0)
			break;
		if (hash != c->hash)
			continue;
		if (read_record(c, pos, c->size, &r) < 0)
			return -1;
		m = match(c, &r, key);
		if (m < 0)
			return -1;
		if (m == 0)
			continue;
		if (r.dlen > max)
			return too_long(b);
		return fetch(c, &r, r.data, r.dlen, b) < 0 ? -1 : 1;
	}
	c->slots = 0;		/* cdb_next() after the end stays there */
	return 0;
}

int
cdb_walk(struct cdb *c, uint64_t *pos, struct buf *key, struct buf *data,
    size_t max)
{
	uint32_t end, slots;
	struct record r;

	if (c->end == 0) {	/* the first table begins behind the records */
		if (read_pair(c, 0, &end, &slots) < 0)
			return -1;
		if (end < HEAD || end > c->size)
			return corrupt();
		c->end = end;
	}
	if (*pos == 0)
		*pos = HEAD;
	if (*pos == c->end)
		return 0;
	if (read_record(c, *pos, c->end, &r) < 0)
		return -1;
	if (r.klen > max || r.dlen > max) {
		errno = EMSGSIZE;
		return -1;
	}
	if (fetch(c, &r, r.key, r.klen, key) < 0 ||
	    fetch(c, &r, r.data, r.dlen, data) < 0)
		return -1;
	*pos = r.data + r.dlen;
	return 1;
}

/* ---- writing ---- */

void
cdb_make_start(struct cdb_make *m, int fd)
{
	static const char head[HEAD];	/* its place; filled in at the end */

	m->out = (struct out)OUT_INIT(fd, m->space);
	m->v = NULL;
	m->len = m->cap = 0;
	m->pos = HEAD;
	m->error = 0;
	out_put(&m->out, head, sizeof(head));
}

static void
put_pair(struct cdb_make *m, uint32_t a, uint32_t b)
{
	unsigned char pair[PAIR];

	pack(pair, a);
	pack(pair + 4, b);
	out_put(&m->out, pair, sizeof(pair));
}

/* Count n more bytes of the file; false: they do not fit (sticky). */
static bool
advance(struct cdb_make *m, uint64_t n)
{
	if (n > FILE_MAX - m->pos)
		m->error = EFBIG;
	else
		m->pos += n;
	return m->error == 0;
}

void
cdb_make_add(struct cdb_make *m, struct view key, struct view data)
{
	uint32_t at = (uint32_t)m->pos;

	if (m->error != 0)
		return;
	if (key.len > FILE_MAX || data.len > FILE_MAX) {
		m->error = EFBIG;
		return;
	}
	if (!advance(m, (uint64_t)PAIR + key.len + data.len))
		return;
	put_pair(m, (uint32_t)key.len, (uint32_t)data.len);
	out_putv(&m->out, key);
	out_putv(&m->out, data);
	if (m->len == m->cap) {
		m->cap = m->cap == 0 ? 256 : m->cap * 2;
		m->v = mem_grow(m->v, m->cap, sizeof(*m->v));
	}
	m->v[m->len++] = (struct cdb_slot){ .hash = cdb_hash(key), .pos = at };
}

/* Write the hash table of these records, twice as many slots as records. */
static void
put_table(struct cdb_make *m, const struct cdb_slot *records, size_t n)
{
	struct cdb_slot *slots;
	size_t len = n * 2, at;

	if (n == 0 || !advance(m, (uint64_t)len * PAIR))
		return;
	slots = mem_array(len, sizeof(*slots));
	for (size_t i = 0; i < n; i++) {
		at = records[i].hash / TABLES % len;
		while (slots[at].pos != 0)
			at = at + 1 == len ? 0 : at + 1;
		slots[at] = records[i];
	}
	for (size_t i = 0; i < len; i++)
		put_pair(m, slots[i].hash, slots[i].pos);
	mem_free(slots);
}

/* Records by table, in the order they came: the layout of cdbmake. */
static void
put_tables(struct cdb_make *m, unsigned char *head)
{
	size_t start[TABLES + 1] = { 0 }, next[TABLES];
	struct cdb_slot *sorted = mem_array(m->len, sizeof(*sorted));

	for (size_t i = 0; i < m->len; i++)
		start[m->v[i].hash % TABLES + 1]++;
	for (size_t t = 0; t < TABLES; t++)
		start[t + 1] += start[t];
	memcpy(next, start, sizeof(next));
	for (size_t i = 0; i < m->len; i++)
		sorted[next[m->v[i].hash % TABLES]++] = m->v[i];
	for (size_t t = 0; t < TABLES && m->error == 0; t++) {
		size_t n = start[t + 1] - start[t];
		pack(head + t * PAIR, (uint32_t)m->pos);
		pack(head + t * PAIR + 4, (uint32_t)(n * 2));
		put_table(m, sorted + start[t], n);
	}
	mem_free(sorted);
}

static int
write_head(int fd, const unsigned char *head)
{
	size_t done = 0;

	while (done < HEAD) {
		ssize_t w = sys_pwrite(fd, head + done, HEAD - done,
		    (off_t)done);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return -1;
		done += (size_t)w;
	}
	return 0;
}

int
cdb_make_finish(struct cdb_make *m)
{
	unsigned char head[HEAD];

	if (m->error == 0)
		put_tables(m, head);
	mem_free(m->v);
	m->v = NULL;
	m->len = m->cap = 0;
	if (m->error != 0) {
		errno = m->error;
		return -1;
	}
	if (out_flush(&m->out) < 0)
		return -1;
	return write_head(m->out.fd, head);
}
