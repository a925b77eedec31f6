/*
 * retry.h: when a message is tried again (scheduling.md 2).
 */
#ifndef SEND_RETRY_H
#define SEND_RETRY_H

#include <stdint.h>

#include "send/channel.h"

/* Integer square root, exact for all 64 bits. */
uint64_t retry_isqrt(uint64_t n);

/* The next attempt of a message born then and tried now, both unix seconds. */
int64_t retry_next(int64_t birth, int64_t now, enum channel c);

#endif
