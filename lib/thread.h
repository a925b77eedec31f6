/*
 * thread.h: a thread that works beside the main one for as long as the process
 * is there: detached, and no signal is its.
 */
#ifndef LIB_THREAD_H
#define LIB_THREAD_H

#include <stddef.h>

#include "lib/attr.h"

/* serve(arg) on a stack of so many bytes: 0, or -1 with errno. */
MUST_CHECK int thread_start(size_t stack, void *(*serve)(void *), void *arg);
/* What a lock says (pthread_mutex_lock(3), ...): an error is a bug of ours. */
void thread_must(int error);

#endif
