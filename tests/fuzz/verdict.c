/* mail/verdict: any bytes as qmail-remote's records give one report. */
#include "mail/verdict.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	struct buf report = BUF_INIT;

	verdict_of_remote(v, &report);
	if (report.len == 0 || report.len > size + 1 ||
	    view_has_byte(buf_view(&report), '\0'))
		abort();
	switch (report.p[0]) {
	case VERDICT_OK:
		if (!verdict_has_result(v))
			abort();
		break;
	case VERDICT_TEMP:
	case VERDICT_PERM:
		break;
	default:
		abort();
	}
	buf_free(&report);
	return 0;
}
