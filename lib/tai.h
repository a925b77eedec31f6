/*
 * tai.h: TAI64N labels as daemontools writes them: 2^62 + 10 + Unix seconds,
 * no leap-second table (supervise.md 5).
 */
#ifndef LIB_TAI_H
#define LIB_TAI_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/view.h"

#define TAI_PACK 12		/* bytes of a packed label */
#define TAI_LABEL 25		/* `@` and 24 hexadecimal digits */
#define TAI_UNIX_EPOCH ((UINT64_C(1) << 62) + 10)

struct tai {
	uint64_t sec;		/* label seconds */
	uint32_t nano;		/* 0..999999999 */
};

void tai_now(struct tai *t);
void tai_from_unix(struct tai *t, int64_t sec, uint32_t nano);
int64_t tai_to_unix(const struct tai *t);
bool tai_is_before(const struct tai *a, const struct tai *b);
void tai_step(struct tai *t);		/* one nanosecond later */
void tai_pack(const struct tai *t, unsigned char p[TAI_PACK]);	/* big endian */
void tai_unpack(const unsigned char p[TAI_PACK], struct tai *t);
/* `@4000...`, TAI_LABEL bytes and a NUL. */
void tai_fmt(const struct tai *t, char p[TAI_LABEL + 1]);
/* v begins with a label (lower-case digits): 0, or -1 (EINVAL). */
MUST_CHECK int tai_scan(struct view v, struct tai *t);

#endif
