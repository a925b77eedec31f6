/*
 * qmail-send: deliver what is in the queue.
 * reads  queue/todo, info, local, remote, bounce, mess; control files;
 *        fds 2, 4: reports of qmail-lspawn, qmail-rspawn; fd 6: qmail-clean's
 * writes queue/info, local, remote, bounce; fd 0: the log;
 *        fds 1, 3: commands to the spawners; fd 5: requests to qmail-clean
 * runs   as qmails, one process, of which threads only sync (send/syncs.h);
 *        bounces go through qmail-queue
 * exits  0 after SIGTERM or when a helper is lost, 111 cannot start
 */
#include <sys/resource.h>
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/limit.h"
#include "lib/lock.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/queue.h"
#include "send/done.h"
#include "send/note.h"
#include "send/scan.h"
#include "send/shared.h"
#include "send/slot.h"
#include "send/suppl.h"
#include "send/todo.h"

#define HURRY_BURST 1000	/* SIGALRM: so many are due at once, then */
#define HURRY_RATE 200		/* so many more a second */
#define WORK_STEPS 100		/* in one turn, while nothing else happens */
#define WORK_MS 2		/* ... and so long, while mail is delivered */
#define LOG_HELD_MS 50		/* log lines wait so long at most */
#define FDS_OWN 40		/* descriptors beside batch and jobs */
#define FDS_KEPT_PART 4		/* of all, that directories may keep open */
#define FDS_MIN 8		/* left for those, come what may */
#define FDS_JOBS_USUAL 510	/* as many jobs get by with the usual limit */
#define FDS_MAX 4096		/* as many are never needed */

/* The descriptors that qmail-start gives us, and where they are kept. */
enum helper_fd {
	TO_LSPAWN = 1, FROM_LSPAWN, TO_RSPAWN, FROM_RSPAWN, TO_CLEAN,
	FROM_CLEAN, HELPER_FDS
};
#define HELPER_FD_FREE 10

static struct shared shared;
static struct slots slots;
static struct todo todo;
static struct done done;
static struct scan loading;	/* info/, at the start */
static struct scan leftovers;	/* mess/ */
static int queue_fd;		/* the queue directory */
static struct deadline ready_by;	/* qmail-clean's first answer */
static bool is_log_held;	/* lines wait for more of them, */
static struct deadline log_until;	/* ... until then */

static void
wait_for_memory(void)
{
	struct timespec ts = { .tv_sec = SEND_RETRY_S };

	note_event(NOTE_MEMORY);
	(void)nanosleep(&ts, NULL);	/* woken early: tries again early */
}

/* ---- the start ---- */

static noreturn void
cannot_start(const char *why)
{
	note_cannot_start(why);
	_exit(EXIT_TEMP);
}

/*
 * Move the helpers' descriptors up, out of reach of children; 1 and 2 become
 * the log, so that what qmail-queue or bug() has to say is seen.
 */
static void
place_fds(int fds[HELPER_FDS])
{
	for (int fd = TO_LSPAWN; fd < HELPER_FDS; fd++) {
		fds[fd] = fcntl(fd, F_DUPFD_CLOEXEC, HELPER_FD_FREE);
		if (fds[fd] < 0)
			cannot_start("a descriptor of a helper is missing");
		(void)close(fd);	/* the copy stays */
	}
	if (fd_copy(1, 0) < 0 || fd_copy(2, 0) < 0)
		cannot_start("no log");
}

static void
enter_queue(void)
{
	const char *failed;

	if (chdir(CONF_HOME) < 0)
		cannot_start("unable to switch to home directory");
	if (settings_read(&shared.settings, &failed) < 0)
		cannot_start("unable to read controls");
	queue_fd = open("queue", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (queue_fd < 0 || fchdir(queue_fd) < 0)
		cannot_start("unable to switch to queue directory");
	umask(077);
}

/* Held until the process ends (queue.md 7). */
static void
take_mutex(void)
{
	int fd = open(QUEUE_SENDMUTEX, O_WRONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		cannot_start("unable to open mutex");
	if (lock_try(fd) < 0)
		cannot_start("qmail-send is already running");
}

/* Which split, which todo/; a queue that is not one is left alone. */
static void
find_layout(void)
{
	if (qpath_layout_checked(&shared.layout) == 0)
		return;
	if (errno == EINVAL)
		cannot_start("mess, info, local, remote are not split alike");
	cannot_start("unable to read the queue's layout");
}

static void
connect_helpers(const int fds[HELPER_FDS])
{
	struct spawn *local = &slots.lane[CHANNEL_LOCAL].spawn;
	struct spawn *remote = &slots.lane[CHANNEL_REMOTE].spawn;

	if (spawn_init(local, fds[TO_LSPAWN], fds[FROM_LSPAWN],
	    shared.settings.limit[CHANNEL_LOCAL]) < 0 ||
	    spawn_init(remote, fds[TO_RSPAWN], fds[FROM_RSPAWN],
	    shared.settings.limit[CHANNEL_REMOTE]) < 0)
		cannot_start("hath the daemon spawn no fire?");
	if (clean_init(&shared.clean, fds[TO_CLEAN], fds[FROM_CLEAN],
	    &shared.layout) < 0)
		cannot_start("no connection to qmail-clean");
	clean_ask_ready(&shared.clean);
	ready_by = deadline_in_s(SEND_RETRY_S);
}

/* Only then may a text of before meet a new message of its number. */
static bool
has_bounces(void)
{
	DIR *d = opendir(qpath_dir_name(QDIR_BOUNCE));
	struct dirent *entry;
	bool any = d == NULL;

	while (!any && (entry = readdir(d)) != NULL)
		any = entry->d_name[0] != '.';
	if (d != NULL)
		(void)closedir(d);	/* only read */
	return any;
}

/* Share the descriptors between jobs (one each) and a batch (three each). */
static void
open_rooms(void)
{
	size_t jobs = slots.lane[CHANNEL_LOCAL].spawn.most +
	    slots.lane[CHANNEL_REMOTE].spawn.most;
	size_t fds = FDS_MAX, batch;
	struct rlimit limit;

	if (jobs > FDS_JOBS_USUAL)
		limit_raise_fds(FDS_MAX);
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < fds)
		fds = (size_t)limit.rlim_cur;
	syncs_init(&shared.syncs, SYNCS_THREADS);
	dirs_init(&shared.dirs, &shared.layout);
	if (dirs_fds(&shared.layout) <= fds / FDS_KEPT_PART) {
		dirs_keep_open(&shared.dirs);
		fds -= dirs_fds(&shared.layout);
	}
	fds = fds > FDS_OWN + FDS_MIN ? fds - FDS_OWN : FDS_MIN;
	if (jobs > fds / 2)
		jobs = fds / 2;
	batch = (fds - jobs) / SORT_FILES;
	if (batch > TODO_BATCH_MAX)
		batch = TODO_BATCH_MAX;
	shared.now = time(NULL);
	shared.scanning = true;
	shared.had_bounces = has_bounces();
	slots_init(&slots, &shared, jobs);
	todo_init(&todo, &shared, batch);
	done_init(&done, &shared);
	scan_init(&loading, &shared, QDIR_INFO);
	scan_init(&leftovers, &shared, QDIR_MESS);
}

static void
watch_signals(void)
{
	sig_ignore(SIGPIPE);
	sig_default(SIGCHLD);
	if (sig_watch(SIGTERM) < 0 || sig_watch(SIGALRM) < 0 ||
	    sig_watch(SIGHUP) < 0)
		cannot_start("unable to watch signals");
	sig_unblock_all();
}

/* ---- signals ---- */

static void
return_to_queue(void)
{
	struct timespec ts = { .tv_sec = SEND_RETRY_S };

	while (fchdir(queue_fd) < 0) {
		note_event(NOTE_BACK_TO_QUEUE);
		(void)nanosleep(&ts, NULL);	/* early is fine */
	}
}

static void
reread_controls(void)
{
	struct settings fresh = SETTINGS_INIT;
	const char *failed;

	if (chdir(CONF_HOME) < 0) {
		note_event(NOTE_REREAD_HOME);
		return;
	}
	if (settings_read(&fresh, &failed) < 0) {
		note_reread(failed);
		settings_free(&fresh);
	} else {
		settings_free(&shared.settings);
		shared.settings = fresh;
	}
	return_to_queue();
}

/*
 * Those, too, that came while poll(2) was on its way back with something else:
 * what is sent after a signal is not to be taken before it.
 */
static void
take_signals(void)
{
	if (sig_take(SIGTERM))
		shared.stopping = true;
	if (sig_take(SIGALRM)) {
		for (enum channel c = 0; c < CHANNELS; c++)
			heap_hurry(&shared.due[c], shared.now, HURRY_BURST,
			    HURRY_RATE);
		shared.hurrying = shared.scanning;
	}
	if (sig_take(SIGHUP))
		reread_controls();
}

/* ---- one turn of the loop ---- */

enum watch {
	WATCH_SIGNALS,
	WATCH_REPORTS,		/* one for each channel */
	WATCH_COMMANDS = WATCH_REPORTS + CHANNELS,
	WATCH_ANSWERS = WATCH_COMMANDS + CHANNELS,
	WATCH_REQUESTS,
	WATCH_TRIGGER,
	WATCH_SYNCS,
	WATCH_BOUNCES,
	WATCHES = WATCH_BOUNCES + DONE_SENDING_MAX
};

/* Of qmail-clean; at the end none is held back. */
static bool
has_requests(void)
{
	return clean_is_due(&shared.clean) ||
	    (shared.stopping && shared.clean.unsent.len > 0);
}

/* Descriptors that are not waited for are -1, which poll(2) passes by. */
static void
watch(struct pollfd *w)
{
	const struct clean *clean = &shared.clean;

	for (int i = 0; i < WATCHES; i++)
		w[i] = (struct pollfd){ .fd = -1, .events = POLLIN };
	w[WATCH_SIGNALS].fd = sig_fd();
	for (enum channel c = 0; c < CHANNELS; c++) {
		const struct spawn *spawn = &slots.lane[c].spawn;
		w[WATCH_REPORTS + c].fd = spawn->from;
		w[WATCH_COMMANDS + c].events = POLLOUT;
		if (spawn->command.len > 0)
			w[WATCH_COMMANDS + c].fd = spawn->to;
	}
	w[WATCH_ANSWERS].fd = clean->from;
	w[WATCH_REQUESTS].events = POLLOUT;
	if (has_requests())
		w[WATCH_REQUESTS].fd = clean->to;
	w[WATCH_TRIGGER].fd = todo_trigger_fd(&todo);
	w[WATCH_SYNCS].fd = syncs_fd(&shared.syncs);
	for (int i = 0; i < DONE_SENDING_MAX; i++)
		w[WATCH_BOUNCES + i].fd = done.sending[i].fd;
}

static bool
is_now(const struct wake *w)
{
	return w->at_once || w->at_s <= shared.now;
}

/* How long nothing has to be done. */
static int
sleep_ms(void)
{
	struct wake wake = { .at_s = shared.now + SEND_SLEEP_MAX_S,
	    .at = DEADLINE_NEVER };
	struct deadline until;

	slots_wake(&slots, &wake);
	todo_wake(&todo, &wake);
	done_wake(&done, &wake);
	scan_wake(&loading, &wake);
	scan_wake(&leftovers, &wake);
	if (!shared.stopping)
		wake_for_heap(&wake, &shared.unsure);
	if (is_now(&wake))
		return 0;
	until = deadline_min(deadline_in_s(wake.at_s - shared.now), wake.at);
	until = deadline_min(until, ready_by);
	if (shared.clean.unsent.len > 0 && !shared.clean.is_urgent)
		until = deadline_min(until, shared.clean.hold);
	if (is_log_held)
		until = deadline_min(until, log_until);
	return deadline_poll_ms(&until);
}

static void
lose_clean(void)
{
	note_event(NOTE_LOST_CLEAN);
	shared.stopping = true;
}

/* Nothing is sorted or delivered before its first answer: told once. */
static void
await_clean(void)
{
	bool is_late = deadline_is_past(&ready_by);

	if (is_late && !shared.stopping && !clean_is_ready(&shared.clean))
		note_event(NOTE_CLEAN_LATE);
	if (is_late || clean_is_ready(&shared.clean))
		ready_by = DEADLINE_NEVER;
}

static void
take_answers(void)
{
	struct clean_request r;
	char name[QPATH_MAX];
	bool was_done;
	int got;

	while ((got = clean_answer(&shared.clean, &r, &was_done)) > 0) {
		if (!was_done)
			note_trouble(NOTE_CLEAN,
			    clean_name(&shared.clean, &r, name));
		if (r.kind == CLEAN_TODO)
			todo_cleaned(&todo, &r, was_done);
	}
	if (got < 0)
		lose_clean();
}

static void
send_requests(void)
{
	if (has_requests() && clean_flush(&shared.clean) < 0)
		lose_clean();
}

/* What has come comes first: reports make room, answers make mail ready. */
static void
take_events(const struct pollfd *w)
{
	if (w[WATCH_SIGNALS].revents != 0)
		sig_drain();
	for (enum channel c = 0; c < CHANNELS; c++) {
		if (w[WATCH_REPORTS + c].revents != 0)
			slots_take_reports(&slots, c);
		if (w[WATCH_COMMANDS + c].revents != 0)
			slots_send_command(&slots, c);
	}
	if (w[WATCH_ANSWERS].revents != 0)
		take_answers();
	if (w[WATCH_TRIGGER].revents != 0)
		todo_pull(&todo);
	if (w[WATCH_SYNCS].revents != 0)
		syncs_drain(&shared.syncs);
	for (size_t i = 0; i < DONE_SENDING_MAX; i++)
		if (w[WATCH_BOUNCES + i].revents != 0)
			done_bounced(&done, i);
}

static bool
has_sorting(void)
{
	struct wake w = { .at_s = INT64_MAX, .at = DEADLINE_NEVER };

	todo_wake(&todo, &w);
	done_wake(&done, &w);
	return is_now(&w);
}

/* A delivery may have ended while we waited, or can be started. */
static bool
has_deliveries(void)
{
	struct wake w = { .at_s = INT64_MAX, .at = DEADLINE_NEVER };

	slots_wake(&slots, &w);
	return !slots_are_quiet(&slots) || is_now(&w);
}

/*
 * Sort and remove.  After waiting for the disk deliveries come first; where
 * that was short, as it is for what another flush has written, they are not
 * looked for each time.
 */
static void
work(void)
{
	struct deadline look = deadline_in_ms(WORK_MS);

	shared.has_waited = false;
	for (unsigned n = 0; n < WORK_STEPS; n++) {
		todo_step(&todo);
		done_step(&done);
		if (!has_sorting() || (shared.has_waited &&
		    deadline_is_past(&look) && has_deliveries()))
			return;
	}
}

/*
 * What is logged while a batch is sorted goes out with the lines of its
 * deliveries, which begin as soon as qmail-clean has answered; but never much
 * later.
 */
static void
write_log(void)
{
	bool may_wait = todo_is_sorting(&todo) && !shared.stopping &&
	    !(is_log_held && deadline_is_past(&log_until));

	if (!may_wait)
		note_flush();
	else if (!is_log_held)
		log_until = deadline_in_ms(LOG_HELD_MS);
	is_log_held = may_wait;
}

static void
turn(void)
{
	struct pollfd w[WATCHES];
	int n;

	watch(w);
	n = poll(w, WATCHES, sleep_ms());
	shared.now = time(NULL);
	if (n < 0 && errno != EINTR)
		note_event(NOTE_POLL);
	take_signals();
	if (n > 0)
		take_events(w);
	await_clean();
	slots_settle(&slots);
	slots_start(&slots);
	work();
	scan_step(&loading);
	if (!done_is_removing(&done))
		scan_step(&leftovers);
	scan_unsure(&shared);
	send_requests();
	write_log();
}

static bool
can_leave(void)
{
	return shared.stopping && slots_are_quiet(&slots) &&
	    done_is_quiet(&done) && syncs_are_idle(&shared.syncs) &&
	    (clean_is_lost(&shared.clean) ||
	    (todo_is_quiet(&todo) && clean_is_idle(&shared.clean)));
}

int
main(void)
{
	int fds[HELPER_FDS];

	prog_init("qmail-send", wait_for_memory);
	place_fds(fds);
	enter_queue();
	take_mutex();
	find_layout();
	watch_signals();
	connect_helpers(fds);
	open_rooms();
	suppl_warn(&shared.layout);
	slots_note_status(&slots);
	note_flush();
	os_forget_start();
	while (!can_leave())
		turn();
	slots_close(&slots);
	note_exiting();
	return EXIT_OK;
}
