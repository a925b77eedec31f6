#include "inject/list.h"

bool
list_take_last(struct view *rest, struct view *address)
{
	struct view all;
	size_t nul;

	if (rest->len == 0)
		return false;
	all = view_upto(*rest, rest->len - 1);
	nul = view_rchr(all, '\0');
	*address = nul == all.len ? all : view_from(all, nul + 1);
	*rest = view_upto(*rest, nul == all.len ? 0 : nul + 1);
	return true;
}

void
list_add_reversed(struct buf *list, struct view found)
{
	struct view address;

	while (list_take_last(&found, &address)) {
		buf_putv(list, address);
		buf_putc(list, '\0');
	}
}
