/*
 * fail.h: how qmail-inject gives up, in the words of programs.md 9.
 */
#ifndef INJECT_FAIL_H
#define INJECT_FAIL_H

#include "lib/attr.h"
#include "lib/view.h"

noreturn void fail_read(void);			/* 111 `read error` */
noreturn void fail_line(struct view field);	/* 100 and the field */
noreturn void fail_address(struct view raw);	/* 100 and the address */
noreturn void fail_long(void);			/* 100: more than we keep */
noreturn void fail_defaults(void);		/* 111: host names of ours */

#endif
