#include "tests/tools/pcline.h"

#include "lib/mem.h"
#include "lib/num.h"
#include "lib/prog.h"

static struct pc_process *
process_of(struct pc_lines *l, uint64_t pid)
{
	struct pc_process *p;

	for (size_t i = l->len; i > 0; i--)
		if (l->v[i - 1]->pid == pid)
			return l->v[i - 1];
	p = mem_array(1, sizeof(*p));
	*p = (struct pc_process){ .pid = pid, .cwd = BUF_INIT,
	    .begun = BUF_INIT };
	/* a child that is seen before its parent's call is over */
	if (l->forker < l->len)
		buf_set(&p->cwd, buf_view(&l->v[l->forker]->cwd));
	if (l->len == l->cap) {
		l->cap = l->cap == 0 ? 64 : l->cap * 2;
		l->v = mem_grow(l->v, l->cap, sizeof(struct pc_process *));
	}
	l->v[l->len++] = p;
	return p;
}

static bool
is_fork(struct view name)
{
	return view_is(name, "clone") || view_is(name, "clone3") ||
	    view_is(name, "fork") || view_is(name, "vfork");
}

static void
remember_forker(struct pc_lines *l, const struct pc_process *p)
{
	for (size_t i = 0; i < l->len; i++)
		if (l->v[i] == p)
			l->forker = i;
}

/* `NAME(ARG, ARG) = RESULT`: false when it failed or is no call. */
static bool
parse(struct pc_lines *l, struct pc_call *c)
{
	struct view line = buf_view(&c->space), args, arg;
	size_t open = view_chr(line, '('), eq = view_rchr(line, '=');
	uint64_t number;
	struct view result = view_trim_start(view_from(line, eq + 1));

	if (open == line.len || eq == line.len ||
	    num_scan_prefix(result, INT64_MAX, &number) == 0)
		return false;
	c->name = view_upto(line, open);
	if (is_fork(c->name)) {
		remember_forker(l, c->process);
		(void)process_of(l, number);
		return false;
	}
	args = view_from(view_trim_end(view_upto(line, eq)), open + 1);
	if (args.len > 0)
		args.len--;		/* the parenthesis */
	c->nargs = 0;
	while (c->nargs < PC_ARGS_MAX && view_cut(&args, ',', &arg))
		c->arg[c->nargs++] = view_trim_start(arg);
	c->result = (int64_t)number;
	return true;
}

/* One line: true when it ends a call, which is in c->space. */
static bool
join(struct pc_lines *l, struct view line, size_t now, struct pc_call *c)
{
	static const struct view unfinished = VIEW_LIT(" <unfinished ...>");
	struct pc_process *p = c->process;

	if (view_has_prefix(line, VIEW_LIT("<... "))) {
		buf_set(&c->space, buf_view(&p->begun));
		buf_putv(&c->space, view_from(line, view_chr(line, '>') + 1));
		c->since = p->since;
		return true;
	}
	c->since = now;
	if (!view_has_suffix(line, unfinished)) {
		buf_set(&c->space, line);
		return true;
	}
	line = view_upto(line, line.len - unfinished.len);
	buf_set(&p->begun, line);
	p->since = now;
	if (is_fork(view_upto(line, view_chr(line, '('))))
		remember_forker(l, p);
	return false;
}

bool
pc_next_call(struct pc_lines *l, size_t now, struct pc_call *c)
{
	struct view line;
	uint64_t pid;
	size_t n;

	while (view_cut(&l->rest, '\n', &line)) {
		n = num_scan_prefix(line, UINT32_MAX, &pid);
		if (n == 0)
			die_perm("no process number in the record");
		line = view_trim_start(view_from(line, n));
		c->process = process_of(l, pid);
		if (view_has_prefix(line, VIEW_LIT("+++ ")))
			c->process->pid = 0;	/* it ended: others get it */
		else if (join(l, line, now, c) && parse(l, c))
			return true;
	}
	return false;
}

void
pc_decode(struct view v, struct buf *b)
{
	uint64_t byte;

	buf_clear(b);
	if (view_has_suffix(v, VIEW_LIT("...")))
		die_perm("a string of the record is cut");
	for (size_t i = 0; i + 3 < v.len; i++) {
		if (v.p[i] != '\\' || v.p[i + 1] != 'x')
			continue;
		if (num_scan_hex(view_make(v.p + i + 2, 2), 255, &byte) < 0)
			die_perm("a string of the record is not in hexadecimal");
		buf_putc(b, (char)byte);
		i += 3;
	}
}

void
pc_path_of_fd(struct view v, struct buf *b)
{
	static const struct view gone = VIEW_LIT(" (deleted)");
	size_t open = view_chr(v, '<');

	buf_clear(b);
	if (open == v.len)
		return;
	v = view_from(v, open);
	pc_decode(view_upto(v, view_chr(v, '>')), b);
	if (view_has_suffix(buf_view(b), gone))
		buf_cut(b, b->len - gone.len);
}
