#include "send/scan.h"

#include <errno.h>

#include "lib/mem.h"
#include "mail/queue.h"
#include "send/look.h"
#include "send/note.h"

#define SCAN_NAMES 256		/* read in one step */
#define SCAN_LOOKS 64		/* messages looked at in one step */
#define SCAN_ASKED_MAX 64	/* requests to qmail-clean under way */

/* ---- info/: what is there to deliver ---- */

static void
unsure(struct shared *s, uint64_t id, const char *name)
{
	note_trouble(NOTE_STAT_LATER, name);
	heap_put(&s->unsure, s->now + SEND_TROUBLE_S, id);
}

/*
 * Schedule one message of info/ as its files say.  False: it has a todo file
 * and will be sorted anew.
 */
static bool
load(struct shared *s, uint64_t id)
{
	static const enum qdir files[] = { QDIR_LOCAL, QDIR_REMOTE, QDIR_TODO };
	enum look found[NELEM(files)];
	struct stat st[NELEM(files)];
	char name[QPATH_MAX];

	for (size_t i = 0; i < NELEM(files); i++) {
		found[i] = look_at(&s->layout, files[i], id, name, &st[i]);
		if (found[i] == LOOK_UNKNOWN) {
			unsure(s, id, name);
			return true;
		}
	}
	if (found[CHANNELS] == LOOK_PRESENT)
		return false;
	for (enum channel c = 0; c < CHANNELS; c++)
		if (found[c] == LOOK_PRESENT)
			heap_put(&s->due[c],
			    s->hurrying && st[c].st_mtime > s->now ? s->now :
			    st[c].st_mtime, id);
	if (found[CHANNEL_LOCAL] == LOOK_ABSENT &&
	    found[CHANNEL_REMOTE] == LOOK_ABSENT)
		heap_put(&s->finished, s->now, id);
	return true;
}

void
scan_unsure(struct shared *s)
{
	char name[QPATH_MAX];
	struct stat st;
	uint64_t id;

	if (s->stopping || !heap_is_due(&s->unsure, s->now))
		return;
	id = heap_first(&s->unsure)->id;
	heap_drop_first(&s->unsure);
	switch (look_at(&s->layout, QDIR_INFO, id, name, &st)) {
	case LOOK_PRESENT:
		(void)load(s, id);	/* with a todo file: it is sorted */
		break;
	case LOOK_ABSENT:
		break;
	case LOOK_UNKNOWN:
		unsure(s, id, name);
		break;
	}
}

static void
add_id(struct ids *ids, uint64_t id)
{
	if (ids->len == ids->cap) {
		ids->cap = ids->cap == 0 ? SCAN_NAMES : ids->cap * 2;
		ids->v = mem_grow(ids->v, ids->cap, sizeof(*ids->v));
	}
	ids->v[ids->len++] = id;
}

static void
free_ids(struct ids *ids)
{
	mem_free(ids->v);
	*ids = (struct ids){ .v = NULL };
}

/*
 * A qmail-clean of before may still be removing todo files of messages that are
 * sorted, unless it is ours (send/clean.h): so these are looked at again.
 */
static const int64_t again_s[] = { SEND_RETRY_S, SEND_TROUBLE_S };

static void
see_info(struct scan *s, uint64_t id)
{
	if (!idset_has(&s->shared->sorted, id) && !load(s->shared, id) &&
	    s->again < NELEM(again_s))
		add_id(&s->skipped, id);
}

/* ---- mess/: what was left behind ---- */

/* In doubt a message is left to the next walk. */
static enum look
look(const struct shared *s, enum qdir dir, uint64_t id, struct stat *st)
{
	char name[QPATH_MAX];
	enum look r = look_at(&s->layout, dir, id, name, st);

	if (r == LOOK_UNKNOWN)
		note_trouble(NOTE_STAT, name);
	return r;
}

/* It is at its end: send/done.c has it removed. */
static bool
is_leaving(const struct shared *s, uint64_t id)
{
	return heap_has(&s->unsynced, id) ||
	    clean_is_asked(&s->clean, CLEAN_FOOP, id);
}

static void
see_mess(struct shared *s, uint64_t id)
{
	struct clean_request r = { .kind = CLEAN_FOOP, .id = id };
	struct stat st, other;

	if (look(s, QDIR_MESS, id, &st) == LOOK_PRESENT &&
	    queue_is_stale(&st, s->now) &&
	    look(s, QDIR_INFO, id, &other) == LOOK_ABSENT &&
	    look(s, QDIR_TODO, id, &other) == LOOK_ABSENT &&
	    !is_leaving(s, id))
		clean_ask(&s->clean, r);
}

/* ---- the walk ---- */

void
scan_init(struct scan *s, struct shared *shared, enum qdir dir)
{
	*s = (struct scan){ .shared = shared, .dir = dir,
	    .not_before = shared->now };
}

static void
close_stream(struct scan *s)
{
	if (s->stream != NULL)
		(void)closedir(s->stream);	/* only read */
	s->stream = NULL;
}

void
scan_free(struct scan *s)
{
	close_stream(s);
	free_ids(&s->names);
	free_ids(&s->skipped);
}

static void
end(struct scan *s)
{
	s->at = 0;
	if (s->dir == QDIR_MESS) {
		s->not_before = s->shared->now + SEND_CLEANUP_S;
		return;
	}
	if (s->skipped.len > 0) {
		free_ids(&s->names);
		s->names = s->skipped;
		s->skipped = (struct ids){ .v = NULL };
		s->is_read = true;
		s->not_before = s->shared->now + again_s[s->again++];
		return;
	}
	scan_free(s);
	s->is_over = true;
	s->shared->scanning = s->shared->hurrying = false;
	idset_free(&s->shared->sorted);
}

/* This directory cannot be read now: begin with it again later. */
static void
put_off(struct scan *s, const char *dir)
{
	note_opendir(dir);
	close_stream(s);
	s->names.len = 0;
	s->not_before = s->shared->now + SEND_RETRY_S;
}

/*
 * Names are collected first and looked at when the directory was read to its
 * end, so that a failure in the middle schedules nothing twice.
 */
static void
read_names(struct scan *s)
{
	char dir[QPATH_MAX];
	struct dirent *d;
	uint64_t id;

	qpath_parent(&s->shared->layout, s->dir, s->at, dir);
	if (s->stream == NULL && (s->stream = opendir(dir)) == NULL) {
		put_off(s, dir);
		return;
	}
	for (unsigned n = 0; n < SCAN_NAMES; n++) {
		errno = 0;
		d = readdir(s->stream);
		if (d == NULL && errno != 0) {
			put_off(s, dir);
			return;
		}
		if (d == NULL) {
			close_stream(s);
			s->is_read = true;
			return;
		}
		if (qpath_scan_id(view_of(d->d_name), &id) == 0)
			add_id(&s->names, id);
	}
}

static void
see_names(struct scan *s)
{
	for (unsigned n = 0; n < SCAN_LOOKS && s->seen < s->names.len; n++) {
		uint64_t id = s->names.v[s->seen++];
		if (s->dir == QDIR_INFO)
			see_info(s, id);
		else
			see_mess(s->shared, id);
	}
	if (s->seen < s->names.len)
		return;
	s->names.len = s->seen = 0;
	s->is_read = false;
	if (s->again > 0 || ++s->at == s->shared->layout.split)
		end(s);
}

static bool
is_waiting(const struct scan *s)
{
	return s->is_over || s->shared->stopping ||
	    !clean_is_ready(&s->shared->clean) ||
	    (s->dir == QDIR_MESS && s->shared->clean.len >= SCAN_ASKED_MAX);
}

void
scan_step(struct scan *s)
{
	if (is_waiting(s) || s->shared->now < s->not_before)
		return;
	if (s->is_read)
		see_names(s);
	else
		read_names(s);
}

void
scan_wake(const struct scan *s, struct wake *w)
{
	if (!is_waiting(s))
		wake_at_s(w, s->not_before);
}
