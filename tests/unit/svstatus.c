#include "supervise/svstatus.h"

#include <errno.h>
#include <string.h>

#include "lib/attr.h"
#include "tests/tap.h"

static const struct svstatus sample = {
	.since = { .sec = TAI_UNIX_EPOCH + 1, .nano = 2 },
	.pid = 0x010203, .paused = true, .want = SVWANT_UP, .extended = true,
	.phase = SVPHASE_RUNNING, .ready = SVREADY_YES,
	.ready_since = { .sec = TAI_UNIX_EPOCH + 3, .nano = 4 },
	.end = SVEND_KILLED, .end_code = 9
};
/* spec: supervise.md 1.1, supervise.md 9 */
static const unsigned char bytes[SVSTATUS_EXTENDED_SIZE] = {
	0x40, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 2, 3, 2, 1, 0, 1, 'u',
	3, 0, [40] = 1, 2, 9, 0, 0x40, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0, 4
};

static void
check_extended(void)
{
	unsigned char p[SVSTATUS_EXTENDED_SIZE];
	struct svstatus got;

	CHECK_INT("bytes", (int)svstatus_pack(&sample, p), 56);
	CHECK(memcmp(p, bytes, sizeof(bytes)) == 0);
	CHECK_INT("read", svstatus_unpack(p, sizeof(p), &got), 0);
	CHECK(got.extended && got.ready == SVREADY_YES);
	CHECK_INT("end", got.end, SVEND_KILLED);
	CHECK_INT("code", got.end_code, 9);
	CHECK(got.ready_since.sec == sample.ready_since.sec);
}

static void
check_plain(void)
{
	unsigned char p[SVSTATUS_EXTENDED_SIZE];
	struct svstatus got, plain = sample;

	plain.extended = false;
	CHECK_INT("bytes", (int)svstatus_pack(&plain, p), 18);
	CHECK(memcmp(p, bytes, 18) == 0);
	CHECK_INT("read", svstatus_unpack(p, 18, &got), 0);
	CHECK(!got.extended && got.paused);
	CHECK_INT("pid", got.pid, 0x010203);
	CHECK_INT("phase", got.phase, SVPHASE_RUNNING);
	CHECK_INT("ready", got.ready, SVREADY_UNTOLD);
	for (size_t len = 0; len < 18; len++) {
		errno = 0;
		CHECK(svstatus_unpack(p, len, &got) < 0 && errno == EPROTO);
	}
}

/* A pid that no process has is no status: -1 would be everybody. */
static void
check_bad_pid(void)
{
	unsigned char p[SVSTATUS_EXTENDED_SIZE];
	struct svstatus got;

	(void)svstatus_pack(&sample, p);	/* the extended size */
	p[TAI_PACK + 3] = 0x7f;
	CHECK_INT("the largest", svstatus_unpack(p, sizeof(p), &got), 0);
	p[TAI_PACK + 3] = 0x80;
	errno = 0;
	CHECK(svstatus_unpack(p, sizeof(p), &got) < 0 && errno == EPROTO);
}

/* daemontools-encore's file, and nonsense. */
static void
check_foreign(void)
{
	unsigned char p[SVSTATUS_EXTENDED_SIZE];
	struct svstatus got;

	memcpy(p, bytes, sizeof(p));
	p[18] = 5;
	CHECK_INT("40 bytes", svstatus_unpack(p, 40, &got), 0);
	CHECK(!got.extended && got.phase == SVPHASE_FAILED);
	p[18] = 77;
	p[40] = 99;
	p[17] = 'z';
	CHECK_INT("nonsense", svstatus_unpack(p, sizeof(p), &got), 0);
	CHECK(!got.extended && got.phase == SVPHASE_RUNNING &&
	    got.want == SVWANT_ONCE);
}

int
main(void)
{
	check_extended();
	check_plain();
	check_bad_pid();
	check_foreign();
	return tap_end();
}
