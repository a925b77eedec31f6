#include "send/verp.h"

#define VERP_END VIEW_LIT("-@[]")

void
verp_put(struct view sender, struct view recipient, struct buf *out)
{
	struct view base = verp_strip(sender);
	size_t at = view_rchr(base, '@'), rat = view_rchr(recipient, '@');

	if (base.len == sender.len || at == base.len || rat == recipient.len) {
		buf_putv(out, sender);
		return;
	}
	buf_putv(out, view_upto(base, at));
	buf_putv(out, view_upto(recipient, rat));
	buf_putc(out, '=');
	buf_putv(out, view_from(recipient, rat + 1));
	buf_putv(out, view_from(base, at));
}

struct view
verp_strip(struct view sender)
{
	/* nothing but the end: there is nobody left to send a bounce to */
	if (!view_has_suffix(sender, VERP_END) || sender.len == VERP_END.len)
		return sender;
	return view_upto(sender, sender.len - VERP_END.len);
}
