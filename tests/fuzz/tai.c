/* lib/tai: a label at the start of a line of any bytes; packed ones. */
#include "lib/tai.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_packed(const uint8_t *data)
{
	unsigned char p[TAI_PACK];
	struct tai t;

	tai_unpack(data, &t);
	tai_pack(&t, p);
	if (memcmp(p, data, TAI_PACK) != 0)
		abort();
	(void)tai_to_unix(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	char label[TAI_LABEL + 1];
	struct tai t, next;

	if (size >= TAI_PACK)
		check_packed(data);
	if (tai_scan(v, &t) < 0)
		return 0;
	tai_fmt(&t, label);
	if (!view_has_prefix(v, view_of(label)))
		abort();
	next = t;
	tai_step(&next);
	if (!tai_is_before(&t, &next) || tai_is_before(&next, &t))
		abort();
	return 0;
}
