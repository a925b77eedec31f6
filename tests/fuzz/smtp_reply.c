/*
 * Fuzz entry of mail/smtp_reply.c: any bytes, in pieces of any size, give the
 * same bounded reply.
 */
#include "mail/smtp_reply.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum smtp_reply_state
feed(struct smtp_reply *r, struct view v, size_t step, size_t *total)
{
	enum smtp_reply_state state = SMTP_REPLY_MORE;
	size_t used;

	smtp_reply_start(r);
	for (*total = 0; state == SMTP_REPLY_MORE && *total < v.len;
	    *total += used) {
		state = smtp_reply_feed(r, view_upto(view_from(v, *total),
		    step), &used);
		if (used == 0 || used > step)
			abort();
	}
	return state;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct smtp_reply a = SMTP_REPLY_INIT, b = SMTP_REPLY_INIT;
	struct view v, params;
	size_t na, nb;

	if (size == 0)
		return 0;
	v = view_make((const char *)data + 1, size - 1);
	if (feed(&a, v, SIZE_MAX, &na) != feed(&b, v,
	    (size_t)data[0] + 1, &nb) || na != nb || a.code != b.code ||
	    !view_is_eq(buf_view(&a.text), buf_view(&b.text)))
		abort();
	if (a.text.len > SMTP_REPLY_TEXT_MAX || a.code > 999 ||
	    view_has_byte(buf_view(&a.text), '\0') ||
	    view_has_byte(buf_view(&a.text), '\r'))
		abort();
	if (smtp_reply_offers(&a, "SMTPUTF8", &params) &&
	    params.len > a.text.len)
		abort();
	smtp_reply_free(&a);
	smtp_reply_free(&b);
	return 0;
}
