/*
 * pool_start.h: which process does a task: mail/pool.c's other half.
 */
#ifndef MAIL_POOL_START_H
#define MAIL_POOL_START_H

#include "lib/attr.h"
#include "mail/pool.h"

/*
 * Send what waits to processes that are free for it.  The task that has to
 * have a process started for it now, if any; NULL: none.
 */
struct pool_task *pool_due(struct pool *p, int64_t now);
/* Start one.  0; -1: t->refusal says why not. */
MUST_CHECK int pool_start(struct pool *p, struct pool_task *t);
/* Milliseconds that w, which has no task, may stay so. */
int64_t pool_idle_limit(const struct pool *p, const struct pool_worker *w);
/* Let go who was idle too long, lived too long, or is one too many. */
void pool_retire(struct pool *p, int64_t now);
/* End a process that went wrong; its tasks are settled when it is dead. */
void pool_kill(struct pool_worker *w);

#endif
