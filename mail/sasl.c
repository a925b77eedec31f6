#include "mail/sasl.h"

#include <errno.h>

int
sasl_plain(struct view bytes, struct view *user, struct view *secret)
{
	struct view authzid, name;

	if (view_cut(&bytes, '\0', &authzid) && view_cut(&bytes, '\0', &name) &&
	    !view_has_byte(bytes, '\0') && name.len > 0 && bytes.len > 0 &&
	    (authzid.len == 0 || view_is_eq(authzid, name))) {
		*user = name;
		*secret = bytes;
		return 0;
	}
	errno = EINVAL;
	return -1;
}

bool
sasl_is_digest(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		if (!view_has_byte(VIEW_LIT("0123456789abcdef"), v.p[i]))
			return false;
	return v.len == SASL_DIGEST_LEN;
}

int
sasl_cram(struct view bytes, struct view *user, struct view *digest)
{
	size_t space = view_rchr(bytes, ' ');	/* names may have some */

	if (space > 0 && sasl_is_digest(view_from(bytes, space + 1)) &&
	    !view_has_byte(bytes, '\0')) {
		*user = view_upto(bytes, space);
		*digest = view_from(bytes, space + 1);
		return 0;
	}
	errno = EINVAL;
	return -1;
}
