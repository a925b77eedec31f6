/* mail/tcpto: the table of timeouts, of any bytes, in both sizes. */
#include "mail/tcpto.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NOW 1800000000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is counted is found, and the counter stays within its bounds. */
static void
count(struct tcpto_table *t, const struct ip *ip)
{
	size_t i = tcpto_count(t, ip, NOW);
	struct tcpto_record r;

	if (i > t->n)
		abort();
	if (i == t->n)
		return;
	tcpto_get(t, i, NOW, &r);
	if (tcpto_find(t, ip) != i || !ip_is_eq(&r.ip, ip) ||
	    r.counter == 0 || r.counter > TCPTO_COUNTER_MAX || r.age != 0)
		abort();
}

static void
check(enum tcpto_file file, const uint8_t *data, size_t size)
{
	static struct tcpto_table t;
	struct tcpto_record r;

	if (size > tcpto_size(file))
		size = tcpto_size(file);
	t.file = file;
	t.n = size / tcpto_record_size(file);
	memcpy(t.b, data, size);
	for (size_t i = 0; i < t.n; i++) {
		tcpto_get(&t, i, NOW, &r);
		/* an IPv4 address in the file of IPv6 ones is never asked for */
		if (tcpto_find(&t, &r.ip) >
		    (tcpto_file_of(&r.ip) == file ? i : t.n))
			abort();
		for (uint64_t pid = 0; pid < 64; pid++)
			(void)tcpto_is_blocking(&t, i, NOW, pid);
		if (tcpto_file_of(&r.ip) == file)
			count(&t, &r.ip);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check(TCPTO_V4, data, size);
	check(TCPTO_V6, data, size);
	return 0;
}
