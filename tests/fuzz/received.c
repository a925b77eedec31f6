/*
 * mail/received: a peer's name, greeting and ident answer of any bytes (three
 * words, NUL between them): two lines come out, printable, of one header.
 */
#include "mail/received.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/ascii.h"

#define NOW 1800000000
#define WORDS 4

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(struct view v)
{
	size_t lines = 0;

	if (!view_has_prefix(v, VIEW_LIT("Received: from ")) ||
	    !view_has_suffix(v, VIEW_LIT("\n")))
		abort();
	for (size_t i = 0; i < v.len; i++) {
		if (v.p[i] == '\n')
			lines++;
		else if (!ascii_is_print(v.p[i]))
			abort();
		/* a line that goes on begins with a blank */
		if (v.p[i] == '\n' && i + 1 < v.len && v.p[i + 1] != ' ')
			abort();
	}
	if (lines != 2)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view rest = view_make((const char *)data, size), word;
	struct buf words[WORDS], b = BUF_INIT;
	struct received_server r = { .with = "SMTP" };
	const char **const to[WORDS] = { &r.remote_host, &r.helo,
	    &r.remote_info, &r.local };

	for (size_t i = 0; i < WORDS; i++) {
		words[i] = (struct buf)BUF_INIT;
		if (!view_cut(&rest, '\0', &word))
			continue;
		buf_set(&words[i], word);
		*to[i] = words[i].p;
	}
	r.remote_ip = r.remote_host;
	received_fmt_server(&r, NOW, &b);
	check(buf_view(&b));
	buf_free(&b);
	for (size_t i = 0; i < WORDS; i++)
		buf_free(&words[i]);
	return 0;
}
