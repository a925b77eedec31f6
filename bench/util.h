/*
 * util.h: what the modes of bench/drive share.
 */
#ifndef BENCH_UTIL_H
#define BENCH_UTIL_H

#include <stdint.h>

#include "lib/buf.h"

/* CLOCK_MONOTONIC in microseconds. */
uint64_t util_now_us(void);
void util_sleep_us(uint64_t us);

/* An argument as a number, or usage. */
uint64_t util_number(const char *arg, uint64_t max);
/* A whole file, or the end. */
void util_slurp(const char *path, struct buf *b);
/* b = text with each {} replaced by i. */
void util_subst(struct view text, uint64_t i, struct buf *b);

/* A connection to 127.0.0.1, without delays: a descriptor or -1. */
int util_connect(unsigned port);
/* All of it; a reader that went away is found out later. */
void util_send(int fd, const void *p, size_t len);

/*
 * One JSON object on fd 1: util_result("secs", 5, "n", 3, NULL): names with
 * uint64_t values.  cpu_us, our own, is always there.
 */
void util_result(const char *name, ...);

#endif
