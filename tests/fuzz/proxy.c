/*
 * Fuzz entry of ucspi/proxy.c: a PROXY header of either version, whole, as
 * tcpserver and proxy-env get it from a relay.
 */
#include "ucspi/proxy.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/ascii.h"

#define V2_HEAD 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What goes into the environment is printable and short. */
static void
check_text(const struct buf *b)
{
	if (b->len > 255)
		abort();
	for (size_t i = 0; i < b->len; i++)
		if (!ascii_is_print(b->p[i]))
			abort();
}

static void
check(enum proxy_status s, const struct proxy *p)
{
	if (s == PROXY_SHORT)
		abort();	/* the parsers do not read */
	if (p->known && (p->client.port > UINT16_MAX ||
	    p->server.port > UINT16_MAX))
		abort();
	check_text(&p->sni);
	check_text(&p->version);
	check_text(&p->subject);
	check_text(&p->cipher);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	struct proxy p = PROXY_INIT;

	check(proxy_parse1(v, &p), &p);
	proxy_free(&p);
	p = (struct proxy)PROXY_INIT;
	if (size >= V2_HEAD)
		check(proxy_parse2(data, view_from(v, V2_HEAD), &p), &p);
	proxy_free(&p);
	return 0;
}
