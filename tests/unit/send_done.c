#include "send/done.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "mail/queue.h"
#include "send/note.h"
#include "send/scan.h"
#include "tests/scratch.h"
#include "tests/tap.h"

#define STEPS 100		/* more than a message takes */
#define LOG "log"

static struct shared s;
static struct done d;
static int asked[2], answers[2];	/* the pipes of qmail-clean */

static void
make(const char *name)
{
	if (scratch_file(name, 0, "x") < 0)
		abort();
}

/* A queue of one folder each, empty, and qmail-clean's pipes. */
static void
begin(void)
{
	static const char *const dirs[] = { "mess", "mess/0", "info", "info/0",
	    "local", "local/0", "remote", "remote/0", "bounce", "todo" };

	for (size_t i = 0; i < NELEM(dirs); i++)
		if (mkdir(dirs[i], 0700) < 0)
			abort();
	if (fd_move(0, open(LOG, O_WRONLY | O_CREAT | O_APPEND, 0600)) < 0 ||
	    pipe(asked) < 0 || pipe(answers) < 0)
		abort();
	s.layout.split = 1;
	s.now = time(NULL);
	if (clean_init(&s.clean, asked[1], answers[0], &s.layout) < 0)
		abort();
	s.clean.is_ready = true;
	dirs_init(&s.dirs, &s.layout);
	done_init(&d, &s);
}

/* Until nothing more happens, or there is no such file. */
static void
run(const char *name)
{
	for (int i = 0; i < STEPS && access(name, F_OK) == 0; i++)
		done_step(&d);
}

static unsigned
count_log(const char *what)
{
	struct buf text = BUF_INIT;
	struct view rest, line;
	unsigned n = 0;

	if (file_read(LOG, &text, 100000) < 0)
		abort();
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line))
		n += view_is(line, what);
	buf_free(&text);
	return n;
}

/* What qmail-clean is asked for next, as it is sent. */
static void
check_asked(const char *name, const char *want)
{
	static const char yes = '+';
	struct clean_request r;
	char got[100];
	bool was_done;
	ssize_t n;

	CHECK_INT("one request", s.clean.len, 1);
	CHECK_INT("sent", clean_flush(&s.clean), 0);
	n = read(asked[0], got, sizeof(got));
	CHECK_STR(name, view_make(got, n > 0 ? (size_t)n - 1 : 0), want);
	CHECK_INT("answered", write(answers[1], &yes, 1), 1);
	CHECK_INT("taken", clean_answer(&s.clean, &r, &was_done), 1);
	CHECK_INT("no more", clean_answer(&s.clean, &r, &was_done), 0);
}

/* A message at its end whose info/N is removed; then info/0 is away. */
static void
lose_info(uint64_t id)
{
	char info[QPATH_MAX];

	make(qpath(&s.layout, QDIR_MESS, id, info));
	make(qpath(&s.layout, QDIR_INFO, id, info));
	s.clear[s.nclear++] = id;
	run(info);
	CHECK_INT("info/N is removed", access(info, F_OK), -1);
	CHECK_INT("its folder goes away", rename("info/0", "info/x"), 0);
	run("mess/0");
	CHECK_INT("nothing is asked", s.clean.len, 0);
}

/* spec: queue.md 5, 11 item 2; scheduling.md 1 */
static void
test_retry(void)
{
	lose_info(7);
	note_flush();
	CHECK_INT("said", count_log("warning: trouble fsyncing info/0"), 1);
	s.now += SEND_TROUBLE_S;
	run("mess/0");
	note_flush();
	CHECK_INT("tried again", count_log("warning: trouble fsyncing info/0"),
	    2);
	CHECK_INT("nothing is asked", s.clean.len, 0);
	CHECK_INT("it comes back", rename("info/x", "info/0"), 0);
	run("mess/0");
	CHECK_INT("not too soon", s.clean.len, 0);
	s.now += SEND_TROUBLE_S;
	run("mess/0");
	check_asked("then the text goes", "foop/7");
	note_flush();
	CHECK_INT("it ended once", count_log("end msg 7"), 1);
	CHECK_NAMED("quiet", done_is_quiet(&d));
}

static void
test_stop(void)
{
	lose_info(8);
	s.stopping = true;
	CHECK_NAMED("one more attempt", !done_is_quiet(&d));
	CHECK_INT("it comes back", rename("info/x", "info/0"), 0);
	run("mess/0");
	check_asked("at the end, too", "foop/8");
	CHECK_NAMED("then it can leave", done_is_quiet(&d));

	s.stopping = false;
	lose_info(9);
	s.stopping = true;
	run("mess/0");
	CHECK_INT("nothing is asked", s.clean.len, 0);
	CHECK_NAMED("but it leaves", done_is_quiet(&d));
	CHECK_INT("it comes back", rename("info/x", "info/0"), 0);
	s.stopping = false;
}

/* Two days later: whose end is under way is asked for once. */
static void
test_sweep(void)
{
	struct scan leftovers;
	int64_t now = s.now;

	make("mess/0/10");
	make("mess/0/11");
	make("mess/0/12");
	heap_put(&s.unsynced, INT64_MAX, 10);
	clean_ask(&s.clean, (struct clean_request){ .kind = CLEAN_FOOP,
	    .id = 11 });
	CHECK_INT("done by others", unlink("mess/0/7") | unlink("mess/0/8") |
	    unlink("mess/0/9"), 0);
	s.now = time(NULL) + QUEUE_STALE_S + 10;
	scan_init(&leftovers, &s, QDIR_MESS);
	for (int i = 0; i < STEPS; i++)
		scan_step(&leftovers);
	CHECK_INT("one more than before", s.clean.len, 2);
	CHECK_NAMED("what nobody has in hand",
	    clean_is_asked(&s.clean, CLEAN_FOOP, 12));
	scan_free(&leftovers);
	s.now = now;
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	begin();
	test_retry();
	test_stop();
	test_sweep();
	return scratch_leave() < 0 ? 1 : tap_end();
}
