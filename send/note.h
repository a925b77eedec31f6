/*
 * note.h: every line that qmail-send can log (scheduling.md 7), on descriptor
 * 0.  Log analysers parse them: not one byte may change.  Whole lines are kept
 * until note_flush(), which writes as many at a time as a pipe keeps together;
 * alerts without a file go out at once.
 */
#ifndef SEND_NOTE_H
#define SEND_NOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/view.h"
#include "send/channel.h"

struct note_load {
	unsigned running, limit;
};

/* To be called before every wait, and before a fork(2). */
void note_flush(void);

void note_status(const struct note_load load[CHANNELS], bool stopping);
void note_exiting(void);

void note_new(uint64_t id);
struct note_info {
	uint64_t id, bytes, qp, uid;
	struct view sender;
};
void note_info(const struct note_info *i);
void note_start(uint64_t delivery, uint64_t id, enum channel c,
    struct view address);
void note_success(uint64_t delivery, struct view text);
void note_failure(uint64_t delivery, struct view text);
void note_deferral(uint64_t delivery, struct view text);
void note_mangled(uint64_t delivery);
void note_bounce(uint64_t id, uint64_t qp);
void note_triple_bounce(uint64_t id);
void note_double_bounce(uint64_t id);	/* discarded */
void note_end(uint64_t id);
void note_out_of_range(void);

/* What went wrong with a file or directory of the queue. */
enum note_trouble {
	NOTE_CLEAN,		/* qmail-clean unable to clean up F */
	NOTE_STAT, NOTE_STAT_LATER,
	NOTE_UNLINK, NOTE_UNLINK_LATER,
	NOTE_UTIME,
	NOTE_OPEN, NOTE_OPEN_LATER,
	NOTE_CREATE,
	NOTE_READ, NOTE_READ_LATER,
	NOTE_WRITE,
	NOTE_SYNC,
	NOTE_MARK,
	NOTE_TYPE,		/* unknown record type, todo/ */
	NOTE_TYPE_PASS,		/* the same, local/ and remote/ */
	NOTE_SUPPL,		/* a channel that nobody serves has mail */
	NOTE_TROUBLES
};
void note_trouble(enum note_trouble t, const char *file);

/* Alerts and warnings without a file. */
enum note_event {
	NOTE_QUEUE_START, NOTE_INJECT, NOTE_POLL,
	NOTE_LOST_SPAWN, NOTE_LOST_CLEAN, NOTE_CLEAN_LATE, NOTE_BOUNCE_APPEND,
	NOTE_MEMORY,
	NOTE_REREAD_HOME, NOTE_BACK_TO_QUEUE,
	NOTE_EVENTS
};
void note_event(enum note_event e);
void note_opendir(const char *dir);
void note_reread(const char *control);	/* "locals" */
void note_cannot_start(const char *why);

/* A text as the log shows it, appended to out; for the tests. */
struct buf;
void note_clean(struct view text, struct buf *out);

#endif
