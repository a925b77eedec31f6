/*
 * mail/qq_envelope: an envelope in one piece, in two and byte by byte gives
 * the same; one that is taken is what the contract says.
 */
#include "mail/qq_envelope.h"

#include <stdint.h>
#include <stdlib.h>

#include "mail/queue.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum qq_exit
take(struct view v, size_t piece, struct qq_envelope *e, size_t *sum)
{
	enum qq_exit code = QQ_OK;
	size_t kept;

	*e = (struct qq_envelope)QQ_ENVELOPE_INIT;
	*sum = 0;
	for (; v.len > 0 && code == QQ_OK; v = view_from(v, piece)) {
		code = qq_envelope_take(e, view_upto(v, piece), &kept);
		*sum += kept;
	}
	return code;
}

/* records: F once, then T; each ends in NUL and is short enough. */
static void
check_records(struct view v)
{
	struct view record;
	char type = QUEUE_SENDER;

	if (v.len == 0 || v.p[v.len - 1] != '\0')
		abort();
	while (view_cut(&v, '\0', &record)) {
		if (record.len < 1 || record.len > QQ_ADDRESS_MAX ||
		    record.p[0] != type)
			abort();
		type = QUEUE_TODO;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	struct qq_envelope whole, cut;
	size_t sum, cutsum;
	enum qq_exit code;

	if (size == 0)
		return 0;
	code = take(v, size, &whole, &sum);
	if (take(v, 1, &cut, &cutsum) != code ||
	    (code == QQ_OK && (cutsum != sum || cut.state != whole.state)))
		abort();
	if (take(v, (size + 1) / 2, &cut, &cutsum) != code ||
	    (code == QQ_OK && (cutsum != sum || cut.state != whole.state)))
		abort();
	if (code == QQ_OK && whole.state == QQ_ENVELOPE_DONE) {
		if (sum >= size || v.p[sum] != '\0')
			abort();
		check_records(view_upto(v, sum));
	}
	return 0;
}
