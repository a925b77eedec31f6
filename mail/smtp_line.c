#include "mail/smtp_line.h"

#include <errno.h>
#include <string.h>

int
smtp_command(struct in *in, struct buf *b, size_t max)
{
	int r = in_line(in, b, max + 1);	/* 1: for the CR */

	if (r > 0 && b->len > 0 && b->p[b->len - 1] == '\r')
		buf_cut(b, b->len - 1);
	else if (r > 0 && b->len > max)
		return errno = EMSGSIZE, -1;
	if (r < 0 && errno == EMSGSIZE) {
		r = in_skip_line(in);
		if (r > 0)
			return errno = EMSGSIZE, -1;
	}
	return r;
}

/* ---- text after DATA ---- */

enum byte_class { CR, LF, DOT, OTHER, CLASSES };

/* From a state, by the next byte: what becomes certain, and the new state. */
struct move {
	enum smtp_data_state next;
	const char *held;	/* bytes held back until now: they are data */
	bool byte;		/* so is this byte */
};

static const struct move moves[][CLASSES] = {
	[SMTP_DATA_LINE] = {
		[CR] = { SMTP_DATA_CR, "", false },
		[LF] = { SMTP_DATA_BARE_LF, "", false },
		[DOT] = { SMTP_DATA_DOT, "", false },
		[OTHER] = { SMTP_DATA_TEXT, "", true },
	},
	[SMTP_DATA_DOT] = {		/* the dot itself is never data here */
		[CR] = { SMTP_DATA_DOT_CR, "", false },
		[LF] = { SMTP_DATA_BARE_LF, "", false },
		[DOT] = { SMTP_DATA_TEXT, "", true },
		[OTHER] = { SMTP_DATA_TEXT, "", true },
	},
	[SMTP_DATA_DOT_CR] = {
		[CR] = { SMTP_DATA_CR, ".\r", false },
		[LF] = { SMTP_DATA_END, "", false },
		[DOT] = { SMTP_DATA_TEXT, ".\r", true },
		[OTHER] = { SMTP_DATA_TEXT, ".\r", true },
	},
	[SMTP_DATA_TEXT] = {
		[CR] = { SMTP_DATA_CR, "", false },
		[LF] = { SMTP_DATA_BARE_LF, "", false },
		[DOT] = { SMTP_DATA_TEXT, "", true },
		[OTHER] = { SMTP_DATA_TEXT, "", true },
	},
	[SMTP_DATA_CR] = {
		[CR] = { SMTP_DATA_CR, "\r", false },
		[LF] = { SMTP_DATA_LINE, "", true },
		[DOT] = { SMTP_DATA_TEXT, "\r", true },
		[OTHER] = { SMTP_DATA_TEXT, "\r", true },
	},
};
static_assert(NELEM(moves) == SMTP_DATA_END, "one row per state that goes on");

static enum byte_class
class_of(char c)
{
	switch (c) {
	case '\r':
		return CR;
	case '\n':
		return LF;
	case '.':
		return DOT;
	default:
		return OTHER;
	}
}

static bool
is_over(const struct smtp_data *d)
{
	return d->state == SMTP_DATA_END || d->state == SMTP_DATA_BARE_LF;
}

/* ---- hops ---- */

static void
end_header_line(struct smtp_data *d)
{
	struct view line = view_make(d->line, d->linelen);

	if (view_has_iprefix(line, VIEW_LIT("received")) ||
	    view_has_iprefix(line, VIEW_LIT("delivered")))
		d->hops++;
	d->is_body = d->linelen == 0;
	d->linelen = 0;
}

static void
count_hops(struct smtp_data *d, struct view v)
{
	struct view line;
	size_t n;

	while (!d->is_body && v.len > 0) {
		n = view_chr(v, '\n');
		line = view_upto(view_upto(v, n), SMTP_HOP_MAX - d->linelen);
		memcpy(d->line + d->linelen, line.p, line.len);
		d->linelen += line.len;
		if (n < v.len)
			end_header_line(d);
		v = view_from(v, n + 1);
	}
}

/* ---- decoding ---- */

/* The bytes before the next CR or LF: inside a line all of them are data. */
static size_t
text_run(struct view v)
{
	struct view run = view_upto(v, view_chr(v, '\r'));

	return view_chr(run, '\n');
}

size_t
smtp_data_decode(struct smtp_data *d, struct view from, struct view *piece)
{
	struct view v = view_upto(from, IO_SIZE);
	const struct move *move;
	char *to = d->space;
	size_t i = 0, n;

	while (i < v.len && !is_over(d)) {
		if (d->state == SMTP_DATA_TEXT) {
			n = text_run(view_from(v, i));
			memcpy(to, v.p + i, n);
			to += n;
			i += n;
			if (i == v.len)
				break;
		}
		move = &moves[d->state][class_of(v.p[i])];
		for (const char *h = move->held; *h != '\0'; h++)
			*to++ = *h;
		if (move->byte)
			*to++ = v.p[i];
		d->state = move->next;
		i++;
	}
	*piece = view_make(d->space, (size_t)(to - d->space));
	count_hops(d, *piece);
	return i;
}

int
smtp_data_next(struct smtp_data *d, struct in *in, struct view *piece)
{
	struct view v;
	int r;

	while (!is_over(d)) {
		r = in_peek(in, &v);
		if (r == 0)
			errno = EPIPE;
		if (r <= 0)
			return -1;
		in_skip(in, smtp_data_decode(d, v, piece));
		if (d->state != SMTP_DATA_BARE_LF && piece->len > 0)
			return 1;
	}
	if (d->state == SMTP_DATA_END)
		return 0;
	errno = EPROTO;
	return -1;
}
