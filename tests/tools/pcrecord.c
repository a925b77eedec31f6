#include "tests/tools/pcrecord.h"

#include <string.h>

#include "lib/file.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "tests/tools/pcline.h"

#define RECORD_MAX (512 * 1024 * 1024)
#define FAR "far/"		/* another host: durable at once */

#define GROW(v, len, cap) do {						\
	if ((len) == (cap)) {						\
		(cap) = (cap) == 0 ? 256 : (cap) * 2;			\
		(v) = mem_grow((v), (cap), sizeof(*(v)));		\
	}								\
} while (0)

/* ---- tables ---- */

static size_t
dir_of(struct pc_record *r, struct view name)
{
	char *copy;

	for (size_t i = 0; i < r->ndirs; i++)
		if (view_is(name, r->dirs[i]))
			return i;
	GROW(r->dirs, r->ndirs, r->cap_dirs);
	copy = mem_alloc(name.len + 1);
	memcpy(copy, name.p, name.len);
	copy[name.len] = '\0';
	r->dirs[r->ndirs] = copy;
	return r->ndirs++;
}

static size_t
path_of(struct pc_record *r, const char *name)
{
	struct view v = view_of(name);
	size_t slash = view_rchr(v, '/');

	for (size_t i = 0; i < r->npaths; i++)
		if (strcmp(r->paths[i].name, name) == 0)
			return i;
	GROW(r->paths, r->npaths, r->cap_paths);
	r->paths[r->npaths] = (struct pc_path){ .name = mem_strdup(name),
	    .dir = dir_of(r, view_upto(v, slash == v.len ? 0 : slash)),
	    .obj = PC_NONE, .opened = PC_NONE };
	return r->npaths++;
}

static size_t
new_obj(struct pc_record *r)
{
	GROW(r->objs, r->nobjs, r->cap_objs);
	r->objs[r->nobjs] = (struct pc_obj){ .before = PC_NONE };
	return r->nobjs++;
}

static struct pc_op *
new_op(struct pc_record *r, enum pc_kind kind, size_t path, size_t obj)
{
	struct pc_op *op;

	GROW(r->ops, r->nops, r->cap_ops);
	op = &r->ops[r->nops++];
	*op = (struct pc_op){ .kind = kind, .path = path, .obj = obj,
	    .is_dir = kind == PC_ADD || kind == PC_DEL,
	    .dir = r->paths[path].dir, .when = r->now, .synced = PC_NONE,
	    .pair = PC_NONE };
	if (strncmp(r->paths[path].name, FAR, sizeof(FAR) - 1) == 0)
		op->synced = r->now;
	return op;
}

uint64_t
pc_number_of(const char *name)
{
	struct view v = view_of(name);
	uint64_t n;

	return num_scan(view_from(v, view_rchr(v, '/') + 1), UINT64_MAX,
	    &n) == 0 ? n : 0;
}

/* The inode of a text is its number: whose was it before? */
static void
set_number(struct pc_record *r, size_t obj, const char *name)
{
	if (strncmp(name, "home/queue/mess/", 16) != 0)
		return;
	r->objs[obj].number = pc_number_of(name);
	for (size_t i = r->nobjs; i > 0; i--)
		if (i - 1 != obj &&
		    r->objs[i - 1].number == r->objs[obj].number) {
			r->objs[obj].before = i - 1;
			return;
		}
}

static void
add_name(struct pc_record *r, size_t path, size_t obj)
{
	r->now++;
	(void)new_op(r, PC_ADD, path, obj);
	r->paths[path].obj = obj;
	set_number(r, obj, r->paths[path].name);
}

static void
remove_name(struct pc_record *r, size_t path)
{
	r->now++;
	if (r->paths[path].obj == PC_NONE)
		return;		/* of before the record */
	(void)new_op(r, PC_DEL, path, r->paths[path].obj);
	r->paths[path].obj = PC_NONE;
}

/* ---- names ---- */

/* Names of lock/ are state of the running system; home/ holds its programs. */
static bool
is_ours(struct view name)
{
	return view_has_prefix(name, VIEW_LIT("home/queue/")) ?
	    !view_has_prefix(name, VIEW_LIT("home/queue/lock/")) :
	    !view_has_prefix(name, VIEW_LIT("home/")) && name.len > 0;
}

/* An absolute path below the root as a name in b: false for others. */
static bool
below_root(const struct pc_record *r, struct view path, struct buf *b)
{
	struct view piece;

	buf_clear(b);
	if (!view_has_prefix(path, view_of(r->root)))
		return false;
	path = view_from(path, strlen(r->root));
	while (view_cut(&path, '/', &piece)) {
		if (piece.len == 0 || view_is(piece, "."))
			continue;
		if (b->len > 0)
			buf_putc(b, '/');
		buf_putv(b, piece);
	}
	return true;
}

/*
 * The path of a call: dir is its directory argument (`AT_FDCWD<...>`), empty
 * for calls that have none.  PC_NONE: not ours.
 */
static size_t
path_arg(struct pc_record *r, struct pc_process *p, struct view dir,
    struct view text)
{
	struct buf path = BUF_INIT, full = BUF_INIT, name = BUF_INIT;
	size_t found = PC_NONE;

	pc_path_of_fd(dir, &full);
	if (full.len > 0 && view_has_prefix(dir, VIEW_LIT("AT_FDCWD")))
		buf_set(&p->cwd, buf_view(&full));
	else if (full.len == 0)
		buf_set(&full, buf_view(&p->cwd));
	pc_decode(text, &path);
	if (path.len > 0 && path.p[0] == '/')
		buf_clear(&full);
	else
		buf_putc(&full, '/');
	buf_putv(&full, buf_view(&path));
	if (full.p[0] != '/')
		die_perm("the folder of a process is not known: ", full.p);
	/* what lies in the root itself are things of the test */
	if (below_root(r, buf_view(&full), &name) &&
	    is_ours(buf_view(&name)) && view_has_byte(buf_view(&name), '/'))
		found = path_of(r, name.p);
	buf_free(&path);
	buf_free(&full);
	buf_free(&name);
	return found;
}

/* The path an open descriptor has, of a file or a directory. */
static bool
fd_name(const struct pc_record *r, struct view fd, struct buf *name)
{
	struct buf path = BUF_INIT;
	bool is_it;

	pc_path_of_fd(fd, &path);
	is_it = below_root(r, buf_view(&path), name) &&
	    is_ours(buf_view(name));
	buf_free(&path);
	return is_it;
}

static size_t
obj_of_fd(struct pc_record *r, struct view fd, size_t *path)
{
	struct buf name = BUF_INIT;
	size_t obj = PC_NONE;

	if (fd_name(r, fd, &name) && view_has_byte(buf_view(&name), '/')) {
		*path = path_of(r, name.p);
		obj = r->paths[*path].opened;
	}
	buf_free(&name);
	return obj;
}

/* ---- calls ---- */

static bool
has_flag(struct view flags, const char *flag)
{
	struct view one;

	while (view_cut(&flags, '|', &one))
		if (view_is(one, flag))
			return true;
	return false;
}

static void
do_open(struct pc_record *r, size_t path, struct view flags)
{
	struct pc_path *p = &r->paths[path];
	bool is_new = false;

	if (has_flag(flags, "O_CREAT") &&
	    p->obj == PC_NONE) {
		add_name(r, path, new_obj(r));
		is_new = true;
	}
	p->opened = p->obj;
	if (!is_new && p->obj != PC_NONE &&
	    has_flag(flags, "O_TRUNC")) {
		r->now++;
		(void)new_op(r, PC_CUT, path, p->obj);
		r->objs[p->obj].len = 0;
	}
}

static void
do_write(struct pc_record *r, const struct pc_call *c, bool has_offset)
{
	size_t path = PC_NONE, obj = obj_of_fd(r, c->arg[0], &path);
	struct buf data = BUF_INIT;
	struct pc_op *op;
	uint64_t off;

	if (obj == PC_NONE)
		return;
	pc_decode(c->arg[1], &data);
	off = r->objs[obj].len;
	if (has_offset && num_scan(c->arg[3], SIZE_MAX, &off) < 0)
		die_perm("no offset in the record");
	r->now++;
	op = new_op(r, PC_WRITE, path, obj);
	op->off = off;
	op->len = (size_t)c->result;
	if (op->len > data.len)
		die_perm("a write of the record is cut");
	op->data = data.p;
	if (r->objs[obj].len < off + op->len)
		r->objs[obj].len = off + op->len;
}

static void
do_cut(struct pc_record *r, const struct pc_call *c)
{
	size_t path = PC_NONE, obj = obj_of_fd(r, c->arg[0], &path);
	uint64_t len;

	if (obj == PC_NONE || num_scan(c->arg[1], SIZE_MAX, &len) < 0)
		return;
	r->now++;
	new_op(r, PC_CUT, path, obj)->off = len;
	r->objs[obj].len = len;
}

static void
do_sync(struct pc_record *r, const struct pc_call *c)
{
	struct buf name = BUF_INIT;
	size_t path = PC_NONE, obj, dir;

	if (!fd_name(r, c->arg[0], &name))
		return;
	r->now++;
	dir = dir_of(r, buf_view(&name));
	obj = obj_of_fd(r, c->arg[0], &path);
	for (size_t i = 0; i < r->nops; i++) {
		struct pc_op *op = &r->ops[i];
		if (op->synced == PC_NONE && op->when <= c->since &&
		    (op->is_dir ? op->dir == dir : op->obj == obj))
			op->synced = r->now;
	}
	buf_free(&name);
}

static void
do_rename(struct pc_record *r, size_t from, size_t to)
{
	size_t obj, first = r->nops;

	if (from == PC_NONE || to == PC_NONE || r->paths[from].obj == PC_NONE)
		return;
	obj = r->paths[from].obj;
	remove_name(r, from);
	add_name(r, to, obj);
	r->ops[first].pair = first + 1;
	r->ops[first + 1].pair = first;
}

static void
do_link(struct pc_record *r, size_t from, size_t to)
{
	if (from == PC_NONE || to == PC_NONE || r->paths[from].obj == PC_NONE)
		return;
	add_name(r, to, r->paths[from].obj);
}

static void
do_chdir(struct pc_call *c)
{
	struct buf path = BUF_INIT;
	struct buf *cwd = &c->process->cwd;

	if (view_is(c->name, "fchdir"))
		pc_path_of_fd(c->arg[0], &path);
	else
		pc_decode(c->arg[0], &path);
	if (path.len > 0 && path.p[0] == '/')
		buf_clear(cwd);
	else if (cwd->len > 0)
		buf_putc(cwd, '/');
	buf_putv(cwd, buf_view(&path));
	buf_free(&path);
}

static void
do_names(struct pc_record *r, struct pc_call *c)
{
	const struct view none = VIEW_EMPTY, *a = c->arg;
	struct pc_process *p = c->process;
	size_t from = PC_NONE, to = PC_NONE;
	bool has_dirs = view_has_suffix(c->name, VIEW_LIT("at")) ||
	    view_is(c->name, "renameat2");
	bool is_unlink = view_has_prefix(c->name, VIEW_LIT("unlink"));

	from = has_dirs ? path_arg(r, p, a[0], a[1]) :
	    path_arg(r, p, none, a[0]);
	if (is_unlink) {
		if (from != PC_NONE)
			remove_name(r, from);
		return;
	}
	to = has_dirs ? path_arg(r, p, a[2], a[3]) :
	    path_arg(r, p, none, a[1]);
	if (view_has_prefix(c->name, VIEW_LIT("rename")))
		do_rename(r, from, to);
	else
		do_link(r, from, to);
}

static void
do_call(struct pc_record *r, struct pc_call *c)
{
	struct buf name = BUF_INIT;
	size_t path;

	if (view_is(c->name, "openat")) {
		path = path_arg(r, c->process, c->arg[0], c->arg[1]);
		if (path != PC_NONE)
			do_open(r, path, c->arg[2]);
	} else if (view_is(c->name, "write"))
		do_write(r, c, false);
	else if (view_is(c->name, "pwrite64"))
		do_write(r, c, true);
	else if (view_is(c->name, "ftruncate"))
		do_cut(r, c);
	else if (view_is(c->name, "fsync") || view_is(c->name, "fdatasync"))
		do_sync(r, c);
	else if (view_has_suffix(c->name, VIEW_LIT("chdir")))
		do_chdir(c);
	else if (view_has_prefix(c->name, VIEW_LIT("link")) ||
	    view_has_prefix(c->name, VIEW_LIT("unlink")) ||
	    view_has_prefix(c->name, VIEW_LIT("rename")))
		do_names(r, c);
	else if (c->nargs > 0 && fd_name(r, c->arg[0], &name) &&
	    view_has_byte(buf_view(&name), '/'))
		die_perm("a call that the model does not know: ", c->space.p);
	buf_free(&name);
}

void
pc_read(struct pc_record *r, const char *file, const char *root)
{
	struct pc_lines lines = { .forker = SIZE_MAX };
	struct pc_call call = { .space = BUF_INIT };
	struct buf text = BUF_INIT;

	*r = (struct pc_record){ .root = root };
	if (file_read(file, &text, RECORD_MAX) <= 0)
		die_sys("unable to read ", file);
	lines.rest = buf_view(&text);
	while (pc_next_call(&lines, r->now, &call))
		do_call(r, &call);
}
