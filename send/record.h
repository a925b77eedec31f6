/*
 * record.h: how long a record of todo/, info/, local/ or remote/ can be; what
 * it looks like is said in mail/queue.h.
 */
#ifndef SEND_RECORD_H
#define SEND_RECORD_H

#include "mail/queue.h"

/*
 * Longest record that is taken for one, with its type byte.  qmail-queue takes
 * addresses of 1002 bytes; virtualdomains may put a prefix of any length in
 * front.  More than this is damage.
 */
#define RECORD_MAX 65536

#endif
