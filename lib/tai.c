#include "lib/tai.h"

#include <errno.h>
#include <time.h>

#include "lib/ascii.h"

#define NANO_MAX 999999999
#define SEC_MAX INT64_MAX	/* labels from 2^63 are reserved */

void
tai_now(struct tai *t)
{
	struct timespec ts = { .tv_sec = 0 };

	(void)clock_gettime(CLOCK_REALTIME, &ts);	/* cannot fail */
	tai_from_unix(t, ts.tv_sec, (uint32_t)ts.tv_nsec);
}

void
tai_from_unix(struct tai *t, int64_t sec, uint32_t nano)
{
	t->sec = TAI_UNIX_EPOCH + (uint64_t)sec;
	t->nano = nano;
}

int64_t
tai_to_unix(const struct tai *t)
{
	return (int64_t)(t->sec - TAI_UNIX_EPOCH);
}

bool
tai_is_before(const struct tai *a, const struct tai *b)
{
	return a->sec < b->sec || (a->sec == b->sec && a->nano < b->nano);
}

void
tai_step(struct tai *t)
{
	if (t->nano++ < NANO_MAX)
		return;
	t->nano = 0;
	t->sec++;
}

void
tai_pack(const struct tai *t, unsigned char p[TAI_PACK])
{
	for (int i = 0; i < 8; i++)
		p[i] = (unsigned char)(t->sec >> (56 - 8 * i));
	for (int i = 0; i < 4; i++)
		p[8 + i] = (unsigned char)(t->nano >> (24 - 8 * i));
}

void
tai_unpack(const unsigned char p[TAI_PACK], struct tai *t)
{
	t->sec = 0;
	t->nano = 0;
	for (int i = 0; i < 8; i++)
		t->sec = t->sec << 8 | p[i];
	for (int i = 8; i < TAI_PACK; i++)
		t->nano = t->nano << 8 | p[i];
}

void
tai_fmt(const struct tai *t, char p[TAI_LABEL + 1])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char packed[TAI_PACK];

	tai_pack(t, packed);
	*p++ = '@';
	for (int i = 0; i < TAI_PACK; i++) {
		*p++ = digits[packed[i] >> 4];
		*p++ = digits[packed[i] & 15];
	}
	*p = '\0';
}

int
tai_scan(struct view v, struct tai *t)
{
	unsigned char packed[TAI_PACK];
	struct tai got;

	if (v.len < TAI_LABEL || v.p[0] != '@')
		goto invalid;
	for (int i = 0; i < TAI_PACK; i++) {
		char high = v.p[1 + i * 2], low = v.p[2 + i * 2];
		if (ascii_is_upper(high) || ascii_is_upper(low) ||
		    ascii_hex_value(high) < 0 || ascii_hex_value(low) < 0)
			goto invalid;
		packed[i] = (unsigned char)(ascii_hex_value(high) << 4 |
		    ascii_hex_value(low));
	}
	tai_unpack(packed, &got);
	if (got.nano > NANO_MAX || got.sec > SEC_MAX)
		goto invalid;
	*t = got;
	return 0;
invalid:
	errno = EINVAL;
	return -1;
}
