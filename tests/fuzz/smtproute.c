/*
 * Fuzz entry of mail/smtproute.c: a value of control/smtproutes; what comes
 * out lies inside it.
 */
#include "mail/smtproute.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_inside(struct view whole, struct view part)
{
	if (part.len > 0 && (part.p < whole.p ||
	    part.p + part.len > whole.p + whole.len))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	struct smtproute r;

	if (smtproute_scan(v, &r) < 0)
		return 0;
	if (r.port > 65535 || view_has_byte(r.relay, '|'))
		abort();
	check_inside(v, r.relay);
	check_inside(v, r.user);
	check_inside(v, r.password);
	return 0;
}
