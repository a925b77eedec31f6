/*
 * sort.h: one message of todo/ turned into info/, local/ and remote/ (queue.md
 * 4.2).  Its files are written here; when they are synced is send/todo.h's
 * affair, which does it for many at once.
 */
#ifndef SEND_SORT_H
#define SEND_SORT_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/io.h"
#include "send/shared.h"

enum sort_file { SORT_INFO, SORT_LOCAL, SORT_REMOTE, SORT_FILES };

struct sorted {			/* a message whose files are written */
	uint64_t id;
	bool is_flat;		/* lay in the flat todo/ of a split queue */
	bool has_failed;
	bool has_channel[CHANNELS];
	int fd[SORT_FILES];	/* -1: not made, or closed */
	struct sync sync[SORT_FILES];	/* what of fd; send/todo.c */
};

enum sort_result {
	SORT_DONE,		/* all is written, nothing is synced */
	SORT_MORE,		/* call sort_step() again */
	SORT_LATER,		/* trouble that may pass; logged */
	SORT_BAD		/* trouble that stays; logged */
};

struct sort {			/* the work on one message */
	struct shared *shared;
	struct sorted *entry;
	struct in in;		/* todo/N */
	struct out out[SORT_FILES];
	uint64_t bytes, uid, pid;
	bool has_begun;		/* its todo file was opened */
	bool has_sender;
	size_t put[SORT_FILES];	/* bytes of records for local/N, remote/N */
	struct buf record, address, sender;
	char in_space[4096], out_space[SORT_FILES][2048];
};

void sort_init(struct sort *s, struct shared *shared);
void sort_free(struct sort *s);

/* Begin with message e->id; on SORT_MORE it goes on in sort_step(). */
enum sort_result sort_begin(struct sort *s, struct sorted *e);
enum sort_result sort_step(struct sort *s);

enum qdir sort_dir(enum sort_file f);
/* Close what is open of it, unchecked: it was not a success. */
void sort_drop(struct sorted *e);

#endif
