#include "mail/qq_session.h"

#include "mail/qq_envelope.h"
#include "tests/tap.h"

static void
check_numbers(void)
{
	struct qq_hello h = { .dev = 0x0102030405060708, .ino = UINT64_MAX };
	struct qq_hello h2 = { 0, 0 };
	struct qq_reply r = { .code = QQ_ENVELOPE, .pid = UINT32_MAX };
	struct qq_reply r2 = { 0, 0 };
	char hello[QQ_HELLO_SIZE], reply[QQ_REPLY_SIZE];

	qq_hello_put(&h, hello);
	CHECK_INT("hello", qq_hello_scan(hello, &h2), 0);
	CHECK_NAMED("device", h2.dev == h.dev);
	CHECK_NAMED("number", h2.ino == h.ino);
	hello[3] ^= 1;
	CHECK_INT("another magic", qq_hello_scan(hello, &h2), -1);
	qq_reply_put(&r, reply);
	CHECK_INT("reply", qq_reply_scan(reply, &r2), 0);
	CHECK_INT("code", r2.code, QQ_ENVELOPE);
	CHECK_NAMED("pid", r2.pid == UINT32_MAX);
	reply[2] = 1;
	CHECK_INT("no zero", qq_reply_scan(reply, &r2), -1);
	reply[2] = 0;
	reply[0] = 'r';
	CHECK_INT("no reply", qq_reply_scan(reply, &r2), -1);
}

static const struct {
	const char *name, *in;
	int want;
	enum qq_frame_type type;
	size_t len;
} heads[] = {
	{ "text", "M\0\0\1", 0, QQ_FRAME_MESSAGE, 1 },
	{ "empty text", "M\0\0\0", 0, QQ_FRAME_MESSAGE, 0 },
	{ "the longest", "E\377\377\377", 0, QQ_FRAME_ENVELOPE, QQ_FRAME_MAX },
	{ "byte order", "E\1\2\3", 0, QQ_FRAME_ENVELOPE, 0x010203 },
	{ "end", ".\0\0\0", 0, QQ_FRAME_END, 0 },
	{ "abort", "!\0\0\0", 0, QQ_FRAME_ABORT, 0 },
	{ "end with a length", ".\0\0\1", -1, QQ_FRAME_MESSAGE, 7 },
	{ "abort with a length", "!\1\0\0", -1, QQ_FRAME_MESSAGE, 7 },
	{ "unknown", "m\0\0\0", -1, QQ_FRAME_MESSAGE, 7 },
	{ "zero", "\0\0\0\0", -1, QQ_FRAME_MESSAGE, 7 },
};

static void
check_heads(void)
{
	for (size_t i = 0; i < NELEM(heads); i++) {
		struct qq_frame f = { QQ_FRAME_MESSAGE, 7 };
		char again[QQ_FRAME_SIZE];
		CHECK_INT(heads[i].name, qq_frame_scan(heads[i].in, &f),
		    heads[i].want);
		CHECK_INT(heads[i].name, f.type, heads[i].type);
		CHECK_INT(heads[i].name, f.len, heads[i].len);
		if (heads[i].want < 0)
			continue;
		qq_frame_put(&f, again);
		CHECK_NAMED(heads[i].name, memcmp(again, heads[i].in, 4) == 0);
	}
}

#define LIT(s) { .p = "" s, .len = sizeof(s) - 1 }

static const struct {
	const char *name;
	struct view in;
	enum qq_exit want;
	size_t kept;		/* of all bytes, when not refused */
	enum qq_envelope_state state;
} envelopes[] = {
	{ "whole", LIT("Fa\0Tb\0Tc\0\0"), QQ_OK, 9, QQ_ENVELOPE_DONE },
	{ "more behind it", LIT("Fa\0\0Tb\0\0"), QQ_OK, 3, QQ_ENVELOPE_DONE },
	{ "empty addresses", LIT("F\0T\0\0"), QQ_OK, 4, QQ_ENVELOPE_DONE },
	{ "nothing", LIT(""), QQ_OK, 0, QQ_ENVELOPE_START },
	{ "inside", LIT("Fab"), QQ_OK, 3, QQ_ENVELOPE_ADDRESS },
	{ "between", LIT("Fab\0"), QQ_OK, 4, QQ_ENVELOPE_RECORD },
	{ "no F", LIT("Ta\0\0"), QQ_ENVELOPE, 0, QQ_ENVELOPE_START },
	{ "only the end", LIT("\0"), QQ_ENVELOPE, 0, QQ_ENVELOPE_START },
	{ "second F", LIT("Fa\0Fb\0\0"), QQ_ENVELOPE, 0, QQ_ENVELOPE_START },
	{ "control", LIT("Fa\0Tb\012\0\0"), QQ_REFUSED, 0, QQ_ENVELOPE_START },
	{ "high bytes", LIT("F\377\200 \0\0"), QQ_OK, 5, QQ_ENVELOPE_DONE },
};

/* However the bytes are cut, the answer is the same. */
static void
check_envelopes(void)
{
	for (size_t i = 0; i < NELEM(envelopes); i++)
		for (size_t piece = 1; piece <= 12; piece++) {
			struct qq_envelope e = QQ_ENVELOPE_INIT;
			struct view v = envelopes[i].in;
			enum qq_exit code = QQ_OK;
			size_t kept, sum = 0;

			for (; v.len > 0 && code == QQ_OK;
			    v = view_from(v, piece)) {
				code = qq_envelope_take(&e,
				    view_upto(v, piece), &kept);
				sum += kept;
			}
			CHECK_INT(envelopes[i].name, code, envelopes[i].want);
			if (code != QQ_OK)
				continue;
			CHECK_INT(envelopes[i].name, sum, envelopes[i].kept);
			CHECK_INT(envelopes[i].name, e.state,
			    envelopes[i].state);
		}
}

/* spec: programs.md 1.1 */
static void
check_lengths(void)
{
	char long_one[QQ_ADDRESS_MAX + 1];
	size_t kept;

	memset(long_one, 'a', sizeof(long_one));
	for (size_t len = QQ_ADDRESS_MAX - 2; len <= QQ_ADDRESS_MAX; len++)
		for (size_t cut = 0; cut <= len; cut += 167) {
			struct qq_envelope e = QQ_ENVELOPE_INIT;
			enum qq_exit code = qq_envelope_take(&e,
			    VIEW_LIT("F"), &kept);
			if (code == QQ_OK)
				code = qq_envelope_take(&e,
				    view_make(long_one, cut), &kept);
			if (code == QQ_OK)
				code = qq_envelope_take(&e,
				    view_make(long_one, len - cut), &kept);
			if (code == QQ_OK)
				code = qq_envelope_take(&e, VIEW_LIT("\0"),
				    &kept);
			CHECK_INT("length", code, len < QQ_ADDRESS_MAX ?
			    QQ_OK : QQ_ADDRESS);
		}
}

int
main(void)
{
	check_numbers();
	check_heads();
	check_envelopes();
	check_lengths();
	return tap_end();
}
