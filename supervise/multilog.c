/*
 * multilog: sort lines into rotated logs.	usage: multilog action ...
 * reads  lines on descriptor 0
 * writes as its script of actions says: folders, status files, descriptor 2
 * exits  0 at end of input or on SIGTERM (after the line under way), 111 when
 *	  a log cannot be opened at the start; later trouble makes it wait
 */
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "lib/tai.h"
#include "supervise/logdir.h"
#include "supervise/mlinput.h"
#include "supervise/mlmatch.h"

#define HEAD_MAX 1000		/* bytes of a line that patterns and = see */
#define ALERT_MAX 200		/* bytes of a line for descriptor 2 */
#define INPUT_SIZE 65536
#define MICRO_DIGITS 6		/* of an accustamp */

enum kind { SELECT, DESELECT, ALERT, STATUS, LOG };
enum stamp { NO_STAMP, TAI64N, ACCUSTAMP };

struct action {
	enum kind kind;
	const char *arg;	/* pattern or file */
	bool is_glob;		/* pattern is fnmatch(3)'s */
	bool takes;		/* ALERT, LOG: gets the line under way */
	struct logdir *log;
};

struct multilog {
	struct action *v;
	size_t len;
	enum stamp stamp;	/* action t or T */
	bool needs_head;	/* some action looks at the line */
	bool has_globs;		/* patterns that follow are fnmatch(3)'s */
	struct mlinput input;
	size_t done;		/* shown bytes that all logs have got */
	bool shall_rotate;	/* SIGALRM, not obeyed yet */
	/* the line under way */
	bool has_begun, is_decided;
	size_t head_len;
	char head[HEAD_MAX + 1];	/* room for a NUL */
};

static void
write_status(const struct multilog *m, const char *path)
{
	char bytes[HEAD_MAX + 1];
	int fd;

	memset(bytes, '\n', sizeof(bytes));
	memcpy(bytes, m->head, m->head_len);
	fd = open(path, O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0600);
	if (fd < 0 || write(fd, bytes, sizeof(bytes)) !=
	    (ssize_t)sizeof(bytes))
		log_warning("unable to write ", path, ": ", err_str(errno));
	if (fd >= 0 && close(fd) < 0)
		log_warning("unable to close ", path, ": ", err_str(errno));
}

static void
write_alert(const struct multilog *m)
{
	char bytes[ALERT_MAX + 4];
	size_t n = m->head_len < ALERT_MAX ? m->head_len : ALERT_MAX;

	memcpy(bytes, m->head, n);
	if (m->head_len > ALERT_MAX) {
		memcpy(bytes + n, "...", 3);
		n += 3;
	}
	bytes[n++] = '\n';
	if (io_write_all(2, bytes, n) < 0)
		return;		/* descriptor 2 is where one would complain */
}

static bool
is_match(struct multilog *m, const struct action *a)
{
	if (!a->is_glob)
		return mlmatch_is(a->arg, view_make(m->head, m->head_len));
	m->head[m->head_len] = '\0';
	return fnmatch(a->arg, m->head, 0) == 0;
}

/* Run the script on the line's head: who takes the line? */
static void
decide(struct multilog *m)
{
	struct view head = view_make(m->head, m->head_len);
	bool selected = true;

	for (size_t i = 0; i < m->len; i++) {
		struct action *a = &m->v[i];
		switch (a->kind) {
		case SELECT:
		case DESELECT:
			if (selected != (a->kind == SELECT) &&
			    is_match(m, a))
				selected = a->kind == SELECT;
			break;
		case ALERT:
			if (selected)
				write_alert(m);
			break;
		case STATUS:
			if (selected)
				write_status(m, a->arg);
			break;
		case LOG:
			a->takes = selected;
			if (selected)
				logdir_put(a->log, head);
			break;
		}
	}
	m->is_decided = true;
}

static void
begin_line(struct multilog *m)
{
	struct tai now;
	size_t n = 0;

	m->has_begun = true;
	m->is_decided = false;
	m->head_len = 0;
	if (m->stamp == NO_STAMP)
		return;
	tai_now(&now);
	if (m->stamp == TAI64N) {
		tai_fmt(&now, m->head);
		n = TAI_LABEL;
	} else {
		n = num_fmt((uint64_t)tai_to_unix(&now), m->head);
		m->head[n++] = '.';
		n += num_fmt0(now.nano / 1000, MICRO_DIGITS, m->head + n);
	}
	m->head[n++] = ' ';
	m->head_len = n;
}

static void
add_bytes(struct multilog *m, struct view v)
{
	size_t n = HEAD_MAX - m->head_len;

	if (!m->is_decided) {
		n = v.len < n ? v.len : n;
		memcpy(m->head + m->head_len, v.p, n);
		m->head_len += n;
		v = view_from(v, n);
		/* what nobody looks at need not wait in memory */
		if (v.len > 0 || !m->needs_head)
			decide(m);
	}
	for (size_t i = 0; v.len > 0 && i < m->len; i++)
		if (m->v[i].kind == LOG && m->v[i].takes)
			logdir_put(m->v[i].log, v);
}

static void
end_line(struct multilog *m)
{
	if (!m->is_decided)
		decide(m);
	for (size_t i = 0; i < m->len; i++)
		if (m->v[i].kind == LOG && m->v[i].takes)
			logdir_newline(m->v[i].log);
	m->has_begun = false;
}

static void
flush_logs(struct multilog *m)
{
	for (size_t i = 0; i < m->len; i++)
		if (m->v[i].kind == LOG)
			logdir_flush(m->v[i].log);
}

/* What all logs have got goes to the files, and then only from the pipe. */
static void
settle(void *arg)
{
	struct multilog *m = arg;

	flush_logs(m);
	if (mlinput_take(&m->input, m->done) < 0)
		die_sys("unable to read input");
	m->done = 0;
}

/* Between two lines: those that are full, or all when told to. */
static void
rotate_logs(struct multilog *m)
{
	for (size_t i = 0; i < m->len; i++)
		if (m->v[i].kind == LOG &&
		    (m->shall_rotate || logdir_is_full(m->v[i].log)))
			logdir_rotate(m->v[i].log);
	m->shall_rotate = false;
}

static void
add_input(struct multilog *m, struct view v)
{
	while (v.len > 0) {
		size_t n = view_chr(v, '\n');
		if (!m->has_begun)
			begin_line(m);
		add_bytes(m, view_upto(v, n));
		m->done += view_upto(v, n).len;
		if (n < v.len) {
			end_line(m);
			m->done++;
			rotate_logs(m);
		}
		v = view_from(v, n + 1);
	}
}

/* Wait for input: true when there is some, false on SIGTERM. */
static bool
wait_for_input(struct multilog *m)
{
	struct pollfd pfd[2] = {
		{ .fd = 0, .events = POLLIN },
		{ .fd = sig_fd(), .events = POLLIN },
	};

	for (;;) {
		if (poll(pfd, 2, -1) < 0) {
			if (errno == EINTR)
				continue;
			die_sys("unable to poll");
		}
		sig_drain();
		if (sig_take(SIGTERM))
			return false;
		m->shall_rotate = sig_take(SIGALRM) || m->shall_rotate;
		if (m->shall_rotate && !m->has_begun)
			rotate_logs(m);
		if (pfd[0].revents != 0)
			return true;
	}
}

/* Give the logs at most max bytes of the input: false at its end. */
static bool
pass_on(struct multilog *m, size_t max)
{
	static char space[INPUT_SIZE];
	ssize_t r = mlinput_look(&m->input, space, max);

	if (r < 0 && errno != EAGAIN)
		die_sys("unable to read input");
	if (r > 0) {
		add_input(m, view_make(space, (size_t)r));
		settle(m);
	}
	return r != 0;
}

static void
run(struct multilog *m)
{
	struct pollfd pfd = { .fd = 0, .events = POLLIN };

	while (wait_for_input(m))
		if (!pass_on(m, INPUT_SIZE))
			return;
	/* told to stop: only the rest of the line under way is read */
	while (m->has_begun && (poll(&pfd, 1, -1) >= 0 || errno == EINTR))
		if (!pass_on(m, 1))
			return;
}

static struct logdir *
new_log(struct multilog *m, const struct logdir *settings, const char *dir)
{
	struct logdir *d = mem_alloc(sizeof(*d));

	d->dir = dir;
	d->max = settings->max;
	d->count = settings->count;
	d->processor = settings->processor;
	d->suffix = settings->suffix;
	d->before_rotation = settle;
	d->owner = m;
	logdir_open(d);
	return d;
}

static uint64_t
number(const char *digits, uint64_t min, uint64_t max)
{
	uint64_t n = min;

	if (num_scan_prefix(view_of(digits), max, &n) == 0 || n < min)
		return min;
	return n;
}

static void
create_status(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0600);

	if (fd < 0 || close(fd) < 0)
		die_sys("unable to create ", path);
}

static const char *
suffix_or_die(const char *suffix)
{
	struct view v = view_of(suffix);

	if (v.len == 0 || v.len > LOGDIR_SUFFIX_MAX ||
	    view_has_byte(v, '/'))
		die_temp("unable to use suffix ", suffix);
	return suffix;
}

/* A word that only changes what later ones mean: false when it is another. */
static bool
change_setting(struct multilog *m, struct logdir *settings, const char *word)
{
	const char *value = word + 1;

	switch (word[0]) {
	case 's':
		settings->max = number(value, LOGDIR_SIZE_MIN,
		    LOGDIR_SIZE_MAX);
		return true;
	case 'S':
		settings->max = number(value, LOGDIR_SIZE_MIN,
		    LOGDIR_LARGE_MAX);
		return true;
	case 'n':
		settings->count = number(value, LOGDIR_COUNT_MIN, UINT64_MAX);
		return true;
	case 'w':
		settings->suffix = suffix_or_die(value);
		return true;
	case '!':
		settings->processor = value[0] == '\0' ? NULL : value;
		return true;
	case 'F':
	case 'f':
		if (value[0] != '\0')
			return false;
		m->has_globs = word[0] == 'F';
		return true;
	}
	return false;
}

static void
add_action(struct multilog *m, const struct logdir *settings,
    const char *word)
{
	struct action *a = &m->v[m->len];

	a->arg = word + 1;
	a->is_glob = m->has_globs;
	switch (word[0]) {
	case '+':
	case '-':
		a->kind = word[0] == '+' ? SELECT : DESELECT;
		break;
	case 'e':
		a->kind = ALERT;
		break;
	case '=':
		create_status(word + 1);
		a->kind = STATUS;
		break;
	case '.':
	case '/':
		a->kind = LOG;
		a->log = new_log(m, settings, word);
		break;
	default:
		/* t counts only as the first, and is silent elsewhere */
		if (!view_is(view_of(word), "t"))
			log_warning("ignoring unknown action ", word);
		return;
	}
	m->needs_head = m->needs_head || a->kind != LOG;
	m->len++;
}

static void
read_script(struct multilog *m, int argc, char **argv)
{
	static struct logdir settings = {
		.suffix = LOGDIR_SUFFIX, .max = LOGDIR_SIZE,
		.count = LOGDIR_COUNT
	};
	int i = 1;

	m->v = mem_array((size_t)argc, sizeof(*m->v));
	if (argc > 1 && view_is(view_of(argv[1]), "t"))
		m->stamp = TAI64N;
	else if (argc > 1 && view_is(view_of(argv[1]), "T"))
		m->stamp = ACCUSTAMP;
	if (m->stamp != NO_STAMP)
		i++;
	for (; i < argc; i++)
		if (!change_setting(m, &settings, argv[i]))
			add_action(m, &settings, argv[i]);
}

int
main(int argc, char **argv)
{
	static struct multilog m;

	prog_init("multilog", oom_wait);
	/* else a pipe of ours would be the input, and a log descriptor 2 */
	if (fd_open_std() < 0)
		die_sys("unable to start");
	if (sig_watch(SIGTERM) < 0 || sig_watch(SIGALRM) < 0)
		die_sys("unable to create pipe");
	mlinput_open(&m.input);
	read_script(&m, argc, argv);
	rotate_logs(&m);	/* who was killed did not get that far */
	run(&m);
	if (m.has_begun) {
		end_line(&m);
		rotate_logs(&m);
	}
	for (size_t i = 0; i < m.len; i++)
		if (m.v[i].kind == LOG)
			logdir_close(m.v[i].log);
	return EXIT_OK;
}
