#include "mail/qm.h"

#include <errno.h>
#include <time.h>

#include "lib/ascii.h"
#include "lib/exitcode.h"
#include "mail/address.h"

static int
fail(int error)
{
	errno = error;
	return -1;
}

/* n bytes are about to be read: the netstring around must have them. */
static int
take(struct qm *q, uint64_t n)
{
	if (q->left == QM_NOTHING)
		return 0;
	if (n > q->left)
		return fail(EPROTO);
	q->left -= n;
	return 0;
}

static int
get_byte(struct qm *q)
{
	int c;

	if (take(q, 1) < 0)
		return -1;
	c = in_getc(q->in);
	if (c < 0)
		errno = in_error(q->in) != 0 ? in_error(q->in) : EPIPE;
	return c;
}

int
qm_get_len(struct qm *q, uint64_t *len)
{
	uint64_t n = 0;
	bool has_digit = false;
	int c;

	while ((c = get_byte(q)) >= 0 && c != ':') {
		if (!ascii_is_digit(c))
			return fail(EPROTO);
		n = n * 10 + (uint64_t)(c - '0');
		if (n > QM_LEN_MAX)
			return fail(ERANGE);
		has_digit = true;
	}
	if (c < 0)
		return -1;
	/* its bytes and its comma are inside the netstring around */
	if (!has_digit || (q->left != QM_NOTHING && n >= q->left))
		return fail(EPROTO);
	*len = n;
	return 0;
}

int
qm_get_comma(struct qm *q)
{
	int c = get_byte(q);

	if (c < 0)
		return -1;
	return c == ',' ? 0 : fail(EPROTO);
}

int
qm_get_some(struct qm *q, uint64_t len, struct view *v)
{
	int r = in_peek(q->in, v);

	if (r == 0)
		errno = EPIPE;
	if (r <= 0)
		return -1;
	if (v->len > len)
		v->len = (size_t)len;
	if (take(q, v->len) < 0)
		return -1;
	in_skip(q->in, v->len);
	return 0;
}

int
qm_get_address(struct qm *q, struct buf *b, bool *is_bad)
{
	struct view v;
	uint64_t len;

	buf_clear(b);
	*is_bad = false;
	if (qm_get_len(q, &len) < 0)
		return -1;
	for (; len > 0; len -= v.len) {
		if (qm_get_some(q, len, &v) < 0)
			return -1;
		if (v.len > buf_room(b, QM_ADDRESS_MAX))
			*is_bad = true;
		else
			buf_putv(b, v);
	}
	if (address_has_control(buf_view(b)))
		*is_bad = true;
	return qm_get_comma(q);
}

void
qm_accepted(struct buf *b, uint64_t qp)
{
	buf_sets(b, "Kok ");
	buf_put_u64(b, (uint64_t)time(NULL));
	buf_puts(b, " qp ");
	buf_put_u64(b, qp);
}

int
qm_exit_code(int error)
{
	switch (error) {
	case EPROTO:
		return EXIT_PERM;
	case ERANGE:
	case ETIMEDOUT:
		return EXIT_TEMP;
	default:		/* the client is gone */
		return EXIT_OK;
	}
}
