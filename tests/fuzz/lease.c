/*
 * mail/lease: a record with as many descriptors as its first byte says.  What
 * is taken for sound comes out the same when it is built again.
 */
#include "mail/lease.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_words(struct view body)
{
	const char *words[LEASE_WORDS_MAX];
	size_t n = lease_words(body, words), len = 0;

	for (size_t i = 0; i < n; i++)
		len += view_of(words[i]).len + 1;
	if (n > 0 && len != body.len)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct lease_record r;
	struct buf again = BUF_INIT;
	struct lease_entry e;
	struct view v = view_make((const char *)data, size);
	size_t n = 0;

	if (size == 0)
		return 0;
	v = view_from(v, 1);
	if (lease_parse(&r, v, data[0]) < 0)
		return 0;
	lease_begin(&again, r.type);
	for (; lease_next(&r, &e); n++) {
		lease_put(&again, e.id, e.code, e.body);
		if (r.type == LEASE_JOBS)
			check_words(e.body);
	}
	if (n != r.count || !view_is_eq(buf_view(&again), v))
		abort();
	buf_free(&again);
	return 0;
}
