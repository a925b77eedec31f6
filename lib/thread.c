#include "lib/thread.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>

#include "lib/prog.h"

void
thread_must(int error)
{
	if (error != 0)
		bug("lock");
}

int
thread_start(size_t stack, void *(*serve)(void *), void *arg)
{
	pthread_attr_t attr;
	pthread_t thread;
	sigset_t all, old;
	int error;

	thread_must(pthread_attr_init(&attr));
	thread_must(pthread_attr_setstacksize(&attr, stack));
	thread_must(pthread_attr_setdetachstate(&attr,
	    PTHREAD_CREATE_DETACHED));
	sigfillset(&all);
	thread_must(pthread_sigmask(SIG_SETMASK, &all, &old));
	error = pthread_create(&thread, &attr, serve, arg);
	thread_must(pthread_sigmask(SIG_SETMASK, &old, NULL));
	thread_must(pthread_attr_destroy(&attr));
	errno = error;
	return error == 0 ? 0 : -1;
}
