#include "tests/tools/smtpscript.h"

#include "lib/ascii.h"
#include "lib/file.h"
#include "lib/num.h"
#include "lib/prog.h"

#define SCRIPT_MAX 100000	/* bytes of a script */

static const struct { const char *name; enum action action; bool has_number; }
actions[] = {
	{ "raw", ACT_RAW, false },
	{ "close", ACT_CLOSE, false },
	{ "reset", ACT_RESET, false },
	{ "silent", ACT_SILENT, false },
	{ "stall", ACT_STALL, false },
	{ "delay", ACT_DELAY, true },
	{ "drip", ACT_DRIP, true },
	{ "endless", ACT_ENDLESS, false },
	{ "endlessdrip", ACT_ENDLESSDRIP, true },
	{ "fill", ACT_FILL, true },
	{ "closeafter", ACT_CLOSEAFTER, true },
	{ "resetafter", ACT_RESETAFTER, true },
};

static void
unescape(struct view v, struct buf *b)
{
	static const char names[] = "rnt0\\", bytes[] = "\r\n\t\0\\";

	for (size_t i = 0; i < v.len; i++) {
		const char *at;
		if (v.p[i] != '\\' || i + 1 == v.len) {
			buf_putc(b, v.p[i]);
			continue;
		}
		i++;
		at = memchr(names, v.p[i], sizeof(names) - 1);
		if (at != NULL) {
			buf_putc(b, bytes[at - names]);
		} else if (v.p[i] == 'x' && i + 2 < v.len &&
		    ascii_hex_value(v.p[i + 1]) >= 0 &&
		    ascii_hex_value(v.p[i + 2]) >= 0) {
			buf_putc(b, (char)(ascii_hex_value(v.p[i + 1]) * 16 +
			    ascii_hex_value(v.p[i + 2])));
			i += 2;
		} else
			die_perm("bad escape in script");
	}
}

/* The next word of *rest, without the blanks around it. */
static struct view
take_word(struct view *rest)
{
	struct view word;
	size_t n;

	*rest = view_trim_start(*rest);
	n = view_chr(*rest, ' ');
	word = view_upto(*rest, n);
	*rest = view_trim_start(view_from(*rest, n));
	return word;
}

static void
scan_action(struct view word, struct view *rest, struct step *s)
{
	for (size_t i = 0; i < NELEM(actions); i++) {
		if (!view_is(view_from(word, 1), actions[i].name))
			continue;
		s->action = actions[i].action;
		if (actions[i].has_number && num_scan(take_word(rest),
		    UINT32_MAX, &s->number) < 0)
			die_perm("number missing behind !", actions[i].name);
		return;
	}
	die_perm("unknown action in script");
}

static void
scan_step(struct view line, struct step *s)
{
	struct view rest = line, word = take_word(&rest);
	size_t equals = view_chr(word, '=');

	*s = (struct step){ .reply = BUF_INIT };
	s->when = view_upto(word, equals);
	s->part = view_from(word, equals + 1);
	s->action = ACT_SEND;
	if (rest.len > 0 && rest.p[0] == '!')
		scan_action(take_word(&rest), &rest, s);
	unescape(rest, &s->reply);
}

void
smtpscript_load(struct smtpscript *s, const char *path)
{
	struct view rest, line;

	s->text = (struct buf)BUF_INIT;
	s->nsteps = 0;
	if (file_read(path, &s->text, SCRIPT_MAX) <= 0)
		die_sys("unable to read ", path);
	rest = buf_view(&s->text);
	while (view_cut(&rest, '\n', &line)) {
		if (line.len == 0 || line.p[0] == '#')
			continue;
		if (s->nsteps == SMTPSCRIPT_STEPS_MAX)
			die_perm("script too long: ", path);
		scan_step(line, &s->steps[s->nsteps++]);
	}
}

static bool
view_has(struct view v, struct view part)
{
	for (size_t i = 0; i + part.len <= v.len; i++)
		if (view_has_prefix(view_from(v, i), part))
			return true;
	return false;
}

struct step *
smtpscript_find(struct smtpscript *s, const char *when, struct view line)
{
	struct step *last = NULL;

	for (size_t i = 0; i < s->nsteps; i++) {
		struct step *step = &s->steps[i];
		if (!view_is(step->when, when) || !view_has(line, step->part))
			continue;
		last = step;
		if (!step->is_used)
			break;
	}
	if (last != NULL)
		last->is_used = true;
	return last;
}
