#include "ucspi/lanes.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "lib/ip.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "lib/thread.h"
#include "ucspi/rules.h"

#define LANES_PER_CPU 2
#define NPROC_SHARE 8		/* of RLIMIT_NPROC: one in so many */
#define LANE_STACK (256 * 1024)	/* bytes */
#define PAUSE_S 1
#define GATHER_MS 1
/* A rule's data twice, its key, names, lines. */
#define ARENA_SIZE (6 * RULES_DATA_MAX)
#define ARENA_GROWTH 8		/* what a text takes while it grows */

static_assert(LANES_MAX <= RULES_HOLDERS_MAX, "each lane holds the rules");
static_assert(LANES_MAX < EARLY_MAX, "one for each lane, and strangers");

/* ---- children end ---- */

/*
 * When children end all the time those of a moment are reaped together: the
 * main thread is woken once for them.  Not when somebody waits for their end.
 */
static void
gather(struct lanes *l)
{
	struct timespec moment = { .tv_nsec = GATHER_MS * 1000000L };
	bool waits;

	tally_lock(&l->tally);
	waits = tally_is_full(&l->tally);
	tally_unlock(&l->tally);
	if (!waits && deadline_now_ms() - l->reaped_ms <= GATHER_MS)
		(void)nanosleep(&moment, NULL);	/* SIGCHLD is blocked */
	l->reaped_ms = deadline_now_ms();
}

static void
reap(struct lanes *l)
{
	struct early_end end;
	bool more = true;

	if (l->n > 0)
		gather(l);
	l->child_died = 0;
	while (more && child_reap(&end.pid, &end.status) > 0) {
		tally_lock(&l->tally);
		more = tally_reaped(&l->tally, &end);
		tally_unlock(&l->tally);
	}
}

/* ---- a connection ---- */

/*
 * Its child gets the connection by fork(2) when it has to wait for somebody,
 * else by vfork(2): then it must not touch our heap, because it may be killed
 * in the middle of that.
 */
static pid_t
start_child(struct lanes *l, struct conn *c)
{
	pid_t pid;

	if (serve_has_to_wait(l->serve)) {
		pid = fork();
		if (pid == 0) {
			/* who waits long must not keep the port */
			fd_close(&l->listener);
			serve_reset_signals();
			serve(l->serve, &l->tally.limits, c);
		}
		return pid;
	}
	pid = vfork();
	if (pid == 0)
		serve(l->serve, &l->tally.limits, c);
	return pid;
}

/* No room for a process: others have to end first. */
static void
wait_for_room(struct lanes *l)
{
	struct timespec pause = { .tv_sec = PAUSE_S };

	if (l->n > 0) {
		tally_lock(&l->tally);
		tally_wait(&l->tally);
		tally_unlock(&l->tally);
		return;
	}
	sig_unblock(SIGCHLD);
	(void)nanosleep(&pause, NULL);	/* a child that ends wakes us */
	sig_block(SIGCHLD);
}

/* Something to watch, or to time, has come. */
static void
wake_main(struct lanes *l)
{
	/* a full pipe wakes it as well */
	ssize_t r = write(l->wake[1], "", 1);

	(void)r;
}

static void
start(struct lanes *l, struct conn *c)
{
	struct limits_entry *place = c->place;
	struct rules_held *rules = c->rules;
	struct stay_place *stays = NULL;
	int fd = c->fd, offer = -1, error;
	pid_t pid;

	if (l->n > 0) {
		tally_lock(&l->tally);
		stays = stay_offer(&l->tally.stay, &offer);
		tally_unlock(&l->tally);
		c->offer = offer;
	}
	pid = start_child(l, c);
	error = errno;
	/* what hangs on c is the child's, or gone with the arena */
	*c = (struct conn)CONN_INIT;
	c->fd = fd;
	fd_close(&offer);
	tally_lock(&l->tally);
	tally_started(&l->tally, place, stays, pid);
	if (rules != NULL)
		rules_file_release(l->serve->rules, rules);
	tally_unlock(&l->tally);
	if (pid > 0) {
		if (stays != NULL)
			wake_main(l);
		return;
	}
	if (l->serve->say >= SAY_ERRORS)
		log_warning("dropping connection, unable to fork: ",
		    err_str(error));
	fd_close(&c->fd);
	wait_for_room(l);
}

/* ---- a program that stays ---- */

/*
 * Give the connection to one that waits: false, nobody is there.  All is as it
 * would be with a child of its pid.
 */
static bool
hand_over(struct lanes *l, struct conn *c)
{
	struct tally *t = &l->tally;
	struct stay_place *stays;
	bool is_settled = true;
	int code;

	tally_lock(t);
	stays = stay_take(&t->stay);
	if (stays != NULL)
		c->pid = stays->pid;
	tally_unlock(t);
	if (stays == NULL)
		return false;
	code = serve_prepare(l->serve, &t->limits, c);
	tally_lock(t);
	if (code != 0)
		tally_refused(t, c, stays, code);
	else
		is_settled = tally_give(t, c, stays);
	if (is_settled && c->rules != NULL)
		rules_file_release(l->serve->rules, c->rules);
	tally_unlock(t);
	if (code != 0)
		wake_main(l);	/* it waits again, for so long */
	return is_settled;
}

/* Back to what it was when it was let in, for another process. */
static void
start_over(struct conn *c)
{
	struct conn fresh = CONN_INIT;

	fresh.fd = c->fd;
	fresh.seq = c->seq;
	fresh.place = c->place;
	fresh.rules = c->rules;
	fresh.peer = c->peer;
	fresh.who = (struct tcpenv){ .mapped = c->who.mapped,
	    .interface = c->who.interface, .remote = c->who.remote };
	fresh.who.remote.host = NULL;
	c->fd = -1;
	serve_free(c);
	*c = fresh;
}

/* Locked.  Whether c gets a process. */
static bool
let_in(struct lanes *l, struct conn *c, const struct sockaddr_storage *ss)
{
	const struct serve *s = l->serve;

	c->who.mapped = s->mapped;
	c->who.interface = s->interface;
	if (ip_from_sockaddr(ss, &c->peer, &c->who.remote.port) < 0)
		return false;
	c->who.remote.ip = c->peer;
	c->seq = limits_arrive(&l->tally.limits, &c->peer);
	if (s->per_host > 0 && !s->proxy && limits_same_host(&l->tally.limits,
	    &c->peer, c->seq) >= s->per_host) {
		/* for the log line; the client has gone if it fails */
		if (serve_find_local(c) == 0) {
			c->who.local.host = s->local_host;
			serve_refuse(s, c, "C");
		}
		return false;
	}
	tally_starting(&l->tally, c);
	if (s->rules != NULL)
		c->rules = rules_file_hold(s->rules);
	return true;
}

static void
accept_failed(struct lanes *l, int error)
{
	struct timespec pause = { .tv_sec = PAUSE_S };
	struct pollfd pfd = { .fd = l->listener, .events = POLLIN };

	if (error == EMFILE || error == ENFILE || error == ENOMEM ||
	    error == ENOBUFS) {
		thread_must(pthread_mutex_lock(&l->pause));
		if (l->serve->say >= SAY_ERRORS)
			log_warning("unable to accept: ", err_str(error),
			    ", sleeping...");
		(void)nanosleep(&pause, NULL);	/* early is fine */
		thread_must(pthread_mutex_unlock(&l->pause));
	} else if (error == EAGAIN && l->n > 0)
		/* others share the socket, and have it so; the next accept
		 * tells what there is */
		(void)poll(&pfd, 1, -1);
	/* anything else: that client has gone away */
}

/*
 * The child's memory is the arena; our own is the heap, for what does not fit
 * into an arena ends the process.
 */
static void
begin(struct lane *me, struct conn *c)
{
	if (me->all->n > 0 && hand_over(me->all, c))
		return;
	start_over(c);
	if (!serve_has_to_wait(me->all->serve))
		mem_use_arena(&me->arena);
	start(me->all, c);
}

/* Counted among the accepting. */
static void
take_connection(struct lane *me)
{
	struct lanes *l = me->all;
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);
	struct conn c = CONN_INIT;
	bool comes_in = false;
	int error;

	c.fd = os_accept(l->listener, (struct sockaddr *)&ss, &len);
	error = errno;
	mem_use_arena(NULL);
	tally_lock(&l->tally);
	l->tally.accepting--;
	if (c.fd >= 0)
		comes_in = let_in(l, &c, &ss);
	tally_unlock(&l->tally);
	if (comes_in)
		begin(me, &c);
	else if (c.fd < 0)
		accept_failed(l, error);
	serve_free(&c);
}

/* ---- who does it ---- */

/* At the limit the kernel's backlog holds the others. */
static void *
serve_lane(void *arg)
{
	struct lane *me = arg;

	for (;;) {
		tally_lock(&me->all->tally);
		tally_accept(&me->all->tally);
		tally_unlock(&me->all->tally);
		take_connection(me);
	}
	return NULL;
}

/* Those that stay and have ended a connection, or are to leave. */
static void
hear(struct lanes *l, const struct pollfd *fds, const size_t *places,
    size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (fds[i].revents == 0)
			continue;
		tally_lock(&l->tally);
		tally_hear(&l->tally, places[i]);
		tally_unlock(&l->tally);
	}
}

/* The main thread, beside the lanes. */
static noreturn void
attend(struct lanes *l)
{
	struct pollfd fds[1 + STAY_MAX];
	size_t places[STAY_MAX], n;
	char bytes[STAY_MAX];
	sigset_t none;
	int ms, r;

	sigemptyset(&none);
	fds[0] = (struct pollfd){ .fd = l->wake[0], .events = POLLIN };
	for (;;) {
		tally_lock(&l->tally);
		ms = stay_expire(&l->tally.stay);
		n = stay_watch(&l->tally.stay, fds + 1, places);
		tally_unlock(&l->tally);
		r = os_poll(fds, n + 1, ms, &none);
		if (r < 0 && errno != EINTR)
			die_sys("unable to poll");
		if (l->child_died)
			reap(l);
		if (r > 0 && fds[0].revents != 0 &&
		    read(l->wake[0], bytes, sizeof(bytes)) < 0 &&
		    errno != EAGAIN)
			die_sys("unable to read the pipe");
		if (r > 0)
			hear(l, fds + 1, places, n);
	}
}

/* The main thread: all of it when there are no lanes. */
static noreturn void
loop(struct lanes *l)
{
	struct pollfd pfd = { .fd = l->listener, .events = POLLIN };
	sigset_t none;

	sigemptyset(&none);
	for (;;) {
		int r = os_poll(&pfd, tally_is_full(&l->tally) ? 0 : 1,
		    -1, &none);
		if (r < 0 && errno != EINTR)
			die_sys("unable to poll");
		if (l->child_died)
			reap(l);
		if (r > 0) {
			l->tally.accepting++;
			take_connection(&l->v[0]);
		}
	}
}

/*
 * As many as keep the processors busy, and no more than may be at work.  They
 * count as processes: most of those that the user may have are for children.
 */
static size_t
lanes_wanted(const struct lanes *l)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	size_t n = LANES_PER_CPU;
	struct rlimit r;

	if (serve_has_to_wait(l->serve))
		return 0;
	if (cpus > 1)
		n = cpus < LANES_MAX / LANES_PER_CPU ?
		    LANES_PER_CPU * (size_t)cpus : LANES_MAX;
	if (getrlimit(RLIMIT_NPROC, &r) == 0 && r.rlim_cur / NPROC_SHARE < n)
		n = (size_t)(r.rlim_cur / NPROC_SHARE);
	return n < l->tally.limits.max ? n : l->tally.limits.max;
}

static int
make_arena(struct lane *lane)
{
	const struct serve *s = lane->all->serve;
	size_t size = ARENA_SIZE;
	void *p;

	if (s->refusal != NULL)
		size += ARENA_GROWTH * strlen(s->refusal);
	for (char **e = environ; *e != NULL; e++)
		size += 2 * (strlen(*e) + sizeof(*e) + sizeof(size_t));
	p = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		return -1;
	lane->arena = (struct mem_arena){ .p = p, .size = size };
	return 0;
}

/*
 * Less of them where there is not memory or room for more; where there is for
 * none the main thread does their work.
 */
static void
start_threads(struct lanes *l)
{
	size_t wanted = lanes_wanted(l);

	if (wanted == 0 || fd_clear_nonblock(l->listener) < 0)
		return;
	tally_lock(&l->tally);	/* they begin once n is known */
	while (l->n < wanted && (l->n == 0 || make_arena(&l->v[l->n]) == 0) &&
	    thread_start(LANE_STACK, serve_lane, &l->v[l->n]) == 0)
		l->n++;
	tally_unlock(&l->tally);
	if (l->n == 0 && fd_set_nonblock(l->listener) < 0)
		die_sys("unable to start");
}

int
lanes_init(struct lanes *l, const struct serve *s, size_t max)
{
	*l = (struct lanes){ .serve = s };
	if (pthread_mutex_init(&l->pause, NULL) != 0 ||
	    os_pipe(l->wake) < 0 || fd_set_nonblock(l->wake[0]) < 0 ||
	    fd_set_nonblock(l->wake[1]) < 0 ||
	    tally_init(&l->tally, s, max) < 0)
		return -1;
	for (size_t i = 0; i < NELEM(l->v); i++)
		l->v[i].all = l;
	return make_arena(&l->v[0]);
}

void
lanes_run(struct lanes *l, int listener)
{
	l->listener = listener;
	tally_say(&l->tally);
	start_threads(l);
	if (l->n > 0)
		attend(l);
	loop(l);
}
