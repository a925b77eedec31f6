#include "mail/dest.h"

#include <string.h>

#include "lib/attr.h"
#include "mail/smtp_reply.h"
#include "mail/verdict.h"

static struct dest *
unused(struct dest_table *t)
{
	struct dest *oldest = &t->v[0];

	if (t->n < DEST_MAX) {
		oldest = &t->v[t->n++];
		oldest->key = (struct buf)BUF_INIT;
		return oldest;
	}
	for (size_t i = 1; i < t->n; i++)
		if (t->v[i].used_ms < oldest->used_ms)
			oldest = &t->v[i];
	return oldest;
}

/* The place of key, or t->n. */
static size_t
find(const struct dest_table *t, struct view key)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (view_is_eq(buf_view(&t->v[i].key), key))
			break;
	return i;
}

struct dest *
dest_get(struct dest_table *t, struct view key, int64_t now)
{
	size_t i = find(t, key);
	struct dest *d = i < t->n ? &t->v[i] : NULL;

	if (d == NULL) {
		d = unused(t);
		buf_set(&d->key, key);
		d->best = -1;
		d->started_ms = d->ended_ms = now;
		d->more = d->allowed = d->good = 0;
		d->peer[0] = '\0';
		d->cut_ms = now - DEST_CUT_MS;
	}
	d->used_ms = now;
	return d;
}

void
dest_note_end(struct dest_table *t, struct view key, int64_t ms, int64_t now)
{
	struct dest *d = dest_get(t, key, now);

	d->ended_ms = now;
	d->more = 0;
	if (ms < 0)
		return;
	/* a slower one counts for little: it may be the load here */
	if (d->best < 0 || ms * DEST_PART < d->best)
		d->best = ms * DEST_PART;
	else
		d->best += ms - d->best / DEST_PART;
}

/* Nothing was finished for a while: as many again. */
static bool
has_stalled(struct dest *d, const struct dest_load *load, int64_t now,
    int64_t *again_ms)
{
	int64_t last = d->started_ms > d->ended_ms ? d->started_ms :
	    d->ended_ms;
	int64_t birth = load->birth_ms > 0 ? load->birth_ms : DEST_BIRTH_MS;
	int64_t wait = d->best < 0 ? DEST_RAMP_MS : DEST_STALL_MS;

	/* a machine under load takes its time for everything */
	if (wait < DEST_RAMP_BIRTHS * birth)
		wait = DEST_RAMP_BIRTHS * birth;
	*again_ms = last + wait;
	if (now < *again_ms)
		return false;
	d->more = load->running;
	return true;
}

static bool
is_worth_it(const struct dest *d, const struct dest_load *load)
{
	if (load->running == 0)
		return true;
	if (d->best < 0)
		return load->running < DEST_BURST;
	return load->waiting * d->best / DEST_PART >
	    load->running * (int64_t)DEST_CONNECT_MS;
}

bool
dest_may_start(struct dest *d, const struct dest_load *load, int64_t now,
    int64_t *again_ms)
{
	if (d->more == 0 && !is_worth_it(d, load) &&
	    !has_stalled(d, load, now, again_ms))
		return false;
	if (d->more > 0)
		d->more--;
	d->started_ms = now;
	return true;
}

/* ---- limits ---- */

#define SAID "Remote host said: 421"

static_assert(SMTP_CODE_LEAVING == 421, "the number in SAID");

/* The first address in a sentence of protocols.md 3: empty, or its text. */
static struct view
find_peer(struct view text)
{
	static const char before[] = "Connected to ";
	struct view word;
	struct ip ip;

	if (view_has_prefix(text, view_of(before)))
		text = view_from(text, sizeof(before) - 1);
	word = view_upto(text, view_chr(text, ' '));
	return word.len < IP_FMT_MAX && ip_scan(word, &ip) == 0 ? word :
	    VIEW_EMPTY;
}

static bool
has_enough(struct view text)
{
	struct view line;

	while (view_cut(&text, '\n', &line))
		if (view_has_prefix(line, VIEW_LIT(SAID)))
			return true;
	return false;
}

/* All that is known of one peer is in the places of all its keys. */
static void
allow(struct dest_table *t, const struct dest *of, unsigned allowed,
    int64_t now)
{
	for (size_t i = 0; i < t->n; i++) {
		struct dest *d = &t->v[i];
		if (d != of && (of->peer[0] == '\0' ||
		    strcmp(d->peer, of->peer) != 0))
			continue;
		if (d->allowed == 0 || allowed < d->allowed)
			d->cut_ms = now;
		d->allowed = allowed;
		d->good = 0;
	}
}

void
dest_note_report(struct dest_table *t, const struct dest_report *r,
    int64_t now)
{
	struct dest *d = dest_get(t, r->key, now);
	struct view text = view_from(r->text, 1), peer = find_peer(text);

	if (peer.len > 0) {
		memcpy(d->peer, peer.p, peer.len);
		d->peer[peer.len] = '\0';
	}
	if (has_enough(text)) {
		if (now - d->cut_ms >= DEST_CUT_MS)
			allow(t, d, r->running > 1 ? r->running / 2 : 1, now);
	} else if (d->allowed > 0 && view_upto(r->text, 1).len > 0 &&
	    r->text.p[0] == VERDICT_OK && ++d->good >= d->allowed)
		allow(t, d, d->allowed < r->limit ? d->allowed + 1 : 0, now);
}

bool
dest_is_same_peer(const struct dest_table *t, struct view a, struct view b)
{
	size_t i, k;

	if (view_is_eq(a, b))
		return true;
	i = find(t, a);
	k = find(t, b);
	return i < t->n && k < t->n && t->v[i].peer[0] != '\0' &&
	    strcmp(t->v[i].peer, t->v[k].peer) == 0;
}

bool
dest_has_room(const struct dest_table *t, struct view key, unsigned running,
    unsigned limit)
{
	size_t i = find(t, key);

	if (running >= limit)
		return false;
	return i == t->n || t->v[i].allowed == 0 ||
	    running < t->v[i].allowed;
}
