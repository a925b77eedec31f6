#include "tests/tools/pcstate.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "mail/qpath.h"

#define LATEST 12		/* changes that are left out one by one */
#define RANDOM 4		/* random parts at each moment */
#define QUEUE "home/queue/"

/* ---- what is there ---- */

static bool
is_sure(const struct pc_op *op, size_t moment)
{
	return op->synced != PC_NONE && op->synced <= moment;
}

static size_t
count_pending(const struct pc_record *r, size_t moment)
{
	size_t n = 0;

	for (size_t i = 0; i < r->nops && r->ops[i].when <= moment; i++)
		n += !is_sure(&r->ops[i], moment);
	return n;
}

static size_t
latest(size_t pending)
{
	return pending < LATEST ? pending : LATEST;
}

size_t
pc_choices(const struct pc_record *r, size_t moment)
{
	size_t n = count_pending(r, moment);

	return n == 0 ? 1 : 2 + 2 * latest(n) + RANDOM;
}

static uint64_t
mix(uint64_t x)			/* splitmix64, Steele 2014 */
{
	x += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

/* Is the i-th of n unsynced changes there? */
static bool
is_chosen(size_t i, size_t n, size_t choice, uint64_t random)
{
	size_t m = latest(n);

	if (choice < 2)
		return choice == 1;
	choice -= 2;
	if (choice < m)
		return i != n - 1 - choice;
	choice -= m;
	if (choice < m)
		return i == n - 1 - choice;
	return (mix(random ^ i * 0x10001) & 1) != 0;
}

/* A number is given again only when the file that had it is gone. */
static bool
drop_former(struct pc_state *s, size_t moment)
{
	const struct pc_record *r = s->r;
	bool has_changed = false;

	for (size_t i = 0; i < r->nops && r->ops[i].when <= moment; i++) {
		size_t before = r->objs[r->ops[i].obj].before;
		if (!s->is_there[i] || r->ops[i].kind != PC_ADD ||
		    before == PC_NONE)
			continue;
		for (size_t k = 0; k < i; k++)
			if (r->ops[k].obj == before && r->ops[k].kind == PC_DEL
			    && !s->is_there[k]) {
				s->is_there[k] = true;
				has_changed = true;
			}
	}
	return has_changed;
}

static void
choose(struct pc_state *s, size_t moment, size_t choice, uint64_t seed)
{
	const struct pc_record *r = s->r;
	size_t n = count_pending(r, moment), at = 0;
	uint64_t random = mix(mix(seed ^ moment << 20) ^ choice);

	for (size_t i = 0; i < r->nops && r->ops[i].when <= moment; i++)
		s->is_there[i] = is_sure(&r->ops[i], moment) ||
		    is_chosen(at++, n, choice, random);
	/* any order, but a rename is one step; not so under the strict rule */
	for (size_t i = 0; choice > 0 && i < r->nops &&
	    r->ops[i].when <= moment; i++)
		if (r->ops[i].pair != PC_NONE && s->is_there[i])
			s->is_there[r->ops[i].pair] = true;
	while (drop_former(s, moment))
		;
}

static void
apply(struct pc_state *s, const struct pc_op *op)
{
	struct buf *b = &s->contents[op->obj];

	switch (op->kind) {
	case PC_ADD:
		s->names[op->path] = op->obj;
		break;
	case PC_DEL:
		if (s->names[op->path] == op->obj)
			s->names[op->path] = PC_NONE;
		break;
	case PC_WRITE:
		while (b->len < op->off + op->len)
			buf_putc(b, '\0');
		memcpy(b->p + op->off, op->data, op->len);
		break;
	case PC_CUT:
		while (b->len < op->off)
			buf_putc(b, '\0');
		buf_cut(b, op->off);
		break;
	}
}

void
pc_state_make(struct pc_state *s, const struct pc_record *r, size_t moment,
    size_t choice, uint64_t seed)
{
	s->r = r;
	s->is_there = mem_array(r->nops + 1, sizeof(bool));
	s->names = mem_array(r->npaths + 1, sizeof(size_t));
	s->contents = mem_array(r->nobjs + 1, sizeof(struct buf));
	for (size_t i = 0; i < r->npaths; i++)
		s->names[i] = PC_NONE;
	for (size_t i = 0; i < r->nobjs; i++)
		s->contents[i] = (struct buf)BUF_INIT;
	choose(s, moment, choice, seed);
	for (size_t i = 0; i < r->nops && r->ops[i].when <= moment; i++)
		if (s->is_there[i])
			apply(s, &r->ops[i]);
}

void
pc_state_free(struct pc_state *s)
{
	for (size_t i = 0; i < s->r->nobjs; i++)
		buf_free(&s->contents[i]);
	mem_free(s->contents);
	mem_free(s->names);
	mem_free(s->is_there);
}

/* ---- hashes ---- */

static uint64_t
hash_bytes(uint64_t h, const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)		/* FNV-1a */
		h = (h ^ (unsigned char)p[i]) * UINT64_C(0x100000001b3);
	return h;
}

static bool
is_in(const char *name, const char *folder)
{
	return strncmp(name, folder, strlen(folder)) == 0;
}

/* Is there a file of this message in that directory of the queue? */
static bool
has_file(const struct pc_state *s, const char *folder, uint64_t number)
{
	for (size_t i = 0; i < s->r->npaths; i++)
		if (s->names[i] != PC_NONE &&
		    is_in(s->r->paths[i].name, folder) &&
		    pc_number_of(s->r->paths[i].name) == number)
			return true;
	return false;
}

/*
 * What is in a file that no program opens makes no other state: intd/N, the
 * text of a message that is neither in todo/ nor in info/, and what was sorted
 * of one that will be sorted again.
 */
static bool
is_read(const struct pc_state *s, const char *name)
{
	uint64_t number = pc_number_of(name);
	bool has_todo;

	if (!is_in(name, QUEUE) || is_in(name, QUEUE "todo/"))
		return true;
	if (is_in(name, QUEUE "intd/"))
		return false;
	has_todo = has_file(s, QUEUE "todo/", number);
	if (is_in(name, QUEUE "mess/"))
		return has_todo || has_file(s, QUEUE "info/", number);
	return !has_todo;
}

/* Names of which only the age is looked at, if anything. */
static bool
is_scratch(const char *name)
{
	return is_in(name, QUEUE "pid/") || strstr(name, "/tmp/") != NULL;
}

uint64_t
pc_state_hash(const struct pc_state *s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < s->r->npaths; i++) {
		const char *name = s->r->paths[i].name;
		const struct buf *b;
		if (s->names[i] == PC_NONE || is_scratch(name))
			continue;
		h = hash_bytes(h, (const char *)&i, sizeof(i));
		if (!is_read(s, name))
			continue;
		b = &s->contents[s->names[i]];
		h = hash_bytes(h, (const char *)&s->names[i], sizeof(size_t));
		h = hash_bytes(h, b->p, b->len);
	}
	return h;
}

bool
pc_is_new(struct pc_seen *seen, uint64_t hash)
{
	for (size_t i = 0; i < seen->len; i++)
		if (seen->v[i] == hash)
			return false;
	if (seen->len == seen->cap) {
		seen->cap = seen->cap == 0 ? 1024 : seen->cap * 2;
		seen->v = mem_grow(seen->v, seen->cap, sizeof(uint64_t));
	}
	seen->v[seen->len++] = hash;
	return true;
}

/* ---- files ---- */

struct numbers {		/* of messages, and their new ones */
	uint64_t *from, *to;
	size_t len;
};

/* The new name into b: the number of a message is that of its text. */
static void
put_name(struct buf *b, const struct pc_record *r, const char *name,
    const struct numbers *numbers)
{
	struct view v = view_of(name), dir;
	uint64_t n = pc_number_of(name);
	bool is_split;

	buf_sets(b, r->root);
	if (!is_in(name, QUEUE) || is_in(name, QUEUE "pid/") || n == 0) {
		buf_puts(b, name);
		return;
	}
	for (size_t i = 0; i < numbers->len; i++)
		if (numbers->from[i] == n) {
			n = numbers->to[i];
			break;
		}
	dir = view_upto(v, view_rchr(v, '/'));
	is_split = view_chr(view_from(dir, sizeof(QUEUE) - 1), '/') <
	    dir.len - (sizeof(QUEUE) - 1);
	if (is_split)
		dir = view_upto(dir, view_rchr(dir, '/'));
	buf_putv(b, dir);
	buf_putc(b, '/');
	if (is_split) {
		buf_put_u64(b, n % QPATH_SPLIT);
		buf_putc(b, '/');
	}
	buf_put_u64(b, n);
}

/* As whoever made the original did: owner of its directory, no more bits. */
static ino_t
create(const char *path, const struct buf *contents, mode_t mode)
{
	struct buf dir = BUF_INIT;
	struct stat st;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

	buf_set(&dir, view_upto(view_of(path), view_rchr(view_of(path), '/')));
	if (fd < 0 || stat(dir.p, &st) < 0 ||
	    fchown(fd, st.st_uid, st.st_gid) < 0 || fchmod(fd, mode) < 0 ||
	    io_write_all(fd, contents->p, contents->len) < 0 ||
	    fstat(fd, &st) < 0 || close(fd) < 0)
		die_sys("unable to create ", path);
	buf_free(&dir);
	return st.st_ino;
}

static bool
is_of_qmailq(const char *name)
{
	return is_in(name, QUEUE "pid/") || is_in(name, QUEUE "mess/") ||
	    is_in(name, QUEUE "intd/") || is_in(name, QUEUE "todo/");
}

/*
 * Texts first: each becomes a file under a name of no meaning in pid/, whose
 * inode is then the message's number.
 */
static void
write_texts(const struct pc_state *s, struct numbers *numbers, char **first)
{
	const struct pc_record *r = s->r;
	struct buf path = BUF_INIT;

	for (size_t i = 0; i < r->npaths; i++) {
		size_t obj = s->names[i];
		const char *name = r->paths[i].name;
		if (obj == PC_NONE || !is_in(name, QUEUE "mess/"))
			continue;
		if (first[obj] == NULL) {
			buf_sets(&path, r->root);
			buf_cat(&path, QUEUE "pid/powercut.");
			buf_put_u64(&path, i);
			numbers->from[numbers->len] = pc_number_of(name);
			numbers->to[numbers->len++] =
			    create(path.p, &s->contents[obj], 0644);
			first[obj] = mem_strdup(path.p);
		}
	}
	buf_free(&path);
}

/* A number without a text must not meet a text's. */
static void
avoid_numbers(const struct pc_state *s, struct numbers *numbers)
{
	const struct pc_record *r = s->r;
	size_t texts = numbers->len;

	for (size_t i = 0; i < r->npaths; i++) {
		uint64_t n = pc_number_of(r->paths[i].name);
		bool is_known = false, is_taken = false;
		for (size_t k = 0; k < numbers->len; k++) {
			is_known |= numbers->from[k] == n;
			is_taken |= k < texts && numbers->to[k] == n;
		}
		if (n == 0 || is_known || !is_taken)
			continue;
		numbers->from[numbers->len] = n;
		numbers->to[numbers->len++] = n + (uint64_t)QPATH_SPLIT *
		    1000000007;
	}
}

void
pc_state_write(const struct pc_state *s)
{
	const struct pc_record *r = s->r;
	char **first = mem_array(r->nobjs + 1, sizeof(char *));
	struct numbers numbers = {
		.from = mem_array(r->npaths + 1, sizeof(uint64_t)),
		.to = mem_array(r->npaths + 1, sizeof(uint64_t))
	};
	struct buf path = BUF_INIT;

	write_texts(s, &numbers, first);
	avoid_numbers(s, &numbers);
	for (size_t i = 0; i < r->npaths; i++) {
		size_t obj = s->names[i];
		const char *name = r->paths[i].name;
		if (obj == PC_NONE)
			continue;
		put_name(&path, r, name, &numbers);
		if (first[obj] == NULL) {
			(void)create(path.p, &s->contents[obj],
			    is_of_qmailq(name) ? 0644 : 0600);
			first[obj] = mem_strdup(path.p);
		} else if (link(first[obj], path.p) < 0)
			die_sys("unable to create ", path.p);
	}
	for (size_t i = 0; i < r->nobjs; i++)
		if (first[i] != NULL &&
		    strstr(first[i], "/pid/powercut.") != NULL &&
		    unlink(first[i]) < 0)
			die_sys("unable to remove ", first[i]);
}
