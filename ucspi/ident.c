#include "ucspi/ident.h"

#include <errno.h>

#include "lib/ascii.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/net.h"
#include "lib/num.h"

#define IDENT_PORT 113
#define REPLY_MAX 1000		/* RFC 1413 6: a line's length */
#define COLONS 3		/* ports : USERID : system : user */

static void
take_user(struct view line, struct buf *info)
{
	size_t n = 0;

	for (int i = 0; i < COLONS; i++) {
		size_t colon = view_chr(line, ':');
		if (colon == line.len)
			return;
		line = view_from(line, colon + 1);
	}
	line = view_trim_start(line);
	while (n < line.len && n < IDENT_INFO_MAX && line.p[n] != ':' &&
	    (unsigned char)line.p[n] > ' ')
		n++;
	buf_putv(info, view_upto(line, n));
}

static int
talk(int fd, unsigned remote_port, unsigned local_port,
    const struct deadline *until, struct buf *line)
{
	char in_space[IO_SIZE], out_space[64];
	struct in in = IN_INIT(fd, in_space);
	struct out out = OUT_INIT(fd, out_space);
	int r;

	in.deadline = out.deadline = until;
	out_put_u64(&out, remote_port);
	out_puts(&out, " , ");
	out_put_u64(&out, local_port);
	out_puts(&out, "\r\n");
	if (out_flush(&out) < 0)
		return -1;
	r = in_line(&in, line, REPLY_MAX);
	if (r == 0)
		errno = EPIPE;
	/* some forget the end of the line, some make it too long */
	return r > 0 || errno == EPIPE || errno == EMSGSIZE ? 0 : -1;
}

int
ident_ask(const struct tcpenv_end *local, const struct tcpenv_end *remote,
    int seconds, struct buf *info)
{
	struct deadline until = deadline_in_s(seconds);
	struct net_peer peer = { .ip = remote->ip, .port = IDENT_PORT,
	    .local = &local->ip };
	struct buf line = BUF_INIT;
	int r, fd = net_connect(&peer, &until);

	buf_clear(info);
	if (fd < 0)
		return -1;
	r = talk(fd, remote->port, local->port, &until, &line);
	fd_close(&fd);
	if (r == 0)
		take_user(buf_view(&line), info);
	buf_free(&line);
	if (r == 0 && info->len == 0) {
		errno = EPROTO;
		r = -1;
	}
	return r;
}
