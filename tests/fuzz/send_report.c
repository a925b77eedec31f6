/* send/report: the bytes of a spawner, in two pieces. */
#include "send/report.h"

#include <stdint.h>
#include <stdlib.h>

#include "mail/verdict.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t at = size > 0 ? data[0] % size : 0;
	struct view all = view_make((const char *)data, size), piece;
	struct report r = REPORT_INIT;

	for (int i = 0; i < 2; i++) {
		piece = i == 0 ? view_upto(all, at) : view_from(all, at);
		while (report_take(&r, &piece))
			if (r.number > 255 || r.text.len >= VERDICT_REPORT_MAX ||
			    view_has_byte(buf_view(&r.text), '\0'))
				abort();
		if (piece.len != 0)
			abort();
	}
	buf_free(&r.text);
	return 0;
}
