/*
 * mail/qq_session: hello, reply and frame heads of any bytes: refused, or
 * built again the same.
 */
#include "mail/qq_session.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_hello(const char *p)
{
	char again[QQ_HELLO_SIZE];
	struct qq_hello h;

	if (qq_hello_scan(p, &h) < 0)
		return;
	qq_hello_put(&h, again);
	if (memcmp(p, again, sizeof(again)) != 0)
		abort();
}

static void
check_reply(const char *p)
{
	char again[QQ_REPLY_SIZE];
	struct qq_reply r;

	if (qq_reply_scan(p, &r) < 0)
		return;
	qq_reply_put(&r, again);
	if (memcmp(p, again, sizeof(again)) != 0)
		abort();
}

/* A stream of frames: each ends within it, or it is not whole. */
static void
check_frames(const char *p, size_t len)
{
	char again[QQ_FRAME_SIZE];
	struct qq_frame f;

	while (len >= QQ_FRAME_SIZE && qq_frame_scan(p, &f) == 0) {
		qq_frame_put(&f, again);
		if (memcmp(p, again, sizeof(again)) != 0 ||
		    f.len > QQ_FRAME_MAX)
			abort();
		p += QQ_FRAME_SIZE;
		len -= QQ_FRAME_SIZE;
		if (f.len > len)
			return;
		p += f.len;
		len -= f.len;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *p = (const char *)data;

	if (size >= QQ_HELLO_SIZE)
		check_hello(p);
	if (size >= QQ_REPLY_SIZE)
		check_reply(p);
	check_frames(p, size);
	return 0;
}
