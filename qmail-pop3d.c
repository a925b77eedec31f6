/*
 * qmail-pop3d: give a user the messages of a maildir by POP3.
 *	usage: qmail-pop3d maildir
 * reads  fd 0: commands; maildir (from the current directory, the home)
 * writes fd 1: replies; at QUIT it removes what was deleted and moves the rest
 *        of new/ to cur/
 * runs   the user, started by checkpassword
 * exits  0; 1 as root or without an argument
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/confine_log.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/hangup.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "lib/sys.h"
#include "mail/maildir_list.h"
#include "mail/maildir_quota.h"
#include "mail/pop3.h"

#define POP3D_EXIT 1
#define MESSAGES_MAX 10000000	/* some 70 bytes of memory each */
#define READ_SIZE 65536		/* of a message at a time */

struct session {
	struct pop3 pop3;
	struct maildir_list list;	/* marked: deleted */
	size_t last;		/* highest number deleted so far */
	bool is_over;
	char space[READ_SIZE];
};

static struct session session = { .list = MAILDIR_LIST_INIT };

/* Whether the peer still takes the last reply changes nothing. */
static noreturn void
leave(struct session *s)
{
	if (out_flush(&s->pop3.out) < 0)
		log_info("the client left without a good-bye");
	_exit(EXIT_OK);
}

/* The end before its time: what the client has sent ahead stays unread. */
static noreturn void
break_off(struct session *s)
{
	if (out_flush(&s->pop3.out) == 0)
		hang_up(0, 1, HANGUP_MS);
	leave(s);
}

/* ---- arguments ---- */

/* The next word of *rest: false when there is none. */
static bool
take_word(struct view *rest, struct view *word)
{
	*rest = view_trim_start(*rest);
	*word = view_upto(*rest, view_chr(*rest, ' '));
	*rest = view_from(*rest, word->len);
	return word->len > 0;
}

/* A message number, as an index of the list; false: answered. */
static bool
take_message(struct session *s, struct view *rest, size_t *i)
{
	struct view word;
	uint64_t n;

	if (!take_word(rest, &word) ||
	    (num_scan(word, SIZE_MAX - 1, &n) < 0 && errno == EINVAL)) {
		pop3_err(&s->pop3, "syntax error");
		return false;
	}
	if (num_scan(word, s->list.len, &n) < 0) {
		pop3_err(&s->pop3, "not that many messages");
		return false;
	}
	if (n == 0) {
		pop3_err(&s->pop3, "messages are counted from 1");
		return false;
	}
	*i = (size_t)n - 1;
	if (s->list.v[*i].is_marked) {
		pop3_err(&s->pop3, "already deleted");
		return false;
	}
	return true;
}

/* Nothing may follow; false: answered. */
static bool
is_end(struct session *s, struct view rest)
{
	if (view_trim_start(rest).len == 0)
		return true;
	pop3_err(&s->pop3, "syntax error");
	return false;
}

/* ---- STAT, LIST, UIDL ---- */

static void
do_stat(struct session *s, struct view arg)
{
	uint64_t count = 0, size = 0;

	(void)arg;
	for (size_t i = 0; i < s->list.len; i++)
		if (!s->list.v[i].is_marked) {
			count++;
			size += s->list.v[i].size;
		}
	out_puts(&s->pop3.out, "+OK ");
	out_put_u64(&s->pop3.out, count);
	out_putc(&s->pop3.out, ' ');
	out_put_u64(&s->pop3.out, size);
	out_puts(&s->pop3.out, "\r\n");
}

static void
put_size(struct session *s, size_t i)
{
	out_put_u64(&s->pop3.out, s->list.v[i].size);
}

static bool
is_graph(char c)
{
	return ascii_is_print(c) && c != ' ';
}

/* File names are anybody's invention: no line ends and the like. */
static void
put_uid(struct session *s, size_t i)
{
	struct view rest = maildir_unique(&s->list, i);
	size_t good;

	while (rest.len > 0) {
		for (good = 0; good < rest.len && is_graph(rest.p[good]);)
			good++;
		out_putv(&s->pop3.out, view_upto(rest, good));
		if (good < rest.len)
			out_putc(&s->pop3.out, '?');
		rest = view_from(rest, good + 1);
	}
}

static void
put_listing(struct session *s, size_t i,
    void (*put)(struct session *s, size_t i))
{
	out_put_u64(&s->pop3.out, i + 1);
	out_putc(&s->pop3.out, ' ');
	put(s, i);
	out_puts(&s->pop3.out, "\r\n");
}

static void
list(struct session *s, struct view arg,
    void (*put)(struct session *s, size_t i))
{
	size_t i;

	if (view_trim_start(arg).len > 0) {
		if (!take_message(s, &arg, &i) || !is_end(s, arg))
			return;
		out_puts(&s->pop3.out, "+OK ");
		put_listing(s, i, put);
		return;
	}
	pop3_ok(&s->pop3, "");
	for (i = 0; i < s->list.len; i++)
		if (!s->list.v[i].is_marked)
			put_listing(s, i, put);
	out_puts(&s->pop3.out, ".\r\n");
}

static void
do_list(struct session *s, struct view arg)
{
	list(s, arg, put_size);
}

static void
do_uidl(struct session *s, struct view arg)
{
	list(s, arg, put_uid);
}

/* ---- RETR, TOP ---- */

struct copy {
	struct out *out;
	bool in_line;		/* inside a line, */
	bool is_cr;		/* of which only a CR was there */
	bool in_body;
	uint64_t body_lines;	/* still wanted */
};

/* One line or a part of it; ends tells whether its LF was there. */
static void
put_line(struct copy *c, struct view part, bool ends)
{
	/* stored with CR LF perhaps, and its CR came with what was before */
	bool is_empty = c->in_line ? c->is_cr && part.len == 0 :
	    part.len == 0 || view_is(part, "\r");

	if (!c->in_line && part.len > 0 && part.p[0] == '.')
		out_putc(c->out, '.');
	out_putv(c->out, part);
	if (ends)
		out_puts(c->out, "\r\n");
	if (ends && c->in_body)
		c->body_lines--;
	if (ends && is_empty)
		c->in_body = true;
	c->is_cr = !ends && is_empty;
	c->in_line = !ends;
}

static bool
is_enough(const struct copy *c)
{
	return c->in_body && c->body_lines == 0;
}

static void
put_piece(struct copy *c, struct view piece)
{
	while (piece.len > 0 && !is_enough(c)) {
		size_t end = view_chr(piece, '\n');
		put_line(c, view_upto(piece, end), end < piece.len);
		piece = view_from(piece, end + 1);
	}
}

static int
open_file(struct session *s, size_t i)
{
	return open(maildir_path(&s->list, i),
	    O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

/* Another reader may have given the file other flags meanwhile. */
static int
open_message(struct session *s, size_t i)
{
	struct stat st;
	int fd = open_file(s, i);

	if (fd < 0 && errno == ENOENT && maildir_follow(&s->list) > 0)
		fd = open_file(s, i);
	/* it was a regular file when it was listed */
	if (fd >= 0 && (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)))
		fd_close(&fd);
	return fd;
}

/* 0; -1 with errno when it cannot be read to its end. */
static int
copy_message(struct session *s, struct copy *c, int fd)
{
	ssize_t n;

	do {
		n = read(fd, s->space, sizeof(s->space));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		put_piece(c, view_make(s->space, (size_t)n));
		/* of a regular file read(2) gives less only at its end */
		if ((size_t)n < sizeof(s->space))
			return 0;
	} while (!is_enough(c) && out_error(c->out) == 0);
	return 0;
}

static void
send_message(struct session *s, size_t i, uint64_t body_lines)
{
	struct copy c = { .out = &s->pop3.out, .body_lines = body_lines };
	int fd = open_message(s, i);
	int r;

	if (fd < 0) {
		pop3_err(&s->pop3, "unable to open that message");
		return;
	}
	pop3_ok(&s->pop3, "");
	r = copy_message(s, &c, fd);
	fd_close(&fd);
	if (r < 0) {		/* half a message must not look like one */
		log_warning("unable to read ", maildir_path(&s->list, i), ": ",
		    err_str(errno));
		break_off(s);
	}
	if (c.in_line)
		out_puts(c.out, "\r\n");
	out_puts(c.out, ".\r\n");
}

static void
do_retr(struct session *s, struct view arg)
{
	size_t i;

	if (take_message(s, &arg, &i) && is_end(s, arg))
		send_message(s, i, UINT64_MAX);
}

static void
do_top(struct session *s, struct view arg)
{
	uint64_t lines = UINT64_MAX;
	struct view word;
	size_t i;

	if (!take_message(s, &arg, &i))
		return;
	if (take_word(&arg, &word) &&
	    num_scan(word, UINT64_MAX - 1, &lines) < 0 && errno == EINVAL) {
		pop3_err(&s->pop3, "syntax error");
		return;
	}
	if (is_end(s, arg))
		send_message(s, i, lines);
}

/* ---- DELE, RSET, LAST ---- */

static void
do_dele(struct session *s, struct view arg)
{
	size_t i;

	if (!take_message(s, &arg, &i) || !is_end(s, arg))
		return;
	s->list.v[i].is_marked = true;
	if (i + 1 > s->last)
		s->last = i + 1;
	pop3_ok(&s->pop3, "");
}

static void
do_rset(struct session *s, struct view arg)
{
	(void)arg;
	for (size_t i = 0; i < s->list.len; i++)
		s->list.v[i].is_marked = false;
	s->last = 0;
	pop3_ok(&s->pop3, "");
}

static void
do_last(struct session *s, struct view arg)
{
	(void)arg;
	out_puts(&s->pop3.out, "+OK ");
	out_put_u64(&s->pop3.out, s->last);
	out_puts(&s->pop3.out, "\r\n");
}

/* ---- the rest ---- */

static void
do_noop(struct session *s, struct view arg)
{
	(void)arg;
	pop3_ok(&s->pop3, "");
}

static void
do_capa(struct session *s, struct view arg)
{
	(void)arg;
	pop3_ok(&s->pop3, "");
	out_puts(&s->pop3.out, "TOP\r\nUIDL\r\nUSER\r\nPIPELINING\r\n.\r\n");
}

/* ---- QUIT ---- */

struct parting {
	struct session *s;
	struct buf to;
	bool has_followed;	/* renames of others */
	bool removed[2];	/* something from cur, from new */
	uint64_t bytes, count;	/* of what was removed, for the quota */
	uint64_t unmoved;
};

/* new/X to cur/X:2, with a failure left for the next session. */
static void
mark_seen(struct parting *p, size_t i)
{
	const char *name = maildir_name(&p->s->list, i);
	const char *from = maildir_path(&p->s->list, i);

	buf_sets(&p->to, "cur/");
	buf_puts(&p->to, name);
	if (!view_has_byte(view_of(name), ':'))
		buf_puts(&p->to, ":2,");
	if (sys_rename(from, p->to.p) == 0 || errno == ENOENT)
		return;
	if (p->unmoved++ == 0)		/* a full disk fails for all */
		log_warning("unable to move ", from, ": ", err_str(errno));
}

/* 0, also when somebody else was faster: then nothing is counted. */
static int
remove_message(struct parting *p, size_t i)
{
	struct maildir_list *l = &p->s->list;
	int r = sys_unlink(maildir_path(l, i));

	if (r < 0 && errno == ENOENT && !p->has_followed) {
		p->has_followed = true;
		if (maildir_follow(l) < 0)
			return -1;
		r = sys_unlink(maildir_path(l, i));
	}
	if (r < 0)
		return errno == ENOENT ? 0 : -1;
	p->removed[l->v[i].is_new] = true;
	if (maildir_quota_counts(maildir_name(l, i))) {
		p->bytes += l->v[i].size;
		p->count++;
	}
	return 0;
}

/* That messages are gone is as durable as that they are here. */
static int
sync_removals(const struct parting *p)
{
	int r = 0;

	if (p->removed[true] && sys_sync_dir("new") < 0)
		r = -1;
	if (p->removed[false] && sys_sync_dir("cur") < 0)
		r = -1;
	return r;
}

static void
close_accounts(const struct parting *p)
{
	char n[NUM_FMT_MAX];

	num_fmt(p->unmoved, n);
	if (p->unmoved > 1)
		log_warning("unable to move ", n, " messages to cur");
	if (p->count > 0 && maildir_quota_less(".", p->bytes, p->count) < 0)
		log_warning("unable to write to maildirsize: ",
		    err_str(errno));
}

static void
do_quit(struct session *s, struct view arg)
{
	static const char failed[] = "unable to unlink all deleted messages";
	struct parting p = { .s = s, .to = BUF_INIT };

	(void)arg;
	for (size_t i = 0; i < s->list.len; i++) {
		if (s->list.v[i].is_marked && remove_message(&p, i) < 0)
			pop3_err(&s->pop3, failed);
		else if (!s->list.v[i].is_marked && s->list.v[i].is_new)
			mark_seen(&p, i);
	}
	if (sync_removals(&p) < 0)
		pop3_err(&s->pop3, failed);
	close_accounts(&p);
	pop3_ok(&s->pop3, "");
	buf_free(&p.to);
	s->is_over = true;
}

static const struct command {
	const char *verb;
	void (*run)(struct session *s, struct view arg);
} commands[] = {
	{ "RETR", do_retr },
	{ "DELE", do_dele },
	{ "STAT", do_stat },
	{ "LIST", do_list },
	{ "UIDL", do_uidl },
	{ "TOP", do_top },
	{ "NOOP", do_noop },
	{ "RSET", do_rset },
	{ "LAST", do_last },
	{ "CAPA", do_capa },
	{ "QUIT", do_quit },
};

static void
obey(struct session *s, struct view verb, struct view arg)
{
	for (size_t i = 0; i < NELEM(commands); i++)
		if (view_is_ieq(verb, view_of(commands[i].verb))) {
			commands[i].run(s, arg);
			return;
		}
	pop3_err(&s->pop3, "unimplemented");
}

/* ---- start ---- */

/* By the clock that names are made with: time(2) may be some ms behind it. */
static int64_t
now_s(void)
{
	struct timespec now = { 0 };

	(void)clock_gettime(CLOCK_REALTIME, &now);	/* cannot fail */
	return now.tv_sec;
}

static void
open_maildir(struct session *s, const char *maildir)
{
	int64_t now = now_s();

	if (chdir(maildir) < 0) {
		pop3_err(&s->pop3, "this user has no $HOME/Maildir");
		break_off(s);
	}
	if (maildir_clean(".", now) < 0)
		log_warning("unable to clean ", maildir, "/tmp: ",
		    err_str(errno));
	s->list.remembers = true;
	if (maildir_scan(&s->list, ".", MESSAGES_MAX) < 0) {
		pop3_err(&s->pop3, errno == ENOENT || errno == ENOTDIR ?
		    "this user has no $HOME/Maildir" :
		    "unable to scan $HOME/Maildir");
		break_off(s);
	}
	/*
	 * Sorted by time: the second that is not over yet is left for the next
	 * session, or numbers could come in another order then.
	 */
	while (s->list.len > 0 && s->list.v[s->list.len - 1].time >= now)
		s->list.len--;
}

static void
refuse_root(void)
{
	static const char text[] =
	    "qmail-pop3d invoked as uid 0, terminating\n";

	if (getuid() != 0)
		return;
	/* without the usual prefix: the text is known from other suites */
	if (io_write_all(2, text, sizeof(text) - 1) < 0)
		_exit(EXIT_TEMP);
	_exit(POP3D_EXIT);
}

int
main(int argc, char **argv)
{
	struct session *s = &session;
	struct view verb, arg;

	prog_init("qmail-pop3d", oom_exit);
	refuse_root();
	sig_ignore(SIGPIPE);
	pop3_init(&s->pop3, IO_SIZE);
	if (argc != 2) {
		log_plain("usage: qmail-pop3d maildir");
		return POP3D_EXIT;
	}
	open_maildir(s, argv[1]);
	/* while the client reads it: nothing was taken from him yet */
	pop3_ok(&s->pop3, "");
	if (out_flush(&s->pop3.out) < 0)
		leave(s);
	confine_or_die(CONFINE_POP3D);
	while (!s->is_over && pop3_next(&s->pop3, &verb, &arg) > 0)
		obey(s, verb, arg);
	leave(s);
}
