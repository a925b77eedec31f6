#include "mail/clear_secret.h"

#include <errno.h>

#include "lib/base64.h"
#include "lib/hash.h"
#include "lib/md5.h"

void
clear_secret_put(struct buf *b, struct view secret)
{
	buf_puts(b, CLEAR_SECRET_PREFIX);
	base64_put(b, secret);
}

int
clear_secret_get(struct buf *b, struct view hash)
{
	size_t before = b->len, prefix = sizeof(CLEAR_SECRET_PREFIX) - 1;

	if (!view_has_prefix(hash, VIEW_LIT(CLEAR_SECRET_PREFIX)))
		return 0;
	/* at once: no copies of a secret */
	buf_reserve(b, hash.len);
	if (base64_get(b, view_from(hash, prefix)) < 0)
		return -1;
	if (b->len > before &&
	    !view_has_byte(view_from(buf_view(b), before), '\0'))
		return 1;
	errno = EINVAL;
	return -1;
}

static bool
is_sum(const unsigned char *sum, struct view digest)
{
	char hex[MD5_HEX_MAX];

	return hash_is_eq(view_of(md5_hex(sum, hex)), digest);
}

bool
clear_secret_is_answer(struct view hash, struct view challenge,
    struct view digest)
{
	struct buf secret = BUF_INIT, text = BUF_INIT;
	unsigned char apop[MD5_SIZE], cram[MD5_SIZE];
	bool is_answer = false;

	if (clear_secret_get(&secret, hash) > 0) {
		buf_reserve(&text, challenge.len + secret.len);
		buf_putv(&text, challenge);
		buf_putv(&text, buf_view(&secret));
		md5(buf_view(&text), apop);
		md5_hmac(buf_view(&secret), challenge, cram);
		is_answer = is_sum(apop, digest) || is_sum(cram, digest);
	}
	buf_wipe(&secret);
	buf_wipe(&text);
	return is_answer;
}
