#include "mail/qfix_move.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/log.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/sys.h"

#define JOURNAL_MAX (1024 * 1024 * 1024)
#define SUFFIX ".fix"

struct move {
	ino_t ino;		/* which file it is, wherever it is now */
	size_t item;		/* of f->v; not of a journal */
	uint64_t id;		/* ... its number then */
	char from[QPATH_MAX], to[QPATH_MAX];
};

struct moves {
	struct move *v;
	size_t len, cap;
};

static void
add(struct moves *m, ino_t ino, const char *from, const char *to)
{
	struct move *move;

	if (m->len == m->cap) {
		m->cap = m->cap == 0 ? 256 : m->cap * 2;
		m->v = mem_grow(m->v, m->cap, sizeof(*m->v));
	}
	move = &m->v[m->len++];
	move->ino = ino;
	memcpy(move->from, from, strlen(from) + 1);
	memcpy(move->to, to, strlen(to) + 1);
}

static const char *
passing_name(const struct move *move, char p[QPATH_MAX + sizeof(SUFFIX)])
{
	size_t len = strlen(move->to);

	memcpy(p, move->to, len);
	memcpy(p + len, SUFFIX, sizeof(SUFFIX));
	return p;
}

static bool
is_file(const char *path, ino_t ino)
{
	struct stat st;

	return lstat(path, &st) == 0 && st.st_ino == ino;
}

/* Something else has the name: a rename(2) to it would be its end. */
static bool
is_taken(const char *path, ino_t ino)
{
	struct stat st;

	return lstat(path, &st) == 0 && st.st_ino != ino;
}

/* ---- the journal: INODE FROM TO, a line each ---- */

static int
write_journal(const struct moves *m)
{
	char space[IO_SIZE];
	struct out out = OUT_INIT(sys_open(QFIX_JOURNAL,
	    O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600), space);
	int r;

	if (out.fd < 0)
		return -1;
	for (size_t i = 0; i < m->len; i++) {
		out_put_u64(&out, m->v[i].ino);
		out_cat(&out, " ", m->v[i].from, " ", m->v[i].to, "\n");
	}
	r = out_sync(&out);
	if (sys_close(out.fd) < 0 || r < 0)
		return -1;
	return sys_sync_dir("lock");
}

/* `DIR/ID` or `DIR/N/ID`: a journal leads to no other file. */
static bool
is_queue_name(struct view name)
{
	struct view dir, part;
	uint64_t n;

	if (name.len >= QPATH_MAX || !view_cut(&name, '/', &dir))
		return false;
	for (int d = QDIR_MESS; d < QDIRS; d++) {
		if (!view_is(dir, qpath_dir_name((enum qdir)d)))
			continue;
		if (view_has_byte(name, '/') && (!view_cut(&name, '/', &part) ||
		    num_scan(part, QPATH_SPLIT_MAX, &n) < 0))
			return false;
		return qpath_scan_id(name, &n) == 0;
	}
	return false;
}

static bool
parse_line(struct view line, struct moves *m)
{
	char from[QPATH_MAX], to[QPATH_MAX];
	struct view ino, name;
	uint64_t n;

	if (!view_cut(&line, ' ', &ino) || num_scan(ino, UINT64_MAX, &n) < 0 ||
	    !view_cut(&line, ' ', &name) || !is_queue_name(name) ||
	    !is_queue_name(line))
		return false;
	memcpy(from, name.p, name.len);
	from[name.len] = '\0';
	memcpy(to, line.p, line.len);
	to[line.len] = '\0';
	add(m, (ino_t)n, from, to);
	return true;
}

/* A last line without its end was never acted upon: all was synced first. */
static int
read_journal(struct moves *m)
{
	struct view rest, line;
	struct buf b = BUF_INIT;
	struct stat st;
	int r;

	/* qmailq could put its own into lock/ */
	if (lstat(QFIX_JOURNAL, &st) == 0 &&
	    (!S_ISREG(st.st_mode) || st.st_uid != getuid())) {
		errno = EPERM;
		return -1;
	}
	r = file_read(QFIX_JOURNAL, &b, JOURNAL_MAX);
	rest = buf_view(&b);
	if (r > 0 && (rest.len == 0 || rest.p[rest.len - 1] != '\n'))
		r = 0;		/* killed while it was written */
	while (r > 0 && view_cut(&rest, '\n', &line))
		if (!parse_line(line, m)) {
			errno = EPROTO;
			r = -1;
		}
	buf_free(&b);
	return r;
}

/* ---- two phases ---- */

static int
compare_to(const void *a, const void *b)
{
	const struct move *x = a, *y = b;

	return strcmp(x->to, y->to);
}

static int
compare_from(const void *a, const void *b)
{
	const struct move *x = a, *y = b;

	return strcmp(x->from, y->from);
}

/*
 * Every directory that got or lost a name, once: an old name that came back
 * after a power cut would be a second message.
 */
static int
sync_all(struct moves *m, bool lost)
{
	char path[QPATH_MAX], last[QPATH_MAX] = "";
	size_t len;

	if (m->len > 0)
		qsort(m->v, m->len, sizeof(*m->v),
		    lost ? compare_from : compare_to);
	for (size_t i = 0; i < m->len; i++) {
		const char *name = lost ? m->v[i].from : m->v[i].to;
		len = view_rchr(view_of(name), '/');
		memcpy(path, name, len);
		path[len] = '\0';
		if (strcmp(path, last) == 0)
			continue;
		if (sys_sync_dir(path) < 0)
			return -1;
		memcpy(last, path, len + 1);
	}
	return 0;
}

/* To the passing name: 0, -1 (reported). */
static int
leave(struct qfix *f, const struct move *move)
{
	char pass[QPATH_MAX + sizeof(SUFFIX)];

	if (!is_file(move->from, move->ino))
		return 0;	/* done before we were killed */
	if (is_taken(passing_name(move, pass), move->ino))
		errno = EEXIST;
	else if (sys_rename(move->from, pass) == 0)
		return 0;
	qfix_failed(f, "rename", move->from);
	return -1;
}

/* From there: link(2) and not rename(2), which could replace a file. */
static int
arrive(struct qfix *f, const struct move *move)
{
	char pass[QPATH_MAX + sizeof(SUFFIX)];

	passing_name(move, pass);
	if (!is_file(pass, move->ino)) {
		if (is_file(move->to, move->ino))
			return 0;
		/* somebody took it away meanwhile; the others go on */
		qfix_report(f, move->from, " is gone");
		return 0;
	}
	if (sys_link(pass, move->to) < 0 &&
	    !(errno == EEXIST && is_file(move->to, move->ino))) {
		qfix_failed(f, "rename to", move->to);
		return -1;
	}
	if (sys_unlink(pass) < 0) {
		qfix_failed(f, "remove", pass);
		return -1;
	}
	return 0;
}

static int
carry_out(struct qfix *f, struct moves *m)
{
	for (size_t i = 0; i < m->len; i++)
		if (leave(f, &m->v[i]) < 0)
			return -1;
	for (size_t i = 0; i < m->len; i++)
		if (arrive(f, &m->v[i]) < 0)
			return -1;
	if (sync_all(m, false) < 0 || sync_all(m, true) < 0 ||
	    sys_unlink(QFIX_JOURNAL) < 0 || sys_sync_dir("lock") < 0) {
		qfix_failed(f, "finish", QFIX_JOURNAL);
		return -1;
	}
	return 0;
}

int
qfix_resume(struct qfix *f)
{
	struct moves m = { .v = NULL };
	int r = read_journal(&m);

	if (r < 0)
		qfix_failed(f, "read", QFIX_JOURNAL);
	else if (r > 0) {
		qfix_note(f, "continuing what ", QFIX_JOURNAL, " says");
		if (f->mode == QFIX_SHOW)
			f->errors++;	/* r stays 1 */
		else
			r = carry_out(f, &m);
	}
	mem_free(m.v);
	return r;
}

/* ---- the plan ---- */

/* The number that the group from i to end shall have; 0: leave it alone. */
static uint64_t
number_of(const struct qfix *f, size_t i, size_t end)
{
	uint64_t number = 0;
	size_t n = 0;

	for (; i < end; i++)
		if (f->v[i].dir == QDIR_MESS) {
			number = f->v[i].ino;
			n++;
		}
	return n == 1 ? number : 0;
}

/* Another name of the same text: both cannot have its number. */
static const struct qfix_item *
find_twin(const struct qfix *f, const struct qfix_item *mess)
{
	for (size_t i = 0; mess->nlink > 1 && i < f->len; i++)
		if (f->v[i].dir == QDIR_MESS && f->v[i].ino == mess->ino &&
		    f->v[i].id != mess->id)
			return &f->v[i];
	return NULL;
}

/* What is to happen to the files of one number. */
struct plan {
	size_t begin, end;	/* of f->v */
	uint64_t id, number;	/* as it is, as it shall be; 0: left alone */
	bool moves;
};

struct plans {
	struct plan *v;
	size_t len;
};

static bool
is_in_place(const struct qfix *f, const struct qfix_item *item,
    uint64_t number)
{
	char to[QPATH_MAX];

	return strcmp(qfix_wanted(f, item->dir, number, to), item->path) == 0;
}

static void
refuse(struct qfix *f, struct plan *p, const struct qfix_item *item,
    const char *why, const char *more)
{
	qfix_report(f, "unable to move ", item->path, ": ", why, more);
	p->moves = false;
}

/* Whatever the other messages do. */
static void
check_item(struct qfix *f, struct plan *p, const struct qfix_item *item)
{
	struct move move = { .ino = item->ino };
	char pass[QPATH_MAX + sizeof(SUFFIX)], parent[QPATH_MAX];
	const struct qfix_item *twin = item->dir == QDIR_MESS ?
	    find_twin(f, item) : NULL;
	struct stat st;

	if (twin != NULL) {
		refuse(f, p, item, "the same file is ", twin->path);
		return;
	}
	if (is_in_place(f, item, p->number))
		return;
	qfix_wanted(f, item->dir, p->number, move.to);
	qpath_parent(&f->target, item->dir, p->number, parent);
	if (f->mode != QFIX_SHOW && lstat(parent, &st) < 0)
		refuse(f, p, item, parent, " is not there");
	else if (is_taken(passing_name(&move, pass), move.ino))
		refuse(f, p, item, pass, " is there");
}

static void
check_plan(struct qfix *f, struct plan *p)
{
	bool is_needed = false;

	for (size_t i = p->begin; i < p->end; i++)
		is_needed |= !is_in_place(f, &f->v[i], p->number);
	p->moves = p->number != 0 && is_needed;
	for (size_t i = p->begin; i < p->end && p->moves; i++) {
		if (i + 1 < p->end && f->v[i].dir == f->v[i + 1].dir)
			refuse(f, p, &f->v[i], "there is also ",
			    f->v[i + 1].path);
		else
			check_item(f, p, &f->v[i]);
	}
}

static const struct plan *
find_plan(const struct plans *plans, uint64_t id)
{
	size_t low = 0, high = plans->len, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (plans->v[mid].id < id)
			low = mid + 1;
		else
			high = mid;
	}
	return low < plans->len && plans->v[low].id == id ?
	    &plans->v[low] : NULL;
}

/*
 * Another file is where this one shall go, and stays there: its message does
 * not move, or it is none.
 */
static bool
is_occupied(const struct qfix *f, const struct plans *plans, const char *to,
    uint64_t number)
{
	const struct plan *other = find_plan(plans, number);
	struct stat st;

	if (lstat(to, &st) < 0 || qfix_is_gone(f, to, number))
		return false;
	if (other == NULL || !other->moves || other->number == number)
		return true;
	for (size_t i = other->begin; i < other->end; i++)
		if (strcmp(f->v[i].path, to) == 0)
			return false;
	return true;
}

static bool
settle_plan(struct qfix *f, const struct plans *plans, struct plan *p)
{
	char to[QPATH_MAX];

	for (size_t i = p->begin; i < p->end && p->moves; i++) {
		qfix_wanted(f, f->v[i].dir, p->number, to);
		if (!is_in_place(f, &f->v[i], p->number) &&
		    is_occupied(f, plans, to, p->number)) {
			refuse(f, p, &f->v[i], to, " is there");
			return true;
		}
	}
	return false;
}

/* Who stays may be in the way of another, who then stays too. */
static void
settle(struct qfix *f, struct plans *plans)
{
	bool has_changed = true;

	while (has_changed) {
		has_changed = false;
		for (size_t i = 0; i < plans->len; i++)
			has_changed |= settle_plan(f, plans, &plans->v[i]);
	}
}

/* One question for the whole message: it moves completely or not at all. */
static void
ask(struct qfix *f, struct plan *p)
{
	const char *verb = p->id == p->number ? "moving " : "renaming ";
	bool has_asked = false;
	char to[QPATH_MAX];

	for (size_t i = p->begin; i < p->end && p->moves; i++) {
		if (is_in_place(f, &f->v[i], p->number))
			continue;
		qfix_wanted(f, f->v[i].dir, p->number, to);
		if (has_asked)
			qfix_note(f, verb, f->v[i].path, " to ", to);
		else
			p->moves = qfix_plan(f, verb, f->v[i].path, " to ",
			    to);
		has_asked = true;
	}
}

static void
make_plans(struct qfix *f, struct plans *plans)
{
	size_t end;

	plans->v = mem_array(f->len + 1, sizeof(*plans->v));
	plans->len = 0;
	for (size_t i = 0; i < f->len; i = end) {
		struct plan *p = &plans->v[plans->len++];
		end = qfix_group_end(f, i);
		*p = (struct plan){ .begin = i, .end = end, .id = f->v[i].id,
		    .number = number_of(f, i, end) };
		check_plan(f, p);
	}
	settle(f, plans);
	for (size_t i = 0; i < plans->len; i++)
		ask(f, &plans->v[i]);
	if (f->mode == QFIX_ASK)
		settle(f, plans);
}

static void
add_moves(const struct qfix *f, const struct plan *p, struct moves *m)
{
	char to[QPATH_MAX];

	for (size_t i = p->begin; i < p->end && p->moves; i++) {
		const struct qfix_item *item = &f->v[i];
		if (is_in_place(f, item, p->number))
			continue;
		qfix_wanted(f, item->dir, p->number, to);
		add(m, item->ino, item->path, to);
		m->v[m->len - 1].item = i;
		m->v[m->len - 1].id = p->number;
	}
}

/* -N: as if it were done. */
static void
pretend(struct qfix *f, const struct moves *m)
{
	for (size_t i = 0; i < m->len; i++) {
		struct qfix_item *item = &f->v[m->v[i].item];
		item->id = m->v[i].id;
		memcpy(item->path, m->v[i].to, sizeof(item->path));
	}
}

int
qfix_move(struct qfix *f)
{
	struct moves m = { .v = NULL };
	struct plans plans;
	int r = 0;

	make_plans(f, &plans);
	for (size_t i = 0; i < plans.len; i++)
		add_moves(f, &plans.v[i], &m);
	mem_free(plans.v);
	if (f->mode == QFIX_SHOW)
		pretend(f, &m);
	else if (m.len > 0) {
		r = write_journal(&m);
		if (r < 0)
			qfix_failed(f, "write", QFIX_JOURNAL);
		else
			r = carry_out(f, &m);
	}
	mem_free(m.v);
	return r;
}
