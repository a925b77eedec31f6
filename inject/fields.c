#include "inject/fields.h"

#include "inject/fail.h"
#include "inject/list.h"
#include "lib/attr.h"
#include "lib/log.h"

#define REWRITE  0x01u		/* complete its addresses */
#define PLAIN    0x02u		/* they are recipients */
#define RESENT   0x04u		/* ... when the message is resent */
#define FOLLOWUP 0x08u		/* they count for Mail-Followup-To */
#define SENDER   0x10u		/* the first is the envelope sender */
#define REMOVE   0x20u		/* the field does not stay */
#define RESENDS  0x40u		/* it makes the message a resent one */

#define RECIPIENTS (PLAIN | RESENT)

/* A field that is not here stays as it is. */
static const unsigned treatment[HEADER_FIELDS] = {
	[HEADER_TO] = REWRITE | PLAIN | FOLLOWUP,
	[HEADER_CC] = REWRITE | PLAIN | FOLLOWUP,
	[HEADER_BCC] = REWRITE | PLAIN | REMOVE,
	[HEADER_APPARENTLY_TO] = REWRITE | PLAIN,
	[HEADER_RESENT_TO] = REWRITE | RESENT | RESENDS,
	[HEADER_RESENT_CC] = REWRITE | RESENT | RESENDS,
	[HEADER_RESENT_BCC] = REWRITE | RESENT | RESENDS | REMOVE,
	[HEADER_RESENT_SENDER] = REWRITE | RESENDS,
	[HEADER_RESENT_FROM] = REWRITE | RESENDS,
	[HEADER_RESENT_REPLY_TO] = REWRITE | RESENDS,
	[HEADER_RESENT_DATE] = RESENDS,
	[HEADER_RESENT_MESSAGE_ID] = RESENDS,
	[HEADER_RETURN_PATH] = REWRITE | SENDER | REMOVE,
	[HEADER_SENDER] = REWRITE,
	[HEADER_FROM] = REWRITE,
	[HEADER_REPLY_TO] = REWRITE,
	[HEADER_RETURN_RECEIPT_TO] = REWRITE,
	[HEADER_ERRORS_TO] = REWRITE,
	[HEADER_CONTENT_LENGTH] = REMOVE,
};

void
fields_free(struct fields *f)
{
	buf_free(&f->kept);
	buf_free(&f->plain);
	buf_free(&f->resent);
	buf_free(&f->followup);
	buf_free(&f->sender);
}

static void
take_sender(struct fields *f, struct view found)
{
	struct view first;

	if (f->has_sender || !view_cut(&found, '\0', &first))
		return;
	f->has_sender = true;
	buf_set(&f->sender, first);
	/* for each recipient; but a bounce stays one */
	if (f->settings->verp_recipient && first.len > 0 &&
	    !view_is(first, "#@[]"))
		buf_puts(&f->sender, "-@[]");
}

static void
take_addresses(struct fields *f, unsigned what, struct view found)
{
	if ((what & PLAIN) != 0)
		list_add_reversed(&f->plain, found);
	if ((what & RESENT) != 0)
		list_add_reversed(&f->resent, found);
	if ((what & FOLLOWUP) != 0)
		list_add_reversed(&f->followup, found);
	if ((what & SENDER) != 0)
		take_sender(f, found);
}

/* A field whose addresses cannot be read, nor its recipients be known. */
static void
take_unparsed(struct fields *f, unsigned what, struct view field)
{
	if ((what & RECIPIENTS) == 0)
		fail_line(field);
	log_warning("unable to parse a field of recipients, ignoring it");
	if ((what & REMOVE) == 0)
		buf_putv(&f->kept, field);
}

static void
take_rewritten(struct fields *f, unsigned what, struct view field)
{
	struct buf found = BUF_INIT;
	size_t start = f->kept.len;

	switch (header_rewrite(&f->settings->rewriter, field, &f->kept,
	    &found)) {
	case HEADER_OK:
		take_addresses(f, what, buf_view(&found));
		if ((what & REMOVE) != 0)
			buf_cut(&f->kept, start);
		break;
	case HEADER_SYNTAX:
		take_unparsed(f, what, field);
		break;
	case HEADER_TOO_LONG:
		fail_long();
	case HEADER_BAD_DEFAULT:
		fail_defaults();
	}
	buf_free(&found);
	/* each recipient makes text longer: many fields must not either */
	if (f->kept.len > HEADER_TEXT_MAX || f->plain.len > HEADER_TEXT_MAX ||
	    f->resent.len > HEADER_TEXT_MAX)
		fail_long();
}

static bool
is_unwanted(const struct settings *s, enum header_field name)
{
	return (name == HEADER_FROM && s->delete_from) ||
	    (name == HEADER_MESSAGE_ID && s->delete_message_id) ||
	    (name == HEADER_RETURN_PATH && s->ignore_return_path);
}

void
fields_add(struct fields *f, struct view field)
{
	enum header_field name = header_field_of(field);
	unsigned what = treatment[name];

	if (is_unwanted(f->settings, name))
		return;
	f->seen[name] = true;
	if ((what & RESENDS) != 0)
		f->is_resent = true;
	if ((what & REWRITE) != 0)
		take_rewritten(f, what, field);
	else if ((what & REMOVE) == 0)
		buf_putv(&f->kept, field);
}
