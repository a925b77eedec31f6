#include "send/heap.h"

#include "lib/mem.h"

#define HEAP_CAP_MIN 64

static void
sift_up(struct heap *h, size_t at, struct heap_entry e)
{
	while (at > 0) {
		size_t parent = (at - 1) / 2;
		if (h->v[parent].due <= e.due)
			break;
		h->v[at] = h->v[parent];
		at = parent;
	}
	h->v[at] = e;
}

static void
sift_down(struct heap *h, struct heap_entry e)
{
	size_t at = 0, child;

	while ((child = 2 * at + 1) < h->len) {
		if (child + 1 < h->len && h->v[child + 1].due < h->v[child].due)
			child++;
		if (e.due <= h->v[child].due)
			break;
		h->v[at] = h->v[child];
		at = child;
	}
	h->v[at] = e;
}

void
heap_put(struct heap *h, int64_t due, uint64_t id)
{
	if (h->len == h->cap) {
		h->cap = h->cap == 0 ? HEAP_CAP_MIN : h->cap * 2;
		h->v = mem_grow(h->v, h->cap, sizeof(*h->v));
	}
	h->len++;
	sift_up(h, h->len - 1, (struct heap_entry){ .due = due, .id = id });
}

const struct heap_entry *
heap_first(const struct heap *h)
{
	return h->len > 0 ? h->v : NULL;
}

void
heap_drop_first(struct heap *h)
{
	if (h->len == 0)
		return;
	h->len--;
	if (h->len > 0)
		sift_down(h, h->v[h->len]);
}

bool
heap_is_due(const struct heap *h, int64_t now)
{
	return h->len > 0 && h->v[0].due <= now;
}

bool
heap_has(const struct heap *h, uint64_t id)
{
	for (size_t i = 0; i < h->len; i++)
		if (h->v[i].id == id)
			return true;
	return false;
}

static int
by_due(const void *a, const void *b)
{
	const struct heap_entry *x = a, *y = b;

	return (x->due > y->due) - (x->due < y->due);
}

void
heap_hurry(struct heap *h, int64_t now, size_t burst, size_t rate)
{
	if (h->len == 0)
		return;
	qsort(h->v, h->len, sizeof(*h->v), by_due);
	for (size_t i = 0; i < h->len; i++) {
		int64_t at = now;
		if (i >= burst)
			at += (int64_t)((i - burst) / rate);
		if (h->v[i].due > at)
			h->v[i].due = at;
	}
	/* a rising row is a heap; old times before now stay in front */
}

void
heap_free(struct heap *h)
{
	mem_free(h->v);
	*h = (struct heap)HEAP_INIT;
}
