/*
 * suppl.h: queue/suppl0 and so on: channels of a patched qmail (queue.md 10).
 */
#ifndef SEND_SUPPL_H
#define SEND_SUPPL_H

#include "mail/qpath.h"

/* Warn about each that has mail in it: nobody here delivers it. */
void suppl_warn(const struct qlayout *l);

#endif
