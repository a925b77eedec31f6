/*
 * dnszone.h: the zone file of dnsserver: lines `name type value`, `#` starts a
 * comment, a name `*.rest` stands for those that have no line of their own.
 */
#ifndef TESTS_TOOLS_DNSZONE_H
#define TESTS_TOOLS_DNSZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/view.h"

struct entry { struct view name, type, value; };

void zone_read(const char *path);	/* replaces; dies without it */
/* The first line for name with this type (NULL: any). */
bool zone_find(struct view name, const char *type, struct entry *e);
bool zone_next(struct view *rest, struct entry *e);
struct view zone_text(void);
bool zone_is_for(const struct entry *e, struct view name);
uint64_t zone_number(struct view v, uint64_t max);	/* dies if none */
/* The next word of a line, blanks around it gone; false: none. */
bool zone_cut_word(struct view *line, struct view *word);

#endif
