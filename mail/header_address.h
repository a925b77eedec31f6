/*
 * header_address.h: the addresses in a header field: completed, listed, and
 * written again (messages.md 5).
 */
#ifndef MAIL_HEADER_ADDRESS_H
#define MAIL_HEADER_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"
#include "mail/header_token.h"

enum header_result {
	HEADER_OK,
	HEADER_SYNTAX,		/* it cannot be parsed */
	HEADER_TOO_LONG,	/* the result would be beyond HEADER_TEXT_MAX */
	HEADER_BAD_DEFAULT	/* what default_of() gave cannot be parsed */
};

enum header_default {
	HEADER_DEFAULT_HOST,	/* for an address without @ */
	HEADER_DEFAULT_DOMAIN,	/* for a host without a dot */
	HEADER_PLUS_DOMAIN,	/* for a host that ends in + */
	HEADER_DEFAULTS
};

struct header_rewriter {
	/* Asked when the first address needs it; outlives the call. */
	struct view (*default_of)(void *arg, enum header_default which);
	void *arg;
	/* private from here */
	struct header_tokens tokens;	/* of the field, then of the defaults */
	struct { size_t from, len; } defaults[HEADER_DEFAULTS];
	struct header_token *address;	/* the address in work */
	size_t len, cap;
};

#define HEADER_REWRITER_INIT(function, argument) \
	{ .default_of = (function), .arg = (argument), \
	  .tokens = HEADER_TOKENS_INIT, .address = NULL }

/*
 * Rewrite a whole field (name, colon, value) and add it, with its LF, to out.
 * Each address, raw, followed by a NUL, is added to addresses in the order of
 * the text.  Unless HEADER_OK, out and addresses are as before.
 */
enum header_result header_rewrite(struct header_rewriter *r,
    struct view field, struct buf *out, struct buf *addresses);

/*
 * Complete one raw address, such as a command line has: it is one address,
 * whatever bytes its local part has.  `<` and `>` around it are removed.
 * out is replaced; HEADER_SYNTAX when its domain cannot be one, or when there
 * are control bytes in it.
 */
enum header_result header_rewrite_raw(struct header_rewriter *r,
    struct view raw, struct buf *out);

void header_rewriter_free(struct header_rewriter *r);

#endif
