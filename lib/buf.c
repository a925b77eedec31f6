#include "lib/buf.h"

#include <string.h>

#include "lib/mem.h"
#include "lib/num.h"
#include "lib/size.h"

#define BUF_CAP_MIN 64

char buf_nothing[1] = "";

void
buf_free(struct buf *b)
{
	if (b->cap > 0)
		mem_free(b->p);
	*b = (struct buf)BUF_INIT;
}

void
buf_wipe(struct buf *b)
{
	if (b->cap > 0)
		mem_wipe(b->p, b->cap);
	buf_free(b);
}

void
buf_clear(struct buf *b)
{
	buf_cut(b, 0);
}

void
buf_cut(struct buf *b, size_t len)
{
	if (len >= b->len)
		return;
	b->len = len;
	b->p[len] = '\0';
}

void
buf_reserve(struct buf *b, size_t more)
{
	size_t need, cap;

	if (size_add(b->len, more, &need) < 0 || size_add(need, 1, &need) < 0)
		need = SIZE_MAX;	/* mem_grow() applies the policy */
	if (need <= b->cap)
		return;
	cap = b->cap < BUF_CAP_MIN ? BUF_CAP_MIN : b->cap;
	while (cap < need)
		cap = cap > SIZE_MAX / 2 ? need : cap * 2;
	b->p = mem_grow(b->cap > 0 ? b->p : NULL, cap, 1);
	b->cap = cap;
	b->p[b->len] = '\0';
}

void
buf_drop(struct buf *b, size_t n)
{
	if (n == 0)
		return;
	if (n > b->len)
		n = b->len;
	memmove(b->p, b->p + n, b->len - n);
	buf_cut(b, b->len - n);
}

void
buf_put(struct buf *b, const void *p, size_t len)
{
	if (len == 0)
		return;
	buf_reserve(b, len);
	memcpy(b->p + b->len, p, len);
	b->len += len;
	b->p[b->len] = '\0';
}

void
buf_putc(struct buf *b, char c)
{
	buf_put(b, &c, 1);
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_puts0(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s) + 1);
}

void
buf_putv(struct buf *b, struct view v)
{
	buf_put(b, v.p, v.len);
}

void
buf_put_u64(struct buf *b, uint64_t n)
{
	char digits[NUM_FMT_MAX];

	buf_put(b, digits, num_fmt(n, digits));
}

void
buf_put_strings(struct buf *b, const char *const *s)
{
	for (; *s != NULL; s++)
		buf_puts(b, *s);
}

void
buf_set(struct buf *b, struct view v)
{
	buf_clear(b);
	buf_putv(b, v);
}

void
buf_sets(struct buf *b, const char *s)
{
	buf_set(b, view_of(s));
}
