/* mail/auth: any bytes on descriptor 3. */
#include "mail/auth.h"

#include <stdint.h>
#include <stdlib.h>

#include "mail/checker.h"
#include "mail/clear_secret.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	struct checker c = CHECKER_INIT;
	struct auth_request r;
	struct view challenge, digest;

	if (auth_scan(v, &r) < 0)
		return 0;
	if (r.login.len + r.secret.len + r.challenge.len + 3 > size ||
	    r.login.p[r.login.len] != '\0' || r.secret.p[r.secret.len] != '\0')
		abort();
	c.request = r;
	if (checker_has_digest(&c, &challenge, &digest) &&
	    (challenge.p[0] != '<' || digest.len != 32 ||
	    clear_secret_is_answer(VIEW_LIT("{PLAIN.b64}c2VjcmV0"), challenge,
	    view_upto(digest, 31))))
		abort();
	return 0;
}
