/*
 * supervise/svstatus: a status file of any bytes: every state in it is one
 * that has a name, and it comes back from what is packed of it.
 */
#include "supervise/svstatus.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned char p[SVSTATUS_EXTENDED_SIZE];
	unsigned char q[SVSTATUS_EXTENDED_SIZE];
	struct svstatus s, again;
	size_t len;

	if (svstatus_unpack(data, size, &s) < 0)
		return 0;
	if (size < SVSTATUS_SIZE || s.pid < 0 || s.phase >= SVPHASE_MAX ||
	    s.ready >= SVREADY_MAX || s.end >= SVEND_MAX)
		abort();
	len = svstatus_pack(&s, p);
	if (memcmp(p, data, TAI_PACK) != 0 ||
	    svstatus_unpack(p, len, &again) < 0 ||
	    svstatus_pack(&again, q) != len || memcmp(p, q, len) != 0)
		abort();
	return 0;
}
