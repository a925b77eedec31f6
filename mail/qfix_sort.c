#include "mail/qfix_sort.h"

#include <errno.h>
#include <string.h>

#include "lib/file.h"
#include "lib/io.h"
#include "lib/fd.h"
#include "lib/log.h"
#include "lib/num.h"
#include "mail/qstate.h"
#include "mail/queue.h"

#define RECORD_MAX 65536	/* bytes; no address is that long */
#define SHOWN_MAX 2000		/* bytes of addresses in one line */

struct group {			/* the files of one number */
	struct qfix_item *v;
	size_t len;
	unsigned present;	/* QF_ bits */
	const struct qfix_item *of[QDIRS];	/* the first of each kind */
};

static const unsigned bits[QDIRS] = {
	[QDIR_PID] = 0,
	[QDIR_MESS] = QF_MESS, [QDIR_INTD] = QF_INTD, [QDIR_TODO] = QF_TODO,
	[QDIR_INFO] = QF_INFO, [QDIR_LOCAL] = QF_LOCAL,
	[QDIR_REMOTE] = QF_REMOTE, [QDIR_BOUNCE] = QF_BOUNCE,
};

/* ---- records ---- */

/*
 * The addresses of a file of records, added to text, which stays short; at the
 * first record that is not one of types, or not ended, *bad is its position.
 * An envelope has one sender: the second is bad, or the end without any.
 * 0 all is well, 1 a bad record, -1 with errno.
 */
static int
read_records(const char *path, const char *types, struct buf *text,
    uint64_t *bad)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(file_open_read(path), space);
	struct buf record = BUF_INIT;
	bool is_envelope = strchr(types, QUEUE_UID) != NULL;
	size_t senders = 0;
	uint64_t pos = 0;
	int r;

	if (in.fd < 0)
		return -1;
	while ((r = in_until(&in, '\0', &record, RECORD_MAX)) > 0) {
		if (record.len == 0 || strchr(types, record.p[0]) == NULL)
			break;
		senders += record.p[0] == QUEUE_SENDER;
		if (is_envelope && senders > 1)
			break;
		pos += record.len + 1;
		if (strchr("FTD", record.p[0]) == NULL ||
		    buf_room(text, SHOWN_MAX) < record.len)
			continue;
		buf_puts(text, text->len > 0 ? " " : "");
		buf_puts(text, record.p[0] == 'F' ? "from <" : "to ");
		buf_putv(text, view_from(buf_view(&record), 1));
		buf_puts(text, record.p[0] == 'F' ? ">" : "");
	}
	buf_free(&record);
	fd_close(&in.fd);
	if (r < 0 && errno != EPIPE && errno != EMSGSIZE)
		return -1;
	*bad = pos;
	return r == 0 && (!is_envelope || senders == 1) ? 0 : 1;
}

static const char *
types_of(enum qdir dir)
{
	switch (dir) {
	case QDIR_INTD:
	case QDIR_TODO:
		return "upFT";
	case QDIR_INFO:
		return "F";
	case QDIR_LOCAL:
	case QDIR_REMOTE:
		return "TD";
	case QDIR_PID:
	case QDIR_MESS:
	case QDIR_BOUNCE:
	case QDIRS:
		break;
	}
	return "";
}

/* Whom the envelope names: all that is left of a lost message. */
static void
add_addresses(struct qfix *f, const struct group *g, enum qdir dir,
    struct buf *text)
{
	uint64_t bad;

	if (g->of[dir] == NULL)
		return;
	if (read_records(g->of[dir]->path, types_of(dir), text, &bad) < 0)
		qfix_failed(f, "read", g->of[dir]->path);
}

static void
check_records(struct qfix *f, const struct qfix_item *item)
{
	struct buf text = BUF_INIT;
	char pos[NUM_FMT_MAX];
	uint64_t bad = 0;
	int r = read_records(item->path, types_of(item->dir), &text, &bad);

	buf_free(&text);
	num_fmt(bad, pos);
	if (r < 0)
		qfix_failed(f, "read", item->path);
	else if (r > 0)
		qfix_report(f, item->path, ": bad record at ", pos);
}

/* ---- setting aside ---- */

static void
move_kinds(struct qfix *f, const struct group *g, unsigned kinds)
{
	for (size_t i = 0; i < g->len; i++)
		if ((bits[g->v[i].dir] & kinds) != 0)
			qfix_set_item_aside(f, &g->v[i]);
}

/*
 * Move these files of the group away, with a line that names one of them and
 * the addresses of all.  It stays a matter for a person: it counts.
 */
static void
lose(struct qfix *f, const struct group *g, enum qdir named, const char *why,
    unsigned kinds)
{
	struct buf text = BUF_INIT;

	add_addresses(f, g, g->of[QDIR_TODO] != NULL ? QDIR_TODO : QDIR_INFO,
	    &text);
	if (g->of[QDIR_TODO] == NULL) {
		add_addresses(f, g, QDIR_LOCAL, &text);
		add_addresses(f, g, QDIR_REMOTE, &text);
	}
	if (qfix_plan(f, g->of[named]->path, why, text.len > 0 ? ", " : "",
	    text.p)) {
		move_kinds(f, g, kinds);
		f->errors += f->mode != QFIX_SHOW;	/* there it has */
	}
	buf_free(&text);
}

/* Move a file away that nobody misses. */
static void
stray(struct qfix *f, const struct group *g, enum qdir dir, const char *before,
    const char *after)
{
	if (qfix_plan(f, before, g->of[dir]->path, after))
		move_kinds(f, g, bits[dir]);
}

/* ---- classes ---- */

static void
sort_without_mess(struct qfix *f, const struct group *g)
{
	if (g->of[QDIR_TODO] != NULL)
		lose(f, g, QDIR_TODO, ": body lost", QF_ALL);
	else if (g->of[QDIR_INFO] != NULL)
		lose(f, g, QDIR_INFO, ": body lost", QF_ALL);
	else {
		if (g->of[QDIR_LOCAL] != NULL)
			stray(f, g, QDIR_LOCAL, "stray ", "");
		if (g->of[QDIR_REMOTE] != NULL)
			stray(f, g, QDIR_REMOTE, "stray ", "");
		if (g->of[QDIR_BOUNCE] != NULL)
			stray(f, g, QDIR_BOUNCE, "", " without message");
		if (g->of[QDIR_INTD] != NULL)
			stray(f, g, QDIR_INTD, "", " without mess");
	}
}

static void
sort_queued(struct qfix *f, const struct group *g)
{
	if (g->of[QDIR_TODO]->size == 0) {
		lose(f, g, QDIR_TODO, " is empty", QF_ALL);
		return;
	}
	check_records(f, g->of[QDIR_TODO]);
	if (g->of[QDIR_BOUNCE] != NULL)
		stray(f, g, QDIR_BOUNCE, "", " without message");
}

static void
sort_ready(struct qfix *f, const struct group *g)
{
	static const enum qdir channels[] = { QDIR_LOCAL, QDIR_REMOTE };

	if (g->of[QDIR_INFO]->size == 0) {
		lose(f, g, QDIR_INFO, " is empty", QF_ALL);
		return;
	}
	check_records(f, g->of[QDIR_INFO]);
	if (g->of[QDIR_INTD] != NULL)
		stray(f, g, QDIR_INTD, "", " of a sorted message");
	for (size_t i = 0; i < NELEM(channels); i++) {
		const struct qfix_item *item = g->of[channels[i]];
		if (item == NULL)
			continue;
		if (item->size == 0)
			stray(f, g, channels[i], "", " is empty");
		else
			check_records(f, item);
	}
}

/* Neither todo nor info: being written, going away, or its sender is lost. */
static void
sort_unaccepted(struct qfix *f, const struct group *g)
{
	const struct qfix_item *mess = g->of[QDIR_MESS];
	enum qdir channel = g->of[QDIR_LOCAL] != NULL ? QDIR_LOCAL :
	    QDIR_REMOTE;
	char id[NUM_FMT_MAX];

	if (g->of[channel] != NULL) {
		lose(f, g, channel, " without info", QF_ALL);
		return;
	}
	if (g->of[QDIR_BOUNCE] != NULL)
		stray(f, g, QDIR_BOUNCE, "", " without message");
	num_fmt(mess->id, id);
	if (mess->ino != mess->id) {
		/* restored from a backup: nobody is writing it any more */
		if (qfix_plan(f, mess->path, " has no envelope"))
			move_kinds(f, g, QF_MESS | QF_INTD);
	} else if (g->of[QDIR_INTD] != NULL)
		qfix_note(f, "incomplete message ", id, ", left for cleanup");
	else
		qfix_note(f, mess->path,
		    " has no envelope, left for cleanup");
}

/*
 * Two texts of one number: the one whose inode it is keeps the envelope.  If
 * neither has it nobody can say, and both are left to a person.
 */
static bool
has_one_mess(struct qfix *f, struct group *g)
{
	const struct qfix_item *right = NULL;
	size_t n = 0;

	for (size_t i = 0; i < g->len; i++)
		if (g->v[i].dir == QDIR_MESS) {
			n++;
			if (g->v[i].ino == g->v[i].id)
				right = &g->v[i];
		}
	if (n <= 1)
		return true;
	if (right == NULL) {
		qfix_report(f, g->of[QDIR_MESS]->path,
		    " is there twice; neither has its number");
		return false;
	}
	g->of[QDIR_MESS] = right;
	for (size_t i = 0; i < g->len; i++)
		if (g->v[i].dir == QDIR_MESS && &g->v[i] != right &&
		    qfix_plan(f, g->v[i].path, " has no envelope"))
			qfix_set_item_aside(f, &g->v[i]);
	return true;
}

static void
sort_group(struct qfix *f, struct group *g)
{
	for (size_t i = 0; i < g->len; i++) {
		g->present |= bits[g->v[i].dir];
		if (g->of[g->v[i].dir] == NULL)
			g->of[g->v[i].dir] = &g->v[i];
	}
	if (g->of[QDIR_MESS] == NULL)
		sort_without_mess(f, g);
	else if (!has_one_mess(f, g))
		return;
	else if (g->of[QDIR_TODO] != NULL)
		sort_queued(f, g);
	else if (g->of[QDIR_INFO] != NULL)
		sort_ready(f, g);
	else
		sort_unaccepted(f, g);
}

void
qfix_sort(struct qfix *f)
{
	size_t end;

	for (size_t i = 0; i < f->len; i = end) {
		end = qfix_group_end(f, i);
		sort_group(f, &(struct group){
		    .v = f->v + i, .len = end - i });
	}
}

void
qfix_verify(struct qfix *f)
{
	char sound[NUM_FMT_MAX];
	uint64_t n = 0;
	size_t end;

	for (size_t i = 0; i < f->len; i = end) {
		unsigned present = 0;
		end = qfix_group_end(f, i);
		for (size_t k = i; k < end; k++)
			present |= bits[f->v[k].dir];
		if (qstate_of(present) == QSTATE_DAMAGED)
			qfix_report(f, f->v[i].path,
			    ": its message is not whole");
		else
			n++;
	}
	num_fmt(n, sound);
	if (f->verbose)
		qfix_note(f, "messages that are sound: ", sound);
}
