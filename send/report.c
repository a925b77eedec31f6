#include "send/report.h"

#include "mail/spawn.h"
#include "mail/verdict.h"

#define TEXT_MAX (VERDICT_REPORT_MAX - 1)	/* the number is one of them */

static void
take_number(struct report *r, struct view *rest)
{
	unsigned byte = (unsigned char)rest->p[0];

	*rest = view_from(*rest, 1);
	r->nbytes++;
	if (r->nbytes == 1) {
		r->number = byte;
		r->has_number = !(r->is_wide && byte == SPAWN_WIDE);
	} else if (r->nbytes == 2) {
		r->number = byte << 8;
	} else {
		r->number |= byte;
		r->has_number = true;
	}
}

bool
report_take(struct report *r, struct view *rest)
{
	size_t end, room;

	if (r->is_whole) {
		buf_clear(&r->text);
		r->has_number = r->is_whole = false;
		r->nbytes = 0;
	}
	while (rest->len > 0 && !r->has_number)
		take_number(r, rest);
	if (!r->has_number)
		return false;
	end = view_chr(*rest, '\0');
	room = buf_room(&r->text, TEXT_MAX);
	buf_putv(&r->text, view_upto(*rest, end < room ? end : room));
	r->is_whole = end < rest->len;
	*rest = view_from(*rest, end + 1);
	return r->is_whole;
}
