/*
 * list.h: addresses, each followed by a NUL, in a struct buf.
 */
#ifndef INJECT_LIST_H
#define INJECT_LIST_H

#include <stdbool.h>

#include "lib/buf.h"
#include "lib/view.h"

/* Take the last address off rest.  false: there is none. */
bool list_take_last(struct view *rest, struct view *address);
/* Add those of found to list, the last one first. */
void list_add_reversed(struct buf *list, struct view found);

#endif
