#include "mail/pop3.h"

#include <errno.h>

#include "lib/mem.h"
#include "mail/smtp_line.h"

void
pop3_init(struct pop3 *p, size_t look_ahead)
{
	p->in = (struct in)IN_INIT(0, p->in_space);
	p->in.size = look_ahead;
	p->in.idle_s = POP3_IDLE_S;
	p->out = (struct out)OUT_INIT(1, p->out_space);
	p->out.idle_s = POP3_IDLE_S;
	p->line = (struct buf)BUF_INIT;
	p->in.flush_first = &p->out;
	/* room for the longest line at once: no copies of a secret */
	buf_reserve(&p->line, POP3_LINE_MAX + 2);
}

void
pop3_free(struct pop3 *p)
{
	buf_wipe(&p->line);
	mem_wipe(p->in_space, sizeof(p->in_space));
}

void
pop3_ok(struct pop3 *p, const char *text)
{
	out_cat(&p->out, "+OK ", text, "\r\n");
}

void
pop3_err(struct pop3 *p, const char *text)
{
	out_cat(&p->out, "-ERR ", text, "\r\n");
}

enum pop3_input
pop3_line(struct pop3 *p, struct view *line)
{
	int r = smtp_command(&p->in, &p->line, POP3_LINE_MAX);

	if (out_error(&p->out) != 0)
		return POP3_OVER;
	if (r < 0 && errno == EMSGSIZE) {
		pop3_err(p, "line too long");
		return POP3_ANSWERED;
	}
	if (r <= 0)
		return POP3_OVER;
	if (view_has_byte(buf_view(&p->line), '\0')) {
		pop3_err(p, "syntax error");
		return POP3_ANSWERED;
	}
	*line = buf_view(&p->line);
	return POP3_LINE;
}

int
pop3_next(struct pop3 *p, struct view *verb, struct view *arg)
{
	enum pop3_input input;
	struct view line;
	size_t blank;

	do
		input = pop3_line(p, &line);
	while (input == POP3_ANSWERED);
	if (input == POP3_OVER)
		return 0;
	blank = view_chr(line, ' ');
	*verb = view_upto(line, blank);
	*arg = view_from(line, blank + 1);
	return 1;
}
