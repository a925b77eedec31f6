#include "lib/ident.h"

#include <errno.h>

#include "lib/fd.h"
#include "lib/io.h"
#include "lib/net.h"

#define BYTE_MIN 33		/* smaller ones end an identifier */

static bool
is_blank(char c)
{
	return (unsigned char)c < BYTE_MIN;
}

static struct view
trim(struct view v)
{
	while (v.len > 0 && is_blank(v.p[0]))
		v = view_from(v, 1);
	while (v.len > 0 && is_blank(v.p[v.len - 1]))
		v.len--;
	return v;
}

bool
ident_parse(struct view reply, struct view *id)
{
	struct view field[4];
	size_t n;

	for (size_t i = 0; i < NELEM(field); i++) {
		n = view_chr(reply, ':');
		field[i] = trim(view_upto(reply, n));
		if (i < NELEM(field) - 1 && n == reply.len)
			return false;
		reply = view_from(reply, n + 1);
	}
	if (!view_is_ieq(field[1], VIEW_LIT("USERID")))
		return false;
	*id = field[3];
	for (n = 0; n < id->len && !is_blank(id->p[n]); n++)
		;
	if (n > IDENT_ID_MAX)
		n = IDENT_ID_MAX;
	id->len = n;
	return n > 0;
}

static int
converse(int fd, const struct ident_query *q, const struct deadline *until,
    struct buf *id)
{
	char space[IDENT_REPLY_MAX], question[64];
	struct in in = IN_INIT(fd, space);
	struct out out = OUT_INIT(fd, question);
	struct buf reply = BUF_INIT;
	struct view found;
	int r;

	in.deadline = out.deadline = until;
	in.flush_first = &out;
	out_put_u64(&out, q->remote_port);
	out_puts(&out, " , ");
	out_put_u64(&out, q->local_port);
	out_puts(&out, "\r\n");
	r = in_line(&in, &reply, IDENT_REPLY_MAX);
	if (r < 0 && (errno == EPIPE || errno == EMSGSIZE))
		r = 1;		/* what there is has to do */
	if (r > 0 && ident_parse(buf_view(&reply), &found))
		buf_set(id, found);
	else if (r > 0)
		r = 0;
	buf_free(&reply);
	return r;
}

int
ident_ask(const struct ident_query *q, const struct deadline *until,
    struct buf *id)
{
	struct net_peer peer = { .ip = q->remote, .port = IDENT_PORT,
	    .local = &q->local };
	int fd = net_connect(&peer, until), r;

	if (fd < 0)
		return -1;
	r = converse(fd, q, until, id);
	fd_close(&fd);
	return r;
}
