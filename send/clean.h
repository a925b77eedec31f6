/*
 * clean.h: what qmail-send asks of qmail-clean (programs.md 8), without
 * waiting: requests and replies go through pipes that the loop watches, and
 * replies come in the order of the requests.
 */
#ifndef SEND_CLEAN_H
#define SEND_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "mail/qpath.h"

enum clean_kind {
	CLEAN_TODO,		/* unlink intd/N and todo/N: it is sorted */
	CLEAN_FOOP,		/* unlink intd/N and mess/N: it is over */
	CLEAN_READY		/* nothing: it answers when it has begun */
};

struct clean_request {
	enum clean_kind kind;
	bool flat;		/* found in the flat todo/ of a split queue */
	uint64_t id;
};

struct clean {
	int to, from;		/* -1 once the connection is lost */
	struct qlayout layout;
	struct buf unsent;
	bool is_urgent;			/* some of it does not wait */
	struct deadline hold;		/* ... the rest until then */
	char answers[64];		/* read, not yet taken */
	size_t answer, answers_end;
	bool is_dry;			/* the last read(2) found no more */
	bool is_ready;			/* clean_ask_ready() was answered */
	struct clean_request *asked;	/* ring: not yet answered */
	size_t first, len, cap;
};

/* Takes the descriptors; 0, or -1 with errno. */
MUST_CHECK int clean_init(struct clean *c, int to, int from,
    const struct qlayout *layout);
void clean_free(struct clean *c);

/*
 * To remove what is over can wait a moment: it then shares the call, and the
 * flush of qmail-clean, with the next message that is sorted.
 */
void clean_ask(struct clean *c, struct clean_request r);
/*
 * With a request that is none, and has the answer of those: it is the first
 * thing that ours reads once no other one is at work in the queue.
 */
void clean_ask_ready(struct clean *c);
/* That was asked, and is not answered yet. */
bool clean_is_asked(const struct clean *c, enum clean_kind kind, uint64_t id);
/* There are requests to be sent now. */
bool clean_is_due(const struct clean *c);
/* `todo/N` or `foop/N`, as it is asked and logged, or `ready`; p: QPATH_MAX. */
const char *clean_name(const struct clean *c, const struct clean_request *r,
    char *p);

/* Send what is waiting, as far as the pipe takes it: 0, -1 connection lost. */
MUST_CHECK int clean_flush(struct clean *c);
/*
 * The next answer: 1 with the request and *done; 0 none until poll(2) says so;
 * -1 lost: the
 * descriptors are closed and everything unanswered is dropped.
 */
MUST_CHECK int clean_answer(struct clean *c, struct clean_request *r,
    bool *done);

static inline bool
clean_is_lost(const struct clean *c)
{
	return c->from < 0;
}

/* No qmail-clean of before removes anything any more. */
static inline bool
clean_is_ready(const struct clean *c)
{
	return c->is_ready;
}

/* Nothing is asked that has to be waited for. */
static inline bool
clean_is_idle(const struct clean *c)
{
	return c->len == 0 || !c->is_ready;
}

#endif
