/*
 * slot.h: the deliveries in flight in both channels: started from the passes,
 * ended by the spawners' reports (scheduling.md 6).
 */
#ifndef SEND_SLOT_H
#define SEND_SLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "send/job.h"
#include "send/shared.h"
#include "send/spawn.h"

enum slot_state {
	SLOT_FREE,
	SLOT_RUNNING,		/* the spawner has it */
	SLOT_FAILED,		/* the text is not yet in bounce/N */
	SLOT_NOTED,		/* it is, but a power cut could take it back */
	SLOT_STATES
};

struct slot {
	enum slot_state state;
	struct job *job;
	uint64_t delivery;	/* its number in the log */
	off_t at;		/* of its record, to be marked */
	struct buf recipient;
	struct buf text;	/* why it failed */
};

struct lane {			/* one channel */
	struct spawn spawn;
	struct pass pass;
	struct slot *v;		/* one for each number the spawner takes */
	unsigned used;		/* slots that are not free */
	unsigned running;
	bool is_lost;		/* and that was logged */
};

struct slots {
	struct shared *shared;
	struct jobs jobs;
	struct lane lane[CHANNELS];
	uint64_t deliveries;	/* started so far */
	unsigned unsettled;	/* slots in SLOT_FAILED and SLOT_NOTED */
	struct deadline retry;	/* bounce texts are not tried before */
};

/* The spawners are connected, lane[].spawn is initialised. */
void slots_init(struct slots *s, struct shared *shared, size_t jobs_max);
void slots_free(struct slots *s);

void slots_note_status(const struct slots *s);

/* Take all reports that have come. */
void slots_take_reports(struct slots *s, enum channel c);
/* The spawner can take the rest of a command. */
void slots_send_command(struct slots *s, enum channel c);
/* Write and sync the texts of failures, then mark their recipients. */
void slots_settle(struct slots *s);
/* Start what can be started. */
void slots_start(struct slots *s);

/* When slots_start() or slots_settle() has something to do. */
void slots_wake(const struct slots *s, struct wake *w);
/* Nothing is running with a spawner that is still there. */
bool slots_are_quiet(const struct slots *s);
/* At the end: give up the passes; save the schedule of both channels. */
void slots_close(struct slots *s);

#endif
