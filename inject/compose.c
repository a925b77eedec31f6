#include "inject/compose.h"

#include "inject/list.h"
#include "mail/address.h"

/* Words for a header that names no recipient: an empty group. */
#define NOBODY "recipient list not shown: ;\n"

static const struct header_names {
	const char *date, *message_id, *from, *nobody;
	enum header_field has_date, has_message_id, has_from, has_to, has_cc;
} plain = {
	"Date", "Message-ID", "From", "Cc: " NOBODY,
	HEADER_DATE, HEADER_MESSAGE_ID, HEADER_FROM, HEADER_TO, HEADER_CC
}, resent = {
	"Resent-Date", "Resent-Message-ID", "Resent-From", "Resent-Cc: " NOBODY,
	HEADER_RESENT_DATE, HEADER_RESENT_MESSAGE_ID, HEADER_RESENT_FROM,
	HEADER_RESENT_TO, HEADER_RESENT_CC
};

static bool
is_to_list(const struct fields *f, const struct control_list *lists)
{
	struct view rest = buf_view(&f->followup), address;

	while (list_take_last(&rest, &address))
		if (control_has(lists, address))
			return true;
	return false;
}

static void
put_followup(const struct fields *f, struct buf *out)
{
	struct view rest = buf_view(&f->followup), address;
	const char *before = "Mail-Followup-To: ";

	while (list_take_last(&rest, &address)) {
		buf_puts(out, before);
		address_quote(address, out);
		before = ",\n  ";
	}
	buf_puts(out, "\n");
}

void
compose_header(const struct fields *f, const struct control_list *lists,
    struct buf *out)
{
	const struct header_names *names = f->is_resent ? &resent : &plain;

	if (!f->seen[names->has_date])
		settings_put_date(f->settings, names->date, out);
	if (!f->seen[names->has_message_id])
		settings_put_message_id(f->settings, names->message_id, out);
	if (!f->seen[names->has_from])
		settings_put_from(f->settings, names->from, out);
	if (!f->seen[names->has_to] && !f->seen[names->has_cc])
		buf_puts(out, names->nobody);
	if (!f->is_resent && !f->seen[HEADER_MAIL_FOLLOWUP_TO] &&
	    is_to_list(f, lists))
		put_followup(f, out);
}
