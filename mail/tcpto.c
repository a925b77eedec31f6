#include "mail/tcpto.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/sys.h"

#define SAME_OUTAGE_S 120	/* timeouts so close together count once */
#define BLOCK_MIN 60		/* blocked BLOCK_UNIT_S times 60 to 91 */
#define BLOCK_SPREAD 32
#define BLOCK_UNIT_S 64
#define COUNTER_WORTH_S 1024	/* a count makes a record that much younger */
#define LOCK_LIMIT_S 10		/* ours: a stuck process stops nobody else */

static const struct layout {
	const char *path;
	size_t record;		/* bytes */
	size_t ip_at, ip_len;	/* the part of struct ip that is kept */
	size_t counter_at, time_at;
} layouts[] = {
	[TCPTO_V4] = { "queue/lock/tcpto", 16, 12, 4, 4, 8 },
	[TCPTO_V6] = { "queue/lock/tcpto6", 32, 0, 16, 16, 24 },
};

static_assert(NELEM(layouts) == TCPTO_FILES, "one layout per file");

const char *
tcpto_path(enum tcpto_file file)
{
	return layouts[file].path;
}

size_t
tcpto_record_size(enum tcpto_file file)
{
	return layouts[file].record;
}

size_t
tcpto_size(enum tcpto_file file)
{
	return TCPTO_RECORDS * layouts[file].record;
}

enum tcpto_file
tcpto_file_of(const struct ip *ip)
{
	return ip_is_v4(ip) ? TCPTO_V4 : TCPTO_V6;
}

static const unsigned char *
record_at(const struct tcpto_table *t, size_t i)
{
	return t->b + i * layouts[t->file].record;
}

static unsigned char *
record_of(struct tcpto_table *t, size_t i)
{
	return t->b + i * layouts[t->file].record;
}

static uint32_t
unpack_time(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static void
pack_time(unsigned char *p, int64_t now)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)((uint64_t)now >> (8 * i) & 0xff);
}

void
tcpto_get(const struct tcpto_table *t, size_t i, int64_t now,
    struct tcpto_record *r)
{
	const struct layout *l = &layouts[t->file];
	const unsigned char *p = record_at(t, i);

	r->ip = t->file == TCPTO_V4 ? IP_ANY4 : IP_ANY6;
	memcpy(r->ip.b + l->ip_at, p, l->ip_len);
	r->counter = p[l->counter_at];
	/* 32 bits of a clock: the difference is right for 68 years each way. */
	r->age = (int32_t)((uint32_t)now - unpack_time(p + l->time_at));
}

size_t
tcpto_find(const struct tcpto_table *t, const struct ip *ip)
{
	const struct layout *l = &layouts[t->file];
	size_t i;

	if (tcpto_file_of(ip) != t->file)
		return t->n;
	for (i = 0; i < t->n; i++)
		if (memcmp(record_at(t, i), ip->b + l->ip_at, l->ip_len) == 0)
			break;
	return i;
}

bool
tcpto_is_blocking(const struct tcpto_table *t, size_t i, int64_t now,
    uint64_t pid)
{
	struct tcpto_record r;
	int64_t limit_s;

	if (i >= t->n)
		return false;
	tcpto_get(t, i, now, &r);
	/* Processes give up at different times, so not all come at once. */
	limit_s = (BLOCK_MIN + (int64_t)(pid % BLOCK_SPREAD)) * BLOCK_UNIT_S;
	/* noted before the clock was set back: nobody is blocked for years */
	return r.counter >= TCPTO_BLOCK_COUNTER && r.age < limit_s &&
	    r.age > -SAME_OUTAGE_S;
}

/* The record to give away: the first free one, else the one worth least. */
static size_t
find_victim(const struct tcpto_table *t, int64_t now)
{
	struct tcpto_record r;
	int64_t worst = INT64_MIN;
	size_t victim = t->n;

	for (size_t i = 0; i < t->n; i++) {
		int64_t score;
		tcpto_get(t, i, now, &r);
		if (r.counter == 0)
			return i;
		score = r.age - (int64_t)r.counter * COUNTER_WORTH_S;
		if (score > worst) {
			worst = score;
			victim = i;
		}
	}
	return victim;
}

size_t
tcpto_count(struct tcpto_table *t, const struct ip *ip, int64_t now)
{
	const struct layout *l = &layouts[t->file];
	struct tcpto_record r = { .counter = 0 };
	size_t i = tcpto_find(t, ip);
	unsigned char *p;

	if (i < t->n) {
		tcpto_get(t, i, now, &r);
		if (r.counter > 0 && r.age < SAME_OUTAGE_S)
			return t->n;
	} else {
		i = find_victim(t, now);
		if (i == t->n)
			return t->n;
		memset(record_of(t, i), 0, l->record);
	}
	p = record_of(t, i);
	memcpy(p, ip->b + l->ip_at, l->ip_len);
	p[l->counter_at] = (unsigned char)(r.counter >= TCPTO_COUNTER_MAX ?
	    TCPTO_COUNTER_MAX : r.counter + 1);
	pack_time(p + l->time_at, now);
	return i;
}

/* read(2) until p is full or the file ends: bytes, or -1 with errno. */
static ssize_t
read_all(int fd, unsigned char *p, size_t size)
{
	size_t len = 0;
	ssize_t r;

	while (len < size && (r = read(fd, p + len, size - len)) != 0) {
		if (r > 0)
			len += (size_t)r;
		else if (errno != EINTR)
			return -1;
	}
	return (ssize_t)len;
}

int
tcpto_read(enum tcpto_file file, struct tcpto_table *t)
{
	int fd = file_open_read(layouts[file].path);
	ssize_t len;

	t->file = file;
	t->n = 0;
	if (fd < 0)
		return -1;
	len = read_all(fd, t->b, tcpto_size(file));
	fd_close(&fd);
	if (len < 0)
		return -1;
	t->n = (size_t)len / layouts[file].record;
	return 0;
}

/* Open for writing and lock: descriptor, -1 with errno. */
static int
open_locked(enum tcpto_file file)
{
	int fd = sys_open(layouts[file].path, O_WRONLY | O_NONBLOCK, 0);

	if (fd >= 0 && lock_within(fd, LOCK_LIMIT_S) < 0)
		fd_close(&fd);
	return fd;
}

static void
write_record(int fd, const struct tcpto_table *t, size_t i)
{
	size_t len = layouts[t->file].record;
	ssize_t w;

	do	/* failing is harmless: tcpto.h */
		w = sys_pwrite(fd, record_at(t, i), len, (off_t)(i * len));
	while (w < 0 && errno == EINTR);
}

void
tcpto_note_success(const struct ip *ip)
{
	struct tcpto_table t;
	int fd = open_locked(tcpto_file_of(ip));
	size_t i;

	if (fd < 0)
		return;
	if (tcpto_read(tcpto_file_of(ip), &t) == 0 &&
	    (i = tcpto_find(&t, ip)) < t.n) {
		record_of(&t, i)[layouts[t.file].counter_at] = 0;
		write_record(fd, &t, i);
	}
	fd_close(&fd);
}

void
tcpto_note_timeout(const struct ip *ip, int64_t now)
{
	struct tcpto_table t;
	int fd = open_locked(tcpto_file_of(ip));
	size_t i;

	if (fd < 0)
		return;
	if (tcpto_read(tcpto_file_of(ip), &t) == 0 &&
	    (i = tcpto_count(&t, ip, now)) < t.n)
		write_record(fd, &t, i);
	fd_close(&fd);
}

int
tcpto_clear(enum tcpto_file file, size_t at_least)
{
	static const unsigned char zero[TCPTO_RECORDS * TCPTO_RECORD_MAX];
	int fd = open_locked(file), r = -1;
	struct stat st;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0) {
		size_t len = st.st_size < (off_t)tcpto_size(file) ?
		    (size_t)st.st_size : tcpto_size(file);
		r = io_write_all(fd, zero, len > at_least ? len : at_least);
	}
	fd_close(&fd);		/* a cache: a late error loses nothing */
	return r;
}
