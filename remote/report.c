#include "remote/report.h"

#include "lib/mem.h"

static void
clear(struct report_item *item)
{
	item->letter = '\0';
	item->is_ours = item->is_crowded = false;
	buf_clear(&item->text);
}

void
report_start(struct report *r, size_t n)
{
	if (n > r->cap) {
		r->recipients = mem_grow(r->recipients, n,
		    sizeof(r->recipients[0]));
		for (size_t i = r->cap; i < n; i++)
			r->recipients[i] = (struct report_item){
			    .text = BUF_INIT };
		r->cap = n;
	}
	r->n = n;
	for (size_t i = 0; i < n; i++)
		clear(&r->recipients[i]);
	clear(&r->message);
	buf_clear(&r->giving_up);
}

void
report_free(struct report *r)
{
	for (size_t i = 0; i < r->cap; i++)
		buf_free(&r->recipients[i].text);
	mem_free(r->recipients);
	buf_free(&r->message.text);
	buf_free(&r->giving_up);
	*r = (struct report)REPORT_INIT;
}

static void
set(struct report_item *item, char letter, struct view text)
{
	item->letter = letter;
	buf_set(&item->text, text);
}

void
report_message(struct report *r, char letter, struct view text)
{
	set(&r->message, letter, text);
}

void
report_recipient(struct report *r, size_t i, char letter, struct view text)
{
	set(&r->recipients[i], letter, text);
}

/* letter, text (NUL bytes become `?`), NUL */
static void
put(struct buf *b, char letter, struct view text)
{
	buf_putc(b, letter);
	for (size_t i = 0; i < text.len; i++)
		buf_putc(b, text.p[i] == '\0' ? '?' : text.p[i]);
	buf_putc(b, '\0');
}

static void
put_item(struct buf *b, const struct report_item *item)
{
	put(b, item->letter, buf_view(&item->text));
}

void
report_put(const struct report *r, struct buf *b)
{
	size_t n = r->giving_up.len > 0 ? r->n : 0;

	for (size_t i = 0; i < n && r->recipients[i].letter != '\0'; i++)
		put_item(b, &r->recipients[i]);
	put_item(b, &r->message);
}

void
report_put_alone(const struct report *r, size_t i, struct buf *b)
{
	const struct report_item *item = &r->recipients[i];

	if (item->letter == '\0') {
		put_item(b, &r->message);
	} else if (item->is_ours) {
		put(b, VERDICT_PERM, buf_view(&item->text));
	} else if (item->letter == RCPT_OK) {
		put_item(b, item);
		put_item(b, &r->message);
	} else {
		put_item(b, item);
		put(b, VERDICT_PERM, buf_view(&r->giving_up));
	}
}
