#include "mail/qq_envelope.h"

#include "lib/ascii.h"
#include "mail/queue.h"

/*
 * Bytes of an address, with its NUL when it is there: how many.  A control
 * byte in it would split the SMTP commands that are made of it (programs.md
 * 18.2): refused for good.
 */
static enum qq_exit
take_address(struct qq_envelope *e, struct view v, size_t *used)
{
	size_t n = view_chr(v, '\0');

	if (n > QQ_ADDRESS_MAX - 1 - e->len)
		return QQ_ADDRESS;
	for (size_t i = 0; i < n; i++)
		if (ascii_is_control(v.p[i]))
			e->has_control = true;
	e->len += n;
	*used = n;
	if (n == v.len)
		return QQ_OK;
	*used = n + 1;
	e->state = QQ_ENVELOPE_RECORD;
	return e->has_control ? QQ_REFUSED : QQ_OK;
}

enum qq_exit
qq_envelope_take(struct qq_envelope *e, struct view v, size_t *kept)
{
	enum qq_exit code;
	size_t used;

	*kept = 0;
	while (v.len > 0 && e->state != QQ_ENVELOPE_DONE) {
		used = 1;
		if (e->state == QQ_ENVELOPE_ADDRESS) {
			code = take_address(e, v, &used);
			if (code != QQ_OK)
				return code;
		} else if (v.p[0] == (e->state == QQ_ENVELOPE_START ?
		    QUEUE_SENDER : QUEUE_TODO)) {
			*e = (struct qq_envelope)
			    { .state = QQ_ENVELOPE_ADDRESS };
		} else if (e->state == QQ_ENVELOPE_RECORD &&
		    v.p[0] == '\0') {
			e->state = QQ_ENVELOPE_DONE;
			used = 0;
		} else
			return QQ_ENVELOPE;
		*kept += used;
		v = view_from(v, used);
	}
	return QQ_OK;
}
