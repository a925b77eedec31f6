#include "mail/smtp_reply.h"

#include "lib/ascii.h"

#define CODE_DIGITS 3
#define TEXT_AT 4		/* column where the text of a line begins */
#define DEL 127

void
smtp_reply_start(struct smtp_reply *r)
{
	struct buf text = r->text;

	buf_clear(&text);
	*r = (struct smtp_reply)SMTP_REPLY_INIT;
	r->text = text;
}

void
smtp_reply_free(struct smtp_reply *r)
{
	buf_free(&r->text);
}

static void
keep(struct smtp_reply *r, char c)
{
	if (r->text.len == SMTP_REPLY_TEXT_MAX)
		return;
	if ((c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == DEL)
		c = '?';
	buf_putc(&r->text, c);
}

/* A byte of a line other than its end. */
static void
line_byte(struct smtp_reply *r, char c)
{
	if (r->column < CODE_DIGITS) {
		if (ascii_is_digit(c))
			r->line_code = r->line_code * 10 + (unsigned)(c - '0');
		else
			r->is_malformed = true;
	} else if (r->column == CODE_DIGITS)
		r->has_more = c == '-';
	if (r->column < TEXT_AT)
		r->column++;
}

/* The end of a line: true when it was the last one. */
static bool
line_end(struct smtp_reply *r)
{
	bool is_last = !r->has_more;

	if (r->column < CODE_DIGITS || r->is_malformed) {
		r->is_malformed = true;
		is_last = true;
	}
	r->code = r->is_malformed ? 0 : r->line_code;
	r->column = r->line_code = 0;
	r->has_more = false;
	return is_last;
}

/* The text ends in LF even where it was cut. */
static void
finish_text(struct smtp_reply *r)
{
	if (r->text.len == 0 || r->text.p[r->text.len - 1] != '\n') {
		buf_cut(&r->text, SMTP_REPLY_TEXT_MAX - 1);
		buf_putc(&r->text, '\n');
	}
}

enum smtp_reply_state
smtp_reply_feed(struct smtp_reply *r, struct view v, size_t *used)
{
	for (size_t i = 0; i < v.len; i++) {
		*used = i + 1;
		if (r->total++ == SMTP_REPLY_BYTES_MAX)
			return SMTP_REPLY_TOO_LONG;
		if (v.p[i] == '\r')
			continue;
		keep(r, v.p[i]);
		if (v.p[i] != '\n') {
			line_byte(r, v.p[i]);
		} else if (line_end(r)) {
			finish_text(r);
			return SMTP_REPLY_DONE;
		}
	}
	*used = v.len;
	return SMTP_REPLY_MORE;
}

enum smtp_class
smtp_reply_class(const struct smtp_reply *r)
{
	if (r->is_malformed)
		return SMTP_TEMP;
	if (r->code >= 500)
		return SMTP_PERM;
	return r->code >= 400 ? SMTP_TEMP : SMTP_OK;
}

bool
smtp_reply_offers(const struct smtp_reply *r, const char *keyword,
    struct view *params)
{
	struct view rest = buf_view(&r->text), line;
	size_t n;

	(void)view_cut(&rest, '\n', &line);	/* the server's name */
	while (view_cut(&rest, '\n', &line)) {
		line = view_from(line, TEXT_AT);
		/* `AUTH=LOGIN` is an old spelling of `AUTH LOGIN`. */
		for (n = 0; n < line.len && line.p[n] != ' ' &&
		    line.p[n] != '='; n++)
			;
		if (view_is_ieq(view_upto(line, n), view_of(keyword))) {
			*params = view_from(line, n + 1);
			return true;
		}
	}
	return false;
}
