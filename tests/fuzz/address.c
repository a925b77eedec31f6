/*
 * mail/address: the argument of MAIL and RCPT is read within its bounds, and
 * an address that is quoted and read again is the same.
 */
#include "mail/address.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/ascii.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
is_host(struct view domain)
{
	for (size_t i = 0; i < domain.len; i++)
		if (!ascii_is_alnum(domain.p[i]) && domain.p[i] != '.')
			return false;
	return true;
}

static void
check_quoting(struct view a)
{
	struct buf quoted = BUF_INIT, back = BUF_INIT;
	struct view local, domain, rest;

	buf_puts(&quoted, "<");
	address_quote(a, &quoted);
	buf_puts(&quoted, "> REST");
	if (address_split(a, &local, &domain) && is_host(domain) &&
	    (!address_path(buf_view(&quoted), a.len, &back, &rest) ||
	    !view_is_eq(buf_view(&back), a) || !view_is(rest, " REST")))
		abort();
	buf_free(&quoted);
	buf_free(&back);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view arg = view_make((const char *)data, size), rest;
	struct buf out = BUF_INIT;

	if (address_path(arg, 100, &out, &rest) && (rest.len > arg.len ||
	    rest.p + rest.len != arg.p + arg.len))
		abort();
	if (out.len > 100)
		abort();
	(void)address_has_control(arg);		/* no crash */
	check_quoting(arg);
	buf_free(&out);
	return 0;
}
