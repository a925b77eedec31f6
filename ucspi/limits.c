#include "ucspi/limits.h"

#include <sys/mman.h>

#include <stdatomic.h>
#include <string.h>

#include "lib/deadline.h"
#include "lib/mem.h"
#include "lib/prog.h"
#include "lib/size.h"

#define V4_HOST_BITS 128
#define V6_HOST_BITS 64		/* a customer has a /64 at least */
#define V4_NET_BITS (96 + 24)
#define V6_NET_BITS 48

#define NOT_YET (-1)		/* a pid that is not known yet */

int
limits_init(struct limits *l, size_t max)
{
	size_t n, bytes;
	void *p;

	if (size_add(max, LIMITS_RECENT, &n) < 0 ||
	    size_mul(n, sizeof(*l->live), &bytes) < 0)
		return -1;
	p = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		return -1;
	*l = (struct limits){ .live = p, .max = max };
	l->recent = l->live + max;
	l->pids = mem_array(max, sizeof(*l->pids));
	return 0;
}

/* Children may be reading: what they see with a number is whole. */
static void
put(struct limits_entry *e, const struct ip *ip, uint64_t seq, int64_t at_ms)
{
	atomic_store(&e->seq, 0);
	e->ip = *ip;
	e->at_ms = at_ms;
	atomic_store(&e->seq, seq);
}

uint64_t
limits_arrive(struct limits *l, const struct ip *ip)
{
	uint64_t seq = ++l->seq;

	put(&l->recent[seq % LIMITS_RECENT], ip, seq, deadline_now_ms());
	return seq;
}

/* The entry with pid; l->top: there is none. */
static size_t
find_pid(const struct limits *l, pid_t pid)
{
	size_t i = 0;

	while (i < l->top && l->pids[i] != pid)
		i++;
	return i;
}

struct limits_entry *
limits_stay(struct limits *l)
{
	const struct limits_entry *last = &l->recent[l->seq % LIMITS_RECENT];
	size_t i = find_pid(l, 0);

	if (i == l->max)
		bug("more connections than the limit");
	if (i == l->top)
		l->top++;
	l->pids[i] = NOT_YET;
	put(&l->live[i], &last->ip, l->seq, last->at_ms);
	l->running++;
	return &l->live[i];
}

void
limits_started(struct limits *l, const struct limits_entry *e, pid_t pid)
{
	l->pids[e - l->live] = pid;
}

void
limits_unstarted(struct limits *l, const struct limits_entry *e)
{
	limits_started(l, e, NOT_YET);
}

static void
vacate(struct limits *l, size_t i)
{
	l->pids[i] = 0;
	atomic_store(&l->live[i].seq, 0);
	l->running--;
	while (l->top > 0 && l->pids[l->top - 1] == 0)
		l->top--;
}

void
limits_drop(struct limits *l, const struct limits_entry *e)
{
	vacate(l, (size_t)(e - l->live));
}

bool
limits_leave(struct limits *l, pid_t pid)
{
	size_t i = find_pid(l, pid);

	if (i == l->top)
		return false;
	vacate(l, i);
	return true;
}

void
limits_correct(struct limits *l, struct limits_entry *live,
    const struct ip *ip)
{
	uint64_t seq = atomic_load(&live->seq);
	struct limits_entry *recent = &l->recent[seq % LIMITS_RECENT];

	put(live, ip, seq, live->at_ms);
	if (atomic_load(&recent->seq) == seq)
		put(recent, ip, seq, recent->at_ms);
}

/*
 * Of n entries, those of connections up to number seq, since that moment and
 * from the net of ip: as many leading bits as are in bits4 or bits6.
 */
struct question {
	const struct ip *ip;
	unsigned bits4, bits6;
	uint64_t seq;
	int64_t since_ms;
};

static size_t
count(const struct limits_entry *e, size_t n, const struct question *q)
{
	struct ip net = *q->ip, mask;
	bool v4 = ip_is_v4(q->ip);	/* IPv6 numbers contain IPv4's */
	size_t found = 0, k;

	memset(&mask, 0xff, sizeof(mask));
	ip_mask(&mask, v4 ? q->bits4 : q->bits6);
	for (size_t i = 0; i < n; i++) {
		uint64_t seq = atomic_load(&e[i].seq);
		if (seq == 0 || seq > q->seq || e[i].at_ms < q->since_ms)
			continue;
		for (k = 0; k < sizeof(net.b); k++)
			if (((e[i].ip.b[k] ^ net.b[k]) & mask.b[k]) != 0)
				break;
		found += k == sizeof(net.b) && ip_is_v4(&e[i].ip) == v4;
	}
	return found;
}

size_t
limits_same_host(const struct limits *l, const struct ip *ip, uint64_t seq)
{
	struct question q = { .ip = ip, .bits4 = V4_HOST_BITS,
	    .bits6 = V6_HOST_BITS, .seq = seq };

	return count(l->live, l->top, &q);
}

size_t
limits_same_net(const struct limits *l, const struct ip *ip, uint64_t seq)
{
	struct question q = { .ip = ip, .bits4 = V4_NET_BITS,
	    .bits6 = V6_NET_BITS, .seq = seq };

	return count(l->live, l->top, &q);
}

size_t
limits_recent(const struct limits *l, const struct ip *ip, uint64_t seq,
    int64_t seconds)
{
	struct question q = { .ip = ip, .bits4 = V4_HOST_BITS,
	    .bits6 = V6_HOST_BITS, .seq = seq,
	    .since_ms = deadline_now_ms() - seconds * 1000 };

	return count(l->recent, LIMITS_RECENT, &q);
}
