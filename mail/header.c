#include "mail/header.h"

#include <errno.h>

#include "lib/ascii.h"

#define MBOX_LINE "MBOX-Line: "

static const struct {
	const char *name;
	enum header_field field;
} names[] = {
	{ "Apparently-To", HEADER_APPARENTLY_TO },
	{ "Bcc", HEADER_BCC },
	{ "Cc", HEADER_CC },
	{ "Content-Length", HEADER_CONTENT_LENGTH },
	{ "Date", HEADER_DATE },
	{ "Delivered-To", HEADER_DELIVERED_TO },
	{ "Errors-To", HEADER_ERRORS_TO },
	{ "From", HEADER_FROM },
	{ "Mail-Followup-To", HEADER_MAIL_FOLLOWUP_TO },
	{ "Mail-Reply-To", HEADER_MAIL_REPLY_TO },
	{ "Message-ID", HEADER_MESSAGE_ID },
	{ "Notice-Requested-Upon-Delivery-To", HEADER_NOTICE_REQUESTED },
	{ "Received", HEADER_RECEIVED },
	{ "Reply-To", HEADER_REPLY_TO },
	{ "Resent-Bcc", HEADER_RESENT_BCC },
	{ "Resent-Cc", HEADER_RESENT_CC },
	{ "Resent-Date", HEADER_RESENT_DATE },
	{ "Resent-From", HEADER_RESENT_FROM },
	{ "Resent-Message-ID", HEADER_RESENT_MESSAGE_ID },
	{ "Resent-Reply-To", HEADER_RESENT_REPLY_TO },
	{ "Resent-Sender", HEADER_RESENT_SENDER },
	{ "Resent-To", HEADER_RESENT_TO },
	{ "Return-Path", HEADER_RETURN_PATH },
	{ "Return-Receipt-To", HEADER_RETURN_RECEIPT_TO },
	{ "Sender", HEADER_SENDER },
	{ "Subject", HEADER_SUBJECT },
	{ "To", HEADER_TO },
};
static_assert(NELEM(names) == HEADER_FIELDS - 1, "one name per field");

enum header_field
header_field_of(struct view field)
{
	struct view name = view_upto(field, view_chr(field, ':'));

	if (name.len == field.len)
		return HEADER_OTHER;
	name = view_trim_end(name);
	for (size_t i = 0; i < NELEM(names); i++)
		if (view_is_ieq(name, view_of(names[i].name)))
			return names[i].field;
	return HEADER_OTHER;
}

struct view
header_value(struct view field)
{
	return view_from(field, view_chr(field, ':') + 1);
}

static bool
is_name_byte(int c)		/* RFC 5322 2.2 */
{
	return c > ' ' && c <= '~' && c != ':';
}

/* The next byte goes to r->begun. */
static void
take(struct header_reader *r)
{
	buf_putc(&r->begun, (char)in_getc(r->in));
}

/*
 * Look at the beginning of a line, up to what decides whether it is a field.
 * 1 it is, 0 it is not, -1 with errno.
 */
static int
begin_line(struct header_reader *r)
{
	int c;

	while (is_name_byte(c = in_peekc(r->in))) {
		if (r->begun.len == HEADER_NAME_MAX)
			return 0;
		take(r);
	}
	if (c == ' ' && view_is(buf_view(&r->begun), "From")) {
		buf_sets(&r->begun, MBOX_LINE "From");
		return 1;
	}
	while (r->begun.len > 0 && ascii_is_blank(c)) {
		if (r->begun.len == HEADER_NAME_MAX)
			return 0;
		take(r);
		c = in_peekc(r->in);
	}
	if (c < 0 && in_error(r->in) != 0) {
		errno = in_error(r->in);
		return -1;
	}
	return c == ':' && r->begun.len > 0 ? 1 : 0;
}

/* The rest of the line, with its LF, is added to field. */
static int
finish_line(struct header_reader *r, struct buf *field)
{
	struct view v;
	int got;

	while ((got = in_peek(r->in, &v)) > 0) {
		size_t n = view_chr(v, '\n');
		if (n >= buf_room(field, r->max - r->used)) {
			errno = EMSGSIZE;
			return -1;
		}
		v = view_upto(v, n + 1);
		buf_putv(field, v);
		in_skip(r->in, v.len);
		if (n < v.len)
			return 0;
	}
	if (got == 0)
		buf_putc(field, '\n');
	return got;
}

/* The header's end is reached: an empty line belongs to it. */
static void
end_header(struct header_reader *r)
{
	r->is_over = true;
	r->has_field = false;
	if (r->begun.len == 0 && in_peekc(r->in) == '\n')
		in_skip(r->in, 1);
}

int
header_next(struct header_reader *r, struct buf *field)
{
	int got;

	if (!r->is_over && !r->has_field) {	/* the very first line */
		got = begin_line(r);
		if (got < 0)
			return -1;
		r->has_field = got > 0;
		if (got == 0)
			end_header(r);
	}
	if (r->is_over)
		return 0;
	buf_set(field, buf_view(&r->begun));
	buf_clear(&r->begun);
	do {
		if (finish_line(r, field) < 0)
			return -1;
	} while (ascii_is_blank(in_peekc(r->in)));
	r->used += field->len;
	got = begin_line(r);
	if (got == 0)
		end_header(r);
	return got < 0 ? -1 : 1;
}

void
header_reader_free(struct header_reader *r)
{
	buf_free(&r->begun);
}
